"""DUT006: probable-overlap."""

import pytest

from orgspec.testing import check, findings

UNITS = """
departments:
  x: {}
  y: {}
  north: {kind: region}
  south: {kind: branch}
roles:
  a: {department: x}
  b: {department: y}
  n: {department: north}
  s: {department: south}
duties:
"""


def overlaps(one: str, other: str) -> bool:
    return bool(findings(f"{UNITS}  one: {one}\n  two: {other}\n", select="DUT006"))


def named(one: str, other: str) -> bool:
    return overlaps(f"{{name: {one}, raci: a}}", f"{{name: {other}, raci: b}}")


def test_one_object_and_one_verb_in_either_language_is_found_at_the_later_duty() -> None:
    (found,) = check(
        f"""{UNITS}
  first: {{object: contract, action: review, raci: a}}
  second: {{object: Ｃontract, action: 审核, raci: b}}
# ^^^^^^ DUT006
""",
        select="DUT006",
    )
    assert "duty/first" in {label.address for label in found.related}
    assert "可能是同一职责" in found.message.in_("zh")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("审核采购合同", "采购合同审核"),
        ("审核採購合同", "采购合同的审核工作"),
        ("处理客户投诉", "客户投诉处理，及时回复"),
        ("批准付款", "付款审批"),
        ("Review contracts", "Contract review"),
        ("Manage customers", "Customer management"),
        ("Draft invoices", "Prepare invoices"),
    ],
)
def test_names_alike_in_verb_and_object_are_found(one: str, other: str) -> None:
    assert named(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("审核出口合同", "审核进口合同"),
        ("维护客户档案", "更新客户档案"),
        ("初审合同", "复审合同"),
        ("协助审核合同", "审核合同"),
        ("编制部门预算", "编制部门预算"),
        ("完成领导交办的其他工作", "完成领导交办的其他工作"),
        ("整理华东地区销售数据", "整理华南地区销售数据"),
        ("Review import contracts", "Review export contracts"),
    ],
)
def test_another_object_stage_or_verb_help_and_what_each_unit_has_are_no_overlap(
    one: str, other: str
) -> None:
    assert not named(one, other)


def test_a_split_a_common_role_and_other_regions_settle_it() -> None:
    same = "object: contract, action: review"
    assert overlaps(f"{{{same}, raci: a}}", f"{{{same}, raci: b}}")
    assert not overlaps(f"{{{same}, raci: a, split_by: product}}", f"{{{same}, raci: b}}")
    assert not overlaps(f"{{{same}, raci: a}}", f"{{{same}, raci: {{A: a, R: [a, b]}}}}")
    assert not overlaps(f"{{{same}, raci: n}}", f"{{{same}, raci: s}}")


def test_declared_objects_that_differ_decide_against_the_names() -> None:
    assert not overlaps(
        "{name: 审核合同, object: lease, raci: a}", "{name: 审核合同, object: sale, raci: b}"
    )


def test_the_threshold_can_be_set_for_a_department() -> None:
    pair = "  one: {name: 审核出口合同, raci: a}\n  two: {name: 审核合同, raci: b}\n"
    assert not findings(UNITS + pair, select="DUT006")
    lower = UNITS.replace("y: {}", "y: {checks: {options: {overlap_similarity: 0.6}}}")
    assert findings(lower + pair, select="DUT006")
