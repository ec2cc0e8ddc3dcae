"""Workflows without the edges that lead back."""

from orgspec.graph.onward import MEETING, onward
from orgspec.testing import compiled


def edges(steps: str) -> set[str]:
    flow = compiled(f"workflows: {{w: {{steps: {{{steps}}}}}}}").graph.flows["w"]
    found = onward(flow)
    places = {step: place for place, step in enumerate(found.order)}
    assert set(places) == {step.id for step in flow.steps}
    pairs = [(source, step) for step, sources in found.before.items() for source in sources]
    assert all(places[source] < places[step] for source, step in pairs)
    return {f"{source[2:]}-{step[2:]}" for source, step in pairs}


def test_an_edge_to_a_step_on_the_way_leads_back() -> None:
    assert edges("a: {next: b}, b: {next: [a, c]}, c: {next: [c, d]}, d: {}") == {
        "a-b",
        "b-c",
        "c-d",
    }


def test_branches_that_meet_again_stay() -> None:
    assert edges("a: {next: [b, c]}, b: {next: d}, c: {next: d}, d: {}") == {
        "a-b",
        "a-c",
        "b-d",
        "c-d",
    }


def test_steps_that_nothing_reaches_are_in_order_too() -> None:
    assert edges("a: {}, b: {next: c}, c: {next: [a, b]}") == {"b-c", "c-a"}


def test_a_chain_of_thousands_needs_no_recursion() -> None:
    steps = ", ".join(f"s{n}: {{next: s{n + 1}}}" for n in range(3000))
    assert len(edges(f"{steps}, s3000: {{next: s0}}")) == 3000


def test_of_what_meets_in_a_gateway_not_all_is_followed() -> None:
    count = MEETING + 10
    sources = ", ".join(f"s{n}: {{next: g}}" for n in range(count))
    flow = compiled(
        f"workflows: {{w: {{steps: {{{sources}, g: {{next: h}}, h: {{next: z}}, z: {{}}}}}}}}"
    ).graph.flows["w"]
    assert len(onward(flow).beyond({"w/g", "w/h"})["w/z"]) == MEETING
