"""WFL014: vacant-step-owner."""

from __future__ import annotations

from orgspec.testing import check


def test_a_vacant_role_that_alone_does_steps_is_found_once() -> None:
    (found,) = check(
        """
    roles:
      boss: {}
      clerk: {}
    # ^^^^^ WFL014
    people: {li: {holds: boss}}
    duties: {filing: {raci: {A: boss, R: clerk}}}
    workflows:
      w:
        steps:
          enter: {raci: {A: boss, R: clerk}, next: file}
          file: {duty: filing, end: true}
    """,
        select="WFL014,STF001",
    )
    assert found.message.in_("en") == (
        "nobody holds `clerk`, the only one who does step `enter` of `w` and 1 more, "
        "and nobody stands in"
    )
    assert found.message.in_("zh") == (
        "`clerk` 独自执行流程 `w` 的步骤 `enter` 等 2 个步骤，却无人任职，也无人代理"
    )
    assert [x.message.in_("en") for x in found.related if x.message] == [
        "only R of duty `filing`",
        "only R of step `enter` of `w`",
        "only R of step `file` of `w` through its duty `filing`",
    ]


def test_a_second_doer_is_enough_and_so_is_a_deputy() -> None:
    check(
        """
    roles: {boss: {}, clerk: {}, rep: {deputy: boss}}
    people: {li: {holds: boss}}
    workflows:
      w:
        steps:
          enter: {raci: {A: boss, R: [clerk, boss]}, next: file}
          file: {raci: {A: boss, R: rep}, end: true}
    """,
        select="WFL014",
    )


def test_who_also_answers_is_found_there() -> None:
    check(
        """
    roles:
      boss: {}
      clerk: {}
    # ^^^^^ RAC023
    people: {li: {holds: boss}}
    workflows: {w: {steps: {enter: {raci: clerk, end: true}}}}
    """,
        select="WFL014,RAC023",
    )


def test_an_agent_does_its_steps_and_a_gateway_needs_nobody() -> None:
    check(
        """
    roles: {boss: {}, bot: {kind: ai-agent}, clerk: {}}
    people: {li: {holds: boss}}
    workflows:
      w:
        steps:
          enter: {raci: {A: boss, R: bot}, next: ask}
          ask: {kind: gateway, raci: {A: boss, R: clerk}, end: true}
    """,
        select="WFL014",
    )


def test_without_people_only_a_figure_of_nobody_speaks() -> None:
    check(
        """
    roles:
      boss: {}
      clerk: {headcount: {planned: 2, current: 0}}
    # ^^^^^ WFL014
      rep: {headcount: {planned: 2, current: 1}}
    workflows:
      w:
        steps:
          enter: {raci: {A: boss, R: clerk}, next: file}
          file: {raci: {A: boss, R: rep}, end: true}
    """,
        select="WFL014",
    )


def test_a_name_that_resolves_to_nothing_may_be_a_second_doer() -> None:
    check(
        """
    roles: {boss: {}, clerk: {}}
    people: {li: {holds: boss}}
    workflows: {w: {steps: {enter: {raci: {A: boss, R: [clerk, nobody]}, end: true}}}}
    """,
        select="WFL014",
    )
