"""The responsibility matrix: of the organisation, and of each department."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from orgspec.diagnostics import Diagnostic
from orgspec.document import Document, Letter, Matrix, MatrixCell, MatrixColumn, MatrixRow
from orgspec.graph.graph import Graph
from orgspec.graph.rows import STRENGTH, Cell, Row
from orgspec.model.duty import Duty
from orgspec.view.frame import framed
from orgspec.view.palette import colours
from orgspec.view.words import Words


@dataclass(frozen=True, slots=True)
class Marks:
    """Findings about cells and rows: (holder, route) and address → what is wrong."""

    cells: Mapping[tuple[str, tuple[str | int, ...]], str]
    rows: Mapping[str, str]


def raci(
    graph: Graph,
    locale: str,
    department: str | None = None,
    *,
    findings: Iterable[Diagnostic] = (),
    draft: bool = False,
) -> Document:
    """The matrix of all duties, or of those of one department and all below it."""
    words = Words(locale)
    unit = graph.department(department) if department is not None else None
    matrix = matrix_of(graph, locale, department, tuple(findings))
    scheme = graph.organisation.scheme.name
    title = words("raci_scheme", scheme=scheme) if scheme and scheme != "RACI" else words("raci")
    rows = words.counted("activities", len(matrix.rows))
    size = f"{rows} × {words.counted('parties', len(matrix.columns))}"
    name = graph.organisation.profile.in_(locale) if graph.organisation.profile.name else ""
    place = " · ".join(part for part in (name, unit.in_(locale) if unit else "") if part)
    return framed(
        graph, locale, title, (matrix,), entity=unit,
        subtitle=f"{place}　{size}" if words.chinese else f"{place} — {size}",
        landscape=True, draft=draft,
    )  # fmt: skip


def matrix_of(
    graph: Graph, locale: str, department: str | None, findings: tuple[Diagnostic, ...] = ()
) -> Matrix:
    """The rows and columns, in the order of departments."""
    words = Words(locale)
    order = {d: index for index, d in enumerate(_departments_in_order(graph))}
    duties = _duties(graph, department, order)
    rows = [graph.row(duty) for duty in duties]
    columns = _columns(graph, rows, order)
    marks = _marks(graph, findings)
    palette = colours(graph)
    shown = [_row(graph, row, columns, locale, department, marks) for row in rows]
    groups = list(dict.fromkeys(row.group for row in shown))
    return Matrix(
        columns=tuple(_column(graph, party, locale, palette) for party in columns),
        rows=tuple(sorted(shown, key=lambda row: groups.index(row.group))),
        letters=tuple(
            Letter(x.sign, x.in_(locale), x.acts_as) for x in graph.organisation.scheme.letters
        ),
        labels={key: words(key) for key in _LABELS},
    )


_LABELS = (
    "activity", "group", "number", "check", "total", "filter", "filter_hint", "party",
    "all_parties", "theme", "findings", "accountable_and_responsible",
)  # fmt: skip


def _departments_in_order(graph: Graph) -> list[str]:
    """Departments from the top down, each followed by those below it."""
    forest = graph.departments
    roots = [d for d in graph.organisation.departments if d not in forest.above]
    order: list[str] = []
    pending = list(reversed(roots))
    while pending:
        department = pending.pop()
        if department in order:
            continue
        order.append(department)
        pending.extend(reversed(forest.below.get(department, ())))
    return order


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


def _columns(graph: Graph, rows: Iterable[Row], order: Mapping[str, int]) -> list[str]:
    """The parties of some rows: roles by department with heads first, then all others."""
    parties = dict.fromkeys(cell.party or cell.text for row in rows for cell in row.cells)
    written = {r: index for index, r in enumerate(graph.organisation.roles)}
    last = len(order)

    def place(party: str) -> tuple[int, int, int, int]:
        kind, _, id_ = party.partition("/")
        if kind == "role":
            home = graph.department_of_role.get(id_, "")
            depth = sum(1 for _ in graph.reporting.ancestors(id_))
            return (0, order.get(home, -1), depth, written.get(id_, 0))
        if kind == "department":
            return (1, order.get(id_, last), 0, 0)
        return ({"person": 2, "partner": 3, "system": 4}.get(kind, 5), 0, 0, 0)

    return sorted(parties, key=place)


def _column(graph: Graph, party: str, locale: str, palette: Mapping[str, int]) -> MatrixColumn:
    """One party; an unresolved name stands as it was written."""
    entity = graph.organisation.find(party) if "/" in party else None
    kind, _, id_ = party.partition("/")
    home = {"role": graph.department_of_role.get(id_), "department": id_}.get(kind)
    unit = graph.organisation.departments.get(home) if home else None
    return MatrixColumn(
        entity.in_(locale) if entity is not None else party,
        unit.in_(locale) if unit is not None else "",
        palette.get(home, 5) if home else 5,
    )


def _row(
    graph: Graph,
    row: Row,
    columns: list[str],
    locale: str,
    department: str | None,
    marks: Marks,
) -> MatrixRow:
    """One duty."""
    by_party: dict[str, list[Cell]] = {}
    for cell in row.cells:
        by_party.setdefault(cell.party or cell.text, []).append(cell)
    return MatrixRow(
        title=row.of.in_(locale),
        cells=tuple(_cell(by_party.get(party, []), marks) for party in columns),
        group=_group(graph, row.of.id, locale, department),
        finding=marks.rows.get(row.address, ""),
    )


def _cell(cells: list[Cell], marks: Marks) -> MatrixCell:
    """The letters of one party, the strongest first."""
    ranked = sorted(cells, key=lambda cell: STRENGTH.index(cell.acts_as))
    letters = tuple(dict.fromkeys(cell.sign for cell in ranked))
    wrong = [w for cell in cells if (w := marks.cells.get((cell.holder, cell.route)))]
    return MatrixCell(letters, wrong[0] if wrong else "")


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


def _marks(graph: Graph, findings: tuple[Diagnostic, ...]) -> Marks:
    """Where in the matrix the findings belong: at a cell that they point at, else at the row."""
    routes: dict[tuple[str, int, int], tuple[str, tuple[str | int, ...]]] = {}
    for row in graph.rows.values():
        origin = graph.program.origins.get(row.address)
        if origin is None:
            continue
        for cell in row.cells:
            if cell.holder == row.address:
                span = origin.span(cell.route)
                routes[origin.source.path, span.start, span.end] = (cell.holder, cell.route)
    cells: dict[tuple[str, tuple[str | int, ...]], str] = {}
    rows: dict[str, str] = {}
    for finding in findings:
        if not finding.code.startswith(("RAC", "REF")):
            continue
        text = finding.message.in_(graph.organisation.locales[0])
        place = finding.place
        key = routes.get((place.source.path, place.span.start, place.span.end))
        if key is not None:
            cells[key] = f"{finding.code}: {text}"
        elif finding.address.startswith("duty/"):
            rows.setdefault(finding.address, f"{finding.code}: {text}")
    return Marks(cells, rows)
