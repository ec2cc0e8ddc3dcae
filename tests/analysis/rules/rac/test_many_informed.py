"""RAC007: many-informed."""

from __future__ import annotations

from orgspec.testing import check


def test_more_than_the_limit_are_found_at_the_letter() -> None:
    check(
        """
    roles: {manager: {}, p0: {}, p1: {}, p2: {}, p3: {}, p4: {}, p5: {}, p6: {}}
    duties:
      visits: {raci: {A: manager, R: manager, I: [p0, p1, p2, p3, p4, p5, p6]}}
      #                                       ^ RAC007
    """,
        select="RAC007",
    )


def test_as_many_as_the_limit_are_silent() -> None:
    check(
        """
    roles: {manager: {}, p0: {}, p1: {}, p2: {}, p3: {}, p4: {}, p5: {}, p6: {}}
    duties:
      visits: {raci: {A: manager, R: manager, I: [p0, p1, p2, p3, p4, p5]}}
    """,
        select="RAC007",
    )


def test_the_limit_is_an_option() -> None:
    check(
        """
    checks: {options: {max_informed: 7}}
    roles: {manager: {}, p0: {}, p1: {}, p2: {}, p3: {}, p4: {}, p5: {}, p6: {}}
    duties:
      visits: {raci: {A: manager, R: manager, I: [p0, p1, p2, p3, p4, p5, p6]}}
    """,
        select="RAC007",
    )


def test_a_department_sets_its_own_limit() -> None:
    check(
        """
    departments: {sales: {checks: {options: {max_informed: 7}}}}
    roles: {manager: {department: sales}, p0: {}, p1: {}, p2: {}, p3: {}, p4: {}, p5: {}, p6: {}}
    duties:
      visits: {raci: {A: manager, R: manager, I: [p0, p1, p2, p3, p4, p5, p6]}}
    """,
        select="RAC007",
    )


def test_a_department_is_one_party() -> None:
    check(
        """
    departments: {sales: {head: p0}}
    roles:
      manager: {}
      p0: {department: sales}
      p1: {department: sales}
      p2: {department: sales}
      p3: {department: sales}
      p4: {department: sales}
      p5: {department: sales}
      p6: {department: sales}
    duties:
      visits: {raci: {A: manager, R: manager, I: [sales]}}
    """,
        select="RAC007",
    )
