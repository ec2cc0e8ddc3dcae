"""Which track each part of a way has in its gutter or corridor: no two lie on one another."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from orgspec.frozen import frozen

Key = tuple[int, int]  # a way, and the number of the part in its route


@frozen
class Strand:
    """A part of a way in a gutter (or corridor).

    Attributes:
        key: whose part it is.
        ends: where it begins and ends along the gutter, and to which side the way goes on there:
            −1 to that of the lower tracks, 1 to that of the higher.
    """

    key: Key
    ends: tuple[tuple[float, int], tuple[float, int]]

    @property
    def low(self) -> float:
        """Where it begins."""
        return min(self.ends[0][0], self.ends[1][0])

    @property
    def high(self) -> float:
        """Where it ends."""
        return max(self.ends[0][0], self.ends[1][0])


def tracks_of(
    strands: Sequence[Strand], before: Collection[tuple[Key, Key]] = ()
) -> dict[Key, int]:
    """The track of each strand, from 0; `before` are pairs of which the first must be lower.

    Strands that reach the same stretch have different tracks, ordered so that few ways cross.
    """
    order = _ordered(strands, before)
    found: dict[Key, int] = {}
    for place, strand in enumerate(order):
        least = 0
        for other in order[:place]:
            if _meet(strand, other) or (other.key, strand.key) in before:
                least = max(least, found[other.key] + 1)
        found[strand.key] = least
    return found


def _ordered(strands: Sequence[Strand], before: Collection[tuple[Key, Key]]) -> list[Strand]:
    """The strands in the order of their tracks."""
    order: list[Strand] = []
    left = sorted(strands, key=lambda s: (s.low, s.high, s.key))
    while left:
        keys = {strand.key for strand in left}
        free = (s for s in left if not any(b == s.key and a in keys for a, b in before))
        chosen = next(free, left[0])
        order.append(chosen)
        left.remove(chosen)
    for _ in range(len(order)):
        changed = False
        for place in range(len(order) - 1):
            one, other = order[place], order[place + 1]
            if (one.key, other.key) in before:
                continue
            if _crossings(other, one) < _crossings(one, other):
                order[place], order[place + 1] = other, one
                changed = True
        if not changed:
            break
    return order


def _crossings(first: Strand, second: Strand) -> float:
    """How often two ways cross here if the first has the lower track."""
    count = 0.0
    for strand, other, side in ((second, first, -1), (first, second, 1)):
        for place, way in strand.ends:
            if way == side:
                if other.low < place < other.high:
                    count += 1
                elif other.low <= place <= other.high:
                    count += 0.4
    return count


def _meet(one: Strand, other: Strand) -> bool:
    """Whether two strands reach the same stretch, or come near."""
    return round(one.low) <= round(other.high) and round(other.low) <= round(one.high)
