"""The shape of a node: its card or mark, its text, and where ways leave and come to it.

All places are relative to the anchor: the middle of the card, on the middle line of its row.
"""

from __future__ import annotations

from dataclasses import field

from orgspec.frozen import frozen
from orgspec.render import fonts
from orgspec.render.layout.geometry import Box
from orgspec.render.wrap import longest_word, wrap
from orgspec.swimlane import Node, NodeKind

NAME, META, MARK = 12.5, 10.5, 10.5  # sizes of text
LEADING = 16.5
META_LEADING = 14.5
CARD_LEAST, CARD_MOST = 132.0, 188.0
RING = 11.0  # radius of rings
EVENT = 13.0
LINK = 11.0
RHOMB = 14.0  # half of the small rhomb
BAR = 5.0
LINKED = 10.0  # from a card to its rhomb, bar or ring
ICON = 15.0
CAPTION_WIDTH = 104.0
PORT_GAP = 12.0
Reach = tuple[float, float]
MIDDLE: Reach = (0.0, 0.0)
_SLANT, _CURVE = 0.55, 0.88  # how far along its side ways may touch a rhomb, a ring


@frozen
class Words:
    """A line of text: its middle or start, its baseline and what it is."""

    text: str
    x: float
    baseline: float
    size: float
    part: str  # name, number, doer, note, paper, mark, caption
    centred: bool = True


@frozen
class Shape:
    """What a node looks like and how far it reaches from its anchor.

    Attributes:
        body: the card, the ring or the rhomb with its question.
        rhomb: the small rhomb behind the card; the gateway itself if it is one.
        bar, gate, ring: the bar of a fork, the bar of a join, the ring of an end.
        words: its lines of text; `caption`: the box of those below a mark.
    """

    node: Node
    body: Box
    words: tuple[Words, ...]
    rhomb: Box | None = None
    bar: Box | None = None
    merge: Box | None = None
    ring: Box | None = None
    caption: Box | None = None
    icons: tuple[tuple[str, float, float], ...] = ()
    parts: tuple[Box, ...] = field(default=())

    @property
    def left(self) -> float:
        """How far it reaches to the left."""
        return -min(box.x for box in self.parts)

    @property
    def right(self) -> float:
        """How far it reaches to the right."""
        return max(box.right for box in self.parts)

    @property
    def up(self) -> float:
        """How far it reaches upwards."""
        return -min(box.y for box in self.parts)

    @property
    def down(self) -> float:
        """How far it reaches downwards."""
        return max(box.bottom for box in self.parts)

    def leaving(self, offset: float) -> float:
        """The x at which a way leaves to the right, so far below the middle line."""
        if self.rhomb is not None:
            return _slanted(self.rhomb, offset)
        return (self.bar or _rounded(self, self.body, offset)).right

    def coming(self, offset: float) -> float:
        """The x at which a way comes in from the left."""
        if self.merge is not None:
            return self.merge.x
        if self.node.kind is NodeKind.GATEWAY and self.rhomb is not None:
            return 2 * self.rhomb.centre.x - _slanted(self.rhomb, offset)
        return _rounded(self, self.body, offset).x

    @property
    def leaving_room(self) -> float:
        """How far from the middle line a way may leave."""
        if self.rhomb is not None:
            return self.rhomb.height / 2 * _SLANT
        return _room(self, self.bar or self.body)

    @property
    def coming_room(self) -> float:
        """How far from the middle line a way may come in."""
        if self.merge is None and self.node.kind is NodeKind.GATEWAY and self.rhomb is not None:
            return self.rhomb.height / 2 * _SLANT
        return _room(self, self.merge or self.body)

    def gate_out(self, above: bool) -> tuple[float, float] | None:
        """Where a way leaves upwards or downwards; None if it may not."""
        if self.rhomb is not None:
            return self.rhomb.centre.x, self.rhomb.y if above else self.rhomb.bottom
        if self.node.kind not in (NodeKind.STEP, NodeKind.CALL) or self.bar is not None:
            return None
        return self.body.right - 26, self.body.y if above else self.body.bottom

    def gate_in(self, above: bool) -> tuple[float, float] | None:
        """Where a way comes in from above or below; None if it may not."""
        if self.node.kind not in (NodeKind.STEP, NodeKind.CALL) or self.merge is not None:
            return None
        return self.body.x + 40, self.body.y if above else self.body.bottom


def shape_of(node: Node, chinese: bool, leaving: Reach = MIDDLE, coming: Reach = MIDDLE) -> Shape:
    """The shape of a node; `leaving` and `coming` are how far from the middle line ways do so."""
    out, into = max(map(abs, leaving)), max(map(abs, coming))
    reach = max(out, into)
    if node.kind is NodeKind.GATEWAY:
        shape = _gateway(node, chinese, reach)
    elif node.kind is NodeKind.FORK:
        both = (min(leaving[0], coming[0]), max(leaving[1], coming[1]))
        shape = Shape(node, _bar(-BAR / 2, both), ())
    elif node.kind in (NodeKind.STEP, NodeKind.CALL):
        beside = (0.0 if node.choice or node.fork else out, 0.0 if node.join else into)
        shape = _card(node, max(beside))
    else:
        shape = _mark(node, reach)
    return _finished(shape, leaving, coming)


def _card(node: Node, reach: float) -> Shape:
    """A card: the name in the middle, below it who does it, its limit and papers."""
    edge = 14.0 if node.kind is NodeKind.CALL else 10.0  # inside its second line
    side = edge + fonts.width(node.number, 9.5, True) + 2
    width = min(CARD_MOST, max(CARD_LEAST, longest_word(node.title, NAME, True) + 2 * side))
    lines = wrap(node.title, NAME, width - 2 * side, bold=True)
    while len(lines) > 2 and width < CARD_MOST:
        width += 8
        lines = wrap(node.title, NAME, width - 2 * side, bold=True)
    room = width - 2 * edge - ICON
    meta_lines = (
        ("person", "doer", list(wrap(node.doer, META, room)) if node.doer else []),
        ("clock", "note", list(wrap(node.note, META, room)) if node.note else []),
        ("paper", "paper", [line for text in node.papers for line in wrap(text, META, room)]),
    )
    count = sum(len(texts) for _, _, texts in meta_lines)
    meta = META_LEADING * count + (9 if count else 0)
    height = max(52.0, 20 + LEADING * len(lines) + meta, 2 * reach + 16)
    top = -height / 2
    y = top + (height - LEADING * len(lines) - meta) / 2
    words = [Words(node.number, -width / 2 + edge - 3, top + 13, 9.5, "number", False)]
    for line in lines:
        words.append(Words(line, 0, y + LEADING / 2 + NAME * 0.36, NAME, "name"))
        y += LEADING
    y += 6 if meta else 0
    icons = []
    left = -width / 2 + edge
    for icon, part, texts in meta_lines:
        if texts:
            icons.append((icon, left + 5, y + META_LEADING / 2))
        for line in texts:
            baseline = y + META_LEADING / 2 + META * 0.36
            words.append(Words(line, left + ICON, baseline, META, part, False))
            y += META_LEADING
    return Shape(node, Box(-width / 2, top, width, height), tuple(words), icons=tuple(icons))


def _gateway(node: Node, chinese: bool, reach: float) -> Shape:
    """A rhomb as large as its question needs."""
    lines = wrap(node.title, NAME - 0.5, 92 if chinese else 104, bold=True)
    wide = max(fonts.width(line, NAME - 0.5, True) for line in lines) + 8
    tall = LEADING * len(lines)
    width = max(92.0, wide * 1.62)
    height = max(64.0, tall / (1 - wide / width) + 4, 2 * reach / _SLANT + 2)
    first = -tall / 2 + LEADING / 2 + NAME * 0.36
    words = tuple(
        Words(line, 0, first + LEADING * i, NAME - 0.5, "question") for i, line in enumerate(lines)
    )
    box = Box(-width / 2, -height / 2, width, height)
    return Shape(node, box, words, rhomb=box)


def _mark(node: Node, reach: float) -> Shape:
    """A ring with its words below it; a link with its letter inside."""
    if node.kind is NodeKind.LINK:
        radius = max(LINK, reach / _CURVE + 1)
        box = Box(-radius, -radius, 2 * radius, 2 * radius)
        return Shape(node, box, (Words(node.title, 0, MARK * 0.37, MARK, "mark"),))
    radius = max(EVENT if node.kind is NodeKind.EVENT else RING, reach / _CURVE + 1)
    box = Box(-radius, -radius, 2 * radius, 2 * radius)
    lines = wrap(node.title, MARK, CAPTION_WIDTH, bold=False) if node.title else ()
    words = tuple(
        Words(line, 0, radius + 6 + META_LEADING * i + MARK * 0.9, MARK, "caption")
        for i, line in enumerate(lines)
    )
    wide = max((fonts.width(line, MARK) for line in lines), default=0.0)
    caption = Box(-wide / 2, radius + 4, wide, META_LEADING * len(lines) + 2) if lines else None
    return Shape(node, box, words, caption=caption)


def _finished(shape: Shape, leaving: Reach, coming: Reach) -> Shape:
    """The shape with what stands before and behind its body."""
    node, body = shape.node, shape.body
    rhomb, bar, merge, ring = shape.rhomb, None, None, None
    right = body.right
    if node.choice:
        size = max(RHOMB, max(map(abs, leaving)) / _SLANT + 1)
        rhomb = Box(right + LINKED, -size, 2 * max(RHOMB, size * 0.6), 2 * size)
        right = rhomb.right
    if node.fork:
        bar = _bar(right + LINKED, leaving)
        right = bar.right
    if node.ends:
        ring = Box(right + LINKED + 4, -9, 18, 18)
    if node.join:
        merge = _bar(body.x - LINKED - 4 - BAR, coming)
    boxes = (body, rhomb, bar, merge, ring, shape.caption)
    return Shape(
        node, body, shape.words, rhomb, bar, merge, ring, shape.caption, shape.icons,
        tuple(box for box in boxes if box is not None),
    )  # fmt: skip


def _bar(x: float, reach: Reach) -> Box:
    """A bar as high as the ways beside it need."""
    above, below = min(reach[0], -12.0) - 6, max(reach[1], 12.0) + 6
    return Box(x, above, BAR, below - above)


def _slanted(rhomb: Box, offset: float) -> float:
    """The x of the right side of a rhomb at a distance from its middle."""
    share = 1 - min(abs(offset) / (rhomb.height / 2), 1)
    return rhomb.centre.x + rhomb.width / 2 * share


def _rounded(shape: Shape, box: Box, offset: float) -> Box:
    """A box as narrow as a ring is at a distance from its middle."""
    if shape.node.kind in (NodeKind.STEP, NodeKind.CALL, NodeKind.FORK, NodeKind.GATEWAY):
        return box
    radius = box.width / 2
    inner = max(radius * radius - offset * offset, 0.0) ** 0.5
    return Box(-inner, box.y, 2 * inner, box.height)


def _room(shape: Shape, box: Box) -> float:
    """How far from the middle a way may reach a box."""
    round_ = shape.node.kind in (NodeKind.START, NodeKind.END, NodeKind.EVENT, NodeKind.LINK)
    return box.height / 2 * _CURVE if round_ and box is shape.body else box.height / 2 - 8
