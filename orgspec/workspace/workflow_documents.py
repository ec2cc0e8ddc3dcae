"""Which workflows have a document in a build."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from orgspec.document import Document
from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.view.workflow.document import workflow
from orgspec.view.workflow.handoff_map import handoff_map

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
    for each in graph.organisation.workflows.values():
        if not each.steps:
            continue  # nothing to draw, and nothing to put into a table
        if not chosen or (each.id in chosen and not (departments or roles)):
            yield each.id
            continue
        owners = {bare(x) for x in graph.links.targets(each.address, "owner")}
        doing = owners | {r for step in each.steps for r in graph.row(step).roles("R")}
        homes = {graph.department_of_role[r] for r in doing if r in graph.department_of_role}
        inside = any(unit in chosen for home in homes for unit in _line(graph, home))
        if doing & chosen or inside:
            yield each.id


def workflow_document(
    graph: Graph, address: str, locale: str, *, lanes: str = "role", draft: bool = False
) -> Document:
    """The document of a workflow; of the organisation the map of its handoffs."""
    if address == "organization":
        return handoff_map(graph, locale, draft=draft)
    return workflow(graph, bare(address), locale, lanes=lanes, draft=draft)


def with_bpmn(graph: Graph, address: str, locale: str, document: Document) -> Document:
    """The document with the BPMN file of what it is about: a workflow, or all of them.

    BPMN has one language: of a document in two it is the first.
    """
    from orgspec.interchange.bpmn.exporting import write_bpmn

    subject = None if address == "organization" else address
    made = write_bpmn(graph, subject, locale.partition("+")[0])
    return replace(document, exported={"bpmn": made.data})


def matrix_subjects(
    graph: Graph, departments: Collection[str], roles: Collection[str], named: Collection[str]
) -> Iterator[str]:
    """The ids of the workflows whose steps have a responsibility matrix of their own.

    Of those that `workflow_subjects` finds; settings must name the workflow itself.
    """
    if roles and not departments:
        return
    known = graph.organisation.workflows
    if named and not departments and not any(id_ in known for id_ in named):
        return
    chosen = frozenset(id_ for id_ in named if id_ in known)
    for id_ in workflow_subjects(graph, departments, (), chosen):
        if has_matrix(graph, id_):
            yield id_


def has_matrix(graph: Graph, workflow: str) -> bool:
    """Whether any step of a workflow that is work has a party."""
    steps = graph.organisation.workflows[workflow].steps
    return any(step.nature == "work" and graph.row(step).cells for step in steps)


def _line(graph: Graph, department: str) -> tuple[str, ...]:
    """A department and those above it."""
    return (department, *graph.departments.ancestors(department))
