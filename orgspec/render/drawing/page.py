"""The page around a chart: its head, its foot, the mark of a draft."""

from __future__ import annotations

import base64

from orgspec.document import Document
from orgspec.frozen import frozen
from orgspec.render import fonts, palette
from orgspec.render.drawing.shapes import box, label
from orgspec.render.drawing.xml import element, escaped, number
from orgspec.render.layout.geometry import Box
from orgspec.render.wrap import wrap

MARGIN = 60.0
_LOGO = 180.0, 46.0  # the place of the logo
_MEDIA = {"svg": "image/svg+xml", "png": "image/png", "jpeg": "image/jpeg"}
_TITLE, _SUBTITLE, _FACTS, _RUNNING, _FOOT = 24.0, 13.0, 14.0, 12.5, 11.5


@frozen
class Head:
    """The band at the top of a page."""

    xml: str
    height: float


def least_width(document: Document, facts: tuple[str, ...]) -> float:
    """The width that the head of a page needs for its longest words and its facts."""
    right = _right_width(document, facts)
    left = min(fonts.width(document.title, _TITLE, True), 420.0)
    return 2 * MARGIN + left + right + 60 + _logo_width(document)


def head(document: Document, facts: tuple[str, ...], width: float) -> Head:
    """The title and its line below at the left, facts and version at the right."""
    right = _right_width(document, facts)
    start = MARGIN + _logo_width(document)
    room = width - MARGIN - start - 18 - (right + 40 if right else 0)
    parts = [_logo(document)]
    y = 22.0
    mark = _draft_pill_width(document.draft)
    lines = wrap(document.title, _TITLE, room - mark, bold=True)
    parts.append(_draft_pill(document.draft, start + 32 + fonts.width(lines[0], _TITLE, True)))
    for line in lines:
        parts.append(label(line, start + 18, y + 23, _TITLE, palette.TITLE, bold=True))
        y += 31
    for line in wrap(document.subtitle, _SUBTITLE, room) if document.subtitle else ():
        parts.append(label(line, start + 18, y + 15, _SUBTITLE, palette.SECONDARY))
        y += 20
    if facts:
        text, x = _facts(facts), width - MARGIN
        parts.append(label(text, x, 42, _FACTS, palette.TITLE, bold=True, anchor="end"))
    if document.running:
        x, y_running = width - MARGIN, 66 if facts else 44
        running = document.running
        parts.append(label(running, x, y_running, _RUNNING, palette.SECONDARY, anchor="end"))
    height = max(y + 14, 84.0)
    bar = box(Box(start, 24, 5, y - 24), 2.5, palette.bar())
    ground = element("rect", x=0, y=0, width=width, height=height, fill=palette.CARD)
    rule = element(
        "path", d=f"M0 {number(height)}H{number(width)}", stroke=palette.RULE, stroke_width=1
    )
    return Head(ground + rule + bar + "".join(parts), height)


def _logo_width(document: Document) -> float:
    """The width of the logo with the space after it."""
    logo = document.style.logo
    return logo.fitted(*_LOGO)[0] + 20 if logo is not None else 0.0


def _logo(document: Document) -> str:
    """The logo at the left of the head."""
    logo = document.style.logo
    if logo is None:
        return ""
    width, height = logo.fitted(*_LOGO)
    data = base64.b64encode(logo.data).decode("ascii")
    return element(
        "image", x=MARGIN, y=22 + (_LOGO[1] - height) / 2, width=width, height=height,
        href=f"data:{_MEDIA[logo.kind]};base64,{data}",
    )  # fmt: skip


def foot(document: Document, y: float, width: float) -> str:
    """What stands at the lower left and right of the page, on a baseline."""
    left, right = document.footer
    parts = []
    if left:
        parts.append(label(left, MARGIN, y, _FOOT, palette.FAINT))
    if right:
        parts.append(label(right, width - MARGIN, y, _FOOT, palette.FAINT, anchor="end"))
    return "".join(parts)


def foot_width(document: Document) -> tuple[float, float]:
    """The widths of the two texts at the foot."""
    left, right = document.footer
    return fonts.width(left, _FOOT), fonts.width(right, _FOOT)


def draft_mark(words: str, width: float, height: float) -> str:
    """Large pale words across the page, drawn below the chart."""
    if not words:
        return ""
    natural = fonts.width(words, 1.0, True)
    size = min(height * 0.26, width * 0.5 / max(natural, 0.1))
    x, y = number(width / 2), number(height / 2)
    return element(
        "text", escaped(words), x=width / 2, y=height / 2 + size * 0.36,
        font_family=", ".join(fonts.families()), font_size=size, font_weight="700", fill="#EDF1F6",
        text_anchor="middle", transform=f"rotate(-24 {x} {y})", class_="draft",
    )  # fmt: skip


def _draft_pill_width(words: str) -> float:
    """The width of the pill that says beside the title that this is a draft, with its space."""
    return fonts.width(words, _SUBTITLE, True) + 2 * 10 + 14 if words else 0.0


def _draft_pill(words: str, x: float) -> str:
    """The pill beside the title of a draft."""
    if not words:
        return ""
    place = Box(x, 26, _draft_pill_width(words) - 14, 22)
    pill = box(place, 11, palette.VACANT_FILL, stroke=palette.VACANT, stroke_width=1.3)
    return pill + label(words, x + 10, 41.8, _SUBTITLE, palette.VACANT_INK, bold=True)


def _right_width(document: Document, facts: tuple[str, ...]) -> float:
    """The width of what stands at the right of the head."""
    return max(fonts.width(_facts(facts), _FACTS, True), fonts.width(document.running, _RUNNING))


def _facts(facts: tuple[str, ...]) -> str:
    """The facts in one line."""
    return "\u2003".join(facts)
