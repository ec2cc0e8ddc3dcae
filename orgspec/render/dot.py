"""Organisation charts as Graphviz source, to lay out or to change with other tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgspec.document import Card, CardKind, ChartRow, Document
from orgspec.render import fonts, palette
from orgspec.render.drawing.subject import chart_of, lines_of
from orgspec.render.house import in_house_style
from orgspec.render.layout.card import COMPACT, FittedCard, fit_all

if TYPE_CHECKING:
    import graphviz

_PIXELS_AN_INCH = 72.0


@in_house_style
def render(document: Document) -> bytes:
    """The DOT source of a document whose block is a chart (or a figure of one).

    Nodes are `n0`, `n1`, … in the order of the cards and have a fixed size from the shipped fonts,
    since not every Graphviz can measure Chinese. Dotted lines do not move the nodes.

    Raises:
        ValueError: the document has no chart.
    """
    import graphviz

    chart = chart_of(document)
    title = [line for line in (document.title, document.running) if line]
    dot = graphviz.Digraph(
        "chart",
        graph_attr={
            "label": _text(title), "labelloc": "t", "rankdir": "TB", "splines": "ortho",
            "nodesep": "0.3", "ranksep": "0.5", "fontname": fonts.FAMILY, "fontsize": "18",
        },
        node_attr={
            "shape": "box", "style": "rounded,filled", "fontname": fonts.FAMILY,
            "fontsize": "11", "fixedsize": "true",
        },
        edge_attr={
            "arrowhead": "none", "color": palette.CONNECTOR, "fontname": fonts.FAMILY,
            "fontsize": "9", "fontcolor": palette.DOTTED,
        },
    )  # fmt: skip
    number = {card.id: f"n{index}" for index, card in enumerate(chart.cards)}
    for fitted in fit_all(chart.cards, COMPACT):
        dot.node(number[fitted.card.id], **_node(fitted))
    for row in chart.rows:
        _row(dot, row, [number[id_] for id_ in row.cards if id_ in number])
    for line in chart.lines:
        if line.superior not in number or line.subordinate not in number:
            continue
        look = {"style": "dashed", "color": palette.DOTTED, "constraint": "false"}
        if line.label:
            look["xlabel"] = _text([line.label])
        start, end = number[line.superior], number[line.subordinate]
        dot.edge(start, end, **(look if line.dotted else {}))
    return str(dot.source).encode()


def _row(dot: graphviz.Digraph, row: ChartRow, nodes: list[str]) -> None:
    """A frame around the cards of a row, with its name."""
    with dot.subgraph(name=f"cluster_{nodes[0]}") as frame:
        frame.attr(label=_text([f"{row.title} · {row.note}"]), color=palette.RULE)
        for node in nodes:
            frame.node(node)


def _node(fitted: FittedCard) -> dict[str, str]:
    """The attributes of a card."""
    card = fitted.card
    colour = palette.department(card.colour)
    texts = [text for text in (card.title, card.subtitle, card.code, card.pill) if text]
    shown = {
        "label": _text(texts),
        "width": f"{(fitted.width + 16) / _PIXELS_AN_INCH:.2f}",
        "height": f"{(fitted.height + (14 if card.pill else 0)) / _PIXELS_AN_INCH:.2f}",
        "fillcolor": palette.CARD,
        "color": colour,
        "fontcolor": palette.INK,
    }
    return shown | _look(card, colour)


def _look(card: Card, colour: str) -> dict[str, str]:
    """What the kind of a card changes in its attributes."""
    if card.kind is CardKind.ROOT:
        return {"fillcolor": colour, "fontcolor": palette.CARD}
    if card.kind is CardKind.VACANT:
        return {
            "style": "rounded,filled,dashed",
            "fillcolor": palette.VACANT_FILL,
            "color": palette.VACANT,
            "fontcolor": palette.VACANT_INK,
        }
    if card.kind is CardKind.SUMMARY:
        return {"peripheries": "2"}
    if card.kind is CardKind.OUTSIDE:
        return {"color": "#94A3B8", "fontcolor": palette.SECONDARY}
    return {}


def _text(texts: list[str]) -> str:
    """Texts as the lines of a label: nothing in them is read as an escape, an entity or HTML."""
    import graphviz

    lines = [line.replace("&", "&amp;") for text in texts for line in lines_of(text)]
    label: str = graphviz.nohtml(r"\n".join(str(graphviz.escape(line)) for line in lines))
    return label
