"""Where in a responsibility matrix the findings of the checks belong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from orgspec.diagnostics import Diagnostic
from orgspec.frozen import frozen
from orgspec.graph.graph import Graph
from orgspec.graph.rows import Cell, Row
from orgspec.view.words import Words

_Place = tuple[str, tuple[str | int, ...]]
_ABOUT = ("RAC", "REF")


@frozen
class Marks:
    """Findings about cells and rows: (holder, route) and address → what is wrong."""

    cells: Mapping[_Place, str]
    rows: Mapping[str, str]

    def of(self, cells: Iterable[Cell]) -> str:
        """What is wrong with some cells, the first that is."""
        found = (self.cells.get((cell.holder, cell.route), "") for cell in cells)
        return next(filter(None, found), "")


def marks_of(
    graph: Graph, rows: Iterable[Row], findings: tuple[Diagnostic, ...], locale: str
) -> Marks:
    """The findings about letters and names at the cell that they point at, else at their row.

    Several at one place stand one after the other. Texts are in the language of the document.
    """
    routes = _routes(graph, rows) if findings else {}
    addresses = {row.address for row in rows}
    cells: dict[_Place, list[str]] = {}
    whole: dict[str, list[str]] = {}
    for finding in findings:
        if not finding.code.startswith(_ABOUT):
            continue
        text = f"{finding.code}: {finding.message.in_(locale)}"
        place = finding.place
        key = routes.get((place.source.path, place.span.start, place.span.end))
        if key is not None:
            cells.setdefault(key, []).append(text)
        elif finding.address in addresses:
            whole.setdefault(finding.address, []).append(text)
    between = Words(locale)("semicolon")
    return Marks(
        {key: between.join(dict.fromkeys(texts)) for key, texts in cells.items()},
        {key: between.join(dict.fromkeys(texts)) for key, texts in whole.items()},
    )


def _routes(graph: Graph, rows: Iterable[Row]) -> dict[tuple[str, int, int], _Place]:
    """File and span of each written cell → its holder and route."""
    found: dict[tuple[str, int, int], _Place] = {}
    for row in rows:
        for cell in row.cells:
            origin = graph.program.origins.get(cell.holder)
            if origin is not None:
                span = origin.span(cell.route)
                found[origin.source.path, span.start, span.end] = (cell.holder, cell.route)
    return found
