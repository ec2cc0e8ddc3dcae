"""DUT007: shared-exclusive."""

from orgspec.testing import check, findings

DUTY = """
roles: {a: {}, b: {}, boss: {}}
duties:
  paying: {raci: {A: boss, R: a}, object: money, action: pay, exclusive: true}
"""


def test_a_second_responsible_is_found() -> None:
    check(
        """
    roles: {a: {}, b: {}, boss: {}}
    duties:
      paying: {raci: {A: boss, R: [a, b]}, exclusive: true}
      #                               ^ DUT007
      dealt: {raci: {A: boss, R: [a, b]}, exclusive: true, split_by: region}
    """,
        select="DUT007",
    )


def test_another_duty_with_the_same_verb_in_another_language_is_found_and_alone() -> None:
    text = DUTY + "  zahlen: {raci: {A: boss, R: b}, object: money, action: 支付}\n"
    (found,) = findings(text, select="DUT006,DUT007")
    assert found.code == "DUT007"
    assert "paying" in found.message.in_("en") and "专有" in found.message.in_("zh")


def test_another_verb_object_or_the_same_role_is_silent() -> None:
    check(
        DUTY
        + """
  noting: {raci: {A: boss, R: b}, object: money, action: record}
  buying: {raci: {A: boss, R: b}, object: goods, action: pay}
  again: {raci: {A: boss, R: a}, object: money, action: pay}
""",
        select="DUT007",
    )


def test_without_a_verb_any_is_meant_and_steps_count_once() -> None:
    check(
        """
    roles: {a: {}, b: {}, boss: {}}
    duties:
      keeping: {raci: {A: boss, R: a}, object: money, exclusive: true}
      counting: {raci: {A: boss, R: b}, object: money, action: count}
      #                             ^ DUT007
    workflows:
      w:
        object: money
        steps:
          one: {duty: counting, next: two}
          two: {raci: {A: boss, R: b}, end: true}
          #                        ^ DUT007
    """,
        select="DUT007",
    )
