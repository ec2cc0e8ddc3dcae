"""STF003: under-establishment."""

from __future__ import annotations

from pathlib import Path

from orgspec.testing import check, findings
from orgspec.workspace import compile_path


def test_half_a_head_short_is_found_and_less_is_not() -> None:
    check(
        """
    roles:
      a: {headcount: 2}
      #              ^ STF003
      b: {headcount: 1.5}
      #              ^^^ STF003
      c: {headcount: 1.4}
      d: {headcount: {planned: 3, current: 2}}
    people: {w: {holds: a}, x: {holds: b}, y: {holds: c}, z: {holds: [d, d, d]}, v: {holds: d}, u: {holds: d}}
    """,
        select="STF003",
    )


def test_without_people_the_figures_are_compared() -> None:
    check(
        """
    roles:
      a: {headcount: {planned: 4, current: 3.5}}
      #                                    ^^^ STF003
      b: {headcount: {planned: 4, current: 3.6}}
      c: {headcount: 4}
    """,
        select="STF003",
    )


def test_who_stands_in_does_not_fill() -> None:
    found = check(
        """
    roles:
      head: {deputy: rep}
    # ^^^^ STF003
      clerk: {}
    # ^^^^^ STF003
      rep: {}
    people:
      li: {holds: [rep, {role: clerk, acting: true, until: 2026-06-30}]}
    """,
        select="STF003",
    )
    assert [x.message.in_("en") for x in found] == [
        "nobody holds `head` (1 planned); `rep` stands in",
        "nobody holds `clerk` (1 planned); `li` stands in",
    ]
    assert found[0].message.in_("zh") == "`head` 编制 1 人，无人任职，由 `rep` 代理"
    assert [len(x.related) for x in found] == [1, 1]


def test_a_vacant_role_is_another_finding() -> None:
    check(
        """
    roles:
      head: {headcount: 2}
    # ^^^^ STF001
      rep: {}
    people: {li: {holds: rep}}
    """,
        select="STF001,STF003",
    )


def test_a_hold_that_names_nothing_may_be_the_missing_one() -> None:
    check(
        """
    roles: {clerk: {headcount: 2}}
    people: {li: {holds: clerk}, wu: {holds: clrk}}
    """,
        select="STF003",
    )


def test_it_changes_on_the_day_after_the_last() -> None:
    text = """
    roles: {clerk: {headcount: 2}}
    people: {li: {holds: clerk}, wu: {holds: {role: clerk, until: 2026-03-31}}}
    """
    days = ("2026-03-31", "2026-04-01")
    assert [len(findings(text, select="STF003", as_of=day)) for day in days] == [0, 1]


def test_a_file_that_cannot_be_parsed_may_hold_who_is_missing(tmp_path: Path) -> None:
    (tmp_path / "orgspec.yaml").write_text(
        "roles: {clerk: {headcount: 2}, head: {}}\n"
        "people: {li: {holds: clerk}, wu: {holds: {role: head, until: 2020-01-01}}}\n"
    )
    (tmp_path / "more.yaml").write_text("people: {he: {holds: clerk}\n  - x: [\n")
    found = {each.code for each in compile_path(tmp_path).diagnostics}
    assert not found & {"STF001", "STF003", "STF011"}
