"""A swimlane diagram as the lines of a Mermaid flowchart: lanes as boxes, nodes in them."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.document import Node, NodeKind, Passage, Swimlane
from orgspec.render import palette
from orgspec.render.drawing.mermaid_text import escaped

_SHAPES = {
    NodeKind.GATEWAY: ('{{"', '"}}'),
    NodeKind.CALL: ('[["', '"]]'),
    NodeKind.EVENT: ('(["', '"])'),
    NodeKind.START: ('(["', '"])'),
    NodeKind.END: ('(["', '"])'),
    NodeKind.FORK: ('["', '"]'),
}


def flowchart(diagram: Swimlane) -> Iterator[str]:
    """The lines below `flowchart LR`. Nodes are called `n0`, `n1`, …, lanes `l0`, `l1`, …."""
    number = {node.id: index for index, node in enumerate(diagram.nodes)}
    for index, lane in enumerate(diagram.lanes):
        title = " · ".join(filter(None, (lane.department, lane.title)))
        if title:
            yield f'    subgraph l{index}["{escaped(title)}"]'
        for place, node in enumerate(diagram.nodes):
            if node.lane == index:
                yield f"    {'    ' if title else ''}n{place}{_shape(node)}"
        if title:
            yield "    end"
    for passage in diagram.passages:
        if passage.source in number and passage.target in number:
            source, target = number[passage.source], number[passage.target]
            yield f"    n{source} {_arrow(passage)} n{target}"
    critical = [f"n{place}" for place, node in enumerate(diagram.nodes) if node.critical]
    if critical:
        yield f"    classDef critical stroke:{palette.CRITICAL},stroke-width:3px"
        yield f"    class {','.join(critical)} critical"


def _shape(node: Node) -> str:
    """The brackets of a node's kind around its number, name and limit."""
    left, right = _SHAPES.get(node.kind, ('["', '"]'))
    name = f"{node.number}. {node.title}" if node.number else node.title
    texts = filter(None, (name, node.note))
    return f"{left}{'<br/>'.join(map(escaped, texts)) or '+'}{right}"


def _arrow(passage: Passage) -> str:
    """An arrow with its condition; one that leads back is dotted."""
    text = "<br/>".join(escaped(part) for part in (passage.label, passage.handoff) if part)
    if passage.bounded:
        return f'-. "{text}" .->' if text else "-.->"
    return f'-- "{text}" -->' if text else "-->"
