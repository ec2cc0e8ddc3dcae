"""The blocks of a document as the page shows them: everything is decided before the template."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgspec.document import Inline, Listing, Paragraph, Signature
from orgspec.frozen import frozen
from orgspec.render.page.matrix import ShownMatrix

if TYPE_CHECKING:
    from markupsafe import Markup


@frozen
class Pair:
    """A label with its value, which spans `span` columns of the grid."""

    label: str
    value: Inline
    span: int


@frozen
class ShownFacts:
    """Rows of pairs; `label_width` in em is the same through the document."""

    rows: tuple[tuple[Pair, ...], ...]
    across: tuple[int, ...]
    label_width: str
    listed: frozenset[str]


@frozen
class ShownColumn:
    """A table column: its width in per cent and the end of its CSS class."""

    title: str
    width: str
    align: str


@frozen
class ShownRow:
    """A table row: `kind` is body, group or total, `html` its cells, of a group its title."""

    kind: str
    html: Markup


@frozen
class ShownTable:
    """A table whose group rows span `width` columns.

    Its font size if that is not the usual, and the least width at which it tears no word: in a
    window that is narrower, the table moves sideways.
    """

    columns: tuple[ShownColumn, ...]
    rows: tuple[ShownRow, ...]
    width: int
    size: str = ""
    least: str = ""


@frozen
class ShownFigure:
    """A drawing as inline SVG with its caption and its natural width in pixels.

    One that is `fitted` becomes smaller in a narrow window, down to what can be read.
    """

    svg: Markup
    caption: str
    width: int
    fitted: bool = False


@frozen
class ShownHeading:
    """A heading: its element (h2 to h6), text and id."""

    tag: str
    text: str
    id: str


@frozen
class ShownSection:
    """A section: its bar and what stands below."""

    title: str
    id: str
    parts: tuple[Part, ...]


@frozen
class Part:
    """One block ready for the template that writes it.

    `flush` blocks (grids) touch the frame of their section; `wide` ones need a page on its side.
    """

    template: str
    content: (
        ShownHeading
        | Paragraph
        | Listing
        | ShownFacts
        | ShownTable
        | ShownMatrix
        | ShownFigure
        | Signature
        | ShownSection
    )
    flush: bool = False
    wide: bool = False
