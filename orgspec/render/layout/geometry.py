"""The shapes that a layout is made of. Lengths are in pixels, y grows downwards."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from orgspec.frozen import frozen


class Size(NamedTuple):
    """How large a card is."""

    width: float
    height: float


@frozen
class Point:
    """A place."""

    x: float
    y: float


@frozen
class Box:
    """An upright rectangle, by its upper left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def moved(self, dx: float, dy: float) -> Box:
        """The same box elsewhere."""
        return Box(self.x + dx, self.y + dy, self.width, self.height)

    def grown(self, by: float) -> Box:
        """The box with a margin around it."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def overlaps(self, other: Box) -> bool:
        """Whether two boxes share more than an edge."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of some boxes; an empty one at the origin for none."""
    found = list(boxes)
    if not found:
        return Box(0, 0, 0, 0)
    x = min(box.x for box in found)
    y = min(box.y for box in found)
    return Box(x, y, max(box.right for box in found) - x, max(box.bottom for box in found) - y)
