"""Lines of reporting between roles, and of belonging between departments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from orgspec.frozen import frozen
from orgspec.model.program import Program


@frozen
class Forest:
    """Things that stand below one another: each has at most one above it. Circles may occur."""

    above: Mapping[str, str]
    below: Mapping[str, tuple[str, ...]]

    def ancestors(self, id_: str) -> Iterator[str]:
        """What stands above, nearest first; a circle is walked once."""
        seen = {id_}
        at = self.above.get(id_)
        while at is not None and at not in seen:
            yield at
            seen.add(at)
            at = self.above.get(at)

    def descendants(self, id_: str) -> Iterator[str]:
        """What stands below at any depth, nearest first; each once."""
        seen = {id_}
        level = [id_]
        while level:
            level = [c for at in level for c in self.below.get(at, ()) if c not in seen]
            level = list(dict.fromkeys(level))
            seen.update(level)
            yield from level

    def walked(self, every: Iterable[str]) -> Iterator[tuple[str, int]]:
        """Each of `every` with its depth from 0: one, then all below it, then the one beside it.

        What stands in a circle, below none at the top, comes last.
        """
        every = tuple(every)
        seen: set[str] = set()
        tops = [id_ for id_ in every if id_ not in self.above]
        waiting = [(id_, 0) for id_ in (*reversed(every), *reversed(tops))]
        while waiting:
            id_, depth = waiting.pop()
            if id_ not in seen:
                seen.add(id_)
                yield id_, depth
                waiting += [(below, depth + 1) for below in reversed(self.below.get(id_, ()))]

    def cycles(self) -> tuple[tuple[str, ...], ...]:
        """Every circle once, beginning at its least id, sorted."""
        found = []
        done: set[str] = set()
        for start in self.above:
            if self.above[start] in done:
                done.add(start)
                continue
            path: list[str] = []
            index: dict[str, int] = {}
            at: str | None = start
            while at is not None and at not in done and at not in index:
                index[at] = len(path)
                path.append(at)
                at = self.above.get(at)
            if at is not None and at in index:
                circle = path[index[at] :]
                least = circle.index(min(circle))
                found.append(tuple(circle[least:] + circle[:least]))
            done.update(path)
        return tuple(sorted(found))

    def in_cycles(self) -> frozenset[str]:
        """All that stand in a circle."""
        return frozenset(id_ for circle in self.cycles() for id_ in circle)


def forest(pairs: Mapping[str, str]) -> Forest:
    """The forest in which each key stands below its value."""
    below: dict[str, list[str]] = {}
    for child, parent in pairs.items():
        below.setdefault(parent, []).append(child)
    return Forest(pairs, {parent: tuple(children) for parent, children in below.items()})


def first_targets(program: Program, addresses: Iterator[str], field: str) -> dict[str, str]:
    """Source id → id of the first entity that `field` names, where it names one."""
    written = program.links.by_field.get(field, {})
    found = {}
    for address in addresses:
        for link in written.get(address, ()):
            if link.target is not None:
                found[bare(address)] = bare(link.target)
                break
    return found


def all_targets(
    program: Program, addresses: Iterator[str], field: str
) -> dict[str, tuple[str, ...]]:
    """Source id → ids of all entities that `field` names, in written order."""
    written = program.links.by_field.get(field, {})
    return {
        bare(address): tuple(
            [bare(link.target) for link in written.get(address, ()) if link.target is not None]
        )
        for address in addresses
    }


def bare(address: str) -> str:
    """The id in an address (`role/sales-rep` → `sales-rep`)."""
    return address.partition("/")[2]
