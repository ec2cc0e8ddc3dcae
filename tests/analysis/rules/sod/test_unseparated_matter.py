"""SOD008: unseparated-matter."""

import pytest

from orgspec.testing import check, findings

TEXT = """
roles: {boss: {}}
duties:
  sign: {name: Sign, raci: boss, object: sales-contract, action: sign}
  file: {name: File, raci: boss, object: 采购合同, action: 归档}
"""


def told(text: str) -> int:
    return len(findings(text, select="SOD008"))


def test_a_matter_that_no_separation_names_is_asked_about_once() -> None:
    marked = TEXT.replace(
        "action: sign}\n", "action: sign}\n  #" + 38 * " " + "^^^^^^^^^^^^^^ SOD008\n"
    )
    (found,) = check(marked, select="SOD008")
    assert found.message.in_("en").startswith("`sales-contract` is handled, and no separation")
    assert found.message.in_("zh").startswith("有人经办 `sales-contract`，")
    assert "{use: contract}" in (found.help.in_("en") if found.help else "")
    assert [x.address for x in found.related] == ["duty/file"]


@pytest.mark.parametrize(
    ("separation", "count"),
    [
        ("{use: contract}", 0),
        ("{use: payroll}", 1),
        ("{object: sales-contract, actions: [check, authorise]}", 1),
        ("{between: [sign, file]}", 0),
        ("{between: [sign, fyle]}", 0),
    ],
)
def test_a_library_the_object_or_a_duty_on_it_may_name_it(separation: str, count: int) -> None:
    assert told(TEXT + f"separations: {{s: {separation}}}\n") == count


def test_other_objects_are_not_asked_about() -> None:
    text = TEXT.replace("sales-contract", "contract-report").replace("采购合同", "contractor")
    assert not told(text)


def test_the_object_of_a_workflow_and_names_of_artifacts_count() -> None:
    text = "artifacts: {pr: {name: Monthly Payroll}}\nworkflows: {w: {object: pr, steps: {}}}\n"
    assert told(text) == 1
