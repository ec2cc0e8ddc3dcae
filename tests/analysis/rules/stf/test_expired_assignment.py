"""STF011: expired-assignment."""

from __future__ import annotations

from orgspec.testing import check, findings


def test_a_hold_is_found_from_the_day_after_its_last() -> None:
    text = """
    roles: {clerk: {}}
    people: {li: {holds: [{role: clerk, until: 2026-03-31}]}}
    """
    days = ("2026-03-31", "2026-04-01")
    assert [len(findings(text, select="STF011", as_of=day)) for day in days] == [0, 1]


def test_it_is_silent_where_somebody_else_covers() -> None:
    check(
        """
    roles: {a: {}, b: {deputy: rep}, c: {}, d: {headcount: 0}, rep: {}}
    people:
      li:
        holds:
          - {role: a, until: 2025-06-30}
          - {role: b, until: 2025-06-30}
          - {role: c, until: 2025-06-30}
          - {role: c, since: 2025-07-01}
          - {role: d, until: 2025-06-30}
      wu: {holds: [rep, a]}
    """,
        select="STF011",
    )


def test_each_hold_is_one_finding_and_nothing_else_is_said_of_the_role() -> None:
    found = check(
        """
    departments: {sales: {functions: [offers]}}
    roles:
      manager: {}
      clerk: {}
    people:
      li: {holds: {role: manager, until: 2025-06-30}}
      #                                  ^^^^^^^^^^ STF011
      wu: {holds: {role: manager, until: 2025-09-30}}
      #                                  ^^^^^^^^^^ STF011
      he: {holds: clerk}
    duties:
      quoting: {fulfils: sales/offers, raci: {A: manager, R: clerk}}
    workflows:
      ordering: {steps: {enter: {duty: quoting, next: sign}, sign: {raci: manager, end: true}}}
    """,
        select="STF,RAC023,WFL014",
    )
    assert found[0].message.in_("en") == (
        "`li` held `manager` until 2025-06-30, and nobody covers it since"
    )
    assert found[0].message.in_("zh") == "`li` 担任 `manager` 至 2025-06-30 为止，此后无人承担"
    assert [x.message.in_("en") for x in found[0].related if x.message] == [
        "vacant",
        "A of duty `quoting`, which carries `offers`",
        "A of step `enter` of `ordering` through its duty `quoting`",
        "A and only R of step `sign` of `ordering`",
    ]


def test_acting_without_a_last_day_is_found() -> None:
    (found,) = check(
        """
    roles: {a: {}, b: {}}
    people:
      li: {holds: [a, {role: b, acting: true}]}
      #                                 ^^^^ STF011
      wu: {holds: {role: b, acting: true, until: 2026-12-31}}
    """,
        select="STF011",
    )
    assert found.message.in_("en") == "`li` acts in `b` without a last day"


def test_who_comes_later_is_shown() -> None:
    (found,) = findings(
        """
        roles: {clerk: {}}
        people:
          li: {holds: {role: clerk, until: 2025-12-31}}
          wu: {holds: {role: clerk, since: 2026-01-02}}
        """,
        select="STF011",
    )
    assert found.related[1].message is not None
    assert found.related[1].message.in_("en") == "not before 2026-01-02"
