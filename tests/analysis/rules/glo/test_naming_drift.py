"""GLO002: naming-drift."""

import pytest

from orgspec.testing import check, findings

UNITS = """
organization: {name: 远航, locales: [zh, en]}
departments:
  f: {name: {zh: 财务部, en: Finance Department}}
  l: {name: 物流部}
  d: {name: 单证与物流组}
  m: {name: 市场部, aliases: [市场团队]}
roles:
"""


def drifts(purpose: str) -> bool:
    return bool(findings(f"{UNITS}  a: {{purpose: {purpose}}}\n", select="GLO002"))


def test_a_text_with_another_word_for_the_unit_is_found_at_the_variant() -> None:
    (found,) = check(
        UNITS
        + """
  a: {purpose: 与财务团队核对账目}
  #             ^^^^ DUT
""".replace("DUT", "GLO002"),
        select="GLO002",
    )
    assert "`财务部`" in found.message.in_("en")
    assert found.related[0].address == "department/f"


@pytest.mark.parametrize(
    "text", ["由财务部门复核", "Report to the Finance Dept.", "Ask Finance Team"]
)
def test_every_variant_is_found(text: str) -> None:
    assert drifts(text)


@pytest.mark.parametrize(
    "text",
    [
        "由财务部复核",
        "财务组织架构",
        "由单证与物流组发货",
        "向市场团队反馈",
        "海外财务团队提供数据",
        "the finance team",
        "Global Finance Team",
    ],
)
def test_declared_names_aliases_and_other_units_are_silent(text: str) -> None:
    assert not drifts(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("财务部", "財務部"),
        ("财务", "财务部门"),
        ("财务部", "财务团队"),
        ("Finance Dept", "Finance Team"),
    ],
)
def test_two_spellings_of_one_name_are_found(one: str, other: str) -> None:
    text = f"departments: {{a: {{name: {one}}}, b: {{name: {other}}}}}"
    assert [d.code for d in findings(text, select="GLO002,REF005")] == ["GLO002"]


def test_equal_names_are_another_finding_and_a_unit_may_hold_its_namesake() -> None:
    assert not findings("departments: {a: {name: 财务部}, b: {name: 财务部}}", select="GLO002")
    below = "departments: {a: {name: 财务部}, b: {name: 财务组, parent: a}}"
    assert not findings(below, select="GLO002")


def test_other_kinds_are_compared_in_both_scripts() -> None:
    assert findings("systems: {a: {name: 貿易系统}, b: {name: 贸易系统}}", select="GLO002")


def test_who_leads_a_team_does_not_rename_the_department() -> None:
    for words in ("带领销售团队", "建设好销售团队", "管理整个销售团队"):
        text = "departments: {sales: {name: 销售部}}\nroles: {head: {department: sales, purpose: WORDS}}\n"
        assert not findings(text.replace("WORDS", words), select="GLO002")
