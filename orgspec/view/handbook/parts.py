"""The parts of the handbook: which documents stand in each, under which names."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from orgspec.diagnostics import Diagnostic
from orgspec.document import BoundDocument, CardKind, Chart, Document, Matrix
from orgspec.frozen import frozen
from orgspec.graph.graph import Graph
from orgspec.graph.joint_work import Pair, pairs
from orgspec.model.role import Role
from orgspec.view.agreement import agreement
from orgspec.view.department_charter import department_charter
from orgspec.view.frame import framed
from orgspec.view.handbook.lists import agreement_list, department_list, volume_list
from orgspec.view.handbook.volumes import Volume
from orgspec.view.job_description import job_description
from orgspec.view.org_chart import org_chart
from orgspec.view.raci import raci
from orgspec.view.responsibility.size import ORGANISATION, unit_sizes
from orgspec.view.revisions import revisions
from orgspec.view.tables.registers import WHOLE, is_empty, register
from orgspec.view.words import Words
from orgspec.view.workflow.document import workflow

_WIDEST = 40  # columns up to which one matrix shows the whole organisation


@frozen
class Binder:
    """What every part of a handbook needs to know: see `handbook` for the meanings."""

    graph: Graph
    locale: str
    words: Words
    without: frozenset[str]
    findings: tuple[Diagnostic, ...]
    draft: bool
    volume: Volume
    transposed: bool = False

    def units(self) -> Iterator[str]:
        """The departments that the book tells of, in the order of declaration."""
        yield from filter(self.volume.holds, self.graph.organisation.departments)

    def unit_name(self, department: str) -> str:
        """The name of a department."""
        return self.graph.department(department).in_(self.locale)

    def unit_of(self, role: Role) -> str:
        """The name of the department of a role, or what stands in for it."""
        home = self.graph.department_of_role.get(role.id)
        return self.unit_name(home) if home is not None else self.words("no_department")

    def roles(self) -> Iterator[Role]:
        """The roles of the book, those of a department together, in the order of departments."""
        home = self.graph.department_of_role
        order = {id_: index for index, id_ in enumerate(self.graph.organisation.departments)}
        every = self.graph.organisation.roles.values()
        told = [role for role in every if self.volume.holds(home.get(role.id))]
        yield from sorted(told, key=lambda role: order.get(home.get(role.id, ""), len(order)))

    def of_roles(
        self, view: Callable[[Role], Document | None], kind: str
    ) -> tuple[BoundDocument, ...]:
        """A document for each role that has one, below its department."""
        made = ((role, view(role)) for role in self.roles())
        return tuple(
            BoundDocument(document, role.in_(self.locale), self.unit_of(role), f"{kind}/{role.id}")
            for role, document in made
            if document is not None
        )


def organisation(binder: Binder) -> tuple[BoundDocument, ...]:
    """The chart, those of departments where it does not show every post; departments; posts."""
    graph, locale, draft, unit = binder.graph, binder.locale, binder.draft, binder.volume.unit
    if not graph.organisation.roles:
        return ()
    whole = org_chart(graph, locale, unit, draft=draft)
    charts = [BoundDocument(whole, whole.title, address="organization" if unit is None else "")]
    if _is_summary(whole):
        shown = len(graph.all_roles_of(unit) if unit else graph.organisation.roles)
        for each in binder.units():
            if 0 < len(graph.all_roles_of(each)) < shown:  # not the same once more
                chart = org_chart(graph, locale, each, draft=draft)
                charts.append(BoundDocument(chart, chart.title))
    tables = []
    if binder.volume.others:
        tables.append(volume_list(graph, locale, binder.volume.others, draft=draft))
    if graph.organisation.departments:
        told = tuple(binder.units()) if unit is not None else None
        tables.append(department_list(graph, locale, told, draft=draft))
    if "headcount" not in binder.without and not is_empty(graph, "headcount"):
        tables.append(WHOLE["headcount"](graph, locale, unit, draft=draft))
    return (*charts, *(BoundDocument(table, table.title) for table in tables))


def _is_summary(document: Document) -> bool:
    """Whether departments stand for the posts in them on a chart."""
    charts = (block for block in document.blocks if isinstance(block, Chart))
    return any(card.kind is CardKind.SUMMARY for chart in charts for card in chart.cards)


def charters(binder: Binder) -> tuple[BoundDocument, ...]:
    """The charter of each department."""
    return tuple(
        BoundDocument(
            department_charter(binder.graph, unit, binder.locale, draft=binder.draft),
            binder.unit_name(unit), address=f"department/{unit}",
        )
        for unit in binder.units()
    )  # fmt: skip


def job_descriptions(binder: Binder) -> tuple[BoundDocument, ...]:
    """The job description of each post, by department."""

    def description(role: Role) -> Document:
        return job_description(binder.graph, role.id, binder.locale, draft=binder.draft)

    return binder.of_roles(description, "role")


def matrices(binder: Binder) -> tuple[BoundDocument, ...]:
    """The matrix of all; where it would be too wide to read, that of each department.

    Departments above those with volumes of their own have none: they stand in these, in parts.
    """
    about = binder.volume.unit
    size = unit_sizes(binder.graph)[ORGANISATION if about is None else f"department/{about}"]
    if (size.activities if binder.transposed else size.parties) <= _WIDEST:
        whole = _matrix(binder, about)
        return (BoundDocument(whole, whole.title),) if whole is not None else ()
    above = {a for each in binder.volume.others for a in binder.graph.departments.ancestors(each)}
    each = ((unit, _matrix(binder, unit)) for unit in binder.units() if unit not in above)
    return tuple(
        BoundDocument(matrix, binder.unit_name(unit)) for unit, matrix in each if matrix is not None
    )


def _matrix(binder: Binder, unit: str | None) -> Document | None:
    """The matrix of a department or of all; None without activities."""
    made = raci(
        binder.graph, binder.locale, unit, findings=binder.findings, draft=binder.draft,
        transposed=binder.transposed,
    )  # fmt: skip
    return made if _parties(made) else None


def _parties(document: Document) -> int:
    """How many columns the matrix of a document has; none where it has no rows."""
    matrices = [block for block in document.blocks if isinstance(block, Matrix)]
    return sum(len(matrix.columns) for matrix in matrices if matrix.rows)


def workflows(binder: Binder) -> tuple[BoundDocument, ...]:
    """Each workflow that has steps, in the book of the department that owns it."""
    made = (
        workflow(binder.graph, id_, binder.locale, draft=binder.draft)
        for id_, flow in binder.graph.flows.items()
        if flow.steps and binder.volume.holds(_owning(binder.graph, flow.workflow.address))
    )
    return tuple(BoundDocument(document, document.title) for document in made)


def _owning(graph: Graph, workflow: str) -> str | None:
    """The department that owns a workflow, or that of the role which does."""
    for address in graph.links.targets(workflow, "owner"):
        kind, _, id_ = address.partition("/")
        return id_ if kind == "department" else graph.department_of_role.get(id_)
    return None


def agreements(binder: Binder) -> tuple[BoundDocument, ...]:
    """The list of the agreements between departments, then each of them.

    One between departments in two volumes stands in the book of the organisation.
    """
    graph, locale, draft = binder.graph, binder.locale, binder.draft
    agreed = [pair for pair in pairs(graph) if _is_told(binder.volume, graph, pair)]
    if not agreed:
        return ()
    table = agreement_list(graph, locale, agreed, draft=draft)
    each = (agreement(graph, *pair, locale, draft=draft) for pair in agreed)
    return (BoundDocument(table, table.title), *(BoundDocument(one, one.subject) for one in each))


def _is_told(volume: Volume, graph: Graph, pair: Pair) -> bool:
    """Whether the agreement of two departments stands in a volume."""
    if volume.unit is not None:
        return all(map(volume.holds, pair))
    return not any(all(graph.within(each, other) for each in pair) for other in volume.others)


def kpis(binder: Binder) -> tuple[BoundDocument, ...]:
    """The appraisal form of each post that is measured, by department."""

    def form(role: Role) -> Document | None:
        if is_empty(binder.graph, "kpis", role.address):
            return None
        return register(binder.graph, "kpis", role.address, binder.locale, draft=binder.draft)

    return binder.of_roles(form, "kpis")


def registers(kind: str) -> Callable[[Binder], tuple[BoundDocument, ...]]:
    """The part that holds one register."""

    def part(binder: Binder) -> tuple[BoundDocument, ...]:
        if binder.volume.unit is not None or is_empty(binder.graph, kind):
            return ()
        table = WHOLE[kind](binder.graph, binder.locale, draft=binder.draft)
        return (BoundDocument(table, table.title),)

    return part


def record(binder: Binder) -> tuple[BoundDocument, ...]:
    """What changed in the whole specification; it stands in the book of the organisation."""
    if binder.volume.unit is not None:
        return ()
    every = (entity.address for entity in binder.graph.organisation.entities())
    blocks = revisions(binder.graph, None, binder.locale, tuple(every))
    if not blocks:
        return ()
    title = binder.words("s_revisions")
    table = framed(binder.graph, binder.locale, title, blocks, draft=binder.draft)
    return (BoundDocument(table, title),)
