"""RAC022: unanswered-agent."""

from __future__ import annotations

from orgspec.testing import check, findings


def test_an_agent_and_a_system_role_do_not_answer() -> None:
    found = check(
        """
    roles:
      boss: {}
      bot: {kind: ai-agent, reports_to: boss}
      machine: {kind: system}
    duties:
      a: {raci: {A: bot, R: boss}}
      #             ^^^ RAC022
      b: {raci: {A: boss, R: bot}}
    workflows:
      w:
        steps:
          c: {raci: {A: machine, R: boss}, end: true}
          #             ^^^^^^^ RAC022
    """,
        select="RAC022",
    )
    assert found[0].message.in_("en") == "`bot` is an AI agent and cannot answer for `a`"
    assert found[0].message.in_("zh") == "`bot` 是智能体（AI），不能对 `a` 负责"
    assert found[0].help is not None and "`boss`" in found[0].help.in_("en")
    assert found[0].related[0].message is not None


def test_what_a_step_takes_over_is_said_of_its_duty() -> None:
    check(
        """
    roles: {boss: {}, bot: {kind: ai-agent}}
    duties:
      a: {raci: {A/R: bot}}
      #               ^^^ RAC022
    workflows:
      w: {steps: {c: {duty: a, next: d}, d: {duty: a, raci: {R: boss}, end: true}}}
    """,
        select="RAC022",
    )


def test_an_agent_at_the_head_of_a_department_is_told_instead_of_the_department() -> None:
    (found,) = check(
        """
    departments: {desk: {head: bot}}
    roles: {bot: {kind: ai-agent, department: desk}, clerk: {department: desk}}
    duties:
      a: {raci: {A: desk, R: clerk}}
      #             ^^^^ RAC022
    """,
        select="RAC020,RAC022",
    )
    assert [x.address for x in found.related] == ["department/desk", "role/bot"]


def test_an_agent_that_decides_by_an_authority_is_found_at_the_level() -> None:
    check(
        """
    roles: {boss: {}, bot: {kind: ai-agent}}
    authorities:
      discount: {measure: "%", levels: [{role: bot, up_to: 5}, {role: boss, up_to: 10}]}
      #                                        ^^^ RAC022
    workflows:
      w: {steps: {c: {action: approve, authority: {id: discount, up_to: 3}, end: true}}}
    """,
        select="RAC022",
    )


def test_people_who_answer_are_fine() -> None:
    assert not findings(
        "roles: {boss: {}, bot: {kind: system}}\nduties: {a: {raci: {A: boss, R: bot}}}",
        select="RAC022",
    )
