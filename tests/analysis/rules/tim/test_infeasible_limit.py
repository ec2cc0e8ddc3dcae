"""TIM002: the limits of the steps against that of the whole."""

from orgspec.testing import check, findings

FLOW = """
roles: {{clerk: {{reports_to: none}}}}
workflows:
  order:
    within: {limit}
    steps:
      enter: {{raci: clerk, within: 1 working day, next: ask}}
      ask: {{raci: clerk, within: 4 hours, next: [{{to: done, when: yes}}, {{to: enter, otherwise: true{often}}}]}}
      done: {{raci: clerk, within: 4 hours, end: true}}
"""


def test_a_path_that_is_longer_than_the_whole_may_take_is_told_step_by_step() -> None:
    (found,) = check(
        """
        roles: {clerk: {reports_to: none}}
        workflows:
          order:
            within: 2 working days
            #       ^^^^^^^^^^^^^^ TIM002
            steps:
              enter: {raci: clerk, within: 2 working days, next: done}
              done: {raci: clerk, within: 4 hours, end: true}
        """,
        select="TIM002",
    )
    assert "2 working days 4 hours; it may take 2 working days" in found.message.in_("en")
    assert "合计 2 个工作日 4 小时" in found.message.in_("zh")
    told = [label.message.in_("en") for label in found.related if label.message]
    assert told == [
        "2 working days, 2 working days so far",
        "4 hours, 2 working days 4 hours so far",
    ]


def test_exactly_as_long_is_no_longer_and_loops_count() -> None:
    assert not findings(FLOW.format(limit="28 hours", often=""), select="TIM002")
    assert findings(FLOW.format(limit="27 hours", often=""), select="TIM002")
    assert findings(FLOW.format(limit="28 hours", often=", at_most: 2"), select="TIM002")


def test_clock_time_is_only_held_against_working_time_where_the_days_do_not_matter() -> None:
    assert not findings(FLOW.format(limit="5 calendar days", often=""), select="TIM002")
    assert findings(FLOW.format(limit="2 calendar days", often=""), select="TIM002")


def test_a_limit_that_cannot_be_read_is_not_judged() -> None:
    assert not findings(FLOW.format(limit="soon", often=""), select="TIM002")
