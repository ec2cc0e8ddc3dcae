"""STF001: vacant-role."""

from __future__ import annotations

from orgspec.testing import check, findings


def test_a_role_that_nobody_holds_is_vacant() -> None:
    check(
        """
    roles:
      manager: {}
      clerk: {}
    # ^^^^^ STF001
    people: {li: {holds: manager}}
    """,
        select="STF001",
    )


def test_without_people_only_a_figure_of_nobody_is_a_vacancy() -> None:
    check(
        """
    departments: {sales: {}, stores: {}}
    roles:
      manager: {department: sales}
      keeper: {department: stores}
      porter: {department: stores, headcount: {planned: 2, current: 0}}
    # ^^^^^^ STF001
    people: {li: {holds: manager}}
    """,
        select="STF001",
    )


def test_an_acting_holder_and_a_held_deputy_cover() -> None:
    check(
        """
    roles:
      manager: {deputy: rep}
      clerk: {}
      rep: {}
    people: {li: {holds: [rep, {role: clerk, acting: true, until: 2026-06-30}]}}
    """,
        select="STF001",
    )


def test_a_vacant_deputy_leaves_a_role_uncovered_and_is_shown() -> None:
    (found, deputy) = check(
        """
    roles:
      manager: {deputy: clerk}
    # ^^^^^^^ STF001
      clerk: {}
    # ^^^^^ STF001
      rep: {}
    people: {li: {holds: rep}}
    """,
        select="STF001",
    )
    said = [x.message.in_("en") for x in found.related if x.message]
    assert said == ["nobody holds its deputy `clerk` either"]
    assert not deputy.related


def test_no_planned_heads_an_agent_and_a_broken_name_are_no_vacancy() -> None:
    check(
        """
    roles:
      manager: {}
      former: {headcount: 0}
      bot: {kind: ai-agent}
      clerk: {}
    people: {li: {holds: manager}, wu: {holds: clerkk}}
    """,
        select="STF001",
    )


def test_it_leaves_the_word_to_what_hangs_on_the_role() -> None:
    check(
        """
    roles:
      manager: {}
    # ^^^^^^^ RAC023
      clerk: {}
    # ^^^^^ WFL014
      rep: {}
      porter: {}
    # ^^^^^^ STF001
      former: {}
    people:
      li: {holds: rep}
      wu: {holds: {role: former, until: 2025-12-31}}
      #                                 ^^^^^^^^^^ STF011
    duties:
      quoting: {raci: {A: manager, R: rep}}
      pricing: {raci: {A: former, R: rep}}
    workflows:
      ordering:
        steps: {enter: {raci: {A: manager, R: clerk}, end: true}}
    """,
        select="STF001,STF003,STF011,RAC023,WFL014",
    )


def test_who_comes_and_what_only_it_does_are_shown_in_both_languages() -> None:
    (found,) = findings(
        """
        departments: {sales: {functions: [offers]}}
        roles: {manager: {}, clerk: {reports_to: manager}}
        people: {li: {holds: manager}, wu: {holds: {role: clerk, since: 2026-02-01}}}
        duties: {quoting: {fulfils: sales/offers, raci: {A: manager, R: clerk}}}
        """,
        select="STF001",
    )
    assert found.message.in_("zh") == "岗位 `clerk` 空缺：无人任职，也无人代理"
    assert [x.message.in_("en") for x in found.related if x.message] == [
        "`wu` from 2026-02-01",
        "only R of duty `quoting`, which carries `offers`",
    ]
    assert [x.message.in_("zh") for x in found.related if x.message] == [
        "`wu` 2026-02-01 起任职",
        "承担职能 `offers` 的职责 `quoting` 的唯一的 R",
    ]
    assert found.help is not None and "`manager`" in found.help.in_("en")
