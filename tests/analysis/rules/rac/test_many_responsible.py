"""RAC005: many-responsible."""

from __future__ import annotations

from orgspec.testing import check


def test_more_than_the_limit_are_found_at_the_letter() -> None:
    check(
        """
    roles: {manager: {}, p0: {}, p1: {}, p2: {}, p3: {}}
    duties:
      visits: {raci: {A: manager, R: [p0, p1, p2, p3]}}
      #                           ^ RAC005
    """,
        select="RAC005",
    )


def test_as_many_as_the_limit_are_silent() -> None:
    check(
        """
    roles: {manager: {}, p0: {}, p1: {}, p2: {}, p3: {}}
    duties:
      visits: {raci: {A: manager, R: [p0, p1, p2]}}
    """,
        select="RAC005",
    )


def test_the_limit_is_an_option() -> None:
    check(
        """
    checks: {options: {max_responsible: 4}}
    roles: {manager: {}, p0: {}, p1: {}, p2: {}, p3: {}}
    duties:
      visits: {raci: {A: manager, R: [p0, p1, p2, p3]}}
    """,
        select="RAC005",
    )


def test_a_department_sets_its_own_limit() -> None:
    check(
        """
    departments: {sales: {checks: {options: {max_responsible: 4}}}}
    roles: {manager: {department: sales}, p0: {}, p1: {}, p2: {}, p3: {}}
    duties:
      visits: {raci: {A: manager, R: [p0, p1, p2, p3]}}
    """,
        select="RAC005",
    )


def test_a_split_says_how_they_divide_the_work() -> None:
    check(
        """
    roles: {manager: {}, p0: {}, p1: {}, p2: {}, p3: {}}
    duties:
      visits: {raci: {A: manager, R: [p0, p1, p2, p3]}, split_by: region}
    """,
        select="RAC005",
    )
