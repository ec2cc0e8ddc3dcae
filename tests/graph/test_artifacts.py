"""Who gives and takes each artifact, and what each step passes."""

from orgspec.graph.artifacts import inputs_of_steps, outputs_of_steps
from orgspec.testing import compiled

SPEC = """
roles: {seller: {}, keeper: {}}
artifacts: {order: {}, note: {}, parcel: {}}
duties:
  ordering: {raci: seller, deliverables: order}
  packing: {raci: keeper, inputs: order, deliverables: [note, parcel]}
workflows:
  shipping: {owner: keeper, steps: {ship: {raci: keeper, outputs: parcel, end: true}}}
  order:
    steps:
      place: {duty: ordering, next: pack}
      pack: {duty: packing, next: seal}
      seal: {duty: packing, outputs: parcel, inputs: note, next: ship}
      ship: {call: shipping, end: true}
handoffs: {order: {from: seller, to: keeper, artifacts: order}}
"""


def test_givers_and_takers_are_told_with_the_place_where_it_is_written() -> None:
    flow = compiled(SPEC).graph.artifacts
    assert [x.source for x in flow.givers("parcel")] == [
        "duty/packing",
        "step/shipping/ship",
        "step/order/seal",
    ]
    assert [x.source for x in flow.givers("parcel", "duty")] == ["duty/packing"]
    assert [x.source for x in flow.takers("order")] == ["duty/packing"]
    assert [x.source for x in flow.handed["order"]] == ["handoff/order"]
    assert flow.givers("nothing") == ()


def test_a_step_takes_over_inputs_and_deliverables_unless_another_step_shares_the_duty() -> None:
    graph = compiled(SPEC).graph
    inputs, outputs = inputs_of_steps(graph), outputs_of_steps(graph)
    assert inputs["order/pack"] == ("order",) and inputs["order/seal"] == ("note",)
    assert outputs["order/place"] == ("order",)
    assert outputs["order/pack"] == ()
    assert outputs["order/seal"] == ("parcel",)


def test_a_call_gives_what_the_called_workflow_gives() -> None:
    assert outputs_of_steps(compiled(SPEC).graph)["order/ship"] == ("parcel",)


def test_a_step_that_names_nothing_takes_over_nothing() -> None:
    silent = SPEC.replace("pack: {duty: packing,", "pack: {duty: packing, inputs: [],")
    silent = silent.replace("place: {duty: ordering,", "place: {duty: ordering, outputs: [],")
    graph = compiled(silent).graph
    assert inputs_of_steps(graph)["order/pack"] == ()
    assert outputs_of_steps(graph)["order/place"] == ()
