"""SOD001: role-conflict."""

import pytest

from orgspec.testing import check, findings

BETWEEN = """
roles: {boss: {}, clerk: {name: Clerk}, checker: {}}
duties:
  make: {raci: {A: boss, R: clerk}}
  check: {raci: {A: boss, R: [checker, clerk]}}
separations:
  papers: {between: [make, check]}
"""
OBJECT = """
roles: {boss: {}, clerk: {}}
duties:
  ask: {raci: {A: boss, R: clerk}, object: payment, action: request}
  approve: {raci: {A: boss, R: clerk}, object: Payment, action: 审批}
separations:
  payments: {object: payment, actions: [ask, authorise]}
"""


def conflicts(text: str) -> int:
    return len(findings(text, select="SOD001"))


def test_one_role_does_two_of_the_duties_that_are_apart() -> None:
    marked = BETWEEN.replace("clerk]}}\n", "clerk]}}\n  #" + 36 * " " + "^^^^^ SOD001\n")
    (found,) = check(marked, select="SOD001")
    assert found.message.in_("en") == (
        "`Clerk` does two things that `papers` keeps apart: duty `make` and duty `check`"
    )
    assert (
        found.message.in_("zh")
        == "`Clerk` 兼任了 `papers` 要求分离的两方：职责 `make`与职责 `check`"
    )
    assert found.address == "role/clerk"
    assert {x.address for x in found.related} == {"duty/make", "role/clerk", "separation/papers"}


def test_who_is_accountable_does_only_what_approves() -> None:
    assert conflicts(OBJECT) == 1
    assert not conflicts(OBJECT.replace("R: clerk}, object: Payment", "R: boss}, object: Payment"))
    both = OBJECT.replace(
        "A: boss, R: clerk}, object: payment", "A: clerk, R: boss}, object: payment"
    )
    assert conflicts(both) == 1  # boss asks and, being A, approves; clerk only approves


@pytest.mark.parametrize(
    "change",
    [("object: Payment", "object: contract"), ("action: 审批", "action: prepare")],
)
def test_other_objects_and_verbs_that_are_not_named_are_free(change: tuple[str, str]) -> None:
    assert not conflicts(OBJECT.replace(*change))


def test_a_step_does_the_duty_that_it_names_unless_its_verb_is_another() -> None:
    text = (
        BETWEEN.replace("[checker, clerk]", "checker")
        + """
workflows:
  w: {steps: {one: {duty: check, raci: {R: clerk}, end: true}}}
"""
    )
    (found,) = findings(text, select="SOD001")
    assert "step `one` of `w`" in found.message.in_("en")
    text = text.replace("R: checker}", "R: checker}, action: check")
    assert not conflicts(text.replace("duty: check,", "duty: check, action: prepare,"))


@pytest.mark.parametrize(
    ("accepted", "count"),
    [
        ("{control: c, owner: boss, until: 2026-01-01}", 0),
        ("{control: c, owner: boss, until: 2025-12-31}", 1),
        ("{control: c, owner: boss, until: 2026-12-31, for: clerk}", 0),
        ("{control: c, owner: boss, until: 2026-12-31, for: boss}", 1),
        ("{control: c, owner: boss, until: 2026-12-31, for: nobody}", 0),
    ],
)
def test_what_is_accepted_is_silent_to_its_last_day_for_those_whom_it_names(
    accepted: str, count: int
) -> None:
    text = BETWEEN.replace("check]}", f"check], accepted: {accepted}}}")
    assert conflicts(text) == count


LIBRARY = """
organization: {locales: [en, zh]}
roles: {boss: {}, clerk: {}}
artifacts: {po: {name: {zh: 采购订单, en: Purchase Order}}}
duties:
  order: {raci: {A: boss, R: clerk}, object: po, action: 采购}
  pay: {raci: {A: boss, R: clerk}, object: supplier-payment, action: pay}
separations:
  bought: {use: procure-to-pay}
"""


def test_a_library_knows_objects_by_their_names_in_both_languages() -> None:
    (found,) = findings(LIBRARY, select="SOD001")
    assert found.message.in_("en").endswith("duty `order` (ordering) and duty `pay` (paying)")
    assert found.message.in_("zh").endswith(
        "职责 `order`（采购与订立采购合同）与职责 `pay`（付款执行）"
    )


def test_a_library_holds_apart_only_its_pairs() -> None:
    assert not conflicts(LIBRARY.replace("use: procure-to-pay", "use: inventory"))
    assert not conflicts(LIBRARY.replace("action: pay", "action: inform"))


def test_two_activities_on_one_kind_of_object_are_apart_on_the_same_object_only() -> None:
    text = LIBRARY.replace("object: po, action: 采购", "object: wage-payment, action: approve")
    assert not conflicts(text)
    assert conflicts(text.replace("wage-payment", "supplier-payment"))


def test_an_unknown_library_is_told_with_near_ones() -> None:
    (found,) = findings(LIBRARY.replace("procure-to-pay", "procure-to-play"), select="SYN007")
    assert "`procure-to-pay`" in found.message.in_("en")
    assert found.fix is not None
    assert not conflicts(LIBRARY.replace("procure-to-pay", "procure-to-play"))


def test_a_name_that_nothing_declares_is_not_followed() -> None:
    assert not conflicts(BETWEEN.replace("[make, check]", "[make, chekc]"))
    assert not conflicts(BETWEEN.replace("[checker, clerk]", "[checker, clork]"))
