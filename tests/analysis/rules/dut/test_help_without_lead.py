"""DUT009: help-without-lead."""

import pytest

from orgspec.testing import check, findings

ROLES = "departments: {sales: {name: 销售部}}\nroles: {a: {}, b: {}}\nduties:\n"


def alone(name: str, more: str = "") -> bool:
    return bool(findings(f"{ROLES}  x: {{name: {name}, raci: a}}\n{more}", select="DUT009"))


def test_help_without_anybody_in_the_lead_is_found_at_the_name() -> None:
    (found,) = check(
        ROLES
        + """
  x: {name: 协助审核合同, raci: a}
  #         ^^^^^^ DUT009
  y: {name: 编制预算, raci: b}
""",
        select="DUT009",
    )
    assert "helps" in found.message.in_("en") and "主责" in found.message.in_("zh")


@pytest.mark.parametrize(
    "name",
    [
        "参与展会筹备",
        "配合年度审计",
        "支持销售部处理订单",
        "Help with exports",
        "Taking part in fairs",
    ],
)
def test_every_word_of_helping_counts(name: str) -> None:
    assert alone(name)


@pytest.mark.parametrize("name", ["支持系统开发", "Support of exports", "Helpdesk operation"])
def test_support_without_a_party_and_other_words_do_not(name: str) -> None:
    assert not alone(name)


def test_a_lead_of_another_role_settles_it_and_one_of_the_same_role_does_not() -> None:
    assert not alone("协助审核合同", "  y: {name: 审核合同, raci: b}\n")
    assert alone("协助审核合同", "  y: {name: 审核合同, raci: a}\n")
    assert alone("协助审核合同", "  y: {name: 参与审核合同, raci: b}\n")


def test_whose_help_somebody_else_answers_for_is_no_finding() -> None:
    text = f"{ROLES}  x: {{name: 协助审核合同, raci: {{A: b, R: a}}}}\n"
    assert not findings(text, select="DUT009")
