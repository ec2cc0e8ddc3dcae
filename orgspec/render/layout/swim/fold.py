"""A diagram too wide for paper goes on in further rows; circles with letters say where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from string import ascii_uppercase

from orgspec.render.layout.swim.arrange import Arranged, arrange, order_of
from orgspec.render.layout.swim.ranks import leading_back, pairs_of, ranks
from orgspec.swimlane import Node, NodeKind, Passage, Swimlane

# What fits paper of a usual size with text that reads well, in pixels: A3 on its side.
WIDEST, HIGHEST = 1850.0, 1250.0
READS_WELL = 0.7  # of its size in pixels, where a diagram stands on a usual page
_MOST_ROWS = 4
_WORTH = 1.08  # how much larger a diagram must become for a row more
_GAP = 30.0
_LINK_COST = 130.0  # a way that goes on in another row is as bad as so many pixels of unevenness


def folded(
    diagram: Swimlane, locale: str, room: tuple[float, float] | None = None
) -> list[Arranged]:
    """The rows of a diagram: as many as make it fit a page best, one if that does.

    `room` is the width and the height of the page in pixels; without it, one is as wide as text
    reads well on a large page.
    """
    whole = _row(diagram, locale)
    best, shown, page = [whole], [diagram], room or (WIDEST, HIGHEST)
    enough = READS_WELL if room else 1.0
    if (_scale(best, page) >= enough) if room else (whole.width <= WIDEST):
        return best
    for count in range(2, _MOST_ROWS + 1):
        parts = _parts(diagram, whole, count)
        rows = [_row(part, locale, diagram) for part in parts]
        if _scale(rows, page) > _scale(best, page) * _WORTH:
            best, shown = rows, parts
        if _scale(best, page) >= enough:
            break
    band = max(row.lanes[0].head.x for row in best if row.lanes)
    if len({row.lanes[0].head.x for row in best}) > 1:
        best = [arrange(part, locale, order_of(diagram), least_band=band) for part in shown]
    width = max(row.width for row in best)
    return [_widened(row, width) for row in best]


@lru_cache(maxsize=16)  # the pages of a file are tried with the same rows
def _row(part: Swimlane, locale: str, whole: Swimlane | None = None) -> Arranged:
    """A diagram, or a part of a whole one, whose lanes stand in the order of the whole."""
    return arrange(part, locale, order_of(whole or part))


def _widened(row: Arranged, width: float) -> Arranged:
    """A row with its lanes as long as those of the widest."""
    lanes = tuple(
        replace(lane, field=replace(lane.field, width=lane.field.width + width - row.width))
        for lane in row.lanes
    )
    return replace(row, lanes=lanes, width=width)


def _scale(rows: Sequence[Arranged], page: tuple[float, float]) -> float:
    """How large rows can be drawn on the page; 1 and more reads well."""
    width = max(row.width for row in rows)
    height = sum(row.height for row in rows) + _GAP * (len(rows) - 1)
    return min(page[0] / width, page[1] / height)


def _parts(diagram: Swimlane, whole: Arranged, count: int) -> list[Swimlane]:
    """The diagram in so many parts, cut between columns where few ways pass."""
    nodes = diagram.nodes
    rank = ranks(nodes, diagram.passages, leading_back(nodes, diagram.passages))
    place = {shape.shape.node.id: shape.anchor.x for shape in whole.shapes}
    ends = [0.0] * (max(rank) + 1)
    for node, column in zip(nodes, rank, strict=True):
        ends[column] = max(ends[column], place[node.id])
    ways = [pair for pair in pairs_of(nodes, diagram.passages) if pair is not None]
    cuts: list[int] = []
    for number in range(1, count):
        ideal = whole.width * number / count
        least = cuts[-1] + 1 if cuts else 1
        tries = range(least + 1, len(ends) - (count - number))
        cut = min(
            tries,
            key=lambda c: (
                abs(ends[c - 1] + 90 - ideal)
                + _LINK_COST * len({t for s, t in ways if (rank[s] < c) != (rank[t] < c)})
            ),
            default=0,
        )
        if cut:
            cuts.append(cut)
    row = [sum(1 for cut in cuts if column >= cut) for column in rank]
    return _linked(diagram, row)


def _linked(diagram: Swimlane, row: Sequence[int]) -> list[Swimlane]:
    """The parts; a way from one to another ends at a letter and begins again at it."""
    nodes = {node.id: (node, row[index]) for index, node in enumerate(diagram.nodes)}
    parts: list[tuple[list[Node], list[Passage]]] = [([], []) for _ in range(max(row) + 1)]
    for node, number in nodes.values():
        parts[number][0].append(node)
    sources: dict[str, list[int]] = {id_: [] for id_ in nodes}
    for passage in diagram.passages:
        if passage.source in nodes and passage.target in nodes:
            sources[passage.target].append(nodes[passage.source][1])
    letters: dict[str, str] = {}
    made: set[str] = set()
    for passage in diagram.passages:
        if passage.source not in nodes or passage.target not in nodes:
            continue
        (source, out_of), (target, into) = nodes[passage.source], nodes[passage.target]
        if out_of == into:
            parts[out_of][1].append(passage)
            continue
        letter = letters.setdefault(target.id, _letter(len(letters)))
        leaving, coming = f"{source.id}#{target.id}", f"{target.id}#in"
        for id_, number, lane in ((leaving, out_of, source.lane), (coming, into, target.lane)):
            if id_ not in made:
                parts[number][0].append(Node(id_, NodeKind.LINK, lane, letter))
        # In two pieces no circle is left to tell by: what leads to a row above leads back.
        parts[out_of][1].append(replace(passage, target=leaving, bounded=out_of > into))
        if coming not in made:
            back = all(number > into for number in sources[target.id] if number != into)
            piece = Passage(coming, target.id, critical=passage.critical, bounded=back)
            parts[into][1].append(piece)
        made |= {leaving, coming}
    return [replace(diagram, nodes=tuple(nodes_), passages=tuple(ways)) for nodes_, ways in parts]


def _letter(index: int) -> str:
    """A, B, … Z, AA, …"""
    more, last = divmod(index, len(ascii_uppercase))
    return (_letter(more - 1) if more else "") + ascii_uppercase[last]
