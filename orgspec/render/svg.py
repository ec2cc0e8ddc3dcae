"""Organisation charts as SVG: a page of its own, or a picture inside a document."""

from __future__ import annotations

import base64
from collections.abc import Iterable

from orgspec.document import Chart, Document, Figure, LegendEntry, Swimlane
from orgspec.margins import without_pages
from orgspec.render import fonts, palette
from orgspec.render.drawing import page
from orgspec.render.drawing.cards import card, shadow
from orgspec.render.drawing.legend import legend
from orgspec.render.drawing.lines import connectors, line_labels
from orgspec.render.drawing.rows import row
from orgspec.render.drawing.shapes import label
from orgspec.render.drawing.subject import drawing_of
from orgspec.render.drawing.swim.picture import Picture, picture_of, texts_of
from orgspec.render.drawing.xml import element, escaped, number
from orgspec.render.house import in_house_style
from orgspec.render.layout.arrange import Arrangement, arrange
from orgspec.render.layout.card import COMPACT, NORMAL, CardStyle

_A4 = 297 / 210
_LEAST_WIDTH = 880.0
_EDGE = 8.0  # pixels around a chart alone
_BELOW = 80.0  # about what the legend and the facts below it take


@in_house_style
def render(document: Document) -> bytes:
    """The SVG page of a document with a chart or a diagram (or a figure of one).

    It holds its own fonts and needs nothing beside it. The same document gives the same bytes.

    Raises:
        ValueError: the document has no chart.
    """
    chart = drawing_of(document)
    document = without_pages(document)
    placed = _drawn(chart, NORMAL, document.locale)
    entries = _entries(chart, placed)
    head_width = page.least_width(document, chart.facts)
    key = legend(entries, 0, 0, max(placed.width, _LEAST_WIDTH - 2 * page.MARGIN))
    width = max(placed.width + 2 * page.MARGIN, head_width, _LEAST_WIDTH)
    head = page.head(document, chart.facts, width)
    foot_height = _foot_height(document, key.width, key.height, width)
    gap = 48 if isinstance(chart, Chart) else 30
    needed = head.height + placed.height + 2 * gap + foot_height
    if isinstance(chart, Chart) and width < needed * _A4:
        width = max(width, min(needed * _A4, width * 1.35))
        head = page.head(document, chart.facts, width)
    height = needed
    if isinstance(chart, Chart):
        height = max(needed, min(width / _A4, needed * 1.25))
    left = (width - placed.width) / 2
    top = head.height + gap + (height - needed) * 0.35
    parts = [
        element("rect", x=0, y=0, width=width, height=height, fill=palette.PAGE),
        page.draft_mark(document.draft, width, height),
        head.xml,
        element("g", placed.xml, transform=f"translate({number(left)} {number(top)})"),
        _foot(document, entries, width, height, foot_height),
    ]
    texts = (document.title, document.subtitle, document.running, document.draft, *document.footer)
    body = "".join(parts)
    name = document.subject or document.title
    return _picture(
        body, width, height, document.locale, name, chart.alt,
        embed=(*texts, *_texts(chart), "\u2003".join(chart.facts)),
    )  # fmt: skip


def draw(figure: Figure, locale: str) -> bytes:
    """The picture of a figure, without its caption, for a document in another format."""
    return draw_chart(figure.chart, locale=locale, compact=figure.compact)[0]


def draw_chart(
    chart: Chart | Swimlane,
    *,
    locale: str,
    compact: bool,
    embed_fonts: bool = False,
    room: tuple[float, float] | None = None,
) -> tuple[bytes, float, float]:
    """A chart alone on a clear ground: the SVG, its width and its height in pixels.

    If `compact`, it is small and has no legend; else the legend and the facts stand below it.
    `embed_fonts` puts a subset of the fonts inside, for pages that do not have them. A diagram is
    folded so that it becomes as large as may be in the `room` of a page in pixels, if that is given.
    """
    style = COMPACT if compact else NORMAL
    placed = _drawn(chart, style, locale, room)
    entries = _entries(chart, placed)
    edge = _EDGE
    width = placed.width + 2 * edge
    height = placed.height + 2 * edge
    body = element("g", placed.xml, transform=f"translate({number(edge)} {number(edge)})")
    if not compact:
        facts = "\u2003".join(chart.facts)
        key = legend(entries, edge, height + 16, max(width - 2 * edge, 640))
        width = max(width, key.width + 2 * edge)
        body += key.xml
        height += key.height + (24 if key.height else 0)
        if facts:
            width = max(width, fonts.width(facts, 13, True) + 2 * edge)
            body += label(facts, edge, height + 16, 13, palette.TITLE, bold=True)
            height += 24
    embed = (*_texts(chart), *chart.facts, "\u2003") if embed_fonts else ()
    picture = _picture(body, width, height, locale, chart.alt, "", embed=embed)
    return picture, width, height


def _drawn(
    chart: Chart | Swimlane,
    style: CardStyle,
    locale: str,
    room: tuple[float, float] | None = None,
) -> Picture:
    """A chart or a diagram, without a page."""
    if isinstance(chart, Swimlane):
        return picture_of(chart, locale, room and (room[0] - 2 * _EDGE, room[1] - _BELOW))
    placed = arrange(chart, style)
    return Picture(_cards_and_lines(placed, style), placed.width, placed.height)


def _entries(chart: Chart | Swimlane, placed: Picture) -> tuple[LegendEntry, ...]:
    """The legend: of the signs that depend on how a diagram is laid out, those that it shows."""
    shown = {"swim-link": placed.rows > 1, "swim-back": placed.leads_back}
    return tuple(entry for entry in chart.legend if shown.get(entry.kind, True))


def _cards_and_lines(placed: Arrangement, style: CardStyle) -> str:
    """Lines, then cards, then what lies on the lines."""
    scale = 1.0 if style is NORMAL else 0.8
    cards = "".join(card(each, style, f"photo-{i}") for i, each in enumerate(placed.cards))
    shadows = "".join(shadow(each, style) for each in placed.cards)
    rows = "".join(map(row, placed.rows))
    return rows + shadows + connectors(placed, scale) + cards + line_labels(placed, style)


def _foot_height(document: Document, key_width: float, key_height: float, width: float) -> float:
    """The height of the legend and of what stands below it."""
    left, right = page.foot_width(document)
    beside = not left and key_width + right + 40 <= width - 2 * page.MARGIN
    lower = 0.0 if beside or not (left or right) else 24.0
    return 40 + max(key_height, 0 if lower else 24) + lower


def _foot(
    document: Document,
    entries: tuple[LegendEntry, ...],
    width: float,
    height: float,
    foot_height: float,
) -> str:
    """The rule, the legend and the texts at the foot of a page."""
    top = height - foot_height
    margin = page.MARGIN
    rule = element(
        "path", d=f"M{number(margin)} {number(top)}H{number(width - margin)}",
        stroke=palette.RULE, stroke_width=1,
    )  # fmt: skip
    key = legend(entries, margin, top + 16, width - 2 * margin)
    beside = foot_height < 40 + key.height + 24 and not document.footer[0]
    baseline = top + 16 + 12 + 4.4 if beside else height - 18
    return rule + key.xml + page.foot(document, baseline, width)


def _picture(
    body: str,
    width: float,
    height: float,
    locale: str,
    title: str,
    description: str,
    embed: Iterable[str] = (),
) -> bytes:
    """The SVG file of some elements."""
    head = element("title", escaped(title)) if title else ""
    if description:
        head += element("desc", escaped(description))
    text = "".join(embed)
    if text:
        head += element("style", _font_faces(text))
    attributes = {"xmlns": "http://www.w3.org/2000/svg", "xml:lang": locale}
    return element(
        "svg", head + body, **attributes, width=width, height=height,
        viewBox=f"0 0 {number(width)} {number(height)}", role="img",
    ).encode()  # fmt: skip


def _font_faces(text: str) -> str:
    """The rules that hold a subset of both weights."""
    return "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};src:url(data:font/woff2;'
        f'base64,{base64.b64encode(data).decode("ascii")}) format("woff2")}}'
        for family, weight, data in fonts.embedded(text)
    )


def _texts(chart: Chart | Swimlane) -> list[str]:
    """All that is written on a chart and in its legend."""
    if isinstance(chart, Swimlane):
        return texts_of(chart)
    texts = [entry.text for entry in chart.legend] + [line.label for line in chart.lines]
    for each in chart.cards:
        texts += [each.title, each.subtitle, each.code, each.initial, each.pill]
    return texts + [text for each in chart.rows for text in (each.title, each.note)]
