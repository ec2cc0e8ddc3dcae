"""Of the arrangements that suit the solid lines of a chart, the one that is largest on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from orgspec.render.layout.card import CardStyle
from orgspec.render.layout.connect import Route, solid_lines
from orgspec.render.layout.geometry import Box, Size, around
from orgspec.render.layout.plan import Forest, Options, Plan, high_cards, plan
from orgspec.render.layout.position import positions

_MANY_CARDS = 150
_VERY_MANY = 10_000

# How many heads stand in one row below the highest, and below others (0: as many).
_TRIES = (
    (12, 0),
    (9, 4),
    (9, 3),
    (6, 0),
    (6, 4),
    (6, 3),
    (5, 0),
    (5, 3),
    (4, 0),
    (4, 3),
    (4, 2),
    (3, 0),
)
_FEW_TRIES = ((6, 0), (5, 3), (4, 0), (3, 0))
_WRAPPED = 0.92
_SMALLER = 0.7  # of two that are alike large on a page, one that takes so much less room


@lru_cache(maxsize=256)
def best_placed(
    trees: Forest, sizes: tuple[Size, ...], style: CardStyle
) -> tuple[Sequence[Box], Sequence[Route]]:
    """The boxes of cards of some sizes, and their solid lines: as large on a page as can be.

    They are remembered: the small charts of many posts have one shape.
    """
    best: tuple[float, list[Box], Plan] | None = None
    least = 0.0  # the area of the best one
    known: dict[object, tuple[list[Box], Box]] = {}
    for options in _choices(trees, style):
        planned = plan(trees, style, options)
        most = max(map(len, (*planned.units, trees.roots)))
        # In a small chart many options come to the same.
        alike = (planned.units, planned.railed, _rows(planned, trees, options))
        if alike not in known:
            boxes = positions(sizes, trees, planned, style, options)
            known[alike] = boxes, around(boxes)
        boxes, frame = known[alike]
        score, area = _score(frame, style, options, most), frame.width * frame.height
        smaller = best is not None and score > best[0] * 0.99 and area < least * _SMALLER
        if best is None or score > best[0] * 1.02 or smaller:
            best, least = (score, boxes, planned), area
    assert best is not None  # there is always a first choice
    return best[1], solid_lines(best[1], trees, best[2], style)


def _rows(planned: Plan, trees: Forest, options: Options) -> tuple[int, ...]:
    """How many units stand in one row below each head, and roots beside one another."""
    below = map(min, planned.across, map(len, planned.units))
    return (*below, min(options.across, len(trees.roots)))


def _choices(trees: Forest, style: CardStyle) -> Iterator[Options]:
    """The options worth a try, the plainest first."""
    most = max(map(len, trees.children), default=1)
    widest = max(most, len(trees.roots), 1)
    if len(trees.children) > _MANY_CARDS:
        tries = _FEW_TRIES if len(trees.children) > _VERY_MANY else _TRIES
        seen = {(min(across, widest), below) for across, below in tries}
        yield from (Options(8, across, below=below) for across, below in sorted(seen, reverse=True))
        return
    row_choices = (True, False) if style.rows_everywhere else (False,)
    stacks = sorted({min(most, stack) for stack in (6, 4, 3, 5, 8, 10, 15) if stack} | {1})
    stacks = [stack for stack in stacks if stack >= min(3, most)] or [1]
    high = high_cards(trees)
    lower = max((len(c) for head, c in enumerate(trees.children) if head not in high), default=0)
    for across in sorted({min(widest, n) for n in (12, 8, 7, 6, 5, 4, 3)}, reverse=True):
        for below in (0, *(n for n in (3, 2) if n < min(across, lower))):
            for stack in stacks if not below else stacks[:2]:
                yield from (Options(stack, across, rows, below) for rows in row_choices)


def _score(frame: Box, style: CardStyle, options: Options, most: int) -> float:
    """How large the chart is on a page of the wished proportion; one row is worth a little."""
    width, height = frame.width + 120, frame.height + 200
    wrapped = (options.below or options.across) < most
    return min(style.ratio / width, 1 / height) * (_WRAPPED if wrapped else 1.0)
