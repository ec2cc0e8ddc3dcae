"""Characters that our fonts lack, and where they are written: never a silent box on paper."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.diagnostics import Label
from orgspec.model.program import Program
from orgspec.render import fonts
from orgspec.render.house import worn
from orgspec.source import Source, Span
from orgspec.style import PLAIN, Style
from orgspec.syntax.nodes import MapNode, Node, SeqNode


def unprintable(program: Program, style: Style = PLAIN) -> tuple[tuple[str, Label], ...]:
    """Each character that cannot be printed, with the first place in a text that holds it.

    `style` may bring fonts that have more characters than ours.
    """
    sources = {id(origin.source): origin.source for origin in program.origins.values()}
    with worn(style):
        lacking = {id_: fonts.missing(source.text) for id_, source in sources.items()}
    if not any(lacking.values()):
        return ()
    found: dict[str, Label] = {}
    for origin in program.origins.values():
        wanted = lacking[id(origin.source)] - found.keys()
        if not wanted:
            continue
        for span in _texts(origin.node, origin.value):
            for character in sorted(wanted & set(origin.source.text[span.start : span.end])):
                found.setdefault(character, _place(origin.source, span, character))
    return tuple(sorted(found.items()))


def _texts(node: Node, span: Span) -> Iterator[Span]:
    """The spans of all scalars inside a node."""
    if isinstance(node, MapNode):
        for value, pair in zip(node.values(), node.pairs(), strict=True):
            yield from _texts(value, Span(*pair[2:]))
    elif isinstance(node, SeqNode):
        for value, place in zip(node, node.spans, strict=True):
            yield from _texts(value, Span(*place))
    elif isinstance(node, str):
        yield span


def _place(source: Source, span: Span, character: str) -> Label:
    """Where a character stands first inside a span."""
    at = source.text.index(character, span.start)
    return Label(source, Span(at, at + 1))
