"""Where the letters of a cell come from: which line said so, and how that came to mean the cell."""

from __future__ import annotations

from collections.abc import Iterable

from orgspec.document import Provenance
from orgspec.graph.graph import Graph
from orgspec.graph.rows import Cell, Row
from orgspec.model.workflow import Step
from orgspec.view.words import Words


def sources_of(
    graph: Graph, row: Row, cells: Iterable[Cell], locale: str
) -> tuple[Provenance, ...]:
    """The sources of some cells of a row, in the order of the cells; letters of one line together.

    Places are relative to the manifest, lines count from 1.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for cell in cells:
        key = (_place(graph, cell), _how(graph, row, cell, locale))
        signs = found.setdefault(key, [])
        if cell.sign not in signs:
            signs.append(cell.sign)
    return tuple(Provenance(tuple(signs), place, how) for (place, how), signs in found.items())


def _place(graph: Graph, cell: Cell) -> str:
    """The file and line where a cell is written; empty where the holder was never written."""
    origin = graph.program.origins.get(cell.holder)
    if origin is None:
        return ""
    position = origin.source.position(origin.span(cell.route).start)
    return f"{origin.source.path}:{position.line}"


def _how(graph: Graph, row: Row, cell: Cell, locale: str) -> str:
    """In which way the line says it, and for whom its party stands."""
    words = Words(locale)
    parts = (_way(graph, row, cell, words), _meaning(graph, cell, words))
    return words("semicolon").join(part for part in parts if part)


def _way(graph: Graph, row: Row, cell: Cell, words: Words) -> str:
    """Whether it is written on the duty or step itself, or taken from elsewhere."""
    kind = cell.holder.partition("/")[0]
    if cell.holder != row.address:
        entity = graph.organisation.find(cell.holder)
        name = entity.in_(words.locale) if entity is not None else cell.holder
        return words(f"from_{kind}", name=name)
    if kind == "step" and _overrides(graph, row, cell):
        return words("over_duty")
    return words(f"on_{kind}")


def _overrides(graph: Graph, row: Row, cell: Cell) -> bool:
    """Whether a cell of a step takes the place of cells of its duty."""
    if not isinstance(row.of, Step):
        return False
    duties = graph.links.targets(row.address, "duty")
    below = graph.rows[duties[0]].cells if duties and duties[0] in graph.rows else ()
    party = cell.party or cell.text
    return any(
        (other.sign == cell.sign) != ((other.party or other.text) == party) for other in below
    )


def _meaning(graph: Graph, cell: Cell, words: Words) -> str:
    """Who is meant where the party is no role; empty for roles, partners and systems."""
    kind = (cell.party or "").partition("/")[0]
    role = graph.organisation.roles.get(cell.role) if cell.role is not None else None
    if cell.party is None:
        return words("unknown_party")
    if kind == "department" and cell.acts_as == "I":
        return words("by_members")
    if role is None:
        return ""
    name = role.in_(words.locale)
    return {
        "department": words("by_head", name=name),
        "person": words("by_post", name=name),
    }.get(kind, "")
