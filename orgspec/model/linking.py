"""Names to addresses: every reference of every entity, resolved once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import chain
from operator import attrgetter
from typing import Any

from orgspec.model.entity import Entity
from orgspec.model.fields import Reference
from orgspec.model.ids import normalise
from orgspec.model.introspection import Walk, reference_paths
from orgspec.model.organisation import KINDS, PARTY_KINDS, TABLES, Organisation
from orgspec.model.program import Link, Links
from orgspec.model.record import once_a_class
from orgspec.model.text import Text
from orgspec.syntax.nodes import Step


def link(organisation: Organisation) -> Links:
    """Resolve all references."""
    return links_of(organisation, owners(organisation))


def owners(organisation: Organisation) -> Iterable[Entity]:
    """All that may hold references, in the order in which it is linked."""
    return chain(organisation.entities(), (organisation.manifest,))


def links_of(organisation: Organisation, holders: Iterable[Entity]) -> Links:
    """Resolve the references that some entities hold."""
    linker = _Linker(organisation)
    for owner in holders:
        linker.link(owner)
    return Links(linker.outgoing, dict(linker.by_field), dict(linker.incoming), linker.unresolved)


_Values = Callable[[Any], tuple[Any, ...]]
_NOTHING: tuple[()] = ()  # what most lists of most entities are: there is but one empty tuple


@once_a_class
def _plan(cls: Any) -> tuple[tuple[tuple[str, Walk], ...], _Values]:
    """The fields of a class that may hold references: keys with how to go on, and their values."""
    paths = reference_paths(cls)
    names = tuple(path.name for path in paths)
    fields = tuple((path.key, path.inner) for path in paths)
    if len(names) > 1:
        return fields, attrgetter(*names)  # the quickest, but of one name it gives no tuple
    return fields, lambda holder: tuple(getattr(holder, name) for name in names)


_Made = list[Link]
_link = partial(tuple.__new__, Link)  # a frame less for each of a hundred thousand
_Found = tuple[str | None, tuple[str, ...]]  # the address that is meant, what else bears the name


class _Linker:
    """Looks the names in entities up in the tables of their organisation."""

    def __init__(self, organisation: Organisation) -> None:
        self.tables: dict[str, Mapping[str, Entity]] = {
            kind: organisation.table(kind) for kind in TABLES
        }
        self.seen: defaultdict[tuple[str, ...], dict[str, _Found]] = defaultdict(dict)
        self.outgoing: dict[str, tuple[Link, ...]] = {}
        self.by_field: defaultdict[str, dict[str, tuple[Link, ...]]] = defaultdict(dict)
        self.incoming: defaultdict[str, list[Link]] = defaultdict(list)
        self.unresolved: list[Link] = []
        self.routes: dict[tuple[Step, ...], tuple[Step, ...]] = {}  # there are few, said often

    def link(self, owner: Entity) -> None:
        """Make the links of an entity, field by field."""
        address = owner.address
        links: tuple[Link, ...] = ()
        fields, values = _plan(owner.__class__)
        for (key, walk), value in zip(fields, values(owner), strict=True):
            if value is None or value is _NOTHING:
                continue
            made: _Made = []
            self._collect(walk, value, (key,), owner, made)
            if made:
                held = self.by_field[key][address] = tuple(made)
                links = links + held if links else held
        if links:
            self.outgoing[address] = links
        for each in links:
            if each.target is None:
                self.unresolved.append(each)
            else:
                self.incoming[each.target].append(each)

    def _collect(
        self, walk: Walk, value: Any, route: tuple[Step, ...], owner: Entity, made: _Made
    ) -> None:
        """Make the links of the references inside a value that is there."""
        if walk.reference is not None:
            self._name(walk.reference, value, route, owner, made)
        elif walk.items is not None:
            name = walk.items.reference
            for index, item in enumerate(value):
                if name is not None:
                    self._name(name, item, (*route, index), owner, made)
                else:
                    self._collect(walk.items, item, (*route, index), owner, made)
        elif walk.values is not None:
            for key, item in value.items():
                self._collect(walk.values, item, (*route, key), owner, made)
        else:
            fields, values = _plan(value.__class__)
            for (name_, inner), held in zip(fields, values(value), strict=True):
                if held is not None and held is not _NOTHING:
                    self._collect(inner, held, (*route, name_), owner, made)

    def _name(
        self, reference: Reference, value: Any, route: tuple[Step, ...], owner: Entity, made: _Made
    ) -> None:
        """Make the link of a name, unless it is a word of the language."""
        text = value.bare if value.__class__ is Text else value
        if text is None or text in reference.words:
            return
        kinds = reference.kinds
        known = None if reference.local else self.seen[kinds].get(text)
        target, others = known or self._found(text, reference, owner)
        if target is not None or not reference.free:
            way = self.routes.setdefault(route, route)
            made.append(_link((owner.address, way, text, kinds, target, others)))

    def _found(self, text: str, reference: Reference, owner: Entity) -> _Found:
        """What a name means; what was found once is remembered."""
        if reference.local:
            step = self.tables["step"].get(f"{owner.id.partition('/')[0]}/{text}")
            if step is not None:
                return step.address, ()
        seen = self.seen[reference.kinds]
        found = seen.get(text)
        if found is None:
            found = seen[text] = self._look_up(normalise(text), reference.kinds)
        return found

    def _look_up(self, text: str, kinds: tuple[str, ...]) -> _Found:
        """A bare id among the admitted kinds, else an address, else what bears the name at all.

        Addresses are the entities' own strings: they are keys of every relation.
        """
        hits = self._bearing(text, kinds)
        if len(hits) == 1 or (hits and all(hit.partition("/")[0] in PARTY_KINDS for hit in hits)):
            return hits[0], ()  # parties share one namespace: one id twice is REF002
        kind, _, id_ = text.partition("/")
        if not hits and kind in KINDS and id_ in self.tables[kind]:
            address = self.tables[kind][id_].address
            return (address, ()) if kind in kinds else (None, (address,))
        return None, hits or self._bearing(text, TABLES)

    def _bearing(self, text: str, kinds: Iterable[str]) -> tuple[str, ...]:
        """The addresses of what bears an id among some kinds."""
        return tuple([self.tables[k][text].address for k in kinds if text in self.tables[k]])
