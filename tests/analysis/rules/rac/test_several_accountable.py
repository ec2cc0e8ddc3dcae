"""RAC002: several-accountable."""

from __future__ import annotations

from orgspec.testing import check, findings


def test_the_second_who_answers_is_found() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    duties:
      pricing: {raci: {A: [manager, lead], R: rep}}
      #                             ^^^^ RAC002
    """,
        select="RAC002",
    )


def test_one_who_answers_and_works_is_one() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    duties:
      pricing: {raci: {A/R: manager}}
      visits: {raci: {A: [manager, manager], R: rep}}
    """,
        select="RAC002",
    )


def test_a_department_and_its_head_are_one() -> None:
    check(
        """
    departments: {sales: {head: manager}}
    roles: {manager: {department: sales}}
    duties: {pricing: {raci: {A: [sales, manager], R: manager}}}
    """,
        select="RAC002",
    )


def test_all_who_answer_are_shown() -> None:
    (found,) = findings(
        """
        roles: {a: {}, b: {}, c: {}}
        duties: {pricing: {raci: {A: [a, b, c], R: a}}}
        """,
        select="RAC002",
    )
    assert len(found.related) == 2
    assert found.message.in_("en") == "`a`, `b`, `c` are all accountable for `pricing`"
    assert found.message.in_("zh") == "`a`、`b`、`c` 同时对 `pricing` 负责"


def test_what_a_step_inherits_is_not_repeated() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    duties:
      pricing: {raci: {A: [manager, lead], R: rep}}
      #                             ^^^^ RAC002
    workflows:
      sale: {owner: manager, steps: {price: {duty: pricing, raci: {R: clerk}, end: true}}}
    """,
        select="RAC002",
    )
