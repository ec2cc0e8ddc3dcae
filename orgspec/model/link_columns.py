"""Links as plain data by columns, and back: see `orgspec.model.columns`."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import Any

from orgspec.model.program import Link, Links

_link = partial(tuple.__new__, Link)
_ROUTE, _TARGET = Link._fields.index("route"), Link._fields.index("target")


def plain_links(links: Links) -> Any:
    """Links as plain data for `marshal`: each holder with how many of which field, then all.

    Routes and such numbers that are equal are one.
    """
    every = list(chain.from_iterable(links.outgoing.values()))
    columns = [list(map(itemgetter(at), every)) for at in range(len(Link._fields))]
    same: dict[Any, Any] = {}
    columns[_ROUTE] = [same.setdefault(route, route) for route in columns[_ROUTE]]
    counts = {}
    for holder, held in links.outgoing.items():
        count = tuple(Counter([link.route[0] for link in held]).items())
        counts[holder] = same.setdefault(count, count)
    return counts, columns


def links_from(plain: Any) -> Links:
    """The links again, in the order in which linking makes them."""
    counts, columns = plain
    every = tuple(map(_link, zip(*columns, strict=True)))
    outgoing: dict[str, tuple[Link, ...]] = {}
    by_field: defaultdict[str, dict[str, tuple[Link, ...]]] = defaultdict(dict)
    end = 0
    for holder, fields in counts.items():
        start = end
        for field, count in fields:
            by_field[field][holder] = every[end : end + count]
            end += count
        outgoing[holder] = every[start:end]
    incoming: defaultdict[str, list[Link]] = defaultdict(list)
    for target, link in zip(columns[_TARGET], every, strict=True):
        incoming[target].append(link)
    unresolved: list[Any] = incoming.pop(None, [])  # type: ignore[call-overload]
    return Links(outgoing, dict(by_field), dict(incoming), unresolved)
