"""Rows of the responsibility matrix."""

from __future__ import annotations

from orgspec.graph.graph import Graph
from orgspec.testing import compiled


def _graph(text: str) -> Graph:
    return compiled(text).graph


def test_a_department_that_is_informed_means_all_its_members() -> None:
    graph = _graph(
        """
        departments: {sales: {head: manager}}
        roles: {manager: {department: sales}, rep: {department: sales}}
        duties: {pricing: {raci: {A: manager, R: manager, I: sales}}}
        """
    )
    assert [act for _, act in graph.rows_of_role["rep"]] == ["I"]
    assert [act for _, act in graph.rows_of_role["manager"]] == ["A", "R"]


def test_a_department_that_works_means_its_head() -> None:
    graph = _graph(
        """
        departments: {sales: {head: manager}}
        roles: {manager: {department: sales}, rep: {department: sales}}
        duties: {pricing: {raci: {A: manager, R: sales}}}
        """
    )
    assert graph.rows["duty/pricing"].roles("R") == ("manager",)
    assert "rep" not in graph.rows_of_role


def test_a_step_overrides_its_duty_letter_by_letter() -> None:
    graph = _graph(
        """
        roles: {manager: {}, rep: {}, clerk: {}}
        duties: {pricing: {raci: {A: manager, R: rep, C: clerk}}}
        workflows: {w: {steps: {s: {duty: pricing, raci: {R: clerk, C: []}, end: true}}}}
        """
    )
    row = graph.rows["step/w/s"]
    assert [(cell.sign, cell.text) for cell in row.cells] == [("R", "clerk"), ("A", "manager")]


def test_an_approving_step_is_done_by_the_level_that_reaches_its_amount() -> None:
    graph = compiled("""
    roles: {rep: {reports_to: boss}, boss: {reports_to: none}}
    authorities: {discount: {measure: "%", levels: [{role: rep, up_to: 3}, {role: boss, up_to: 10}]}}
    workflows:
      sale:
        steps:
          ok: {action: approve, authority: {id: discount, up_to: 5}, end: true}
    """).graph
    cells = [(cell.acts_as, cell.role) for cell in graph.rows["step/sale/ok"].cells]
    assert cells == [("A", "boss"), ("R", "boss")]


def test_a_call_is_owned_by_the_owner_of_the_called_workflow() -> None:
    graph = compiled("""
    roles: {boss: {reports_to: none}}
    workflows:
      main: {steps: {sub: {call: other, end: true}}}
      other: {owner: boss, steps: {x: {raci: boss, end: true}}}
    """).graph
    assert [c.role for c in graph.rows["step/main/sub"].responsible] == ["boss"]
