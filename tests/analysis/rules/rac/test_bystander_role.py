"""RAC014: bystander-role."""

from __future__ import annotations

from orgspec.testing import check, findings


def test_a_role_that_only_hears_is_found() -> None:
    (found,) = findings(
        """
        roles: {manager: {}, adviser: {}}
        duties: {pricing: {raci: {A: manager, R: manager, C: adviser}}}
        """,
        select="RAC014",
    )
    assert found.address == "role/adviser"
    assert found.message.in_("zh") == "`adviser` 只被咨询，从未执行或负责"


def test_the_work_of_its_department_counts() -> None:
    check(
        """
    departments: {sales: {head: manager}}
    roles: {manager: {department: sales}, adviser: {department: sales}}
    duties: {pricing: {raci: {A: manager, R: sales, C: adviser}}}
    """,
        select="RAC014",
    )


def test_who_hears_with_the_department_alone_is_a_bystander() -> None:
    check(
        """
    departments: {sales: {}}
    roles: {manager: {}, clerk: {department: sales}}
    #                    ^^^^^ RAC014
    duties: {pricing: {raci: {A: manager, R: manager, I: sales}}}
    """,
        select="RAC014",
    )


def test_an_agent_or_a_role_without_letters_is_none() -> None:
    check(
        """
    roles: {manager: {}, bot: {kind: ai-agent}, idle: {}}
    duties: {pricing: {raci: {A: manager, R: manager, C: bot}}}
    """,
        select="RAC014",
    )
