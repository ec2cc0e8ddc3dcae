"""The organisation chart as a block of a document: cards, and the lines between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from orgspec.frozen import frozen


class CardKind(StrEnum):
    """What a card of a chart stands for."""

    ROOT = "root"  # the top of the chart: filled with its department's colour
    POST = "post"  # a post or a person in it
    VACANT = "vacant"  # a post that nobody holds
    SUMMARY = "summary"  # a department that has a chart of its own
    OUTSIDE = "outside"  # a party outside what this chart is about


@frozen
class Card:
    """A box of an organisation chart.

    `title` is the large line (a person, or the post where no person is known), `subtitle` the
    one below, `code` the small third. `initial` stands in the avatar circle. `pill` is the short
    text at the upper right (编 4 / 5). `colour` is the index of the department's colour. `page` is
    the address of the page of the same document that tells more (`Chart.pages`), if there is one.
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
    page: str = ""


@frozen
class Line:
    """A line of the chart from a superior to a subordinate, solid or dotted."""

    superior: str
    subordinate: str
    dotted: bool = False
    label: str = ""


@frozen
class LegendEntry:
    """An entry of the legend: `kind` is `colour`, `vacant`, `solid` or `dotted`."""

    kind: str
    text: str
    colour: int = 0


@frozen
class Mention:
    """Somebody or something that a post names: `address` leads to it, `note` qualifies it."""

    name: str
    address: str = ""
    note: str = ""


@frozen
class PostUnit:
    """A department of a chart that folds; `above` is the index of its parent there, or -1.

    `also` are its names in other languages: they are searched, not shown.
    """

    name: str
    address: str
    also: str = ""
    colour: int = 0
    above: int = -1


@frozen
class Post:
    """A card of a chart that folds, with all that is told of it when it is opened.

    It stands for a post or a person, or (`SUMMARY`) for all that stand below it.
    `above` and `dotted` are indices of posts in the same tree, `unit` is the index of the
    department; -1 stands for none. `heading` is who is shown (empty where nobody is known),
    `posts` the headcount in words. `also` are its names in other languages, to be searched.
    `colour` is its own, -1 for that of its department; `remark` is what the colour says in words.
    """

    address: str
    title: str
    above: int = -1
    unit: int = -1
    kind: CardKind = CardKind.POST
    heading: str = ""
    initial: str = ""
    pill: str = ""
    number: str = ""
    grade: str = ""
    posts: str = ""
    holders: tuple[Mention, ...] = ()
    deputies: tuple[Mention, ...] = ()
    dotted: tuple[int, ...] = ()
    also: str = ""
    assistant: bool = False
    photo: bytes = b""
    colour: int = -1
    remark: str = ""


@frozen
class PostTree:
    """Every post of a chart, superiors before those below them: what a page folds and searches.

    `labels` are the fixed words of the page in its language.
    """

    units: tuple[PostUnit, ...]
    posts: tuple[Post, ...]
    legend: tuple[LegendEntry, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)


@frozen
class Paper:
    """What a chart is printed on.

    Attributes:
        size: A4, A3 and so on; empty for the smallest on which its text is read.
        orientation: `portrait` or `landscape`; empty for the one that fits better.
        tiled: whether it is one poster over several sheets.
    """

    size: str = ""
    orientation: str = ""
    tiled: bool = False


@frozen
class ChartRow:
    """A row of a chart without lines of reporting: its name, what is said of it, its cards."""

    title: str
    note: str
    cards: tuple[str, ...]
    colour: int = 0


@frozen
class Chart:
    """An organisation chart: cards in order, and the lines between them.

    Solid lines make a forest: no card has two solid superiors and there is no circle. Assistants
    are drawn beside the line below their superior. `facts` stand at the upper right of the head
    (编制 17 · 在岗 14 · 空缺 3). `tree` has every post, also where the cards stand for many: for
    pages that fold; drawings do without it.

    Where the cards stand for many, `pages` are the charts that show these, each with its `title`
    and `address`; `trail` leads to such a page from the first one: the addresses of the pages above
    it with their titles. A chart with `rows` shows its cards in rows that have a meaning.
    """

    cards: tuple[Card, ...]
    lines: tuple[Line, ...]
    legend: tuple[LegendEntry, ...] = ()
    facts: tuple[str, ...] = ()
    alt: str = ""
    tree: PostTree | None = None
    title: str = ""
    address: str = ""
    trail: tuple[tuple[str, str], ...] = ()
    pages: tuple[Chart, ...] = ()
    rows: tuple[ChartRow, ...] = ()
    paper: Paper = field(default_factory=Paper)
    dpi: int = 0
