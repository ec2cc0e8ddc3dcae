"""RAC010: accountable-concentration."""

from __future__ import annotations

from orgspec.testing import findings


def test_a_share_above_the_limit_is_found() -> None:
    (found,) = findings(
        """
    departments: {sales: {head: m}}
    roles:
      m: {department: sales}
      a: {department: sales}
      b: {department: sales}
      c: {department: sales}
    duties:
      d0: {raci: {A: a, R: b}}
      d1: {raci: {A: a, R: b}}
      d2: {raci: {A: a, R: b}}
      d3: {raci: {A: a, R: b}}
      d4: {raci: {A: a, R: b}}
      d5: {raci: {A: m, R: c}}
      d6: {raci: {A: m, R: c}}
      d7: {raci: {A: m, R: c}}
        """,
        select="RAC010",
    )
    assert "role/a" in (found.address, *(label.address for label in found.related))
    assert "8" in found.message.in_("en") and "8" in found.message.in_("zh")


def test_a_share_at_the_limit_is_silent() -> None:
    assert not findings(
        """
    departments: {sales: {head: m}}
    roles:
      m: {department: sales}
      a: {department: sales}
      b: {department: sales}
      c: {department: sales}
    duties:
      d0: {raci: {A: a, R: b}}
      d1: {raci: {A: a, R: b}}
      d2: {raci: {A: a, R: b}}
      d3: {raci: {A: a, R: b}}
      d4: {raci: {A: m, R: c}}
      d5: {raci: {A: m, R: c}}
      d6: {raci: {A: m, R: c}}
      d7: {raci: {A: m, R: c}}
        """,
        select="RAC010",
    )


def test_a_department_sets_its_own_share() -> None:
    assert not findings(
        """
    departments: {sales: {head: m, checks: {options: {accountable_share: 100%}}}}
    roles:
      m: {department: sales}
      a: {department: sales}
      b: {department: sales}
      c: {department: sales}
    duties:
      d0: {raci: {A: a, R: b}}
      d1: {raci: {A: a, R: b}}
      d2: {raci: {A: a, R: b}}
      d3: {raci: {A: a, R: b}}
      d4: {raci: {A: a, R: b}}
      d5: {raci: {A: m, R: c}}
      d6: {raci: {A: m, R: c}}
      d7: {raci: {A: m, R: c}}
        """,
        select="RAC010",
    )


def test_seven_duties_are_too_few_to_judge() -> None:
    assert not findings(
        """
    departments: {sales: {head: m}}
    roles:
      m: {department: sales}
      a: {department: sales}
      b: {department: sales}
      c: {department: sales}
    duties:
      d0: {raci: {A: a, R: b}}
      d1: {raci: {A: a, R: b}}
      d2: {raci: {A: a, R: b}}
      d3: {raci: {A: a, R: b}}
      d4: {raci: {A: a, R: b}}
      d5: {raci: {A: m, R: c}}
      d6: {raci: {A: m, R: c}}
        """,
        select="RAC010",
    )


def test_one_role_that_answers_for_everything_is_found() -> None:
    duties = "".join(
        f"  d{i}: {{department: {unit}, raci: {{A: boss, R: {role}}}}}\n"
        for i, (unit, role) in enumerate([("x", "a"), ("y", "b"), ("z", "c")] * 3)
    )
    found = findings(
        "departments: {x: {}, y: {}, z: {}}\n"
        "roles: {boss: {}, a: {department: x}, b: {department: y}, c: {department: z}}\n"
        f"duties:\n{duties}",
        select="RAC010",
    )
    assert [each.address for each in found] == ["role/boss"]
    assert found[0].message.in_("zh") == "`boss` 对所有部门的全部 9 项职责负责"


def test_where_a_department_lacks_its_head_that_is_the_finding() -> None:
    duties = "".join(f"  d{i}: {{raci: {{A: lead, R: b}}}}\n" for i in range(8))
    text = (
        "departments: {x: {}, y: {head: boss}}\n"
        "roles: {boss: {department: y}, lead: {department: x}, a: {department: x},"
        " b: {department: x}, c: {department: x}}\n"
        f"duties:\n{duties}"
    )
    assert [each.code for each in findings(text, select="RAC010,ORG005")] == ["ORG005"]
    assert [each.code for each in findings(text, select="RAC010")] == ["RAC010"]
