"""STF005: unbounded-multi-role."""

from __future__ import annotations

from orgspec.testing import check, findings


def test_a_person_without_a_primary_role_is_found_once() -> None:
    (found,) = check(
        """
    roles: {a: {}, b: {}}
    people:
      li: {holds: [a, b]}
    # ^^ STF005
    """,
        select="STF005",
    )
    assert found.message.in_("en") == "`li` holds 2 roles, none of them as `primary`"
    assert found.message.in_("zh") == "`li` 担任 2 个岗位，没有一个是主岗（`primary`）"
    assert [x.message.in_("en") for x in found.related if x.message] == ["`a`", "`b`"]


def test_a_second_primary_role_is_found() -> None:
    check(
        """
    roles: {a: {}, b: {}}
    people:
      li: {holds: [{role: a, primary: true}, {role: b, primary: true, share: 50%, boundary: x}]}
      #                                                         ^^^^ STF005
    """,
        select="STF005",
    )


def test_another_role_says_how_much_it_takes_and_where_it_ends() -> None:
    found = check(
        """
    roles: {a: {}, b: {}, c: {}}
    people:
      li: {holds: [{role: a, primary: true}, {role: b, share: 50%}]}
      #                                             ^ STF005
      wu: {holds: [{role: a, primary: true}, {role: b, boundary: Fridays}, c]}
      #                                             ^ STF005
      he: {holds: [{role: a, primary: true}, {role: b, share: 50%, boundary: Fridays}]}
    """,
        select="STF005",
    )
    assert found[0].message.in_("en") == "`li` holds `b` beside `a` without `boundary`"
    assert found[1].message.in_("zh") == "`wu` 在 `a` 之外兼任 `b`，缺少 `share`"
    assert [x.message.in_("en") for x in found[1].related if x.message] == [
        "without `share`, `boundary`",
        "primary",
    ]


def test_only_what_is_held_today_counts_and_acting_does_not() -> None:
    text = """
    roles: {a: {}, b: {}, c: {}}
    people:
      li: {holds: [{role: a, until: 2026-03-31}, {role: b, since: 2026-03-31}]}
      wu: {holds: [a, {role: c, acting: true, until: 2026-12-31}]}
    """
    days = ("2026-03-30", "2026-03-31", "2026-04-01")
    assert [len(findings(text, select="STF005", as_of=day)) for day in days] == [0, 1, 0]


def test_one_role_held_twice_is_one_role() -> None:
    check("roles: {a: {}}\npeople: {li: {holds: [a, {role: role/a}]}}\n", select="STF005")


def test_an_organisation_may_limit_the_number() -> None:
    found = check(
        """
    checks: {options: {roles_per_person: 2}}
    departments: {shop: {checks: {options: {roles_per_person: 3}}}}
    roles: {a: {}, b: {}, c: {}, d: {department: shop}}
    people:
      li: {holds: [{role: a, primary: true}, {role: b, share: 5%, boundary: x}, {role: c, share: 5%, boundary: x}]}
    # ^^ STF005
      wu: {holds: [{role: d, primary: true}, {role: b, share: 5%, boundary: x}, {role: c, share: 5%, boundary: x}]}
    """,
        select="STF005",
    )
    assert found[0].message.in_("zh") == "`li` 担任 3 个岗位，多于 2 个"
