"""Who holds and who covers a role."""

from __future__ import annotations

from decimal import Decimal

from orgspec.graph.coverage import Coverage
from orgspec.testing import compiled


def coverage(text: str, as_of: str = "2026-01-01") -> Coverage:
    return compiled(text, as_of=as_of).graph.coverage


def test_a_role_is_held_from_the_first_day_of_a_hold_to_its_last() -> None:
    text = """
    roles: {clerk: {}, boss: {}}
    people:
      li: {holds: [{role: clerk, since: 2026-03-01, until: 2026-03-31}]}
      wu: {holds: boss}
    """
    days = ("2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01")
    assert [coverage(text, day).is_held("clerk") for day in days] == [False, True, True, False]
    assert [len(coverage(text, day).coming("clerk")) for day in days] == [1, 0, 0, 0]
    assert [len(coverage(text, day).past("clerk")) for day in days] == [0, 0, 0, 1]


def test_without_people_a_role_is_held_unless_it_says_that_nobody_is_there() -> None:
    found = coverage(
        """
        roles:
          silent: {}
          filled: {headcount: {current: 1}}
          part: {headcount: {current: 0.5}}
          empty: {headcount: {current: 0}}
        """
    )
    assert [r for r in found.roles if found.is_held(r)] == ["silent", "filled", "part"]
    assert [r for r in found.roles if found.is_vacant(r)] == ["empty"]
    assert found.covering_people("filled") == ()


def test_people_count_only_in_the_departments_for_which_they_are_declared() -> None:
    found = coverage(
        """
        departments: {sales: {}, stores: {}}
        roles:
          rep: {department: sales}
          clerk: {department: sales, headcount: {planned: 1, current: 1}}
          keeper: {department: stores}
        people: {li: {holds: rep}}
        """
    )
    assert [r for r in found.roles if found.is_held(r)] == ["rep", "keeper"]
    assert found.filled("clerk") == 0
    assert found.filled("keeper") is None


def test_a_department_whose_people_have_all_left_is_still_one_with_people() -> None:
    found = coverage("roles: {rep: {}}\npeople: {li: {holds: [{role: rep, until: 2025-12-31}]}}")
    assert found.is_staffed("rep")
    assert found.is_vacant("rep")


def test_an_acting_person_covers_a_role_and_does_not_fill_it() -> None:
    found = coverage(
        """
        roles: {head: {}, rep: {}}
        people:
          li: {holds: [rep, {role: head, acting: true, until: 2026-06-30}]}
        """
    )
    assert not found.is_held("head")
    assert found.is_covered("head")
    assert found.holders("head") == ()
    assert found.holders("head", acting=True) == ("li",)
    assert found.covering_people("head") == ("li",)
    assert found.filled("head") == 0
    assert found.filled("rep") == 1


def test_a_held_deputy_covers_and_the_first_held_one_stands_in() -> None:
    found = coverage(
        """
        roles:
          head: {deputy: [vacant, second, third]}
          vacant: {deputy: third}
          second: {}
          third: {}
        people: {li: {holds: second}, wu: {holds: second}, he: {holds: third}}
        """
    )
    assert found.is_covered("head")
    assert found.standing_deputy("head") == "role/second"
    assert found.covering_people("head") == ("li", "wu")


def test_a_deputys_deputy_and_an_acting_deputy_do_not_step_in() -> None:
    found = coverage(
        """
        roles: {head: {deputy: second}, second: {deputy: third}, third: {}, fourth: {deputy: fifth}, fifth: {}}
        people: {li: {holds: [third, {role: fifth, acting: true}]}}
        """
    )
    assert found.is_vacant("head")
    assert found.is_covered("second")
    assert found.is_vacant("fourth")


def test_a_person_stands_in_as_deputy_while_there() -> None:
    found = coverage(
        """
        roles: {one: {deputy: li}, two: {deputy: wu}, three: {deputy: he}, rep: {}}
        people:
          li: {holds: rep}
          wu: {holds: [{role: rep, until: 2025-12-31}]}
          he: {}
        """
    )
    assert [found.is_covered(role) for role in ("one", "two", "three")] == [True, False, True]
    assert found.covering_people("one") == ("li",)


def test_no_role_stands_in_for_itself_and_no_agent_for_anybody() -> None:
    found = coverage(
        """
        roles: {one: {deputy: one}, two: {deputy: bot}, bot: {kind: ai-agent}, rep: {}}
        people: {li: {holds: rep}}
        """
    )
    assert [r for r in found.roles if found.is_vacant(r)] == ["one", "two"]


def test_the_only_holder_is_nobody_where_there_are_several() -> None:
    found = coverage(
        """
        roles: {one: {}, two: {}, three: {}}
        people: {li: {holds: [one, two]}, wu: {holds: two}}
        """
    )
    assert [found.only_holder(r) for r in found.roles] == ["li", None, None]


def test_an_unresolved_name_leaves_a_role_neither_covered_nor_vacant() -> None:
    found = coverage(
        """
        roles: {keeper: {}, head: {deputy: nobody}, aide: {deputy: keeper}, rep: {}, porter: {}}
        people: {li: {holds: rep}, wu: {holds: keepr}}
        """
    )
    assert not found.is_covered("keeper")
    assert [r for r in found.roles if found.is_vacant(r)] == ["porter"]


def test_a_share_is_as_written_or_what_the_other_holds_leave() -> None:
    found = coverage(
        """
        roles: {a: {}, b: {}, c: {}, d: {}}
        people:
          li: {holds: [{role: a, share: 40%}, b, c, {role: d, acting: true}]}
          wu: {holds: [{role: d, share: 30%, until: 2025-12-31}, d]}
          he: {holds: [{role: a, share: 20%}, {role: b, acting: true}]}
        """
    )
    filled = {role: found.filled(role) for role in found.roles}
    assert filled == {
        "a": Decimal("0.6"),
        "b": Decimal("0.3"),
        "c": Decimal("0.3"),
        "d": Decimal(1),
    }


def test_a_person_in_a_cell_means_the_post_that_is_filled_today() -> None:
    text = """
    roles: {old: {}, new: {}, head: {}}
    people:
      li:
        holds:
          - {role: head, acting: true, until: 2026-12-31}
          - {role: old, until: 2026-03-31, primary: true}
          - {role: new, since: 2026-04-01}
    duties: {filing: {raci: {A: head, R: li}}}
    """
    rows = [compiled(text, as_of=d).graph.rows["duty/filing"] for d in ("2026-03-31", "2026-04-01")]
    assert [row.roles("R") for row in rows] == [("old",), ("new",)]
