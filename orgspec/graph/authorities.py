"""Who may decide what: the levels of an authority as intervals, and how far each role reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from orgspec.frozen import frozen
from orgspec.graph.reporting import bare
from orgspec.model.governance import Authority
from orgspec.model.program import Link, Program
from orgspec.model.values import amount
from orgspec.model.values.amount import Amount
from orgspec.model.values.interval import Cut, Interval
from orgspec.model.values.wording import normal

_UNITS = ("%", "times")


@frozen
class Scale:
    """What the amounts of an authority are counted in.

    Attributes:
        unit: the one unit of them all, "" if nothing says.
        factor: what a bare number stands for: 10,000 where the measure is `万元`.
    """

    unit: str
    factor: Decimal

    def figure(self, found: Amount | None) -> Decimal | None:
        """The number that an amount stands for; None for none, and for one in another unit."""
        if found is None or found.unit not in ("", self.unit):
            return None
        return found.number if found.unit else found.number * self.factor

    def shown(self, figure: Decimal | None) -> Amount:
        """A figure as an amount, to stand in a message; None is the beginning."""
        return Amount(figure if figure is not None else Decimal(0), self.unit)


def scale_of(authority: Authority) -> Scale | None:
    """What an authority is counted in; None if its amounts cannot be compared."""
    measure = _measure(authority.measure)
    written = {found.unit for found in _amounts(authority) if found.unit}
    if len(written) > 1:
        return None
    unit = next(iter(written), measure.unit)
    known = measure.is_money or measure.unit in _UNITS
    if known and unit != measure.unit:
        return None
    return Scale(unit, measure.number if known else Decimal(1))


@lru_cache(maxsize=1024)
def _measure(word: str | None) -> Amount:
    """A measure as the amount that the number 1 stands for."""
    if word is None:
        return Amount(Decimal(1))
    plain = normal(word)
    read = amount.read(f"1{plain}") or amount.read(f"1 {plain}")
    return read if read is not None and read.unit else Amount(Decimal(1), word)


def _amounts(authority: Authority) -> Iterator[Amount]:
    """Every amount of an authority."""
    every = [x for level in authority.levels for x in (level.over, level.up_to)]
    yield from (x for x in (*every, authority.max) if x is not None)


def spans_of(authority: Authority, scale: Scale) -> tuple[Interval, ...]:
    """What each level decides, (over, up_to], in written order.

    `over` is the end of the level before by default; a level with a condition follows those with
    the same one. A level that ends where it begins decides nothing.
    """
    before: dict[tuple[str, ...], Decimal | None] = {}
    spans = []
    for level in authority.levels:
        key = level.condition.written() if level.condition is not None else ()
        low = before.get(key) if level.over is None else scale.figure(level.over)
        high = scale.figure(level.up_to)
        spans.append(Interval(low, high, low is not None))
        ends = [end for end in (low, high) if end is not None]
        before[key] = max(ends, default=None)
    return tuple(spans)


def level_links(program: Program, authority: Authority) -> tuple[Link, ...]:
    """The names of those who decide, in written order; `route[1]` is the index of the level."""
    links = program.links.of(authority.address, "levels")
    return tuple(link for link in links if link.route[2:3] == ("role",))


def reaches(
    program: Program, authority: Authority, scale: Scale, *, conditional: bool = True
) -> Mapping[str, tuple[Cut, Link]]:
    """Role → up to where it decides by an authority, `max` regarded, with the level that says so.

    Levels with a condition are left out unless `conditional`.
    """
    top = Interval(high=scale.figure(authority.max)).end
    spans = spans_of(authority, scale)
    found: dict[str, tuple[Cut, Link]] = {}
    for link in level_links(program, authority):
        index = link.route[1]
        if link.target is None or not isinstance(index, int) or spans[index].is_empty:
            continue
        if not conditional and authority.levels[index].condition is not None:
            continue
        role, end = bare(link.target), min(spans[index].end, top)
        if role not in found or found[role][0] < end:
            found[role] = (end, link)
    return found


def itself_and_bases(program: Program, role: str) -> Iterator[str]:
    """A role and those that it extends, nearest first; what they may decide, it may."""
    seen = [role]
    for id_ in seen:
        bases = program.links.targets(f"role/{id_}", "extends")
        seen.extend(base for base in map(bare, bases) if base not in seen)
    yield from seen


def stands_in(program: Program, role: str, holders: Iterable[str]) -> str | None:
    """The role by which one stands among holders: itself, or one that it extends; else None."""
    wanted = frozenset(holders)
    if role in wanted:
        return role
    return next((id_ for id_ in itself_and_bases(program, role) if id_ in wanted), None)


def takers(program: Program, authority: Authority) -> tuple[Link, ...]:
    """Where duties and steps take an authority, and meetings decide by it."""
    return tuple(
        link
        for link in program.links.to(authority.address)
        if link.route[0] in ("authorities", "authority", "decides")
    )
