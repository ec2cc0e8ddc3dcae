"""RAC020: collective-accountable."""

from __future__ import annotations

from orgspec.testing import check, findings


def test_a_department_a_partner_and_a_system_are_found() -> None:
    check(
        """
    departments: {sales: {head: manager}}
    partners: {forwarder: {}}
    systems: {erp: {}}
    roles: {manager: {department: sales}}
    duties:
      a: {raci: {A: sales, R: manager}}
      #             ^^^^^ RAC020
      b: {raci: {A: forwarder, R: manager}}
      #             ^^^^^^^^^ RAC020
      c: {raci: {A: erp, R: manager}}
      #             ^^^ RAC020
    """,
        select="RAC020",
    )


def test_a_department_that_works_is_fine() -> None:
    check(
        """
    departments: {sales: {head: manager}}
    roles: {manager: {department: sales}}
    duties: {a: {raci: {A: manager, R: sales}}}
    """,
        select="RAC020",
    )


def test_the_head_is_the_fix() -> None:
    (found,) = findings(
        """
        departments: {sales: {head: manager}}
        roles: {manager: {department: sales}}
        duties: {a: {raci: {A: sales, R: manager}}}
        """,
        select="RAC020",
    )
    assert found.fix is not None and found.fix.edits[0].text == "manager"
    assert found.message.in_("zh") == "`sales` 是部门，不能对 `a` 负责"


def test_who_is_read_as_its_head_lacks_no_accountable() -> None:
    assert not findings(
        """
        partners: {forwarder: {}}
        roles: {manager: {}}
        duties: {a: {raci: {A: forwarder, R: manager}}}
        """,
        select="RAC001",
    )
