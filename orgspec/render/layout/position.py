"""Where each card of a planned chart stands."""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.frozen import frozen
from orgspec.render.layout.card import CardStyle
from orgspec.render.layout.geometry import Box, Size, around
from orgspec.render.layout.plan import Forest, Options, Plan, Unit
from orgspec.render.layout.tree import Block, place

_NEAR = 22.0  # a smaller step aside in a line looks like a mistake


@frozen
class _Piece:
    """Cards that move together, relative to their block; `anchor` is where its line comes in."""

    boxes: tuple[tuple[int, Box], ...]
    width: float
    height: float
    anchor: float


def positions(
    sizes: Sequence[Size], trees: Forest, plan: Plan, style: CardStyle, options: Options
) -> list[Box]:
    """The box of each card, in the order of the cards, the least x and y at 0."""
    maker = _Maker(sizes, trees, plan, style, options)
    whole = maker.whole()
    boxes = dict(whole.boxes)
    frame = around(boxes.values())
    return [boxes[index].moved(-frame.x, -frame.y) for index in range(len(sizes))]


@frozen
class _Maker:
    """What all steps of one layout need to know."""

    sizes: Sequence[Size]
    trees: Forest
    plan: Plan
    style: CardStyle
    options: Options

    def whole(self) -> _Piece:
        """All trees beside one another."""
        rigid: dict[int, _Piece] = {}
        for head in reversed(self.trees.order):
            units, across = self.plan.units[head], self.plan.across[head]
            if len(units) > across and not self.plan.railed[head]:
                rigid[head] = self._rows(self._own(head), units, rigid, across)
        roots = tuple(Unit((root,)) for root in self.trees.roots)
        if len(roots) == 1:
            return self._tree(roots[0], rigid)
        return self._rows(_Piece((), 0, 0, 0), roots, rigid, self.options.across)

    def _tree(self, top: Unit, rigid: dict[int, _Piece]) -> _Piece:
        """A unit with all below it, as one piece."""
        units, heads, pieces = [top], [-1], []
        for index, unit in enumerate(units):
            card = unit.cards[0]
            if unit.column:
                pieces.append(self._column(unit.cards))
            elif card in rigid:
                pieces.append(rigid[card])
            else:
                pieces.append(self._own(card))
                below = () if self.plan.railed[card] else self.plan.units[card]
                units.extend(below)
                heads.extend([index] * len(below))
        return self._placed(pieces, heads)

    def _placed(self, pieces: Sequence[_Piece], heads: Sequence[int]) -> _Piece:
        """Pieces of one tree, placed by the tidy-tree method."""
        across = self.style.gap_across
        blocks = []
        for piece, head in zip(pieces, heads, strict=True):
            down = self.style.gap_down if head >= 0 else 0
            blocks.append(
                Block(piece.width + across, piece.height + down, piece.anchor + across / 2, head)
            )
        boxes: list[tuple[int, Box]] = []
        width = height = 0.0
        corners = place(blocks)
        for piece, head, (x, y) in zip(pieces, heads, corners, strict=True):
            down = self.style.gap_down if head >= 0 else 0
            boxes += [(card, box.moved(x, y + down)) for card, box in piece.boxes]
            width = max(width, x + piece.width)
            height = max(height, y + down + piece.height)
        anchor = corners[0][0] + pieces[0].anchor
        return _Piece(tuple(boxes), width, height, anchor)

    def _rows(
        self, head: _Piece, units: Sequence[Unit], rigid: dict[int, _Piece], most: int
    ) -> _Piece:
        """A head with several rows below; the line to the lower rows runs between the units."""
        pieces = [self._tree(unit, rigid) for unit in units]
        boxes = [(Box(0, 0, head.width, head.height), head.boxes)]
        y = head.height + (self.style.gap_down if head.boxes else 0)
        across = self.style.gap_across
        rows = _split(pieces, -(-len(pieces) // most), across)
        for number, row in enumerate(rows):
            last = number == len(rows) - 1
            x = head.anchor - _trunk(row, across, last)
            for piece in row:
                boxes.append((Box(x, y, piece.width, piece.height), piece.boxes))
                x += piece.width + across
            y += max(piece.height for piece in row) + self.style.gap_down
        return _joined(boxes, head.anchor)

    def _own(self, head: int) -> _Piece:
        """A card with its assistants beside the line below it, or its leaves on its own rail."""
        card = self.sizes[head]
        boxes = [(head, Box(0, 0, card.width, card.height))]
        middle = card.width / 2
        if self.plan.railed[head]:
            y = card.height + self.style.gap_stack + 8
            for leaf in self.plan.units[head][0].cards:
                size = self.sizes[leaf]
                boxes.append((leaf, Box(self.style.indent, y, size.width, size.height)))
                y += size.height + self.style.gap_stack
            return _piece(boxes, middle)
        y = card.height + self.style.gap_stack + 4
        for pair in _pairs(self.trees.assistants[head]):
            for side, helper in enumerate(pair):
                size = self.sizes[helper]
                x = middle - 20 - size.width if side else middle + 20
                boxes.append((helper, Box(x, y, size.width, size.height)))
            y += max(self.sizes[helper].height for helper in pair) + self.style.gap_stack
        return _piece(boxes, middle)

    def _column(self, cards: Sequence[int]) -> _Piece:
        """Leaves below one another, to the right of their rail."""
        left = self.style.indent - self.style.rail
        boxes = []
        y = 0.0
        for card in cards:
            size = self.sizes[card]
            boxes.append((card, Box(left, y, size.width, size.height)))
            y += size.height + self.style.gap_stack
        frame = around(box for _, box in boxes)
        return _Piece(tuple(boxes), frame.right, frame.bottom, frame.right / 2)


def _piece(boxes: Sequence[tuple[int, Box]], anchor: float) -> _Piece:
    """Cards as a piece whose left edge is at x = 0; the anchor moves along."""
    frame = around(box for _, box in boxes)
    moved = tuple((card, box.moved(-frame.x, 0)) for card, box in boxes)
    return _Piece(moved, frame.width, frame.bottom, anchor - frame.x)


def _joined(parts: Sequence[tuple[Box, Sequence[tuple[int, Box]]]], anchor: float) -> _Piece:
    """Pieces at their places as one, its left edge at x = 0; the anchor moves along."""
    frame = around(place for place, _ in parts)
    moved = [
        (card, box.moved(place.x - frame.x, place.y))
        for place, boxes in parts
        for card, box in boxes
    ]
    return _Piece(tuple(moved), frame.width, frame.bottom, anchor - frame.x)


def _pairs(cards: Sequence[int]) -> list[Sequence[int]]:
    """Cards two by two."""
    return [cards[start : start + 2] for start in range(0, len(cards), 2)]


def _split(pieces: Sequence[_Piece], count: int, gap: float) -> list[list[_Piece]]:
    """Pieces in `count` rows in their order, the widest row as narrow as can be."""
    low = max(piece.width for piece in pieces)
    high = sum(piece.width + gap for piece in pieces)
    for _ in range(24):
        middle = (low + high) / 2
        if len(_filled(pieces, middle, gap)) <= count:
            high = middle
        else:
            low = middle
    return _filled(pieces, high, gap)


def _filled(pieces: Sequence[_Piece], width: float, gap: float) -> list[list[_Piece]]:
    """Pieces in rows no wider than a width."""
    rows: list[list[_Piece]] = []
    used = 0.0
    for piece in pieces:
        if rows and used + gap + piece.width <= width:
            rows[-1].append(piece)
            used += gap + piece.width
        else:
            rows.append([piece])
            used = piece.width
    return rows


def _trunk(row: Sequence[_Piece], gap: float, last: bool) -> float:
    """How far right of a row's left edge the line of its head runs.

    The last row has no line through it: the head stands over the middle of the lines to its units,
    right over a unit that is near. Elsewhere the line takes the space between two units that is
    nearest to the middle.
    """
    total = sum(piece.width + gap for piece in row) - gap
    if last:
        middle = (row[0].anchor + total - row[-1].width + row[-1].anchor) / 2
        anchors = [
            sum(before.width + gap for before in row[:place]) + piece.anchor
            for place, piece in enumerate(row)
        ]
        nearest = min(anchors, key=lambda anchor: abs(anchor - middle))
        return nearest if abs(nearest - middle) < _NEAR else middle
    spaces = [-gap / 2]
    for piece in row:
        spaces.append(spaces[-1] + piece.width + gap)
    return min(spaces, key=lambda space: abs(space - total / 2))
