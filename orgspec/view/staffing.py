"""How many posts there are and how many are filled, as charts and descriptions show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from orgspec.graph.graph import Graph
from orgspec.model.role import Role
from orgspec.view.words import Words


@dataclass(frozen=True, slots=True)
class Staffing:
    """Planned posts, filled posts (None where nothing says), and the vacant ones among them."""

    planned: Decimal
    filled: Decimal | None

    @property
    def vacant(self) -> Decimal:
        """Posts that are planned and not filled."""
        return (
            max(Decimal(0), self.planned - self.filled) if self.filled is not None else Decimal(0)
        )


def staffing(graph: Graph, roles: Iterable[Role]) -> Staffing:
    """The sum over some human roles; what says nothing of its filling leaves the sum unknown."""
    planned, filled, known = Decimal(0), Decimal(0), False
    for role in roles:
        if role.nature != "human":
            continue
        planned += role.headcount.planned
        posts = graph.filled(role)
        known |= posts is not None
        filled += role.headcount.planned if posts is None else posts
    return Staffing(planned, filled if known else None)


def number(value: Decimal) -> str:
    """A headcount without needless zeros: 3, 2.5, 0.4."""
    rounded = value.quantize(Decimal("0.1"))
    return str(int(rounded)) if rounded == rounded.to_integral_value() else str(rounded)


def pill(staff: Staffing, words: Words) -> str:
    """The short text on a card: 编 4 / 5."""
    if staff.filled is not None:
        return words("pill_both", filled=number(staff.filled), planned=number(staff.planned))
    if staff.planned == 1:
        return words("pill_one")
    return words("pill", planned=number(staff.planned))
