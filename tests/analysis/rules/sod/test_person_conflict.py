"""SOD002: person-conflict."""

from orgspec.testing import check, findings

TEXT = """
roles: {boss: {}, buyer: {}, cashier: {}}
people:
  lin: {name: Lin, holds: [{role: buyer}, {role: cashier}]}
  wu: {holds: boss}
duties:
  order: {raci: {A: boss, R: buyer}}
  pay: {raci: {A: boss, R: cashier}}
separations:
  order-and-pay: {between: [order, pay]}
"""


def conflicts(text: str) -> int:
    return len(findings(text, select="SOD002", as_of="2026-06-01"))


def test_one_person_does_both_sides_through_two_posts() -> None:
    marked = TEXT.replace("cashier}]}\n", "cashier}]}\n" + "  #" + 46 * " " + "^^^^^^^ SOD002\n", 1)
    (found,) = check(marked, select="SOD002")
    assert found.message.in_("en") == (
        "`Lin` does two things that `order-and-pay` keeps apart: as `buyer` duty `order`, and as"
        " `cashier` duty `pay`"
    )
    assert found.message.in_("zh").startswith("`Lin` 兼任了 `order-and-pay` 要求分离的两方：")
    assert found.address == "person/lin"
    assert {x.address for x in found.related} == {
        "person/lin",
        "duty/order",
        "duty/pay",
        "separation/order-and-pay",
    }


def test_what_a_role_breaks_alone_is_said_of_the_role() -> None:
    text = TEXT.replace("R: cashier", "R: [cashier, buyer]")
    assert not conflicts(text)
    assert len(findings(text, select="SOD001")) == 1


def test_acting_counts_and_a_hold_that_is_over_does_not() -> None:
    assert conflicts(TEXT.replace("role: cashier", "role: cashier, acting: true"))
    assert not conflicts(TEXT.replace("role: cashier", "role: cashier, until: 2026-05-31"))


def test_what_is_accepted_for_the_person_or_a_role_is_silent() -> None:
    for who, count in (("lin", 0), ("cashier", 0), ("wu", 1), ("boss", 1)):
        accepted = f"accepted: {{control: c, owner: boss, until: 2026-12-31, for: {who}}}"
        assert conflicts(TEXT.replace("pay]}", f"pay], {accepted}}}")) == count


def test_without_people_nothing_is_said() -> None:
    head, _, tail = TEXT.partition("people:")
    assert not conflicts(head + tail[tail.index("duties:") :])
