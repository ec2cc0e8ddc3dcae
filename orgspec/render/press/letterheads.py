"""What stands at the head of a document: its logo, its title, and what identifies it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orgspec.document import Band, Document
from orgspec.render import fonts
from orgspec.render.press.cells import BODY_SIZE
from orgspec.render.press.reading import Data
from orgspec.render.press.sheets import A4, FORM_SIDES, Sheet, one_sheet
from orgspec.render.press.words import breakable

FEW_PAIRS = 2
"""A head of one band with so many pairs at most stands in one row, labels beside values."""

_LOGO = 120.0, 30.0  # the place of the logo, in points
_TITLE = 20.0
_VALUE = 8.5
_CELL = 13.0  # the insets and borders of a cell
_ROW_CELL = 17.0  # the same where labels stand beside values

# Heights in points, with the space below, as the template has them.
_FORM_HEAD, _SUBTITLE, _WIDE_HEAD = 25.0, 14.0, 46.0
_TITLE_HIGH = 15.0  # of the form's head, what a logo beside it may be higher than
_ABOVE_TITLE = 8.0  # between a title and the logo above it
_NAME, _BELOW_NAME = 23.0, 13.0  # in a bound document, and what stands below it
_ROW, _BELOW_ROW = 15.0, 9.0
_BAND, _BELOW_BANDS = 26.0, 12.0
_LINE = 10.5  # each more of a value

_LANGUAGES = re.compile(r"([^ -~]+) ([ -~]+)")  # a name in Chinese, and the rest in English


def logo_data(document: Document, *, chinese: bool) -> Data | None:
    """The logo in its size at the head; `beside` the title where both find room on a form."""
    logo = document.style.logo
    if logo is None:
        return None
    width, height = logo.fitted(*_LOGO)
    svg = logo.kind == "svg"
    return {
        "data": logo.data.decode("utf-8", "replace") if svg else list(logo.data),
        "format": {"jpeg": "jpg"}.get(logo.kind, logo.kind),
        "width": width,
        "height": height,
        "beside": _is_beside(document, width, chinese=chinese),
    }


def _is_beside(document: Document, width: float, *, chinese: bool) -> bool:
    """Whether a logo of some width finds room beside the title of a form."""
    tracking = max(0.0, 0.35 - 0.03 * max(0, len(document.title) - 6)) if chinese else 0.02
    title = fonts.width(document.title, _TITLE, True) + len(document.title) * tracking * _TITLE
    return title + 2 * (width + 12) <= A4[0] - FORM_SIDES


def bands_data(document: Document, label: float) -> list[list[list[str]]]:
    """The bands of the head: names with values broken for their room, beside a `label` or below it."""
    body = one_sheet(document).body
    return [
        [[name, _in_lines(value, _room(document.head, band, body, label))] for name, value in band]
        for band in document.head
    ]


def _room(bands: Sequence[Band], band: Band, body: float, label: float) -> float:
    """The width that each value of a band has, of a page that is `body` points wide."""
    beside = len(bands) == 1 and len(band) <= FEW_PAIRS
    return body / len(band) - (label + _ROW_CELL if beside else _CELL)


def _in_lines(value: str, room: float) -> str:
    """A value in its lines, with places to break what is longer.

    One in two languages that does not fit into a line has one for each, if it fits into two.
    """
    languages = _LANGUAGES.fullmatch(value) if fonts.width(value, _VALUE) > room else None
    lines = languages.groups() if languages else (value,)
    if any(fonts.width(line, _VALUE) > room for line in lines):
        lines = (value,)
    return "\n".join(breakable(line, room, BODY_SIZE) for line in lines)


def head_height(document: Document, sheet: Sheet, label: float, *, bound: bool) -> float:
    """About how high the head of a document is on its first page, in points.

    Args:
        document: the document.
        sheet: its first one.
        label: the width of label cells, in points.
        bound: whether it is bound with others, where its name stands for the title.
    """
    if bound:
        name = _NAME + _BELOW_NAME * bool(document.subtitle)
        return name + (_bands_height(document, sheet, label) if sheet.form else 0.0)
    if not sheet.form:
        return _WIDE_HEAD
    title = _FORM_HEAD + _SUBTITLE * bool(document.subtitle)
    return title + _logo_height(document, title) + _bands_height(document, sheet, label)


def _logo_height(document: Document, title: float) -> float:
    """How much higher the logo makes a head whose `title` is so high, in points."""
    logo = document.style.logo
    if logo is None:
        return 0.0
    width, height = logo.fitted(*_LOGO)
    if _is_beside(document, width, chinese=document.locale.lower().startswith("zh")):
        return max(0.0, height - (title - _FORM_HEAD + _TITLE_HIGH))
    return height + _ABOVE_TITLE


def _bands_height(document: Document, sheet: Sheet, label: float) -> float:
    """How high the labels and values are that identify a document, in points."""
    bands = document.head
    if not bands:
        return 0.0
    if len(bands) == 1 and len(bands[0]) <= FEW_PAIRS:
        room = _room(bands, bands[0], sheet.body, label)
        return _ROW + _BELOW_ROW + _LINE * _more_lines(bands[0], room)
    more = sum(_more_lines(band, _room(bands, band, sheet.body, label)) for band in bands)
    return _BAND * len(bands) + _BELOW_BANDS + _LINE * more


def _more_lines(band: Band, room: float) -> int:
    """How many lines the longest value of a band takes beyond the first."""
    return max(int(fonts.width(value, _VALUE) // max(_VALUE, room)) for _, value in band)
