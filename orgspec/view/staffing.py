"""How many posts there are and how many are filled, as charts and descriptions show it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from orgspec.frozen import frozen
from orgspec.graph.graph import Graph
from orgspec.model.role import Role
from orgspec.view.words import Words


@frozen
class Staffing:
    """Planned posts, filled posts, and the vacant ones of which something says so.

    `filled` is None unless it is known for every role: a part would pass for the whole.
    """

    planned: Decimal
    filled: Decimal | None
    vacant: Decimal


def staffing(graph: Graph, roles: Iterable[Role]) -> Staffing:
    """The sum over some human roles; what says nothing of its filling leaves the sum unknown."""
    planned = filled = vacant = Decimal(0)
    known = True
    for role in roles:
        if role.nature != "human":
            continue
        planned += role.headcount.planned
        posts = graph.filled(role)
        if posts is None:
            known = False
            continue
        filled += posts
        vacant += max(Decimal(0), role.headcount.planned - posts)
    return Staffing(planned, filled if known and planned else None, vacant)


def number(value: Decimal) -> str:
    """A headcount without needless zeros: 3, 2.5, 0.4."""
    rounded = value.quantize(Decimal("0.1"))
    return str(int(rounded)) if rounded == rounded.to_integral_value() else str(rounded)


def pill(staff: Staffing, words: Words) -> str:
    """The short text on a card: 编 4 / 5."""
    full = staff.filled == staff.planned
    if staff.filled is not None and not (full and staff.planned <= 1):
        return words("pill_both", filled=number(staff.filled), planned=number(staff.planned))
    return words.counted("pill", staff.planned, number(staff.planned))


def uncounted(role: Role, words: Words) -> str:
    """That a role is no post to be counted, where no person fills it; else nothing."""
    if role.nature == "human":
        return ""
    return words("agent_not_counted" if role.nature == "ai-agent" else "system_not_counted")
