"""Which text stands at a place of a source: for what is searched in whole files first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from orgspec.model.entity import Entity
from orgspec.model.introspection import holds_prose
from orgspec.model.program import Program
from orgspec.model.values.script import traditional_places
from orgspec.source import Source, Span
from orgspec.syntax.characters import rare_in
from orgspec.syntax.nodes import MapNode, Node, SeqNode
from orgspec.syntax.nodes import Step as RouteStep

Route = tuple[RouteStep, ...]


class Written(NamedTuple):
    """A text that people read, with where it stands.

    Attributes:
        entity: the entity that holds it.
        route: where in that entity, as written; empty where the entity is given as its name.
        text: what it says, escapes and folded lines resolved.
        source: the file; `span` is the value as written there, quotes included.
    """

    entity: Entity
    route: Route
    text: str
    source: Source
    span: Span

    @property
    def raw(self) -> str:
        """The text as it is written, quotes, escapes and line breaks included."""
        return self.source.text[self.span.start : self.span.end]


def rare_characters(program: Program) -> dict[Source, str]:
    """The files in which entities are declared, in that order, each with its rare characters.

    What looks for one of them need not search files that have none.
    """
    sources = dict.fromkeys(origin.source for origin in program.origins.values())
    return {source: rare_in(source) for source in sources}


def traditional_paths(rare: Mapping[Source, str]) -> frozenset[str]:
    """The paths of the files with characters that may be traditional Chinese.

    `rare` are the files with their rare characters.
    """
    return frozenset(
        source.path
        for source, characters in rare.items()
        if next(traditional_places(characters), None) is not None
    )


def texts_at(program: Program, source: Source, offsets: Iterable[int]) -> Iterator[Written]:
    """The texts in which some offsets of a source (ascending) lie, each once, in that order."""
    entities = sorted(
        (origin.value.start, origin.value.end, address)
        for address, origin in program.origins.items()
        if origin.source is source
    )
    starts = [start for start, _, _ in entities]
    behind = -1
    for offset in offsets:
        if offset < behind:
            continue
        at = bisect_right(starts, offset) - 1
        while at >= 0 and entities[at][1] <= offset:
            at -= 1
        if at >= 0:
            found = _text(program, entities[at][2], offset)
            if found is not None:
                behind = found.span.end
                yield found


def _text(program: Program, address: str, offset: int) -> Written | None:
    """The text of an entity in which an offset lies; None for a name, a value or a key."""
    entity = program.organisation.find(address)
    if entity is None:
        return None
    origin = program.origins[address]
    node: Node = origin.node
    span: Span | None = origin.value
    route: list[RouteStep] = []
    while isinstance(node, MapNode | SeqNode):
        step = _step(node, offset)
        if step is None:
            return None
        route.append(step[0])
        node, span = step[1], step[2]
    if not isinstance(node, str) or span is None:
        return None
    if route and not holds_prose(type(entity), tuple(route)):
        return None
    return Written(entity, tuple(route), node, origin.source, span)


def _step(node: MapNode | SeqNode, offset: int) -> tuple[RouteStep, Node, Span] | None:
    """The entry of a container in whose value an offset lies."""
    if isinstance(node, MapNode):
        for key, (_, _, start, end) in node.spans.items():
            if start <= offset < end:
                return key, node[key], Span(start, end)
    else:
        for index, (start, end) in enumerate(node.spans):
            if start <= offset < end:
                return index, node[index], Span(start, end)
    return None
