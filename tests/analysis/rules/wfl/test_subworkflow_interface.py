"""WFL025: what a called workflow needs, and calls in a circle."""

from __future__ import annotations

from orgspec.testing import check, findings

CALL = """
organization: {locales: [en, zh]}
roles: {clerk: {reports_to: none}}
artifacts: {order-sheet: {}, packing-list: {name: {en: Packing List, zh: 装箱单}}}
workflows:
  ordering:
    owner: clerk
    steps:
      enter: {raci: clerk, outputs: order-sheet, next: customs}
      customs: {call: clearance, inputs: order-sheet, next: load}
      #               ^^^^^^^^^ WFL025
      load: {raci: clerk, outputs: packing-list, end: true}
  clearance:
    owner: clerk
    steps:
      declare: {raci: clerk, inputs: packing-list, end: true}
"""


def test_a_called_workflow_that_begins_without_its_papers_is_found_at_the_call() -> None:
    (found,) = check(CALL, select="WFL025")
    assert found.message.in_("en") == (
        "`customs` calls `clearance`, which begins with `Packing List`, and does not have it"
    )
    assert "`装箱单`" in found.message.in_("zh")
    assert len(found.related) == 2


def test_what_the_step_has_or_a_step_before_it_made_will_do() -> None:
    assert not findings(
        CALL.replace("inputs: order-sheet", "inputs: [order-sheet, packing-list]"), select="WFL025"
    )
    assert not findings(
        CALL.replace("outputs: order-sheet", "outputs: [order-sheet, packing-list]"),
        select="WFL025",
    )


def test_what_comes_from_outside_or_is_kept_by_a_duty_is_at_hand() -> None:
    outside = CALL.replace("packing-list: {name", "packing-list: {external: carrier, name")
    assert not findings(outside, select="WFL025")
    kept = CALL + "duties: {keep: {raci: clerk, deliverables: packing-list}}\n"
    assert not findings(kept, select="WFL025")


def test_what_comes_back_from_a_later_step_is_not_there_the_first_time() -> None:
    text = CALL.replace(
        "declare: {raci: clerk, inputs: packing-list, end: true}",
        "declare: {raci: clerk, inputs: packing-list, next: mend}\n"
        "      mend: {raci: clerk, outputs: packing-list, end: true}",
    )
    assert not findings(text, select="WFL025")


def test_a_circle_of_calls_is_told_once_with_all_its_calls() -> None:
    text = """
    roles: {clerk: {reports_to: none}}
    workflows:
      a: {owner: clerk, steps: {one: {call: b, end: true}}}
      #                                     ^ WFL025
      b: {owner: clerk, steps: {two: {call: a, end: true}}}
    """
    (found,) = check(text, select="WFL025")
    assert found.message.in_("en") == "workflow `a` calls itself through `b`"
    assert len(found.related) == 1


def test_a_workflow_that_calls_itself_is_found() -> None:
    text = "workflows: {a: {steps: {one: {call: a, end: true}}}}\n"
    (found,) = findings(text, select="WFL025")
    assert found.message.in_("zh") == "流程 `a` 调用了自己"
