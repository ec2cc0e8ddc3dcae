"""DUT005: idle-role."""

from orgspec.testing import check


def test_a_role_without_letters_among_roles_that_have_some_is_found() -> None:
    (found,) = check(
        """
    departments: {sales: {}}
    roles:
      seller: {department: sales}
      adviser: {department: sales}
    # ^^^^^^^ DUT005
    duties: {quoting: {raci: seller}}
    """,
        select="DUT005,RAC014",
    )
    assert "无事可做" in found.message.in_("zh")


def test_letters_of_steps_departments_heads_and_approvals_count() -> None:
    check(
        """
    departments:
      firm: {kind: company}
      sales: {parent: firm, head: manager}
      team: {parent: sales}
      board: {parent: firm}
    authorities: {discount: {levels: [{role: chair, up_to: 5}]}}
    roles:
      manager: {department: sales}
      seller: {department: sales}
      caller: {department: team}
      signer: {department: board}
      chair: {department: board}
    duties: {quoting: {raci: {A: seller, R: sales}}}
    workflows:
      order:
        steps:
          sign: {raci: signer, next: approve}
          approve: {action: approve, authority: discount, end: true}
    """,
        select="DUT005",
    )


def test_a_company_in_a_row_gives_nobody_below_it_work() -> None:
    check(
        """
    departments: {firm: {kind: company}, sales: {parent: firm}}
    roles:
      seller: {department: sales}
      adviser: {department: sales}
    # ^^^^^^^ DUT005
    duties: {quoting: {raci: {A: seller, R: seller, I: firm}}}
    """,
        select="DUT005",
    )


def test_assistants_agents_slips_and_departments_that_keep_no_letters_are_silent() -> None:
    check(
        """
    departments: {sales: {}, works: {}}
    roles:
      seller: {department: sales}
      helper: {department: sales, assistant: true}
      robot: {department: sales, kind: ai-agent}
      planner: {department: sales}
      turner: {department: works}
    duties: {quoting: {raci: {A: seller, R: seller, C: planer}}}
    """,
        select="DUT005",
    )


def test_it_is_withheld_where_a_file_cannot_be_read() -> None:
    check(
        """
    roles:
      seller: {}
      adviser: {}
    duties: {quoting: {raci: seller}
    """,
        select="DUT005",
    )
