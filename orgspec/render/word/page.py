"""The page: its size, its running head and foot, the title above the text."""

from __future__ import annotations

import re
from math import lcm
from typing import TYPE_CHECKING

from orgspec.document import Band, Document
from orgspec.margins import Counter, Margin, Said, foot_margin, head_margin
from orgspec.render.running import in_one_line
from orgspec.render.word import look
from orgspec.render.word.gauge import add_row, add_title, lines_in
from orgspec.render.word.logo import LOGO_WIDTH, logo_run
from orgspec.render.word.measure import ems, line_ems
from orgspec.render.word.ooxml import (
    NAMESPACES,
    TableCell,
    clean,
    field,
    paragraph,
    row,
    run,
    spacer,
    table,
)
from orgspec.render.word.story import Story

if TYPE_CHECKING:
    from docx.section import Section, _Footer, _Header

_WIDTH_MM, _HEIGHT_MM = 210.0, 297.0
_SIDE_MM, _LANDSCAPE_SIDE_MM = 18.0, 14.0
_TOP_MM, _BOTTOM_MM, _HEAD_MM, _FOOT_MM = 20.0, 17.0, 10.0, 8.0
_RUNNING_EM = look.SMALL_SIZE * 10
_RUNNING_GAP = 1.0  # em between the texts of a running head
_WIDER = 1.1  # the figures of a typeface that stands in for another
_PARTED = "\u2003"
_TRACKING = 140
_LONGEST_TRACKED = 8
_PAGE_NUMBERS = {Counter.PAGE: "PAGE", Counter.PAGES: "NUMPAGES"}
_TITLE_EM = 540  # twips, with the gaps of a tracked title
_HEAD_ROW = 800  # twips of a row of the head, or of half a band
_IN_A_ROW = 2  # labels of a head that find room in one row with their values


def text_area(document: Document) -> tuple[int, int]:
    """The width and height of the text on a page, in twips."""
    width, height, side = _WIDTH_MM, _HEIGHT_MM, _SIDE_MM
    if document.landscape:
        width, height, side = _HEIGHT_MM, _WIDTH_MM, _LANDSCAPE_SIDE_MM
    return look.mm(width - 2 * side), look.mm(height - _TOP_MM - _BOTTOM_MM)


def set_page(section: Section, document: Document, *, bare: bool = False) -> None:
    """Give the section A4, the margins, the running head and the running foot.

    A `bare` page has neither head nor foot, but the mark of a draft.
    """
    from docx.enum.section import WD_ORIENTATION
    from docx.shared import Mm

    size = [Mm(_WIDTH_MM), Mm(_HEIGHT_MM)]
    side = Mm(_LANDSCAPE_SIDE_MM if document.landscape else _SIDE_MM)
    if document.landscape:
        size.reverse()
        section.orientation = WD_ORIENTATION.LANDSCAPE
    section.page_width, section.page_height = size
    section.left_margin = section.right_margin = side
    section.top_margin, section.bottom_margin = Mm(_TOP_MM), Mm(_BOTTOM_MM)
    section.header_distance, section.footer_distance = Mm(_HEAD_MM), Mm(_FOOT_MM)
    width, _ = text_area(document)
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    _fill(section.header, _draft(document) if bare else _header(document, width))
    _fill(section.footer, paragraph("", "Footer") if bare else _footer(document, width))


def _fill(story: _Header | _Footer, xml: str) -> None:
    """Put paragraphs in the place of what a header or footer holds."""
    from docx.oxml import parse_xml

    element = story._element
    for child in list(element):
        element.remove(child)
    for child in parse_xml(f"<w:hdr {NAMESPACES}>{xml}</w:hdr>"):
        element.append(child)


def _header(document: Document, width: int) -> str:
    """The running head; below it, the words that mark a draft."""
    parts = _line(head_margin(document), width, "Header")
    return parts + _draft(document) if document.draft else parts


def _draft(document: Document) -> str:
    """The words that mark a draft; an empty line for any other document."""
    return paragraph(run(document.draft), "DraftMark")


def _footer(document: Document, width: int) -> str:
    """The running foot."""
    return _line(foot_margin(document), width, "Footer")


def _line(margin: Margin, width: int, style: str) -> str:
    """Three texts in a line."""
    line = in_one_line(margin, width / _RUNNING_EM, _RUNNING_GAP, _measured)
    start, middle, end = map(_runs, (line.left, line.centre, line.right))
    tabs = [("center", width // 2), ("right", width)]
    gap = run("\t")
    content = start + gap + (middle + gap if middle else "") + end
    return paragraph(content, style, tabs=tabs if middle else tabs[1:])


def _measured(text: str) -> float:
    """How many em a text of a margin takes."""
    return line_ems(_in_one_line(text))


def _runs(said: Said) -> str:
    """The runs of a text of a margin; a counter is a field."""
    if len(said) == 1 and not isinstance(said[0], Counter):
        return run(_in_one_line(said[0]))
    return "".join(
        field(_PAGE_NUMBERS[piece]) if isinstance(piece, Counter) else run(piece) for piece in said
    )


def _in_one_line(text: str) -> str:
    """A text of a margin without line breaks; two spaces part it, and stay apart."""
    parts = (" ".join(part.split()) for part in clean(text).split("  "))
    return _PARTED.join(filter(None, parts))


def title_xml(document: Document, story: Story) -> str:
    """The title with the logo beside it or above, and the line below it if there is one."""
    beside = ems(document.title) * _TITLE_EM + 2 * LOGO_WIDTH <= story.width
    logo = logo_run(document, story, floating=beside)
    parts = [paragraph((logo if beside else "") + _title(document.title), "Title")]
    if logo and not beside:
        parts.insert(0, paragraph(logo, "Figure"))
    if document.subtitle:
        parts.append(paragraph(run(document.subtitle), "Subtitle"))
    add_title(story, subtitle=bool(document.subtitle))
    return "".join(parts)


def head_xml(bands: tuple[Band, ...], story: Story) -> str:
    """What identifies the document: labels with their values below, band by band.

    On a page that lies on its side all bands stand side by side, for it is low.
    """
    bands, width = _side_by_side(bands, story), story.width
    if not bands:
        return ""
    if len(bands) == 1 and len(bands[0]) <= _IN_A_ROW:
        return _head_row(bands[0], story) + spacer(keep_next=True)
    grid = lcm(*map(len, bands))
    columns = [width // grid] * grid
    rows = []
    for band in bands:
        span = grid // len(band)
        values = [_fitted(value, span * columns[0]) for _, value in band]
        add_row(story, 1, kept=True)
        add_row(story, max(lines_in(text, span * columns[0]) for text in values), kept=True)
        for style, fill, texts in (
            ("TableLabel", look.tint(), [label for label, _ in band]),
            ("TableText", "", values),
        ):
            rows.append(
                row(
                    TableCell(
                        paragraph(run(text), style, keep_next=True, align="center"),
                        span * columns[0], span, fill, True,
                    )
                    for text in texts
                )
            )  # fmt: skip
    return table(columns, rows, header=False, description="") + spacer(keep_next=True)


def _side_by_side(bands: tuple[Band, ...], story: Story) -> tuple[Band, ...]:
    """The bands of a head as one, where the page lies on its side."""
    return (sum(bands, ()),) if bands and story.width > story.height else bands


def head_height(bands: tuple[Band, ...], story: Story) -> int:
    """About how high a head is, in twips: two lines of a name and its day, and their padding."""
    bands = _side_by_side(bands, story)
    if not bands:
        return 0
    one = len(bands) == 1 and len(bands[0]) <= _IN_A_ROW
    return _HEAD_ROW if one else len(bands) * 2 * _HEAD_ROW


def _head_row(band: Band, story: Story) -> str:
    """One or two labels, each with its value beside it."""
    width = story.width
    said = max((ems(label) for label, _ in band), default=0.0)
    # Labels are bold, and a fallback typeface may be wider still.
    needed = round(said * 1.2 * look.BODY_SIZE * 10) + 2 * look.CELL_PADDING
    label = min(max(look.mm(26), needed), width // (2 * len(band)))
    columns = [label, width // len(band) - label] * len(band)
    columns[-1] += width - sum(columns)
    cells, high = [], 1
    for index, pair in enumerate(band):
        for side, (style, fill) in enumerate((("TableLabel", look.tint()), ("TableText", ""))):
            wide = columns[2 * index + side]
            text = _fitted(pair[side], wide)
            high = max(high, lines_in(text, wide))
            held = paragraph(run(text), style, keep_next=True)
            cells.append(TableCell(held, wide, 1, fill, True))
    add_row(story, high, kept=True)
    return table(columns, [row(cells)], header=False, description="")


def _fitted(value: str, width: int) -> str:
    """A value in a cell: a day that finds no room behind a name stands below it, in one piece."""
    if ems(value) * _WIDER * look.BODY_SIZE * 10 < width - 2 * look.CELL_PADDING:
        return value
    return re.sub(r" (\d{4}-\d\d-\d\d)$", r"\n\1", value)


def _title(text: str) -> str:
    """The runs of the title: a short one of characters is set wide, as titles of forms are."""
    if not re.fullmatch(rf"[\u4e00-\u9fff]{{2,{_LONGEST_TRACKED}}}", text):
        return run(text)
    # Without the last character the space after it would push the title to the left.
    return run(text[:-1], f'<w:spacing w:val="{_TRACKING}"/>') + run(text[-1])
