"""STF012: unassigned-person."""

from __future__ import annotations

from orgspec.testing import check


def test_a_person_without_a_hold_is_found() -> None:
    (found,) = check(
        """
    roles: {clerk: {}}
    people:
      li: {name: Li Na}
    # ^^ STF012
      wu: {holds: clerk}
    """,
        select="STF012",
    )
    assert found.message.in_("en") == "`Li Na` holds no role"
    assert found.message.in_("zh") == "`Li Na` 没有担任任何岗位"


def test_a_hold_to_come_and_its_last_day_count() -> None:
    text = """
    roles: {clerk: {}, rep: {}}
    people:
      li: {holds: {role: clerk, since: 2026-05-01}}
      wu: {holds: [clerk, rep]}
      he: {holds: {role: clerk, until: 2026-03-31}}
    # ^^ STF012
    """
    (found,) = check(text, select="STF012", as_of="2026-04-01")
    assert found.message.in_("en") == "`he` holds no role any more"
    check(text.replace("# ^^ STF012", ""), select="STF012", as_of="2026-03-31")


def test_who_is_acting_has_a_post() -> None:
    check(
        "roles: {a: {}}\npeople: {li: {holds: {role: a, acting: true, until: 2026-06-30}}}",
        select="STF012",
    )


def test_a_hold_that_names_nothing_or_cannot_be_read_is_another_fault() -> None:
    check("roles: {a: {}}\npeople: {li: {holds: b}, wu: {holds: {role: [a]}}}", select="STF012")


def test_a_hold_that_ended_in_a_vacant_role_is_told_there() -> None:
    check(
        """
    roles: {clerk: {}}
    people: {li: {holds: {role: clerk, until: 2025-06-30}}}
    #                                         ^^^^^^^^^^ STF011
    """,
        select="STF011,STF012",
    )
