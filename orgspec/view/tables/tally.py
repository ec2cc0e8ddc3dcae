"""How many posts some roles have, as figures of a table."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from orgspec.document import Align, Cell, Column, Tone
from orgspec.frozen import frozen
from orgspec.graph.graph import Graph
from orgspec.model.role import Role
from orgspec.reckoning import Excess
from orgspec.view.staffing import number
from orgspec.view.tables.cells import text
from orgspec.view.words import Words

_FIGURES = {
    "planned": None,
    "in_post": None,
    "empty": Excess("planned", "in_post", Tone.WATCH),
    "over": Excess("in_post", "planned", Tone.ALARM),
}


@frozen
class Tally:
    """How many posts some roles have.

    Attributes:
        roles: how many roles.
        planned, filled, vacant, over: posts; `filled` is None unless it is known of every role.
    """

    roles: int
    planned: Decimal
    filled: Decimal | None
    vacant: Decimal
    over: Decimal


def tally(graph: Graph, roles: Iterable[Role]) -> Tally:
    """The sum over some human roles; vacancies in one do not make up for what is over in another."""
    count, known = 0, True
    planned = filled = vacant = over = Decimal(0)
    for role in roles:
        count += 1
        wanted, posts = role.headcount.planned, graph.filled(role)
        planned += wanted
        if posts is None:
            known = False
            continue
        filled += posts
        vacant += max(Decimal(0), wanted - posts)
        over += max(Decimal(0), posts - wanted)
    return Tally(count, planned, filled if known else None, vacant, over)


def human(roles: Iterable[Role]) -> list[Role]:
    """The roles that people fill."""
    return [role for role in roles if role.nature == "human"]


def figures(sum_: Tally) -> tuple[Cell, ...]:
    """Planned, filled, vacant and over; nothing where it is not known or none."""
    return (
        text(number(sum_.planned)),
        text(number(sum_.filled) if sum_.filled is not None else ""),
        text(number(sum_.vacant), tone=Tone.WATCH)
        if sum_.vacant
        else text("0" if sum_.filled is not None else ""),
        text(number(sum_.over), tone=Tone.ALARM)
        if sum_.over
        else text("0" if sum_.filled is not None else ""),
    )


def figure_columns(words: Words) -> tuple[Column, ...]:
    """The columns of the figures."""
    return tuple(Column(words(key), 0.8, Align.END, key, rule) for key, rule in _FIGURES.items())
