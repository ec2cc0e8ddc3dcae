"""DUT001: duty-without-task."""

from orgspec.testing import check

KEPT = """
roles: {seller: {}, clerk: {}}
duties:
  quoting: {raci: seller, tasks: [work out the price]}
"""


def test_a_duty_without_tasks_among_duties_that_have_some_is_found() -> None:
    (found,) = check(
        KEPT
        + """
  contracting: {raci: seller}
# ^^^^^^^^^^^ DUT001
""",
        select="DUT001",
    )
    assert "没有工作任务" in found.message.in_("zh")


def test_a_step_that_names_it_shows_what_is_done() -> None:
    check(
        KEPT
        + """
  contracting: {raci: seller}
workflows: {order: {steps: {sign: {duty: contracting, end: true}}}}
""",
        select="DUT001",
    )


def test_duties_of_a_role_that_keeps_no_tasks_are_not_judged() -> None:
    text = KEPT + "  filing: {raci: clerk}\n"
    check(text, select="DUT001")
    check(text + "# ^^^^^^ DUT001\n", select="DUT001", profile="strict")


def test_less_than_half_asks_for_nothing_and_several_doers_count_each_duty_once() -> None:
    check(KEPT + "  filing: {raci: seller}\n  calling: {raci: seller}\n", select="DUT001")
    check(
        KEPT
        + """
  filing: {raci: {A: seller, R: [seller, clerk]}}
# ^^^^^^ DUT001
""",
        select="DUT001",
    )
