"""Which departments work together, and in what."""

from __future__ import annotations

import pytest

from orgspec.graph.graph import Graph
from orgspec.graph.joint_work import direction, joint_work, pairs
from orgspec.graph.passing_hands import handlers
from orgspec.testing import compiled

SHOP = """
departments:
  firm: {kind: company, head: boss}
  sales: {parent: firm, head: seller}
  stock: {parent: firm, head: keeper}
  desk: {parent: stock}
  books: {parent: firm, head: clerk}
roles:
  boss: {department: firm, reports_to: none}
  seller: {department: sales, reports_to: boss}
  keeper: {department: stock, reports_to: boss}
  packer: {department: desk, reports_to: keeper}
  clerk: {department: books, reports_to: boss}
artifacts: {order: {}}
"""


def shop(more: str) -> Graph:
    return compiled(SHOP + more).graph


@pytest.mark.parametrize(
    ("more", "joined"),
    [
        ("handoffs: {h: {from: sales, to: stock, artifacts: order}}", ("sales", "stock")),
        ("handoffs: {h: {from: clerk, to: seller}}", ("sales", "books")),
        (
            "workflows: {w: {steps: {a: {raci: {A/R: seller}, next: b},"
            " b: {raci: {A/R: clerk}, end: true}}}}",
            ("sales", "books"),
        ),
        ("duties: {d: {raci: {A/R: seller}, coordination: [{with: stock}]}}", ("sales", "stock")),
        ("duties: {d: {raci: {A/R: keeper, C: clerk}}}", ("stock", "books")),
        ("duties: {d: {raci: {A: seller, R: [seller, packer]}}}", ("sales", "desk")),
    ],
)
def test_handoffs_workflows_coordination_and_duties_join(
    more: str, joined: tuple[str, str]
) -> None:
    assert pairs(shop(more)) == (joined,)


@pytest.mark.parametrize(
    "more",
    [
        "",
        "duties: {d: {raci: {A/R: seller, I: clerk}}}",  # who is only told does not work on it
        "duties: {d: {raci: {A/R: boss, C: [clerk, seller]}}}",  # nor two who are asked by others
        "duties: {d: {raci: {A: boss, R: clerk}}}",  # the company is the whole
        "duties: {d: {raci: {A: keeper, R: packer}}}",  # the chart settles it
        "handoffs: {h: {from: stock, to: desk}}",
        "handoffs: {h: {from: sales, to: nobody}}",
        "handoffs: {h: {from: sales}}",
    ],
)
def test_nothing_else_joins(more: str) -> None:
    assert pairs(shop(more)) == ()


def test_a_handoff_between_departments_serves_those_below_where_these_work_together() -> None:
    graph = shop(
        "handoffs: {h: {from: sales, to: stock}}\nduties: {d: {raci: {A/R: seller, C: packer}}}"
    )
    assert pairs(graph) == (("sales", "stock"), ("sales", "desk"))
    assert joint_work(graph, "desk", "sales").handoffs == ("h",)
    handoff = graph.organisation.handoffs["h"]
    assert direction(graph, handoff, "desk", "sales") == ("sales", "desk")
    assert direction(graph, handoff, "sales", "books") is None


def test_duties_of_a_third_party_in_which_both_are_asked_belong_to_neither() -> None:
    graph = shop(
        "duties:\n"
        "  theirs: {raci: {A/R: seller, C: clerk}}\n"
        "  told: {raci: {A/R: clerk, I: sales}}\n"
        "  boss-s: {raci: {A/R: boss, C: [clerk, seller]}}"
    )
    assert joint_work(graph, "sales", "books").duties == ("theirs", "told")


def test_the_pair_stands_in_the_order_of_declaration() -> None:
    work = joint_work(shop("handoffs: {h: {from: books, to: sales}}"), "books", "sales")
    assert (work.one, work.other) == ("sales", "books")


def test_who_hands_over_is_who_makes_the_artifact_and_who_takes_is_who_uses_it() -> None:
    graph = shop(
        "handoffs: {h: {from: sales, to: stock, artifacts: order}}\n"
        "duties:\n"
        "  sell: {raci: {A/R: seller}, deliverables: order}\n"
        "  pack: {raci: {A: keeper, R: packer}, inputs: order}\n"
        "  look: {raci: {A/R: clerk}, inputs: order}"
    )
    handoff = graph.organisation.handoffs["h"]
    assert handlers(graph, handoff, "sales") == ("seller",)
    assert handlers(graph, handoff, "stock") == ("packer",)
    assert handlers(graph, handoff, "books") == ()


def test_the_side_of_a_handoff_that_is_a_role_hands_over_itself() -> None:
    graph = shop("handoffs: {h: {from: seller, to: clerk}}")
    assert handlers(graph, graph.organisation.handoffs["h"], "books") == ("clerk",)


def test_departments_in_a_circle_are_no_partners() -> None:
    graph = compiled(
        "departments: {a: {parent: b, head: x}, b: {parent: a, head: y}}\n"
        "roles: {x: {department: a}, y: {department: b}}\n"
        "handoffs: {h: {from: a, to: b}}"
    ).graph
    assert pairs(graph) == ()


def test_of_a_step_that_several_departments_do_each_hands_over_with_its_own() -> None:
    graph = shop(
        "handoffs: {h: {from: w/a, to: stock}}\n"
        "workflows: {w: {steps: {a: {raci: {A: seller, R: [seller, clerk]}, end: true}}}}"
    )
    handoff = graph.organisation.handoffs["h"]
    assert handlers(graph, handoff, "books") == ("clerk",)
    assert handlers(graph, handoff, "sales") == ("seller",)
