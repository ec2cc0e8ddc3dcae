"""TIM001, TIM003–TIM007 and TIM011: limits that lack, clash or mean nothing."""

from orgspec.testing import check, findings

FLOW = """
roles: {{lead: {{reports_to: none}}, clerk: {{reports_to: lead}}}}
workflows:
  order:
    owner: lead
    steps:
      enter: {{raci: clerk, {enter}next: done}}
      done: {{raci: clerk, {done}end: true}}
"""
HANDOFF = """
roles: {{lead: {{reports_to: none}}, clerk: {{reports_to: lead}}}}
handoffs:
  slip: {{from: clerk, to: lead, within: {within}, needed_within: {needed}}}
"""
KPI = """
roles: {{lead: {{reports_to: none}}, clerk: {{reports_to: lead}}}}
workflows:
  order: {{steps: {{answer: {{raci: clerk, within: 1 working day, end: true}}}}}}
kpis: {{speed: {{name: {name}, target: {target}, measures: order/answer}}}}
"""


def test_a_step_without_limit_among_others_with_one_is_found() -> None:
    (found,) = findings(FLOW.format(enter="within: 1 hour, ", done=""), select="TIM001")
    assert found.address == "step/order/done"
    assert "没有时限" in found.message.in_("zh")


def test_where_few_steps_have_limits_none_is_missed_unless_all_is_asked() -> None:
    text = FLOW.format(enter="", done="")
    assert not findings(text, select="TIM001")
    assert len(findings(text, select="TIM001", profile="strict")) == 2


def test_a_limit_that_cannot_be_read_is_not_missing() -> None:
    text = FLOW.format(enter="within: 1 hour, ", done="within: soon, ")
    assert not findings(text, select="TIM001")


def test_a_handoff_is_late_only_if_it_is_so_for_certain() -> None:
    def late(within: str, needed: str) -> bool:
        return bool(findings(HANDOFF.format(within=within, needed=needed), select="TIM004"))

    assert late("2 working days", "1 working day")
    assert not late("1 working day", "8 hours")
    assert not late("2 calendar days", "1 working day")
    assert late("2 working days", "1 calendar day")


def test_a_kpi_must_not_ask_for_less_than_the_step_is_allowed() -> None:
    (found,) = findings(KPI.format(name="Speed", target="≤ 4 hours"), select="TIM003")
    assert "允许 1 个工作日" in found.message.in_("zh")
    assert not findings(KPI.format(name="Speed", target="≤ 8 hours"), select="TIM003")
    assert not findings(KPI.format(name="Average speed", target="≤ 4 hours"), select="TIM003")
    assert not findings(KPI.format(name="平均用时", target="≤ 4 hours"), select="TIM003")
    assert not findings(KPI.format(name="Speed", target="≥ 4 hours"), select="TIM003")


def test_what_is_checked_weekly_must_come_weekly() -> None:
    text = """
        roles: {lead: {reports_to: none}, clerk: {reports_to: lead}}
        artifacts: {report: {}}
        duties:
          write: {raci: clerk, frequency: monthly, deliverables: report}
          check: {raci: lead, frequency: weekly, object: report, inputs: [report]}
          #                                                               ^^^^^^ TIM005
        """
    (found,) = check(text, select="TIM005")
    assert "每周" in found.message.in_("zh")
    assert not findings(text.replace("object: report, ", ""), select="TIM005")
    assert not findings(text.replace("monthly", "daily"), select="TIM005")
    assert not findings(text.replace("frequency: monthly, ", ""), select="TIM005")


def test_bare_days_are_one_finding_with_their_number() -> None:
    (found,) = check(
        """
        roles: {clerk: {reports_to: none}}
        workflows:
          order:
            within: 3 days
            #       ^^^^^^ TIM006
            steps:
              enter: {raci: clerk, within: 1天, next: send}
              send: {raci: clerk, within: 1 working day, end: true}
        """,
        select="TIM006",
    )
    assert "2 place" in found.message.in_("en")
    assert "共 2 处" in found.message.in_("zh")


def test_bare_days_are_clear_in_an_emergency_and_where_the_calendar_says() -> None:
    text = FLOW.format(enter="within: 1 day, ", done="")
    assert findings(text, select="TIM006")
    assert not findings(text + "    kind: emergency\n", select="TIM006")
    calendar = "organization: {calendar: {days: calendar}}\n"
    assert not findings(calendar + text.lstrip("\n"), select="TIM006")


def test_a_limit_that_nothing_follows_from_is_found_where_others_have_a_ladder() -> None:
    text = """
        roles: {lead: {reports_to: none}, clerk: {reports_to: lead}}
        workflows:
          one: {owner: lead, within: 1 hour, escalation: {to: owner}, steps: {a: {raci: clerk, end: true}}}
          two: {owner: lead, within: 1 hour, steps: {a: {raci: clerk, end: true}}}
          #                          ^^^^^^ TIM007
        """
    (found,) = check(text, select="TIM007")
    assert "不上报" in found.message.in_("zh")
    own = text.replace(
        "a: {raci: clerk, end", "a: {raci: clerk, within: 1 hour, escalation: {to: lead}, end"
    )
    assert not findings(own, select="TIM007")
    assert not findings(text.replace("escalation: {to: owner}, ", ""), select="TIM007")


def test_the_first_step_of_an_emergency_says_how_soon_and_who() -> None:
    text = """
        roles: {lead: {reports_to: none}}
        workflows:
          fire:
            kind: emergency
            steps:
              bell: {kind: event, next: alarm}
              alarm: {raci: lead, next: leave}
        #     ^^^^^ TIM011
              leave: {raci: lead, end: true}
        """
    (found,) = check(text, select="TIM011")
    assert "多快响应" in found.message.in_("zh")
    assert not findings(
        text.replace("alarm: {raci: lead,", "alarm: {raci: lead, within: 5 minutes,"),
        select="TIM011",
    )
    assert not findings(text.replace("kind: emergency", "kind: standard"), select="TIM011")
