"""Organisation charts as Mermaid flowcharts, for wikis and Markdown pages."""

from __future__ import annotations

import json

from orgspec.document import Card, CardKind, Chart, Document, Swimlane
from orgspec.render import palette
from orgspec.render.drawing.flowchart import flowchart
from orgspec.render.drawing.mermaid_text import escaped
from orgspec.render.drawing.subject import drawing_of, lines_of
from orgspec.render.house import in_house_style

# Not `root`: Mermaid has a class of that name itself, and its edge labels would turn white.
_CLASS = {
    CardKind.ROOT: "highest",
    CardKind.VACANT: "vacant",
    CardKind.SUMMARY: "summary",
    CardKind.OUTSIDE: "outside",
}


@in_house_style
def render(document: Document) -> bytes:
    """The Mermaid source of a document whose block is a chart (or a figure of one).

    Cards are named `n0`, `n1`, … in their order: no text of the organisation can be read as syntax.

    Raises:
        ValueError: the document has no chart.
    """
    chart = drawing_of(document)
    title = json.dumps(" ".join(lines_of(document.title)), ensure_ascii=False)
    head = ["---", f"title: {title}", "---"]
    if isinstance(chart, Swimlane):
        return ("\n".join((*head, "flowchart LR", *flowchart(chart))) + "\n").encode()
    number = {card.id: index for index, card in enumerate(chart.cards)}
    lines = [*head, "flowchart TB"]
    lines += _nodes(chart)
    for line in chart.lines:
        if line.superior not in number or line.subordinate not in number:
            continue
        start, end = number[line.superior], number[line.subordinate]
        lines.append(f"    n{start} {_arrow(line.dotted, line.label)} n{end}")
    lines += _classes(chart)
    return ("\n".join(lines) + "\n").encode()


def _nodes(chart: Chart) -> list[str]:
    """All cards; those of a row stand in its box."""
    nodes = {card.id: _node(index, card) for index, card in enumerate(chart.cards)}
    lines = []
    for index, row in enumerate(chart.rows):
        lines.append(f'    subgraph row{index}["{escaped(row.title)} · {escaped(row.note)}"]')
        lines += [f"    {nodes.pop(id_)}" for id_ in row.cards if id_ in nodes]
        lines.append("    end")
    order = (f"row{index}" for index in range(len(chart.rows)))
    below = [f"    {' ~~~ '.join(order)}"] if len(chart.rows) > 1 else []
    return [*lines, *nodes.values(), *below]


def _hue(card: Card) -> int:
    """The index of a card's colour, the same for the same colour."""
    colour = card.colour
    return colour if colour >= palette.SCALE else colour % len(palette.DEPARTMENTS)


def _class_of(card: Card) -> str:
    """The class of a card: that of its kind, or else of its department."""
    return _CLASS.get(card.kind, f"department{_hue(card)}")


def _node(index: int, card: Card) -> str:
    """A card with its text and the class of its kind or its department."""
    texts = filter(None, (card.title, card.subtitle, card.code, card.pill))
    label = "<br/>".join(map(escaped, texts)) or " "
    return f'    n{index}["{label}"]:::{_class_of(card)}'


def _arrow(dotted: bool, label: str) -> str:
    """A solid line, or a dotted one with its label."""
    if not dotted:
        return "---"
    return f'-. "{escaped(label)}" .-' if label else "-.-"


def _classes(chart: Chart) -> list[str]:
    """The looks of the classes that some card has."""
    root, paper = palette.department(0), palette.CARD
    looks = {
        "highest": f"fill:{root},stroke:{root},color:{paper}",
        "vacant": f"fill:{palette.VACANT_FILL},stroke:{palette.VACANT},"
        f"color:{palette.VACANT_INK},stroke-dasharray:6 4",
        "summary": f"fill:{paper},stroke:{palette.CONNECTOR},stroke-width:3px,"
        f"color:{palette.TITLE}",
        "outside": f"fill:{paper},stroke:#94A3B8,color:{palette.SECONDARY}",
    }
    for hue in sorted({_hue(card) for card in chart.cards}):
        looks[f"department{hue}"] = (
            f"fill:{paper},stroke:{palette.department(hue)},color:{palette.INK}"
        )
    used = {_class_of(card) for card in chart.cards}
    return [f"    classDef {name} {look}" for name, look in looks.items() if name in used]
