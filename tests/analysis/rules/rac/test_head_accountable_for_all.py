"""RAC011: head-accountable-for-all."""

from __future__ import annotations

from orgspec.testing import findings


def test_a_head_who_answers_for_every_duty_is_found() -> None:
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
      d3: {raci: {A: m, R: b}}
      d4: {raci: {A: m, R: b}}
      d5: {raci: {A: m, R: b}}
      d6: {raci: {A: m, R: c}}
      d7: {raci: {A: m, R: c}}
        """,
        select="RAC011",
    )
    assert found.address == "department/sales"
    assert found.message.in_("zh") == "`m` 对 `sales` 的全部 8 项职责负责"


def test_one_duty_that_another_answers_for_is_enough() -> None:
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
      d3: {raci: {A: m, R: b}}
      d4: {raci: {A: m, R: b}}
      d5: {raci: {A: m, R: b}}
      d6: {raci: {A: m, R: c}}
      d7: {raci: {A: c, R: c}}
        """,
        select="RAC011",
    )


def test_the_head_is_reported_before_other_loads() -> None:
    found = findings(
        """
    departments: {sales: {head: m}}
    roles:
      m: {department: sales}
      a: {department: sales}
      b: {department: sales}
      c: {department: sales}
    duties:
      d0: {raci: {A: m, R: m}}
      d1: {raci: {A: m, R: m}}
      d2: {raci: {A: m, R: m}}
      d3: {raci: {A: m, R: m}}
      d4: {raci: {A: m, R: m}}
      d5: {raci: {A: m, R: m}}
      d6: {raci: {A: m, R: m}}
      d7: {raci: {A: m, R: m}}
        """,
        select="RAC",
    )
    assert "RAC012" not in [each.code for each in found]
