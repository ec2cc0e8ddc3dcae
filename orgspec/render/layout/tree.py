"""A tidy tree of boxes of any width and height, in linear time and without recursion.

The method is that of A. van der Ploeg, "Drawing non-layered tidy trees in linear time" (2014):
neighbouring subtrees stand as close as their contours allow, a head stands over the middle of
those below it. Here a box also has an anchor, the x inside it where lines meet it, and heads are
centred by anchors.
"""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.frozen import frozen

_NONE = -1


@frozen
class Block:
    """A box to place: its size with the space around it, its anchor, the number of its head.

    Blocks come in an order in which a head stands before those below it; `head` is -1 for the
    one block at the top.
    """

    width: float
    height: float
    anchor: float
    head: int


def place(blocks: Sequence[Block]) -> list[tuple[float, float]]:
    """The upper left corner of each block. No two blocks overlap; the least x is 0."""
    return _Walk(blocks).run()


class _Walk:
    """The working arrays of one layout, indexed by block."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        count = len(blocks)
        self.width = [block.width for block in blocks]
        self.anchor = [block.anchor for block in blocks]
        self.children: list[list[int]] = [[] for _ in blocks]
        self.y = [0.0] * count
        self.bottom = [0.0] * count
        for index, block in enumerate(blocks):
            if block.head != _NONE:
                self.children[block.head].append(index)
                self.y[index] = self.bottom[block.head]
            self.bottom[index] = self.y[index] + block.height
        self.prelim = [0.0] * count
        self.mod = [0.0] * count
        self.shift = [0.0] * count
        self.change = [0.0] * count
        self.thread_left = [_NONE] * count
        self.thread_right = [_NONE] * count
        self.extreme_left = list(range(count))
        self.extreme_right = list(range(count))
        self.mod_left = [0.0] * count
        self.mod_right = [0.0] * count

    def run(self) -> list[tuple[float, float]]:
        """Both walks: upwards to fit the subtrees together, downwards to add up the moves."""
        count = len(self.width)
        for index in reversed(range(count)):
            if self.children[index]:
                self._fit_children(index)
        x = [0.0] * count
        total = [0.0] * count
        for index in range(count):
            total[index] += self.mod[index]
            x[index] = self.prelim[index] + total[index]
            self._spread(index)
            for child in self.children[index]:
                total[child] = total[index]
        least = min(x, default=0.0)
        return [(value - least, y) for value, y in zip(x, self.y, strict=True)]

    def _fit_children(self, head: int) -> None:
        """Puts the subtrees below a head side by side and the head over their middle."""
        children = self.children[head]
        reach = [(self.bottom[self.extreme_left[children[0]]], 0)]
        for number in range(1, len(children)):
            low = self.bottom[self.extreme_right[children[number]]]
            self._separate(head, number, reach)
            while reach and low >= reach[-1][0]:
                reach.pop()
            reach.append((low, number))
        first, last = children[0], children[-1]
        left = self.prelim[first] + self.mod[first] + self.anchor[first]
        right = self.prelim[last] + self.mod[last] + self.anchor[last]
        self.prelim[head] = (left + right) / 2 - self.anchor[head]
        self.extreme_left[head] = self.extreme_left[first]
        self.mod_left[head] = self.mod_left[first]
        self.extreme_right[head] = self.extreme_right[last]
        self.mod_right[head] = self.mod_right[last]

    def _separate(self, head: int, number: int, reach: list[tuple[float, int]]) -> None:
        """Moves a subtree to the right until its left contour clears all before it."""
        children = self.children[head]
        left, right = children[number - 1], children[number]
        left_mod, right_mod = self.mod[left], self.mod[right]
        level = len(reach) - 1
        while left != _NONE and right != _NONE:
            while level > 0 and self.bottom[left] > reach[level][0]:
                level -= 1
            gap = left_mod + self.prelim[left] + self.width[left] - right_mod - self.prelim[right]
            if gap > 0:
                right_mod += gap
                self._move(head, number, reach[level][1], gap)
            left_bottom, right_bottom = self.bottom[left], self.bottom[right]
            if left_bottom <= right_bottom:
                left = self.children[left][-1] if self.children[left] else self.thread_right[left]
                left_mod += self.mod[left] if left != _NONE else 0.0
            if left_bottom >= right_bottom:
                below = self.children[right]
                right = below[0] if below else self.thread_left[right]
                right_mod += self.mod[right] if right != _NONE else 0.0
        if left == _NONE and right != _NONE:
            self._thread_left(children[0], children[number], right, right_mod)
        elif left != _NONE:
            self._thread_right(children[number - 1], children[number], left, left_mod)

    def _move(self, head: int, number: int, since: int, distance: float) -> None:
        """Moves a subtree, and spreads the gap over the smaller ones between."""
        children = self.children[head]
        child = children[number]
        self.mod[child] += distance
        self.mod_left[child] += distance
        self.mod_right[child] += distance
        if since != number - 1:
            share = distance / (number - since)
            self.shift[children[since + 1]] += share
            self.shift[child] -= share
            self.change[child] -= distance - share

    def _thread_left(self, first: int, child: int, target: int, total: float) -> None:
        """Continues the left contour, where it ends, in a subtree that reaches lower."""
        end = self.extreme_left[first]
        self.thread_left[end] = target
        move = total - self.mod[target] - self.mod_left[first]
        self.mod[end] += move
        self.prelim[end] -= move
        self.extreme_left[first] = self.extreme_left[child]
        self.mod_left[first] = self.mod_left[child]

    def _thread_right(self, before: int, child: int, target: int, total: float) -> None:
        """Continues the right contour, where it ends, in a subtree that reaches lower."""
        end = self.extreme_right[child]
        self.thread_right[end] = target
        move = total - self.mod[target] - self.mod_right[child]
        self.mod[end] += move
        self.prelim[end] -= move
        self.extreme_right[child] = self.extreme_right[before]
        self.mod_right[child] = self.mod_right[before]

    def _spread(self, head: int) -> None:
        """Adds the shares of spread gaps to the moves of the children."""
        step = moved = 0.0
        for child in self.children[head]:
            step += self.shift[child]
            moved += step + self.change[child]
            self.mod[child] += moved
