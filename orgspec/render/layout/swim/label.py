"""The labels of ways: their lines, and a place on the way where they hide nothing."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from orgspec.frozen import frozen
from orgspec.render import fonts
from orgspec.render.layout.geometry import Box, Point
from orgspec.render.wrap import longest_word, wrap
from orgspec.swimlane import Passage

SIZE = 10.5
LEADING = 14.0
PAD_X, PAD_Y = 6.0, 2.5
MARKED = 12.0  # for the sign of a handoff before its name
WIDEST = 92.0
NARROW = 66.0
_ARROW = 12.0
_STEP = 8.0
_EASY, _AIR = 6.0, 2.0  # between a label and other ways: where there is room, and at least


@frozen
class Label:
    """The lines of a label: those of the condition, then those of the handoff."""

    lines: tuple[tuple[str, bool], ...]
    width: float
    height: float


@frozen
class PlacedLabel:
    """A label in its box on its way."""

    label: Label
    box: Box


def label_of(passage: Passage, narrow: bool = False) -> Label | None:
    """The label of a way, None if there is nothing to say of it."""
    lines: list[tuple[str, bool]] = []
    for text, is_handoff in ((passage.label, False), (passage.handoff, True)):
        if text:
            bold = not is_handoff
            room = max(NARROW if narrow else WIDEST, longest_word(text, SIZE, bold))
            room = min(room, 1.6 * WIDEST)
            lines += [(line, is_handoff) for line in wrap(text, SIZE, room, bold=bold)]
    if not lines:
        return None
    wide = max(fonts.width(line, SIZE, not h) + (MARKED if h else 0) for line, h in lines)
    return Label(tuple(lines), wide + 2 * PAD_X, LEADING * len(lines) + 2 * PAD_Y)


def placed_labels(
    labels: Sequence[Label | None],
    lines: Sequence[Sequence[Point]],
    obstacles: Sequence[Box],
    frame: Box,
) -> tuple[list[PlacedLabel | None], list[int]]:
    """The labels in their places, and the ways whose label finds none.

    A label stands on its own way, near where that begins, and touches no box, no other label and
    no other part of any way.
    """
    parts = [(way, a, b) for way, line in enumerate(lines) for _, (a, b) in _pairs(line)]
    found: list[PlacedLabel | None] = [None] * len(labels)
    lost: list[int] = []
    taken: list[Box] = list(obstacles)
    order = [i for i, label in enumerate(labels) if label is not None]
    for way in sorted(order, key=lambda i: (_longest(lines[i]), i)):
        label = labels[way]
        assert label is not None
        others = [(a, b) for other, a, b in parts if other != way]
        box = _free_place(label, lines[way], taken, frame, others)
        if box is None:
            lost.append(way)
        else:
            found[way] = PlacedLabel(label, box)
            taken.append(box.grown(_AIR))
    return found, lost


def _free_place(
    label: Label,
    line: Sequence[Point],
    taken: Sequence[Box],
    frame: Box,
    others: Sequence[tuple[Point, Point]],
) -> Box | None:
    """The first place of a label that hides nothing; one with air around it before all others."""
    free = [
        (number, box)
        for number, box in _places(label, line)
        if _inside(box, frame) and not any(box.overlaps(other) for other in taken)
    ]
    for air in (_EASY, _AIR):
        for number, box in free:
            grown = box.grown(air)
            own = (part for n, part in _pairs(line) if n != number)
            if not any(_touches(grown, a, b) for a, b in itertools.chain(others, own)):
                return box
    return None


def _places(label: Label, line: Sequence[Point]) -> Iterator[tuple[int, Box]]:
    """The places of a label along a way: from its beginning on."""
    last = len(line) - 2
    for number, (a, b) in _pairs(line):
        level = a.y == b.y
        length = abs(b.x - a.x) + abs(b.y - a.y)
        size = label.width if level else label.height
        first = 6 if number == 0 else 11  # beyond the elbow
        free = length - size - first - (_ARROW if number == last else 5)
        if free < 0:
            continue
        tries = [i * _STEP for i in range(int(free / _STEP) + 1)]
        if not level:
            tries.sort(key=lambda t: abs(t - min(free / 2, 40)))
        for shift in tries:
            at = first + shift + size / 2
            share = at / length
            x, y = a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share
            yield number, Box(x - label.width / 2, y - label.height / 2, label.width, label.height)


def _pairs(line: Sequence[Point]) -> Iterator[tuple[int, tuple[Point, Point]]]:
    """The parts of a way with their numbers."""
    yield from enumerate(itertools.pairwise(line))


def _longest(line: Sequence[Point]) -> float:
    """The length of the longest part of a way: who has least room chooses first."""
    return max((abs(b.x - a.x) + abs(b.y - a.y) for _, (a, b) in _pairs(line)), default=0.0)


def _inside(box: Box, frame: Box) -> bool:
    """Whether a box lies in another."""
    return (
        frame.x <= box.x
        and frame.y <= box.y
        and box.right <= frame.right
        and box.bottom <= frame.bottom
    )


def _touches(box: Box, a: Point, b: Point) -> bool:
    """Whether a part of a way enters a box."""
    left, right = sorted((a.x, b.x))
    top, bottom = sorted((a.y, b.y))
    return left < box.right and box.x < right + 0.01 and top < box.bottom and box.y < bottom + 0.01
