"""RAC012: responsible-overload."""

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
      d0: {raci: {A: m, R: a}}
      d1: {raci: {A: m, R: a}}
      d2: {raci: {A: m, R: a}}
      d3: {raci: {A: m, R: a}}
      d4: {raci: {A: m, R: a}}
      d5: {raci: {A: m, R: a}}
      d6: {raci: {A: b, R: c}}
      d7: {raci: {A: b, R: c}}
        """,
        select="RAC012",
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
      d0: {raci: {A: m, R: a}}
      d1: {raci: {A: m, R: a}}
      d2: {raci: {A: m, R: a}}
      d3: {raci: {A: m, R: a}}
      d4: {raci: {A: m, R: a}}
      d5: {raci: {A: b, R: c}}
      d6: {raci: {A: b, R: c}}
      d7: {raci: {A: b, R: c}}
        """,
        select="RAC012",
    )


def test_a_department_sets_its_own_share() -> None:
    assert not findings(
        """
    departments: {sales: {head: m, checks: {options: {responsible_share: 100%}}}}
    roles:
      m: {department: sales}
      a: {department: sales}
      b: {department: sales}
      c: {department: sales}
    duties:
      d0: {raci: {A: m, R: a}}
      d1: {raci: {A: m, R: a}}
      d2: {raci: {A: m, R: a}}
      d3: {raci: {A: m, R: a}}
      d4: {raci: {A: m, R: a}}
      d5: {raci: {A: m, R: a}}
      d6: {raci: {A: b, R: c}}
      d7: {raci: {A: b, R: c}}
        """,
        select="RAC012",
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
      d0: {raci: {A: m, R: a}}
      d1: {raci: {A: m, R: a}}
      d2: {raci: {A: m, R: a}}
      d3: {raci: {A: m, R: a}}
      d4: {raci: {A: m, R: a}}
      d5: {raci: {A: m, R: a}}
      d6: {raci: {A: b, R: c}}
        """,
        select="RAC012",
    )


def test_a_role_of_several_heads_may_do_most() -> None:
    assert not findings(
        """
    departments: {sales: {head: m}}
    roles:
      m: {department: sales}
      a: {department: sales, headcount: 3}
      b: {department: sales}
      c: {department: sales}
    duties:
      d0: {raci: {A: m, R: a}}
      d1: {raci: {A: m, R: a}}
      d2: {raci: {A: m, R: a}}
      d3: {raci: {A: m, R: a}}
      d4: {raci: {A: m, R: a}}
      d5: {raci: {A: m, R: a}}
      d6: {raci: {A: b, R: c}}
      d7: {raci: {A: b, R: c}}
        """,
        select="RAC012",
    )
