"""WFL013: several-step-owners."""

from orgspec.testing import check

UNITS = """
departments:
  board: {head: boss}
  sales: {parent: board}
  export: {parent: sales}
  finance: {parent: board}
roles:
  boss: {department: board}
  seller: {department: sales}
  exporter: {department: export}
  accountant: {department: finance}
"""


def test_several_doers_of_different_departments_are_found_at_the_second() -> None:
    (found,) = check(
        UNITS
        + """
workflows:
  order:
    steps:
      check: {raci: {A: boss, R: [seller, accountant]}, end: true}
      #                                   ^^^^^^^^^^ WFL013
""",
        select="WFL013",
    )
    assert "seller, accountant" in found.message.in_("en")
    assert "seller、accountant" in found.message.in_("zh")


def test_a_split_a_doer_who_answers_or_related_departments_are_silent() -> None:
    check(
        UNITS
        + """
duties:
  checking: {raci: {A: boss, R: [seller, accountant]}, split_by: by customer}
workflows:
  order:
    steps:
      a: {raci: {A: boss, R: [seller, accountant]}, split_by: by customer, next: b}
      b: {raci: {A: seller, R: [seller, accountant]}, next: c}
      c: {raci: {A: boss, R: [seller, exporter]}, next: d}
      d: {duty: checking, next: e}
      e: {raci: {A: nobody-known, R: [seller, accountant]}, end: true}
""",
        select="WFL013",
    )


def test_steps_that_take_over_one_duty_are_one_finding() -> None:
    (found,) = check(
        UNITS
        + """
duties:
  checking: {raci: {A: boss, R: [seller, accountant]}}
workflows:
  order:
    steps:
      a: {duty: checking, next: b}
      #         ^^^^^^^^ WFL013
      b: {duty: checking, end: true}
""",
        select="WFL013",
    )
    addresses = {label.address for label in found.related}
    assert addresses == {"duty/checking", "step/order/b"}
