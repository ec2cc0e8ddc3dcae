"""How long a workflow takes."""

from __future__ import annotations

from orgspec.graph.time.timing import Timing, timing
from orgspec.testing import compiled

FIRM = """
organization: {calendar: {days: working}}
departments: {sales: {head: seller}, stock: {head: keeper}}
roles:
  director: {reports_to: none}
  seller: {department: sales, reports_to: director}
  keeper: {department: stock, reports_to: director}
"""


def _time(text: str) -> Timing:
    graph = compiled(FIRM + text).graph
    return timing(graph, next(iter(graph.flows.values())))


def test_the_longest_choice_counts_and_the_longest_branch() -> None:
    found = _time("""
workflows:
  order:
    steps:
      enter: {raci: seller, within: 1 hour, next: [{all: [pack, bill]}]}
      pack: {raci: seller, within: 3 hours, next: close}
      bill: {raci: seller, within: 1 hour, next: close}
      close: {raci: seller, join: all, within: 1 hour, next: [{to: praise, when: good}, {to: mend, otherwise: true}]}
      praise: {raci: seller, within: 1 hour, end: true}
      mend: {raci: seller, within: 2 hours, end: true}
""")
    assert [stage.step for stage in found.run] == [
        f"order/{step}" for step in ("enter", "pack", "close", "mend")
    ]
    assert found.total.in_("en") == "7 hours"
    assert found.room["order/bill"].slack.in_("en") == "2 hours"
    assert found.room["order/praise"].slack.in_("en") == "1 hour"


def test_a_way_back_is_taken_once_or_at_most_so_often() -> None:
    text = """
workflows:
  order:
    steps:
      quote: {{raci: seller, within: 1 hour, next: ask}}
      ask: {{raci: seller, within: 1 hour, next: [{{to: done, when: yes}}, {{to: quote, otherwise: true{often}}}]}}
      done: {{raci: seller, within: 1 hour, end: true}}
"""
    assert _time(text.format(often="")).total.in_("en") == "5 hours"
    assert _time(text.format(often=", at_most: 2")).total.in_("en") == "7 hours"
    assert _time(text.format(often=", at_most: 0")).total.in_("en") == "3 hours"


HANDED = """
artifacts: {slip: {}}
handoffs:
  far: {from: sales, to: stock, artifacts: slip, within: 5 hours}
  near: {from: order/enter, to: order/pack, artifacts: slip, within: 1 hour}
workflows:
  order:
    steps:
      enter: {raci: seller, within: 1 hour, outputs: slip, next: choose}
      choose: {kind: gateway, next: [{to: pack, when: small}, {to: crate, otherwise: true}]}
      pack: {raci: keeper, within: 2 hours, end: true}
      crate: {raci: keeper, within: 1 hour, end: true}
"""


def test_work_waits_for_the_nearest_handoff_also_behind_a_gateway() -> None:
    found = _time(HANDED)
    assert found.total.in_("en") == "7 hours"
    assert found.run[-1].handoff == "far"
    assert found.room["order/pack"].earliest.in_("en") == "4 hours"


def test_a_call_takes_the_limit_of_what_it_calls_unless_it_has_its_own() -> None:
    text = """
workflows:
  order: {{steps: {{all: {{call: inner{own}, end: true}}}}}}
  inner: {{within: 3 hours, steps: {{do: {{raci: seller, end: true}}}}}}
"""
    assert _time(text.format(own="")).total.in_("en") == "3 hours"
    assert _time(text.format(own=", within: 2 hours")).total.in_("en") == "2 hours"


def test_an_emergency_runs_by_the_clock_with_its_handoffs() -> None:
    found = _time(HANDED.replace("order:\n", "order:\n    kind: emergency\n"))
    assert found.total.clock == 7 * 3600
    assert not found.total.working


def test_a_called_workflow_without_a_limit_takes_as_long_as_its_longest_run() -> None:
    found = _time("""
workflows:
  order: {steps: {ask: {raci: seller, within: 1 hour, next: pack}, pack: {call: packing, end: true}}}
  packing: {steps: {fetch: {raci: keeper, within: 2 hours, next: box}, box: {call: boxing, end: true}}}
  boxing: {steps: {close: {raci: keeper, within: 3 hours, end: true}}}
""")
    assert found.total.in_("en") == "6 hours"


def test_workflows_that_call_each_other_in_a_circle_come_to_an_end() -> None:
    found = _time("""
workflows:
  order: {steps: {ask: {raci: seller, within: 1 hour, next: pack}, pack: {call: packing, end: true}}}
  packing: {steps: {fetch: {raci: keeper, within: 2 hours, next: box}, box: {call: order, end: true}}}
""")
    assert found.total.in_("en") == "3 hours"
