"""STF002: over-establishment."""

from __future__ import annotations

from orgspec.testing import check, findings


def test_more_holders_than_planned_are_found_at_the_figure_or_the_role() -> None:
    check(
        """
    roles:
      clerk: {}
    # ^^^^^ STF002
      rep: {headcount: 1.5}
      #                ^^^ STF002
      porter: {headcount: {planned: 1}}
      #                             ^ STF002
    people:
      a: {holds: clerk}
      b: {holds: clerk}
      c: {holds: rep}
      d: {holds: rep}
      e: {holds: porter}
      f: {holds: {role: porter, share: 10%}}
    """,
        select="STF002",
    )


def test_shares_are_added_and_what_is_not_written_is_what_is_left() -> None:
    check(
        """
    roles: {clerk: {}, rep: {headcount: 3}}
    people:
      a: {holds: [{role: clerk, share: 50%}, rep]}
      b: {holds: [{role: clerk, share: 50%}, rep]}
      c: {holds: [rep, rep]}
      d: {holds: rep}
    """,
        select="STF002",
    )


def test_thirds_of_people_make_no_head_too_many() -> None:
    check(
        """
    roles: {a: {headcount: 2}, b: {}, c: {headcount: 2}}
    people:
      x: {holds: [a, a, c]}
      y: {holds: [a, a, c]}
      z: {holds: [a, a, c]}
    """,
        select="STF002",
    )


def test_who_acts_has_left_or_is_to_come_does_not_count() -> None:
    text = """
    roles: {clerk: {}}
    people:
      a: {holds: clerk}
      b: {holds: {role: clerk, acting: true, until: 2026-06-30}}
      c: {holds: {role: clerk, until: 2026-02-28}}
      d: {holds: {role: clerk, since: 2026-04-01}}
    """
    days = ("2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01")
    assert [len(findings(text, select="STF002", as_of=day)) for day in days] == [1, 0, 0, 1]


def test_without_holders_the_figures_are_compared() -> None:
    (found,) = check(
        """
    roles:
      clerk: {headcount: {planned: 2, current: 3}}
      #                                        ^ STF002
      rep: {headcount: {planned: 2, current: 2}}
    """,
        select="STF002",
    )
    assert found.message.in_("en") == "`clerk` has 3 heads and 2 planned"
    assert found.message.in_("zh") == "`clerk` 在岗 3 人，编制 2 人"


def test_every_holder_is_shown_with_the_share() -> None:
    (found,) = findings(
        "roles: {clerk: {}}\npeople: {a: {name: Li, holds: clerk}, b: {holds: {role: clerk, share: 25%}}}",
        select="STF002",
    )
    assert [x.message.in_("en") for x in found.related if x.message] == ["`Li`, 100%", "`b`, 25%"]
