"""What each declared separation keeps apart, and which roles do a side of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from orgspec.frozen import frozen
from orgspec.graph.deeds import Deed, verb_key
from orgspec.graph.reporting import bare
from orgspec.graph.rows import Cell
from orgspec.model.duty import Duty
from orgspec.model.governance import Separation
from orgspec.model.values.incompatible import Library, library, matters_of
from orgspec.model.values.script import plain

if TYPE_CHECKING:
    from orgspec.graph.graph import Graph


class Part(NamedTuple):
    """Something on one side of a separation, that a role does.

    Attributes:
        side: address of the duty or step of `between`, the verb class, or an activity's id.
        matter: of a library, the kind of object; else "".
        deed: the duty or step by which it is done.
        cell: the letter by which it is the role's.
    """

    side: str
    matter: str
    deed: Deed
    cell: Cell


Clash = tuple[Part, Part]


@frozen
class Apart:
    """A separation with all who do a side of it.

    Attributes:
        separation: as declared.
        parts: role → what it does of the sides, in written order.
        library: the shipped library that it uses, or None.
    """

    separation: Separation
    parts: Mapping[str, tuple[Part, ...]]
    library: Library | None = None

    def opposed(self, one: Part, other: Part) -> bool:
        """Whether two parts must not lie in one hand.

        Two activities of a library on one kind of object are opposed on the same object only.
        """
        if one.side == other.side or one.deed.address == other.deed.address:
            return False
        if not one.matter or not other.matter:
            return not one.matter and not other.matter and ("/" in one.side) == ("/" in other.side)
        if self.library is None:
            return False
        if not self._may_oppose(one, other):
            return False
        return one.matter != other.matter or one.deed.object == other.deed.object

    def clash(self, role: str) -> Clash | None:
        """The first two opposed parts that one role does; None if it may do all that it does."""
        mine = _kinds(self.parts.get(role, ()))
        return next(self._clashes(mine, mine), None)

    def joint(self, role: str, others: Iterable[str]) -> Clash | None:
        """The first two opposed parts of which a role does one, and another role the other.

        Only what none of them breaks alone. The first part is the role's.
        """
        mine = _kinds(self.parts.get(role, ()))
        for other in others:
            theirs = _kinds(self.parts.get(other, ())) if other != role else ()
            for one, two in self._clashes(mine, theirs):
                if not (self._has(role, two) or self._has(other, one)):
                    return one, two
        return None

    def covers(self, role: str, one: str, other: str) -> bool:
        """Whether a role does two sides of this by the duties or steps at two addresses."""
        parts = self.parts.get(role, ())
        mine = [part for part in parts if part.deed.address == one]
        theirs = [part for part in parts if part.deed.address == other]
        return next(self._clashes(mine, theirs), None) is not None

    def _has(self, role: str, part: Part) -> bool:
        """Whether a role does the side of a part itself."""
        return any(part.side == mine.side for mine in self.parts.get(role, ()))

    def _clashes(self, some: Iterable[Part], others: Iterable[Part]) -> Iterator[Clash]:
        """Every two opposed parts. Sides that go together are passed over as a whole."""
        sides: dict[str, list[Part]] = {}
        for part in others:
            sides.setdefault(part.side, []).append(part)
        for one in some:
            for side, theirs in sides.items():
                if side != one.side and self._may_oppose(one, theirs[0]):
                    yield from ((one, two) for two in theirs if self.opposed(one, two))

    def _may_oppose(self, one: Part, other: Part) -> bool:
        """Whether the sides of two parts are opposed at all."""
        if self.library is None or not (one.matter and other.matter):
            return True
        pair = (one.side, other.side)
        return pair in self.library.pairs or pair[::-1] in self.library.pairs


def _kinds(parts: Iterable[Part]) -> tuple[Part, ...]:
    """The first part of each side and object."""
    found: dict[tuple[str, str, str | None], Part] = {}
    for part in parts:
        found.setdefault((part.side, part.matter, part.deed.object), part)
    return tuple(found.values())


class Separations:
    """The declared separations, worked out once."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    @cached_property
    def every(self) -> tuple[Apart, ...]:
        """Every separation that somebody does a side of, in written order."""
        return tuple(apart for apart in self._all.values() if apart.parts)

    def of(self, separation: Separation) -> Apart:
        """Who does which side of one separation."""
        return self._all[separation.id]

    @cached_property
    def _all(self) -> Mapping[str, Apart]:
        """Separation → who does which side of it."""
        found = self.graph.organisation.separations
        return {id_: self._apart(separation) for id_, separation in found.items()}

    @cached_property
    def by_role(self) -> Mapping[str, tuple[Apart, ...]]:
        """Role → the separations that it does a side of."""
        found: dict[str, list[Apart]] = {}
        for apart in self.every:
            for role in apart.parts:
                found.setdefault(role, []).append(apart)
        return {role: tuple(aparts) for role, aparts in found.items()}

    @cached_property
    def matters(self) -> Mapping[str, tuple[str, ...]]:
        """Object of a duty or step → the kinds of the shipped libraries that it is one of."""
        return {about: self._matters(about) for about in self.graph.deeds.objects}

    def accepts(self, separation: Separation, parties: Iterable[str]) -> bool:
        """Whether a conflict of some parties (addresses) is accepted today.

        A name in `for` that nothing declares may mean any of them.
        """
        named = frozenset(parties)
        links = self.graph.links.of(separation.address, "accepted")
        for index, accepted in enumerate(separation.accepted):
            if accepted.until is not None and accepted.until < self.graph.today:
                continue
            wanted = [x.target for x in links if x.route[1:3] == (index, "for")]
            if not wanted or any(x is None or x in named for x in wanted):
                return True
        return False

    def covers(self, roles: Iterable[str], one: str, other: str) -> bool:
        """Whether a declared separation already judges that some roles do two duties or steps."""
        mine = tuple(roles)
        return any(
            apart.covers(role, one, other)
            or any(self._jointly(apart, role, x, one, other) for x in mine if x != role)
            for role in mine
            for apart in self.by_role.get(role, ())
        )

    def _jointly(self, apart: Apart, role: str, second: str, one: str, other: str) -> bool:
        """Whether one role does a side by one duty or step, and a second by the other."""
        return any(
            apart.opposed(mine, theirs)
            for mine in apart.parts.get(role, ())
            if mine.deed.address == one
            for theirs in apart.parts.get(second, ())
            if theirs.deed.address == other
        )

    def object_of(self, separation: Separation) -> str | None:
        """The address of the artifact that a separation names, or the normalised word."""
        if separation.object is None:
            return None
        targets = self.graph.links.targets(separation.address, "object")
        return targets[0] if targets else plain(separation.object)

    def _matters(self, about: str) -> tuple[str, ...]:
        """The kinds of an object, by its word or by the id, names and aliases of the artifact."""
        artifact = self.graph.organisation.artifacts.get(bare(about)) if "/" in about else None
        if artifact is None:
            return matters_of(about)
        every = (artifact.id, *artifact.names)
        return tuple(dict.fromkeys(matter for name in every for matter in matters_of(name)))

    def _apart(self, separation: Separation) -> Apart:
        """A separation with who does which side of it."""
        found: dict[str, list[Part]] = {}
        for side, matter, deed in self._sides(separation):
            for cell in deed.doers:
                if cell.role is not None:
                    found.setdefault(cell.role, []).append(Part(side, matter, deed, cell))
        used = library(separation.use) if separation.use is not None else None
        parts = {role: tuple(parts) for role, parts in found.items()}
        return Apart(separation, parts, used)

    def _sides(self, separation: Separation) -> Iterator[tuple[str, str, Deed]]:
        """Side, kind of object and deed, for each form in which a separation is declared."""
        yield from self._between(separation)
        if separation.object is not None:
            yield from self._on_object(separation)
        if separation.use is not None:
            used = library(separation.use)
            if used is not None:
                yield from self._of_library(used)

    def _between(self, separation: Separation) -> Iterator[tuple[str, str, Deed]]:
        """The duties and steps that are named; a duty also by the steps that carry it out.

        A step with a verb of another class than its duty does something else.
        """
        deeds = self.graph.deeds
        targets = dict.fromkeys(self.graph.links.targets(separation.address, "between"))
        for address in targets:
            deed = deeds.of(self.graph.rows[address])
            yield address, "", deed
            of = deed.row.of
            steps = self.graph.steps_of(of) if isinstance(of, Duty) else ()
            for step in steps:
                inner = deeds.of(self.graph.row(step))
                if step.address not in targets and (deed.verb is None or inner.verb == deed.verb):
                    yield address, "", inner

    def _on_object(self, separation: Separation) -> Iterator[tuple[str, str, Deed]]:
        """All that is done to the object by verbs of the classes that are named."""
        about = self.object_of(separation)
        sides = frozenset(verb_key(action) for action in separation.actions)
        for deed in self.graph.deeds.on(about or ""):
            if deed.verb is not None and deed.verb in sides:
                yield deed.verb, "", deed

    def _of_library(self, used: Library) -> Iterator[tuple[str, str, Deed]]:
        """All that is one of the activities of a library."""
        for about, matters in self.matters.items():
            for matter in matters:
                for deed in self.graph.deeds.on(about):
                    for activity in used.acts.get((matter, deed.verb or ""), ()):
                        yield activity, matter, deed
