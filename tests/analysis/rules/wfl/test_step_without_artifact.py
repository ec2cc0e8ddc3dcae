"""WFL017: step-without-artifact."""

from orgspec.testing import check

PARTIES = """
departments: {board: {head: boss}, sales: {parent: board}, stock: {parent: board}}
roles:
  boss: {department: board}
  seller: {department: sales, reports_to: boss}
  keeper: {department: stock, reports_to: boss}
artifacts: {order: {}, note: {}, list: {}}
"""


def judge(*lines: str, select: str = "WFL017,HND003,HND002", **settings: str) -> None:
    check(PARTIES + "\n".join(lines) + "\n", select=select, **settings)


def test_a_crossing_on_which_nothing_passes_is_found() -> None:
    (found,) = check(
        PARTIES
        + """
workflows:
  w:
    steps:
      a: {raci: seller, outputs: order, next: b}
#                                             ^ WFL017
      b: {raci: keeper, outputs: note, end: true}
""",
        select="WFL017",
    )
    assert found.help is not None and "`a` gives `order`" in found.help.in_("en")
    assert "却未写明交接什么" in found.message.in_("zh")


def test_what_the_giver_makes_or_works_on_passes() -> None:
    judge(
        "workflows:",
        "  w:",
        "    steps:",
        "      a: {raci: seller, outputs: order, next: b}",
        "      b: {raci: keeper, inputs: order, next: c}",
        "      c: {raci: seller, inputs: order, end: true}",
    )


def test_what_duties_and_called_workflows_take_passes() -> None:
    judge(
        "duties:",
        "  selling: {raci: seller, deliverables: order}",
        "  packing: {raci: keeper, inputs: order, deliverables: note}",
        "workflows:",
        "  w:",
        "    steps:",
        "      a: {duty: selling, next: b}",
        "      b: {duty: packing, next: c}",
        "      c: {raci: seller, call: v, end: true}",
        "  v: {owner: seller, steps: {a: {raci: seller, inputs: note, end: true}}}",
    )


def test_within_a_department_nothing_needs_to_pass() -> None:
    judge(
        "workflows:",
        "  w: {steps: {a: {raci: seller, outputs: order, next: b}, b: {raci: seller, end: true}}}",
    )


def test_where_few_steps_name_artifacts_none_is_asked_for() -> None:
    lines = (
        "workflows:",
        "  w:",
        "    steps:",
        "      a: {raci: seller, outputs: order, next: b}",
        "      b: {raci: keeper, next: c}",
        "      c: {raci: keeper, end: true}",
    )
    judge(*lines)
    mark = "#" + " " * 45 + "^ WFL017"
    judge(*lines[:4], mark, *lines[4:], select="WFL017", profile="strict")


def test_a_handoff_may_say_what_passes() -> None:
    steps = (
        "workflows:",
        "  w:",
        "    steps:",
        "      a: {raci: seller, outputs: order, next: b}",
        "      b: {raci: keeper, outputs: note, end: true}",
    )
    judge(*steps, "handoffs: {h: {from: sales, to: stock, artifacts: order}}")
    mark = "#" + " " * 45 + "^ WFL017"
    judge(*steps[:4], mark, steps[4], "handoffs: {h: {from: sales, to: stock, artifacts: list}}")


def test_an_undeclared_or_incomplete_handoff_is_told_instead() -> None:
    steps = (
        "workflows:",
        "  w:",
        "    steps:",
        "      a: {raci: seller, outputs: order, next: b}",
        "      b: {raci: keeper, outputs: note, end: true}",
    )
    mark = "#" + " " * 45 + "^ HND003"
    handoff = "handoffs: {h: {from: stock, to: sales, artifacts: note}}"
    judge(*steps[:4], mark, steps[4], handoff)
    judge(*steps, "handoffs: {h: {from: sales, to: stock}}", "#          ^ HND002")


def test_a_name_that_nothing_declares_may_be_what_passes() -> None:
    judge(
        "workflows:",
        "  w:",
        "    steps:",
        "      a: {raci: seller, outputs: order, next: b}",
        "      b: {raci: keeper, inputs: ordr, outputs: note, end: true}",
    )
