"""The responsibility matrix: of the organisation, of each department, of each workflow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from orgspec.diagnostics import Diagnostic
from orgspec.document import Document, Matrix
from orgspec.graph.graph import Graph
from orgspec.graph.time.limits import called_by
from orgspec.model.duty import Duty
from orgspec.model.entity import Entity
from orgspec.model.workflow import Step
from orgspec.view.frame import framed
from orgspec.view.responsibility.block import Line, block_of
from orgspec.view.responsibility.parties import departments_in_order
from orgspec.view.responsibility.turning import turned
from orgspec.view.words import Words


def raci(
    graph: Graph,
    locale: str,
    department: str | None = None,
    *,
    findings: Iterable[Diagnostic] = (),
    draft: bool = False,
    transposed: bool = False,
) -> Document:
    """The matrix of all duties, or of those of one department and all below it.

    A `transposed` one has the parties as rows and the duties as columns.
    """
    words = Words(locale)
    unit = graph.department(department) if department is not None else None
    matrix = matrix_of(graph, locale, department, tuple(findings))
    size = words.counted("activities", len(matrix.rows))
    return _document(graph, locale, matrix, unit, size, draft=draft, transposed=transposed)


def workflow_raci(
    graph: Graph,
    locale: str,
    workflow: str,
    *,
    findings: Iterable[Diagnostic] = (),
    draft: bool = False,
    transposed: bool = False,
) -> Document:
    """The matrix of the steps of a workflow, with the limit of each."""
    words = Words(locale)
    matrix = workflow_matrix(graph, locale, workflow, tuple(findings))
    size = words.counted("matrix_steps", len(matrix.rows))
    flow = graph.flows[workflow].workflow
    return _document(graph, locale, matrix, flow, size, draft=draft, transposed=transposed)


def matrix_of(
    graph: Graph, locale: str, department: str | None, findings: tuple[Diagnostic, ...] = ()
) -> Matrix:
    """The matrix of duties, in the order of departments; those of one group stand together."""
    lines = [
        Line(
            graph.row(duty),
            _group(graph, duty.id, locale, department),
            graph.department_of_duty.get(duty.id, ""),
        )
        for duty in _duties(graph, department, departments_in_order(graph))
    ]
    groups = list(dict.fromkeys(line.group for line in lines))
    lines.sort(key=lambda line: groups.index(line.group))
    return block_of(graph, lines, locale, findings)


def workflow_matrix(
    graph: Graph, locale: str, workflow: str, findings: tuple[Diagnostic, ...] = ()
) -> Matrix:
    """The matrix of steps in the order of the flow, by phase; events and gateways are left out.

    Each keeps the number that it has in the workflow.
    """
    words = Words(locale)
    lines: list[Line] = []
    phase = ""
    for number, step in enumerate(graph.flows[workflow].steps, 1):
        phase = step.phase.in_(locale) if step.phase is not None else phase
        if step.nature == "work":
            limit = _limit(graph, step, locale)
            lines.append(Line(graph.row(step), phase, limit=limit, number=number))
    matrix = block_of(graph, lines, locale, findings)
    labels = {
        "activity": words("step_row"),
        "group": words("phase"),
        "filter": words("filter_step"),
        "filter_hint": words("filter_step_hint"),
        "all_activities": words("all_steps"),
    }
    return replace(matrix, labels=dict(matrix.labels) | labels)


def _document(
    graph: Graph,
    locale: str,
    matrix: Matrix,
    entity: Entity | None,
    size: str,
    *,
    draft: bool,
    transposed: bool,
) -> Document:
    """The page of a matrix; `size` is how many rows it has."""
    words = Words(locale)
    size = f"{size} × {words.counted('parties', len(matrix.columns))}"
    name = graph.organisation.profile.in_(locale) if graph.organisation.profile.name else ""
    about = entity.in_(locale) if entity else ""  # the whole firm may be a department by its name
    place = " · ".join(dict.fromkeys(part for part in (name, about) if part))
    block = turned(matrix, locale) if transposed else matrix
    return framed(
        graph, locale, _title(graph, words), (block,), entity=entity,
        subtitle=f"{place}　{size}" if words.chinese else f"{place} — {size}",
        landscape=True, draft=draft,
    )  # fmt: skip


def _title(graph: Graph, words: Words) -> str:
    """The title, with the name of the scheme; letters of one's own may have none."""
    scheme = graph.organisation.scheme.name
    if not scheme:
        return words("raci_plain")
    return words("raci") if scheme == "RACI" else words("raci_scheme", scheme=scheme)


def _limit(graph: Graph, step: Step, locale: str) -> str:
    """How long a step may take, or the workflow that it calls."""
    called = called_by(graph, step)
    within = step.within or (called.within if called is not None else None)
    return within.text(locale) if within is not None else ""


def _duties(graph: Graph, department: str | None, order: Mapping[str, int]) -> list[Duty]:
    """The duties of a matrix, department by department, in written order."""
    last = len(order)
    home = graph.department_of_duty
    duties = [
        duty
        for duty in graph.organisation.duties.values()
        if department is None
        or (duty.id in home and home[duty.id] in order and graph.within(home[duty.id], department))
    ]
    return sorted(duties, key=lambda duty: order.get(home.get(duty.id, ""), last))


def _group(graph: Graph, duty: str, locale: str, department: str | None) -> str:
    """The department of a duty; inside one department, the function that it carries."""
    home = graph.department_of_duty.get(duty)
    if home is None or home not in graph.organisation.departments:
        return Words(locale)("other")
    if department is not None and home == department and not graph.departments.below.get(home):
        carried = graph.links.targets(f"duty/{duty}", "fulfils")
        function = graph.organisation.find(carried[0]) if carried else None
        return function.in_(locale) if function is not None else Words(locale)("other")
    return graph.department(home).in_(locale)
