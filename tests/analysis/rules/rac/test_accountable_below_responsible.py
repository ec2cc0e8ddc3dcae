"""RAC018: accountable-below-responsible."""

from __future__ import annotations

from orgspec.testing import check


def test_who_answers_for_a_superior_is_found() -> None:
    check(
        """
    roles:
      director: {reports_to: none}
      manager: {reports_to: director}
      rep: {reports_to: manager}
    duties:
      pricing: {raci: {A: rep, R: director}}
      #                   ^^^ RAC018
    """,
        select="RAC018",
    )


def test_the_usual_order_and_a_shared_letter_are_fine() -> None:
    check(
        """
    roles: {director: {reports_to: none}, rep: {reports_to: director}}
    duties:
      pricing: {raci: {A: director, R: rep}}
      quoting: {raci: {A: rep, R: [rep, director]}}
    """,
        select="RAC018",
    )


def test_a_circle_of_lines_is_left_to_its_own_check() -> None:
    check(
        """
    roles: {a: {reports_to: b}, b: {reports_to: a}}
    duties:
      pricing: {raci: {A: a, R: b}}
    """,
        select="RAC018",
    )
