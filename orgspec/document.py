"""What is printed, before it has a format.

A view turns an organisation into a `Document` of blocks; a renderer matches on the blocks and
returns bytes. M views and N formats so need M + N modules and not M × N. Blocks hold finished
text in one language: no renderer looks anything up, no view knows of points or pixels.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from enum import StrEnum

from orgspec.binding import Binding as Binding
from orgspec.binding import BoundDocument as BoundDocument
from orgspec.binding import BoundPart as BoundPart
from orgspec.binding import IndexEntry as IndexEntry
from orgspec.chart import Card as Card
from orgspec.chart import CardKind as CardKind
from orgspec.chart import Chart as Chart
from orgspec.chart import ChartRow as ChartRow
from orgspec.chart import LegendEntry as LegendEntry
from orgspec.chart import Line as Line
from orgspec.chart import Mention as Mention
from orgspec.chart import Paper as Paper
from orgspec.chart import Post as Post
from orgspec.chart import PostTree as PostTree
from orgspec.chart import PostUnit as PostUnit
from orgspec.frozen import frozen
from orgspec.matrix import Letter as Letter
from orgspec.matrix import Matrix as Matrix
from orgspec.matrix import MatrixCell as MatrixCell
from orgspec.matrix import MatrixColumn as MatrixColumn
from orgspec.matrix import MatrixRow as MatrixRow
from orgspec.matrix import Provenance as Provenance
from orgspec.reckoning import Count, Entry, Excess, Weighed
from orgspec.runs import Emphasis as Emphasis
from orgspec.runs import Inline as Inline
from orgspec.runs import Run as Run
from orgspec.runs import inline as inline
from orgspec.runs import lines_of as lines_of
from orgspec.runs import plain as plain
from orgspec.schedule import Event as Event
from orgspec.schedule import Schedule as Schedule
from orgspec.style import PLAIN, Style
from orgspec.swimlane import Lane as Lane
from orgspec.swimlane import Node as Node
from orgspec.swimlane import NodeKind as NodeKind
from orgspec.swimlane import Passage as Passage
from orgspec.swimlane import Swimlane as Swimlane
from orgspec.tone import Tone as Tone


@frozen
class Heading:
    """A heading inside a document; `level` 1 is the highest below the title.

    `number` is written as it stands before the title; full-width punctuation brings its own space.
    """

    title: str
    level: int = 1
    number: str = ""

    @property
    def text(self) -> str:
        """The title behind its number, where it has one."""
        if not self.number:
            return self.title
        gap = " " if self.number.isascii() else ""
        return f"{self.number}{gap}{self.title}"


@frozen
class Paragraph:
    """Running text."""

    text: Inline


@frozen
class Listing:
    """A list of items, with bullets or numbers."""

    items: tuple[Inline, ...]
    ordered: bool = False


@frozen
class Facts:
    """Labels with their values in a grid (岗位名称 | 外贸业务员): `across` pairs in a row.

    A pair whose label is in `wide` takes a row of its own; the lines of a value whose label is in
    `listed` are the items of a list.
    """

    pairs: tuple[tuple[str, Inline], ...]
    across: int = 2
    wide: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
    weighed: Weighed | None = None

    def cell(self, label: str, value: Inline) -> Cell:
        """The value of a label as a table cell."""
        listed = label in self.listed
        return Cell(lines_of(value) if listed else (value,), listed)


class Align(StrEnum):
    """Where the text of a column stands."""

    START = "start"
    CENTER = "center"
    END = "end"


@frozen
class Column:
    """A column of a table; `weight` is its share of the width beside its neighbours.

    `key` names it in any language; `rule` says what its figures follow from, or what they are.
    """

    title: str
    weight: float = 1.0
    align: Align = Align.START
    key: str = ""
    rule: Excess | Entry | Count | None = None


@frozen
class Cell:
    """A table cell: lines of text, as bullets if `bullets` is set, set in by `depth` levels."""

    lines: tuple[Inline, ...] = ()
    bullets: bool = False
    tone: Tone = Tone.PLAIN
    depth: int = 0


class RowKind(StrEnum):
    """What a table row is: a thing, the title of those below it, or their sum."""

    BODY = "body"
    GROUP = "group"
    TOTAL = "total"


@frozen
class Row:
    """A table row. A group row has one cell, which spans the table.

    `key` tells what the row is about, where rows stand in another order in another language;
    `sums` are the keys of the rows of another table that a row of a digest sums up.
    """

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.BODY
    key: str = ""
    sums: tuple[str, ...] = ()


@frozen
class Table:
    """Columns and rows; the header repeats on every page, rows do not split.

    `group` is what the titles of groups are called (部门): sheets that are filtered show them as a
    first column, all others as rows. What is said beside those titles is then called `about` and
    stands in the last column; without that name it is left out there. A `digest` sums up another
    table: programs do without it. A `record` tells how the document came to be: a sheet of its own
    would be all but empty.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    group: str = ""
    digest: bool = False
    about: str = ""
    record: bool = False


@frozen
class Signature:
    """Boxes to sign in, one for each party: its label, a line for the name, one for the date."""

    parties: tuple[str, ...]
    name_label: str
    date_label: str


@frozen
class Figure:
    """A chart inside a document, with a caption. `compact` draws it small, without a legend."""

    chart: Chart | Swimlane
    caption: str = ""
    compact: bool = True


@frozen
class Section:
    """A numbered section: a bar with `title`, and its blocks. `number` is written as it stands.

    `key` tells sections apart in any language, where some may be missing.
    """

    title: str
    blocks: tuple[Block, ...]
    number: str = ""
    key: str = ""


Band = tuple[tuple[str, str], ...]
"""Labels side by side in the head of a document, each with its value below it."""

Block = (
    Heading
    | Paragraph
    | Listing
    | Facts
    | Table
    | Matrix
    | Chart
    | Swimlane
    | Figure
    | Signature
    | Section
)


@frozen
class Document:
    """Something that can be printed, in one language or in two side by side.

    Attributes:
        title: the title of the page (岗位说明书).
        locale: a BCP 47 tag; it decides fonts, line breaking and the words of renderers.
        subject: what the document is about (外贸业务员), for metadata and file properties.
        organisation: the name of the organisation, for running heads.
        running: what stands at the upper right of every page (number, version).
        footer: what stands at the lower left and right of every page.
        subtitle: the line below the title, may be empty.
        landscape: whether the page lies on its side.
        draft: the words that mark every page of a draft, or empty.
        labels: fixed words: `page` (a pattern with {page} and {pages}), `contents`, `generated`.
        schedule: what recurs of it, for calendars; None where it tells of nothing that recurs.
        binding: the documents that it is bound of; its own blocks then stand on the cover.
        head: what identifies it below its title (number, version, who approved it), in bands.
        second: the second language as a BCP 47 tag, where all is said in two; else empty.
        style: the house style that it is dressed in.
        particulars: what patterns of the house style may name (`number`, `version`), as printed.
        exported: the files of those formats that are no page and come from an exporter, by format.
        form: the same as plain data, for forms of the user's own; empty unless one is filled.
        usual: the characters that most documents of its kind hold, whatever they tell; a font of
            them is made once for all.
    """

    title: str
    locale: str
    organisation: str
    blocks: tuple[Block, ...]
    subject: str = ""
    subtitle: str = ""
    running: str = ""
    footer: tuple[str, str] = ("", "")
    landscape: bool = False
    draft: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    schedule: Schedule | None = None
    binding: Binding | None = None
    head: tuple[Band, ...] = ()
    exported: Mapping[str, bytes] = field(default_factory=dict)
    form: Mapping[str, object] = field(default_factory=dict)
    second: str = ""
    style: Style = PLAIN
    particulars: Mapping[str, str] = field(default_factory=dict)
    usual: frozenset[str] = frozenset()


# What plugins bring: a view makes a document of a graph in a locale, a renderer bytes of it.
View = Callable[..., Document]
Renderer = Callable[[Document], bytes]
