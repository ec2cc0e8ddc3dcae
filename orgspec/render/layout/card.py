"""The inside of a card: which text stands where, and how large the card has to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from orgspec.document import Card, CardKind
from orgspec.frozen import frozen
from orgspec.render import fonts
from orgspec.render.layout.geometry import Box, Point
from orgspec.render.wrap import longest_word, wrap


class Part(StrEnum):
    """What a text on a card is; it decides the colour."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    CODE = "code"
    INITIAL = "initial"
    PILL = "pill"


@frozen
class CardStyle:
    """The measures of cards and of the space between them, in pixels."""

    min_width: float = 200
    max_width: float = 264
    widest: float = 340  # for the sake of one long word
    title: float = 17
    subtitle: float = 13
    code: float = 11
    pill: float = 11
    leading: float = 4
    part_gap: float = 3
    pad: float = 14
    left: float = 20  # where text begins without an avatar
    avatar: float = 23  # radius; 0 for none
    radius: float = 10
    gap_across: float = 34
    gap_down: float = 64
    gap_stack: float = 18
    indent: float = 26
    rail: float = 12
    leaves_in_row: int = 5
    rows_everywhere: bool = False  # whether leaves may stand in a row below any head
    ratio: float = 1.5  # the proportion of width to height to aim at


NORMAL = CardStyle()
COMPACT = CardStyle(
    min_width=124, max_width=172, widest=240, title=12.5, subtitle=10.5, code=9.5, pill=9.5,
    leading=3, part_gap=1.5, pad=9.5, left=14, avatar=0, radius=7, gap_across=18, gap_down=36,
    gap_stack=10, indent=20, rail=10, leaves_in_row=4, rows_everywhere=True, ratio=2.4,
)  # fmt: skip


@frozen
class Text:
    """A line of text: its baseline begins at `x`, or has its middle there if `centred`."""

    text: str
    x: float
    baseline: float
    size: float
    part: Part
    bold: bool = False
    centred: bool = False


@frozen
class FittedCard:
    """A card with its size and, measured from its upper left corner, all that is on it."""

    card: Card
    width: float
    height: float
    texts: tuple[Text, ...]
    pill: Box | None = None
    avatar: Point | None = None
    avatar_radius: float = 0


def fit_all(cards: Sequence[Card], style: CardStyle) -> list[FittedCard]:
    """All cards of a chart in one width, and in one height as far as their texts allow."""
    width = common_width(cards, style)
    fitted = [fit(card, style, width) for card in cards]
    heights = Counter(each.height for each in fitted)
    usual = max(heights, key=lambda height: (heights[height], -height), default=0.0)
    return [heightened(each, max(usual, each.height)) for each in fitted]


def common_width(cards: Sequence[Card], style: CardStyle) -> float:
    """The width that suits all cards: no more than their texts need, within the style's limits."""
    natural = max((_natural_width(card, style) for card in cards), default=0.0)
    words = max((_word_width(card, style) for card in cards), default=0.0)
    width = max(style.min_width, min(natural, style.max_width), min(words, style.widest))
    return float(round(width))


def fit(card: Card, style: CardStyle, width: float) -> FittedCard:
    """One card of a given width, as high as its text needs."""
    left, room = _text_left(card, style), _room(card, style, width)
    pill = _pill_width(card, style)
    titles, beside = _titles(card, style, room, pill)
    lines = [(line, style.title, True, Part.TITLE) for line in titles]
    below = _lines(card.subtitle, style.subtitle, room)
    lines += [(line, style.subtitle, False, Part.SUBTITLE) for line in below]
    code = _lines(card.code, style.code, room)
    lines += [(line, style.code, False, Part.CODE) for line in code]
    centred = card.kind is CardKind.OUTSIDE and not _has_avatar(card, style)
    texts, bottom = _stack(lines, style, width / 2 if centred else left, centred)
    height = bottom + style.pad
    box = None
    if pill:
        pill_height = style.pill + 6.5
        _, size, bold, _ = lines[-1]
        last = fonts.width(lines[-1][0], size, bold)
        middle = style.pad + (style.title + style.leading) / 2
        if not beside:
            middle = bottom - (size + style.leading) / 2
            if len(lines) == len(titles) or last + pill + 10 > room + 2:
                middle = bottom + 3 + pill_height / 2
                height += pill_height + 3
        box = Box(width - 12 - pill, middle - pill_height / 2, pill, pill_height)
    radius = style.avatar if _has_avatar(card, style) else 0
    height = max(height, 2 * radius + 2 * 12)
    avatar = Point(18 + radius, height / 2) if radius else None
    return _finished(FittedCard(card, width, height, tuple(texts), box, avatar, radius), style)


def heightened(fitted: FittedCard, height: float) -> FittedCard:
    """The same card at a greater height, its content in the middle."""
    if height == fitted.height:
        return fitted
    down = (height - fitted.height) / 2
    texts = tuple(replace(text, baseline=text.baseline + down) for text in fitted.texts)
    pill = fitted.pill.moved(0, down) if fitted.pill else None
    avatar = Point(fitted.avatar.x, fitted.avatar.y + down) if fitted.avatar else None
    return replace(fitted, height=height, texts=texts, pill=pill, avatar=avatar)


def _finished(fitted: FittedCard, style: CardStyle) -> FittedCard:
    """A card with the texts of its pill and its avatar."""
    texts = list(fitted.texts)
    if fitted.pill:
        middle = fitted.pill.centre
        baseline = middle.y + style.pill * 0.36
        texts.append(Text(fitted.card.pill, middle.x, baseline, style.pill, Part.PILL, True, True))
    if fitted.avatar and fitted.card.initial:
        size = fitted.avatar_radius * 0.87
        natural = fonts.width(fitted.card.initial, size, True)
        size *= min(1.0, fitted.avatar_radius * 1.5 / max(natural, 1.0))
        baseline = fitted.avatar.y + size * 0.37
        initial = fitted.card.initial
        texts.append(Text(initial, fitted.avatar.x, baseline, size, Part.INITIAL, True, True))
    return replace(fitted, texts=tuple(texts))


def _stack(
    lines: Sequence[tuple[str, float, bool, Part]], style: CardStyle, x: float, centred: bool
) -> tuple[list[Text], float]:
    """Lines of text one below the other, and the y below the last."""
    texts = []
    y = style.pad
    for index, (line, size, bold, part) in enumerate(lines):
        if index and lines[index - 1][3] is not part:
            y += style.part_gap
        height = size + style.leading
        baseline = y + style.leading / 2 + size * 0.88
        texts.append(Text(line, x, baseline, size, part, bold, centred))
        y += height
    return texts, y


def _titles(card: Card, style: CardStyle, room: float, pill: float) -> tuple[tuple[str, ...], bool]:
    """The lines of the title, and whether the pill has its place beside the first of them."""
    alone = wrap(card.title, style.title, room, bold=True)
    if not pill:
        return alone, True
    first = room - pill - 6
    narrow = wrap(card.title, style.title, room, bold=True, first=max(first, 1))
    fits = fonts.width(narrow[0], style.title, True) <= first
    if fits and not narrow[0].endswith("-") and len(narrow) <= len(alone):
        return narrow, True
    return alone, False


def _lines(text: str, size: float, room: float) -> tuple[str, ...]:
    """The lines of an optional text."""
    return wrap(text, size, room) if text else ()


def _has_avatar(card: Card, style: CardStyle) -> bool:
    """Whether a circle with a photo or an initial stands on a card."""
    return bool(style.avatar and (card.initial or card.photo))


def _text_left(card: Card, style: CardStyle) -> float:
    """Where the text of a card begins."""
    return 18 + 2 * style.avatar + 12 if _has_avatar(card, style) else style.left


def _room(card: Card, style: CardStyle, width: float) -> float:
    """The width that the text of a card may take."""
    return width - _text_left(card, style) - 14


def _pill_width(card: Card, style: CardStyle) -> float:
    """The width of a card's pill, 0 for none."""
    return fonts.width(card.pill, style.pill, True) + 2 * 8 if card.pill else 0.0


def _natural_width(card: Card, style: CardStyle) -> float:
    """How wide a card would be if no text of it were broken."""
    pill = _pill_width(card, style)
    title = fonts.width(card.title, style.title, True) + (pill + 6 if pill else 0)
    subtitle = fonts.width(card.subtitle, style.subtitle)
    code = fonts.width(card.code, style.code)
    return _text_left(card, style) + max(title, subtitle, code) + 16


def _word_width(card: Card, style: CardStyle) -> float:
    """How wide a card has to be for its longest word."""
    title = longest_word(card.title, style.title, True)
    subtitle = longest_word(card.subtitle, style.subtitle)
    return _text_left(card, style) + max(title, subtitle) + 16
