"""WFL015: step-without-duty."""

from orgspec.testing import check


def test_a_step_without_duty_among_steps_with_one_is_found() -> None:
    (found,) = check(
        """
    duties: {selling: {}}
    workflows:
      order:
        steps:
          a: {duty: selling, next: b}
          b: {end: true}
    #     ^ WFL015
    """,
        select="WFL015",
    )
    assert "不属于任何职责" in found.message.in_("zh")


def test_where_few_steps_name_one_none_is_asked_for() -> None:
    text = """
    duties: {selling: {}}
    workflows:
      order:
        steps:
          a: {duty: selling, next: b}
          b: {next: c}
    #     ^ WFL015
          c: {end: true}
    #     ^ WFL015
    """
    check("\n".join(x for x in text.splitlines() if "^" not in x), select="WFL015")
    check(text, select="WFL015", profile="strict")


def test_another_workflow_does_not_count() -> None:
    check(
        """
    duties: {selling: {}}
    workflows:
      order: {steps: {a: {duty: selling, next: b}, b: {duty: selling, end: true}}}
      other: {steps: {a: {end: true}}}
    """,
        select="WFL015",
    )


def test_events_gateways_and_calls_need_no_duty() -> None:
    check(
        """
    duties: {selling: {}}
    workflows:
      order:
        steps:
          s: {kind: event, next: a}
          a: {duty: selling, next: g}
          g: {kind: gateway, next: c}
          c: {call: other, end: true}
      other: {steps: {a: {duty: selling, end: true}}}
    """,
        select="WFL015",
    )


def test_a_duty_that_nothing_declares_is_named() -> None:
    check(
        "workflows: {order: {steps: {a: {duty: seling, next: b}, b: {duty: x, end: true}}}}",
        select="WFL015",
    )


def test_an_approval_under_an_authority_is_part_of_that() -> None:
    check(
        """
    duties: {selling: {}}
    authorities: {discount: {}}
    workflows:
      order:
        steps:
          a: {duty: selling, next: b}
          b: {action: approve, authority: discount, next: c}
          c: {duty: selling, end: true}
    """,
        select="WFL015",
    )
