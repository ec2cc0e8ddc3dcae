"""TIM008 and TIM009: ladders that lead in circles, to nobody, or down."""

from orgspec.testing import check, findings

FIRM = """
roles:
  director: {{reports_to: none}}
  lead: {{reports_to: director}}
  clerk: {{reports_to: lead}}
workflows:
  order:
    owner: lead
    escalation: {ladder}
    steps:
      enter: {{raci: {who}, within: 1 hour, end: true}}
"""


def _codes(ladder: str, who: str = "clerk") -> list[str]:
    return [x.code for x in findings(FIRM.format(ladder=ladder, who=who), select="TIM008,TIM009")]


def test_a_role_that_is_written_twice_is_found_at_the_second_place() -> None:
    (found,) = check(
        """
        roles: {lead: {reports_to: none}, clerk: {reports_to: lead}}
        workflows:
          order:
            owner: lead
            escalation: [{after: 1 hour, to: lead}, {after: 2 hours, to: lead}]
            #                                                            ^^^^ TIM008
            steps: {enter: {raci: clerk, within: 1 hour, end: true}}
        """,
        select="TIM008",
    )
    assert "两次上报" in found.message.in_("zh")


def test_times_grow_from_rung_to_rung() -> None:
    assert _codes("[{after: 1 working day, to: lead}, {after: 8 hours, to: director}]") == [
        "TIM008"
    ]
    assert _codes("[{after: 1 calendar day, to: lead}, {after: 1 working day, to: director}]") == []
    assert _codes("[{after: 1 hour, to: lead}, {to: director}]") == []


def test_rungs_that_happen_to_be_one_role_are_skipped() -> None:
    assert _codes("[{after: 1 hour, to: superior}, {after: 2 hours, to: owner}]") == []


def test_a_ladder_without_anybody_else_is_found() -> None:
    assert _codes("[{after: 1 hour, to: owner}]", who="lead") == ["TIM009"]
    assert _codes("[{after: 1 hour, to: owner}, {after: 2 hours, to: superior}]", who="lead") == []


def test_a_ladder_must_not_lead_down() -> None:
    assert _codes("[{after: 1 hour, to: clerk}]", who="lead") == ["TIM009"]


def test_above_the_top_there_is_nobody() -> None:
    assert _codes("[{after: 1 hour, to: superior}]", who="director") == []


def test_an_unknown_name_counts_as_somebody() -> None:
    assert _codes("[{after: 1 hour, to: ghost}]", who="lead") == []


def test_a_handoff_escalates_above_its_giver() -> None:
    text = """
roles: {{director: {{reports_to: none}}, lead: {{reports_to: director}}, clerk: {{reports_to: lead}}}}
handoffs: {{slip: {{from: clerk, to: director, within: 1 hour, escalation: {{after: 1 hour, to: {to}}}}}}}
"""
    assert not findings(text.format(to="superior"), select="TIM009")
    assert findings(text.format(to="clerk"), select="TIM009")
