"""Which workflows have a document in a build."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare

WORKFLOWS = "workflows"


def workflow_subjects(
    graph: Graph,
    departments: Collection[str],
    roles: Collection[str],
    named: Collection[str],
) -> Iterator[str]:
    """The ids of the workflows with steps that are wanted, all if nothing is narrowed down.

    `departments` and `roles` are asked for on the command line: wanted is each workflow in which
    one of them owns the whole or does a step. `named` are the workflows, departments and roles
    that the settings name; the command line goes before them.
    """
    chosen = {*departments, *roles} or set(named)
    for workflow in graph.organisation.workflows.values():
        if not workflow.steps:
            continue  # nothing to draw, and nothing to put into a table
        if not chosen or (workflow.id in chosen and not (departments or roles)):
            yield workflow.id
            continue
        owners = {bare(x) for x in graph.links.targets(workflow.address, "owner")}
        doing = owners | {r for step in workflow.steps for r in graph.row(step).roles("R")}
        homes = {graph.department_of_role[r] for r in doing if r in graph.department_of_role}
        inside = any(unit in chosen for home in homes for unit in _line(graph, home))
        if doing & chosen or inside:
            yield workflow.id


def _line(graph: Graph, department: str) -> tuple[str, ...]:
    """A department and those above it."""
    return (department, *graph.departments.ancestors(department))
