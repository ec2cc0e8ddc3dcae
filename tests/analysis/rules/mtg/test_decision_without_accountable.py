"""MTG004: decision-without-accountable."""

import pytest

from orgspec.testing import check, findings

ORG = """
departments: {board: {head: director}, sales: {parent: board, head: manager}}
roles:
  director: {department: board, deputy: deputy}
  deputy: {department: board}
  manager: {department: sales, reports_to: director}
  seller: {department: sales, reports_to: manager}
people: {wang: {holds: director}, li: {holds: seller}}
duties: {pricing: {raci: {A: director, R: seller}}}
workflows: {w: {steps: {sign: {raci: {A: manager, R: seller}, end: true}}}}
authorities:
  discount: {levels: [{role: seller, up_to: 3}, {role: [manager, director]}]}
  contract:
    levels: [{role: manager}]
    order: [{propose: seller}, {approve: manager}, {approve: deputy}]
"""


def test_a_matter_whose_accountable_stays_away_is_found_with_who_that_is() -> None:
    (found,) = check(
        ORG
        + """
meetings:
  round: {chair: manager, attendees: [seller], decides: [w/sign, pricing]}
  #                                                              ^^^^^^^ MTG004
""",
        select="MTG004",
    )
    assert [each.address for each in found.related] == ["duty/pricing"]
    assert "without director" in found.message.in_("en")
    assert "不在场" in found.message.in_("zh")


@pytest.mark.parametrize(
    ("who", "found"),
    [
        ("chair: director", 0),
        ("chair: seller, attendees: [deputy]", 0),
        ("chair: seller, attendees: [board]", 0),
        ("chair: seller, attendees: [sales]", 1),
        ("chair: seller, attendees: [wang]", 0),
        ("chair: seller, attendees: [li]", 1),
        ("chair: seller, attendees: [everyone]", 0),
        ("chair: head, each: department", 0),
        ("chair: seller, attendees: [ghost]", 0),
        ("name: nobody is named", 0),
    ],
)
def test_who_is_there_in_person_with_the_department_or_by_a_deputy(who: str, found: int) -> None:
    text = f"{ORG}meetings: {{round: {{{who}, decides: pricing}}}}"
    assert len(findings(text, select="MTG004")) == found


@pytest.mark.parametrize(
    ("matter", "chair", "found"),
    [
        ("discount", "seller", 1),
        ("discount", "manager", 0),
        ("contract", "manager", 1),
        ("contract", "deputy", 0),
    ],
)
def test_of_an_authority_the_last_approver_must_be_there(
    matter: str, chair: str, found: int
) -> None:
    text = f"{ORG}meetings: {{round: {{chair: {chair}, decides: {matter}}}}}"
    assert len(findings(text, select="MTG004")) == found


def test_a_matter_without_accountable_is_found_elsewhere() -> None:
    text = "roles: {a: {}}\nduties: {d: {}, e: {raci: ghost}}\nmeetings: {m: {chair: a, decides: [d, e]}}"
    check(text, select="MTG004")
