"""Duties of different roles that are to do one thing with one object.

Names are read (and a tokeniser loaded) only for pairs that may be alike (those that declare one
object, and those of which one name has all traits of the other) and that different roles do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product
from typing import NamedTuple

from orgspec.graph.graph import Graph
from orgspec.graph.meaning import Meaning, likeness, likeness_of_declared, meaning_of
from orgspec.model.duty import Duty
from orgspec.model.values.saying import traits

_LEAST = 0.4
"""Of the traits of the longer name the shorter one must have so many to be compared."""

_COMPARED = 40
"""How many duties, or names, of one kind are compared with one another."""

_TERRITORIES = ("region", "branch")

Pair = tuple[Meaning, Meaning]
Partners = dict[Meaning, list[Meaning]]


class _Carried(NamedTuple):
    """A duty with its meaning, who does it, in which territories and in which departments."""

    duty: Duty
    meaning: Meaning
    doers: frozenset[str]
    territories: frozenset[str]
    units: frozenset[str]


class Overlap(NamedTuple):
    """Two duties that are one, the later one first, and how alike they are (0 to 1)."""

    duty: Duty
    earlier: Duty
    likeness: float


def overlaps(graph: Graph) -> Iterator[Overlap]:
    """The pairs of duties with some likeness, every duty with up to 40 earlier ones.

    Left out are duties with `split_by`, pairs that share a doer or lie in different regions or
    branches, and pairs in different departments whose object each has of its own (`部门预算`).
    """
    duties = [duty for duty in graph.organisation.duties.values() if not duty.split_by]
    meanings = {duty.id: meaning_of(graph, duty) for duty in duties}
    partners = _partners(Counter(meanings.values()))
    seen: dict[tuple[Meaning, str], list[_Carried]] = {}
    for duty in duties:
        meaning = meanings[duty.id]
        each = _carried(graph, duty, meaning) if meaning in partners else None
        if each is not None:
            yield from _earlier(each, partners[meaning], seen)
            for territory in each.territories:
                known = seen.setdefault((meaning, territory), [])
                if len(known) < _COMPARED and all(each.doers != x.doers for x in known):
                    known.append(each)


def _earlier(
    each: _Carried,
    partners: list[Meaning],
    seen: Mapping[tuple[Meaning, str], list[_Carried]],
) -> Iterator[Overlap]:
    """The overlaps of a duty with those before it."""
    for other in partners:
        degree: float | None = None  # not yet known: to tell it may take a tokeniser
        for territory in sorted(each.territories):
            for rival in seen.get((other, territory), ()):
                if _rivals(each, rival):
                    degree = likeness(each.meaning, other) if degree is None else degree
                    if degree:
                        yield Overlap(each.duty, rival.duty, degree)


def _carried(graph: Graph, duty: Duty, meaning: Meaning) -> _Carried | None:
    """A duty as it is compared; None where it is not certain who does it."""
    cells = graph.row(duty).responsible
    if not cells or any(cell.party is None for cell in cells):
        return None
    roles = [cell.role for cell in cells if cell.role is not None]
    units = frozenset(graph.department_of_role.get(role, "") for role in roles)
    return _Carried(
        duty,
        meaning,
        frozenset(cell.role or cell.party or "" for cell in cells),
        frozenset(_territory(graph, unit) for unit in units) or frozenset(("",)),
        units,
    )


def _territory(graph: Graph, department: str) -> str:
    """The nearest region or branch that a department is or lies in; "" for none."""
    organisation = graph.organisation
    if department not in organisation.departments:
        return ""
    around = (department, *graph.departments.ancestors(department))
    found = (x for x in around if organisation.departments[x].unit in _TERRITORIES)
    return next(found, "")


def _rivals(one: _Carried, other: _Carried) -> bool:
    """Whether two duties of one meaning are carried apart, for one and the same part of the firm."""
    if one.doers & other.doers:
        return False
    if one.meaning.object is not None and other.meaning.object is not None:
        return True
    if one.units & other.units:
        return True
    return not (one.meaning.said.own or other.meaning.said.own)


def _partners(meanings: Mapping[Meaning, int]) -> Partners:
    """Meaning → the meanings that may be like it; itself too where several duties have it."""
    found: Partners = {}
    for one, other in dict.fromkeys((*_of_one_object(meanings), *_of_alike_names(meanings))):
        if likeness_of_declared(one, other) != 0:
            found.setdefault(one, []).append(other)
            if one is not other:
                found.setdefault(other, []).append(one)
    return found


def _pairs(meanings: list[Meaning], counts: Mapping[Meaning, int]) -> Iterator[Pair]:
    """The pairs of some meanings; one alone that several duties have makes a pair with itself."""
    if len(meanings) > 1 or counts[meanings[0]] > 1:
        compared = meanings[:_COMPARED]
        yield from ((one, one) for one in compared if counts[one] > 1)
        yield from combinations(compared, 2)


def _of_one_object(counts: Mapping[Meaning, int]) -> Iterator[Pair]:
    """The pairs that declare one object."""
    groups: dict[str, list[Meaning]] = {}
    for meaning in counts:
        if meaning.object is not None:
            groups.setdefault(meaning.object, []).append(meaning)
    for group in groups.values():
        yield from _pairs(group, counts)


def _of_alike_names(counts: Mapping[Meaning, int]) -> Iterator[Pair]:
    """The pairs whose names may be alike and of which one at least declares no object."""
    known = {meaning: traits(meaning.name) for meaning in counts if meaning.object is None}
    if not known:
        return
    undeclared = frozenset(known.values())
    groups: dict[frozenset[str], list[Meaning]] = {}
    for meaning in counts:
        found = known[meaning] if meaning in known else traits(meaning.name)
        groups.setdefault(found, []).append(meaning)
    for group in (groups[each] for each in groups if each in undeclared):
        yield from (pair for pair in _pairs(group, counts) if _undeclared(pair))
    for small, large in _within(groups):
        if small in undeclared or large in undeclared:
            pairs = product(groups[small][:_COMPARED], groups[large][:_COMPARED])
            yield from (pair for pair in pairs if _undeclared(pair))


def _undeclared(pair: Pair) -> bool:
    """Whether one of two declares no object."""
    return pair[0].object is None or pair[1].object is None


def _within(
    groups: Iterable[frozenset[str]],
) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """The pairs of sets of which the first lies in the other, which is not much larger."""
    having: dict[str, list[frozenset[str]]] = {}
    for group in groups:
        for trait in group:
            having.setdefault(trait, []).append(group)
    for small in groups:
        rarest = min((having[trait] for trait in small), key=len, default=[])
        most = len(small) / _LEAST
        for large in rarest:
            if len(small) < len(large) <= most and small < large:
                yield small, large
