"""Crossings between departments and the handoffs that serve them."""

from orgspec.graph.crossings import crossings, handoff_index, serving
from orgspec.testing import compiled

SPEC = """
departments:
  firm: {kind: company}
  sales: {parent: firm}
  export: {parent: sales}
  stock: {parent: firm}
roles:
  exporter: {department: export}
  keeper: {department: stock}
workflows:
  order:
    steps:
      place: {raci: exporter, next: which}
      which: {kind: gateway, next: pack}
      pack: {raci: keeper, next: both}
      both: {raci: {A: keeper, R: [exporter, keeper]}, end: true}
handoffs:
  whole: {from: firm, to: stock}
  wide: {from: sales, to: stock}
  near: {from: export, to: stock}
  exact: {from: exporter, to: order/pack}
"""


def test_a_crossing_leads_over_gateways_and_not_to_a_step_that_one_takes_part_in() -> None:
    (found,) = crossings(compiled(SPEC).graph)
    assert (found.source, found.target) == ("order/place", "order/pack")
    assert (found.giver, found.taker) == ("export", "stock")
    assert found.edge.target == "order/which"


def test_the_nearest_handoff_serves() -> None:
    text = SPEC
    for expected in ("exact", "near", "wide"):
        graph = compiled(text).graph
        assert serving(graph, handoff_index(graph), crossings(graph)[0]) == expected
        text = "\n".join(x for x in text.splitlines() if not x.startswith(f"  {expected}:"))
    graph = compiled(text).graph
    assert serving(graph, handoff_index(graph), crossings(graph)[0]) is None
