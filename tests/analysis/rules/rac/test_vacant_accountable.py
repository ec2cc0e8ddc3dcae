"""RAC023: vacant-accountable."""

from __future__ import annotations

from orgspec.testing import check, findings


def test_a_vacant_role_that_answers_is_found_once_with_all_its_rows() -> None:
    (found,) = check(
        """
    departments: {sales: {functions: [offers]}}
    roles:
      manager: {}
    # ^^^^^^^ RAC023
      clerk: {}
    people: {li: {holds: clerk}}
    duties:
      quoting: {fulfils: sales/offers, raci: {A: manager, R: clerk}}
      pricing: {raci: manager}
    workflows:
      w: {steps: {enter: {duty: quoting, next: sign}, sign: {raci: {R: manager, A: clerk}, end: true}}}
    """,
        select="RAC023,WFL014,STF001",
    )
    assert found.message.in_("en") == (
        "nobody holds `manager`, which answers for `quoting` and 2 more, and nobody stands in"
    )
    assert found.message.in_("zh") == ("`manager` 对 `quoting` 等 3 项负责，却无人任职，也无人代理")
    assert [x.message.in_("en") for x in found.related if x.message] == [
        "A of duty `quoting`, which carries `offers`",
        "A and only R of duty `pricing`",
        "A of step `enter` of `w` through its duty `quoting`",
        "only R of step `sign` of `w`",
    ]


def test_somebody_who_acts_or_a_deputy_who_is_there_answers() -> None:
    check(
        """
    roles: {a: {deputy: clerk}, b: {}, c: {deputy: wu}, clerk: {}}
    people:
      li: {holds: [clerk, {role: b, acting: true, until: 2026-06-30}]}
      wu: {}
    duties:
      x: {raci: {A: a, R: clerk}}
      y: {raci: {A: b, R: clerk}}
      z: {raci: {A: c, R: clerk}}
    """,
        select="RAC023",
    )


def test_a_deputy_that_is_vacant_itself_is_part_of_the_finding() -> None:
    (found,) = check(
        """
    roles:
      a: {deputy: [b, a]}
    # ^ RAC023
      b: {deputy: clerk}
      clerk: {}
    people: {li: {holds: clerk}}
    duties: {x: {raci: {A: a, R: clerk}}}
    """,
        select="RAC023",
    )
    assert [x.message.in_("en") for x in found.related if x.message] == [
        "nobody holds its deputy `b` either",
        "its deputy is itself",
        "A of duty `x`",
    ]


def test_the_head_of_a_department_answers_for_what_names_the_department() -> None:
    check(
        """
    departments: {sales: {head: manager}}
    roles:
      manager: {department: sales, headcount: {current: 0}}
    # ^^^^^^^ RAC023
      clerk: {department: sales}
    duties: {x: {raci: {A: sales, R: clerk}}}
    """,
        select="RAC023",
    )


def test_without_people_nothing_is_vacant() -> None:
    check(
        """
    departments: {sales: {}, stores: {}}
    roles: {a: {department: sales}, b: {department: stores}}
    people: {li: {holds: b}}
    duties: {x: {raci: a}}
    """,
        select="RAC023",
    )


def test_an_expired_hold_is_shown_where_it_is_not_a_finding_of_its_own() -> None:
    (found,) = findings(
        """
        roles: {a: {}, b: {}}
        people: {li: {holds: [b, {role: a, until: 2025-12-31}]}}
        duties: {x: {raci: {A: a, R: b}}}
        """,
        select="RAC023",
    ) or [None]
    assert found is not None
    assert [x.message.in_("zh") for x in found.related if x.message] == [
        "`li` 任至 2025-12-31",
        "职责 `x` 的 A",
    ]


def test_a_slip_in_a_name_is_no_vacancy() -> None:
    check(
        """
    roles: {manager: {}, clerk: {}}
    people: {li: {holds: managr}, wu: {holds: clerk}}
    duties: {x: {raci: {A: manager, R: clerk}}}
    """,
        select="RAC023",
    )
