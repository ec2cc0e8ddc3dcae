"""The elements of WordprocessingML as strings: text, runs, paragraphs, cells, rows, tables.

The order of the properties inside an element is laid down by the schema (ECMA-376), and Word
refuses a file that breaks it; so it is kept here, in one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from orgspec.document import Emphasis, Inline, Run
from orgspec.frozen import frozen

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)

# The properties of a paragraph that takes no room, not even at the foot of a full page: its mark
# is of the smallest type, for LibreOffice asks for the height of that as well.
NO_HEIGHT = (
    '<w:pStyle w:val="Spacer"/><w:spacing w:line="1" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/></w:rPr>'
)

# Columns are as wide as they are said to be.
FIXED = '<w:tblLayout w:type="fixed"/>'

_TABLE_END = "</w:tbl>"

# The padding at the sides of a tight cell, in twips.
TIGHT = 30

_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# A relation or a sign stays with the number behind it (≥ 95%).
_RELATION = re.compile(r"([≥≤≈±<>=]) (?=\d)")
_CHARACTER_STYLES = {Emphasis.STRONG: "Strong", Emphasis.MUTED: "Muted"}


def clean(text: str) -> str:
    """The text without the characters that XML forbids, every line end as a line feed."""
    return _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", text))


def attribute(text: str) -> str:
    """The text as the value of an attribute, without its quotation marks."""
    return escape(clean(text), {'"': "&quot;", "\n": " "})


def run(text: str, properties: str = "") -> str:
    """A run of text; line breaks, tabs and hyphens that hold together in it become elements."""
    pieces = []
    for piece in re.split("([\n\t\u2011])", _RELATION.sub("\\1\u00a0", clean(text))):
        if piece == "\n":
            pieces.append("<w:br/>")
        elif piece == "\t":
            pieces.append("<w:tab/>")
        elif piece == "\u2011":
            # As a character it would be of another typeface, where that of the text lacks it.
            pieces.append("<w:noBreakHyphen/>")
        elif piece:
            pieces.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{inner}{''.join(pieces)}</w:r>" if pieces else ""


def runs(text: Inline) -> str:
    """The runs of an inline text; emphasis becomes a character style."""
    return "".join(run(piece.text, _properties(piece)) for piece in text)


def _properties(piece: Run) -> str:
    """The run properties of an emphasis, and of a language that is not the document's."""
    style = _CHARACTER_STYLES.get(piece.emphasis)
    properties = f'<w:rStyle w:val="{style}"/>' if style else ""
    if piece.lang:
        place = "eastAsia" if piece.lang[:2].lower() in ("zh", "ja", "ko") else "val"
        properties += f'<w:lang w:{place}="{attribute(piece.lang)}"/>'
    return properties


def field(instruction: str, shown: str = "1") -> str:
    """A field that Word computes (PAGE, NUMPAGES); `shown` stands there until it does."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r><w:t>{shown}</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(
    content: str,
    style: str,
    *,
    keep_next: bool = False,
    number: int = 0,
    tabs: Sequence[tuple[str, int]] = (),
    align: str = "",
    indent: int = 0,
    sides: int = 0,
    outline: int | None = None,
) -> str:
    """A paragraph.

    Args:
        content: its runs, as XML.
        style: the id of its style.
        keep_next: whether it stays on the page of what follows.
        number: the id of its list, 0 for that of its style.
        tabs: kinds and positions in twips of its tab stops; `line` and `dots` are right stops with
            a leader.
        align: `left`, `center` or `right`; empty for that of its style.
        indent: by how many twips all its lines are set in; 0 for that of its style.
        sides: by how many they are set in at both sides.
        outline: its level in the navigation pane, from 0; None for that of its style.
    """
    properties = [f'<w:pStyle w:val="{style}"/>']
    if keep_next:
        properties.append("<w:keepNext/>")
    if number:
        properties.append(f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')
    if tabs:
        properties.append(f"<w:tabs>{''.join(_tab(*tab) for tab in tabs)}</w:tabs>")
    if indent:
        properties.append(f'<w:ind w:left="{indent}"/>')
    elif sides:
        properties.append(f'<w:ind w:left="{sides}" w:right="{sides}"/>')
    if align:
        properties.append(f'<w:jc w:val="{align}"/>')
    if outline is not None:
        properties.append(f'<w:outlineLvl w:val="{outline}"/>')
    return f"<w:p><w:pPr>{''.join(properties)}</w:pPr>{content}</w:p>"


def _tab(kind: str, position: int) -> str:
    """A tab stop; Word wants them in the order of their positions."""
    if kind == "line":
        return f'<w:tab w:val="right" w:leader="underscore" w:pos="{position}"/>'
    if kind == "dots":
        return f'<w:tab w:val="right" w:leader="dot" w:pos="{position}"/>'
    return f'<w:tab w:val="{kind}" w:pos="{position}"/>'


@frozen
class TableCell:
    """A cell: paragraphs as XML, width in twips, the grid columns it spans, fill, position.

    `turned` text runs upwards; a `tight` cell has less padding at its sides. A cell that `follows`
    or that `goes_on` is of one piece with the cell above or below: no rule or space lies between.
    """

    content: str
    width: int
    span: int = 1
    fill: str = ""
    middle: bool = False
    turned: bool = False
    tight: bool = False
    follows: bool = False
    goes_on: bool = False


def _cell(cell: TableCell) -> str:
    """The XML of a cell."""
    properties = [f'<w:tcW w:w="{cell.width}" w:type="dxa"/>']
    if cell.span > 1:
        properties.append(f'<w:gridSpan w:val="{cell.span}"/>')
    joined = {"top": cell.follows, "bottom": cell.goes_on}
    if any(joined.values()):
        edges = (f'<w:{side} w:val="nil"/>' for side, is_joined in joined.items() if is_joined)
        properties.append(f"<w:tcBorders>{''.join(edges)}</w:tcBorders>")
    if cell.fill:
        properties.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>')
    properties.append(_padding(cell))
    if cell.turned:
        properties.append('<w:textDirection w:val="btLr"/>')
    if cell.middle:
        properties.append('<w:vAlign w:val="center"/>')
    return f"<w:tc><w:tcPr>{''.join(properties)}</w:tcPr>{cell.content}</w:tc>"


def _padding(cell: TableCell) -> str:
    """The padding of a cell where it is not that of its table."""
    own = {"top": 0 if cell.follows else None, "left": TIGHT if cell.tight else None}
    own |= {"bottom": 0 if cell.goes_on else None, "right": own["left"]}
    edges = [f'<w:{side} w:w="{w}" w:type="dxa"/>' for side, w in own.items() if w is not None]
    return f"<w:tcMar>{''.join(edges)}</w:tcMar>" if edges else ""


def row(
    cells: Iterable[TableCell], *, header: bool = False, splits: bool = False, height: int = 0
) -> str:
    """A table row.

    Args:
        cells: its cells, whose spans add up to the columns of the table.
        header: whether it repeats on every page.
        splits: whether a page may end inside it.
        height: its least height in twips, 0 for that of its text.
    """
    properties = "" if splits else "<w:cantSplit/>"
    if height:
        properties += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>'
    if header:
        properties += "<w:tblHeader/>"
    inner = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{inner}{''.join(_cell(cell) for cell in cells)}</w:tr>"


def with_last_row_kept(grid: str) -> str:
    """The XML of a table whose last row stays on the page of what follows."""
    start = grid.rfind("<w:tr>")
    kept = re.sub(r"(<w:pStyle [^>]*/>)(?!<w:keepNext/>)", r"\1<w:keepNext/>", grid[start:])
    return grid[:start] + kept if start >= 0 else grid


def with_row_below(grid: str, content: str) -> str:
    """The XML of a table with one more row, of a cell that is as wide as all columns."""
    columns = [int(each) for each in re.findall(r'<w:gridCol w:w="(\d+)"/>', grid)]
    last = row([TableCell(content, sum(columns), len(columns))])
    return grid.removesuffix(_TABLE_END) + last + _TABLE_END


def table(widths: Sequence[int], rows: Iterable[str], *, header: bool, description: str) -> str:
    """A table; nothing if it has no rows, for Word calls a file with such a table damaged.

    Args:
        widths: the widths of its columns in twips.
        rows: its rows, as XML.
        header: whether its first row heads the columns.
        description: what it holds, for people who hear it read.
    """
    lines = "".join(rows)
    if not lines:
        return ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = f'<w:tblLook w:val="{"0420" if header else "0400"}" w:firstRow="{int(header)}" '
    look += 'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
    told = f'<w:tblDescription w:val="{attribute(description)}"/>' if description else ""
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="OrganisationTable"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        f"{FIXED}{look}{told}"
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}{_TABLE_END}"
    )


def ended(body: str) -> str:
    """The XML of a body whose last paragraph, which Word wants behind a table, takes no room.

    Otherwise it would be a page of its own behind a table that ends at the foot of one.
    """
    whole = body.removesuffix(spacer())
    return body if whole == body else f"{whole}<w:p><w:pPr>{NO_HEIGHT}</w:pPr></w:p>"


def spacer(*, keep_next: bool = False) -> str:
    """The thin paragraph that Word needs between two tables, which it would join otherwise."""
    return paragraph("", "Spacer", keep_next=keep_next)
