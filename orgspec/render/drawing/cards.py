"""The cards of a chart."""

from __future__ import annotations

import base64

from orgspec.document import Card, CardKind
from orgspec.frozen import frozen
from orgspec.render import palette
from orgspec.render.drawing.shapes import box, label
from orgspec.render.drawing.xml import element, escaped
from orgspec.render.layout.arrange import PlacedCard
from orgspec.render.layout.card import CardStyle, Part
from orgspec.render.layout.geometry import Box

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
)


@frozen
class _Paint:
    """The colours of one card."""

    fill: str
    border: str
    bar: str | None
    avatar: str
    avatar_border: str | None
    pill: str
    ink: dict[Part, str]
    dashes: str | None = None


def card(placed: PlacedCard, style: CardStyle, key: str) -> str:
    """One card as a group; `key` is unique in the picture and names its clip path."""
    fitted, place = placed.fitted, placed.box
    paint = _paint(fitted.card)
    parts = [_body(fitted.card, place, paint, style)]
    if fitted.avatar:
        x, y = place.x + fitted.avatar.x, place.y + fitted.avatar.y
        parts.append(_avatar(fitted.card, x, y, fitted.avatar_radius, paint, key))
    if fitted.pill:
        pill = fitted.pill.moved(place.x, place.y)
        parts.append(box(pill, pill.height / 2, paint.pill))
    for text in fitted.texts:
        if text.part is Part.INITIAL and media_type(fitted.card.photo):
            continue
        x, y = place.x + text.x, place.y + text.baseline
        ink, anchor = paint.ink[text.part], "middle" if text.centred else "start"
        parts.append(label(text.text, x, y, text.size, ink, bold=text.bold, anchor=anchor))
    name = "，" if _is_chinese(fitted.card.title) else ", "
    spoken = name.join(filter(None, (fitted.card.title, fitted.card.subtitle, fitted.card.code)))
    title = element("title", escaped(spoken.replace("\n", " ")))
    address = fitted.card.address or None
    return element("g", title + "".join(parts), data_id=fitted.card.id, data_address=address)


def shadow(placed: PlacedCard, style: CardStyle) -> str:
    """What lies below a card and below the lines: its shadow, or the cards of a department."""
    shown, place = placed.fitted.card, placed.box
    if shown.kind is CardKind.VACANT:
        return ""
    if shown.kind is not CardKind.SUMMARY:
        return box(place.moved(0, 1.6), style.radius, palette.SHADOW)
    border = _paint(shown).border
    return "".join(
        box(place.moved(step, step), style.radius, palette.CARD, stroke=border, stroke_width=1.1)
        for step in (7.0, 3.5)
    )


def _body(shown: Card, place: Box, paint: _Paint, style: CardStyle) -> str:
    """The box of a card and the bar of its department."""
    radius = style.radius
    parts = []
    border = paint.border if paint.border != paint.fill else None
    width = (1.6 if shown.kind is CardKind.VACANT else 1.2) if border else None
    ground = box(place, radius, paint.fill, stroke=border, stroke_width=width, dashes=paint.dashes)
    parts.append(ground)
    if paint.bar:
        inset = radius + 4
        bar = Box(place.x - 0.6, place.y + inset, 4, place.height - 2 * inset)
        parts.append(box(bar, 2, paint.bar))
    return "".join(parts)


def _avatar(shown: Card, x: float, y: float, radius: float, paint: _Paint, key: str) -> str:
    """The circle with the photo, or the ground of the initial."""
    media = media_type(shown.photo)
    if not media:
        dashes = "3 2.4" if paint.avatar_border and shown.kind is CardKind.VACANT else None
        return element(
            "circle", cx=x, cy=y, r=radius, fill=paint.avatar, stroke=paint.avatar_border,
            stroke_width=1.3 if paint.avatar_border else None, stroke_dasharray=dashes,
        )  # fmt: skip
    data = base64.b64encode(shown.photo).decode("ascii")
    clip = element("clipPath", element("circle", cx=x, cy=y, r=radius), id=key)
    image = element(
        "image", x=x - radius, y=y - radius, width=2 * radius, height=2 * radius,
        href=f"data:{media};base64,{data}", preserveAspectRatio="xMidYMid slice",
        clip_path=f"url(#{key})",
    )  # fmt: skip
    return clip + image


def media_type(photo: bytes) -> str:
    """The media type of a picture by its first bytes; empty if it is none that can be shown."""
    if photo[:4] == b"RIFF" and photo[8:12] == b"WEBP":
        return "image/webp"
    return next((media for start, media in _SIGNATURES if photo.startswith(start)), "")


def _paint(shown: Card) -> _Paint:
    """The colours of a card by its kind."""
    colour = palette.department(shown.colour)
    if shown.kind is CardKind.ROOT:
        return _root_paint(colour)
    if shown.kind is CardKind.VACANT:
        return _vacant_paint()
    ink = {
        Part.TITLE: palette.TITLE,
        Part.SUBTITLE: palette.SECONDARY,
        Part.CODE: palette.FAINT,
        Part.INITIAL: colour,
        Part.PILL: colour,
    }
    tint = palette.mixed(colour, palette.CARD, 0.13)
    pill = palette.mixed(colour, palette.CARD, 0.09)
    if shown.kind is CardKind.OUTSIDE:
        return _Paint(palette.CARD, "#94A3B8", None, tint, None, pill, ink)
    if shown.kind is CardKind.SUMMARY:
        ink[Part.TITLE] = colour
        border = palette.mixed(colour, palette.CARD, 0.45)
        return _Paint(palette.CARD, border, colour, tint, None, pill, ink)
    return _Paint(palette.CARD, palette.CARD_BORDER, colour, tint, None, pill, ink)


def _root_paint(colour: str) -> _Paint:
    """White on the department's colour."""
    soft = palette.mixed(palette.CARD, colour, 0.85)
    ink = {
        Part.TITLE: palette.CARD,
        Part.SUBTITLE: palette.mixed(palette.CARD, colour, 0.9),
        Part.CODE: soft,
        Part.INITIAL: palette.CARD,
        Part.PILL: palette.CARD,
    }
    tint = palette.mixed(palette.CARD, colour, 0.2)
    return _Paint(colour, colour, None, tint, None, palette.mixed(palette.CARD, colour, 0.17), ink)


def _vacant_paint() -> _Paint:
    """Amber, with dashes: seen without colour too."""
    ink = {
        Part.TITLE: palette.VACANT_INK,
        Part.SUBTITLE: palette.SECONDARY,
        Part.CODE: palette.FAINT,
        Part.INITIAL: palette.VACANT_INK,
        Part.PILL: palette.VACANT_INK,
    }
    tint = palette.VACANT_TINT
    return _Paint(
        palette.VACANT_FILL, palette.VACANT, None, tint, palette.VACANT, "#FCE3A6", ink, "6 4"
    )


def _is_chinese(text: str) -> bool:
    """Whether a text has Chinese characters."""
    return any("\u3400" <= character <= "\u9fff" for character in text)
