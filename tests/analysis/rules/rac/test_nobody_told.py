"""RAC008: nobody-told."""

from __future__ import annotations

from orgspec.testing import check


def test_work_done_in_another_department_in_silence_is_found() -> None:
    check(
        """
    departments: {sales: {}, finance: {}}
    roles: {manager: {department: sales}, cashier: {department: finance}}
    duties:
      refunds: {raci: {A: manager, R: cashier}}
      #                               ^^^^^^^ RAC008
    """,
        select="RAC008",
    )


def test_a_consulted_party_or_coordination_is_enough() -> None:
    check(
        """
    departments: {sales: {}, finance: {}}
    roles: {manager: {department: sales}, cashier: {department: finance}}
    duties:
      refunds: {raci: {A: manager, R: cashier, I: sales}}
      credit: {raci: {A: manager, R: cashier}, coordination: finance}
    """,
        select="RAC008",
    )


def test_a_handoff_between_the_departments_is_enough() -> None:
    check(
        """
    departments: {sales: {}, finance: {}}
    roles: {manager: {department: sales}, cashier: {department: finance}}
    duties:
      refunds: {raci: {A: manager, R: cashier}}
    handoffs:
      sales-to-finance: {from: sales, to: finance}
    """,
        select="RAC008",
    )


def test_a_department_below_the_other_is_no_other() -> None:
    check(
        """
    departments: {sales: {}, desk: {parent: sales}}
    roles: {manager: {department: sales}, cashier: {department: desk}}
    duties: {refunds: {raci: {A: manager, R: cashier}}}
    """,
        select="RAC008",
    )


def test_a_deliverable_that_another_department_takes_in_silence_is_found() -> None:
    check(
        """
    departments: {sales: {}, finance: {}}
    roles: {manager: {department: sales}, cashier: {department: finance}}
    artifacts: {report: {}}
    duties:
      report: {raci: manager, deliverables: [report]}
      #                                      ^^^^^^ RAC008
      books: {raci: cashier, inputs: [report]}
    """,
        select="RAC008",
    )
