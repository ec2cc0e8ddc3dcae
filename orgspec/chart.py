"""The organisation chart as a block of a document: cards, and the lines between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CardKind(StrEnum):
    """What a card of a chart stands for."""

    ROOT = "root"  # the top of the chart: filled with its department's colour
    POST = "post"  # a post or a person in it
    VACANT = "vacant"  # a post that nobody holds
    SUMMARY = "summary"  # a department that has a chart of its own
    OUTSIDE = "outside"  # a party outside what this chart is about


@dataclass(frozen=True, slots=True)
class Card:
    """A box of an organisation chart.

    `title` is the large line (a person, or the post where no person is known), `subtitle` the
    one below, `code` the small third. `initial` stands in the avatar circle. `pill` is the short
    text at the upper right (编 4 / 5). `colour` is the index of the department's colour.
    """

    id: str
    title: str
    subtitle: str = ""
    code: str = ""
    initial: str = ""
    pill: str = ""
    kind: CardKind = CardKind.POST
    colour: int = 0
    assistant: bool = False
    photo: bytes = b""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the chart from a superior to a subordinate, solid or dotted."""

    superior: str
    subordinate: str
    dotted: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """An entry of the legend: `kind` is `colour`, `vacant`, `solid` or `dotted`."""

    kind: str
    text: str
    colour: int = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """An organisation chart: cards in order, and the lines between them.

    Solid lines make a forest: no card has two solid superiors and there is no circle. Assistants
    are drawn beside the line below their superior. `facts` stand at the upper right of the head
    (编制 17 · 在岗 14 · 空缺 3).
    """

    cards: tuple[Card, ...]
    lines: tuple[Line, ...]
    legend: tuple[LegendEntry, ...] = ()
    facts: tuple[str, ...] = ()
    alt: str = ""
