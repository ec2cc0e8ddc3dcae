"""Names to addresses: every reference of every entity, resolved once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from orgspec.model.fields import Reference
from orgspec.model.ids import normalise
from orgspec.model.introspection import Walk, reference_paths
from orgspec.model.organisation import KINDS, TABLES, Organisation
from orgspec.model.program import Link, Links
from orgspec.model.text import Text
from orgspec.syntax.nodes import Step


def link(organisation: Organisation) -> Links:
    """Resolve all references."""
    resolver = _Resolver(organisation)
    outgoing: dict[str, list[Link]] = {}
    incoming: dict[str, list[Link]] = {}
    unresolved: list[Link] = []
    owners = [*organisation.entities(), organisation.manifest]
    for owner in owners:
        address = owner.address
        links = []
        for name, key, walk in reference_paths(type(owner)):
            value = getattr(owner, name)
            if value is None or value == ():
                continue
            for route, text, reference in _references(walk, value, (key,)):
                found = resolver.resolve(text, reference, owner.id)
                if found is _WORD:
                    continue
                target, others = found
                made = Link(address, route, text, reference.kinds, target, others)
                if target is None:
                    if reference.free:
                        continue
                    unresolved.append(made)
                else:
                    incoming.setdefault(target, []).append(made)
                links.append(made)
        if links:
            outgoing[address] = links
    return Links(outgoing, incoming, unresolved)


def _references(
    walk: Walk, value: Any, route: tuple[Step, ...]
) -> Iterator[tuple[tuple[Step, ...], str, Reference]]:
    """The references inside a value, with their routes."""
    if value is None:
        return
    if walk.mapping:
        inner = walk._replace(mapping=False)
        for key, item in value.items():
            yield from _references(inner, item, (*route, key))
    elif walk.many:
        inner = walk._replace(many=False)
        for index, item in enumerate(value):
            yield from _references(inner, item, (*route, index))
    elif walk.reference is not None:
        if isinstance(value, Text):
            value = value.bare
        if value is not None:
            yield route, value, walk.reference
    else:
        for name, key, inner in walk.part:
            yield from _references(inner, getattr(value, name), (*route, key))


_Found = tuple[str | None, tuple[str, ...]]
_WORD: _Found = ("", ())


class _Resolver:
    """Looks names up in the tables of an organisation; remembers what it found."""

    def __init__(self, organisation: Organisation) -> None:
        self.tables: dict[str, Mapping[str, Any]] = {
            kind: organisation.table(kind) for kind in TABLES
        }
        self.seen: dict[tuple[str, tuple[str, ...]], _Found] = {}

    def resolve(self, text: str, reference: Reference, owner: str) -> _Found:
        """The address that a name means, and what else bears it; `_WORD` for a language word."""
        if text in reference.words:
            return _WORD
        if reference.local:
            local = f"{owner.partition('/')[0]}/{text}"
            if local in self.tables["step"]:
                return f"step/{local}", ()
        key = (text, reference.kinds)
        found = self.seen.get(key)
        if found is None:
            found = self.seen[key] = self._look_up(normalise(text), reference.kinds)
        return found

    def _look_up(self, text: str, kinds: tuple[str, ...]) -> _Found:
        """A bare id among the admitted kinds, else an address, else what bears the name at all."""
        hits = [f"{kind}/{text}" for kind in kinds if text in self.tables[kind]]
        if len(hits) == 1:
            return hits[0], ()
        kind, _, id_ = text.partition("/")
        if not hits and kind in KINDS and id_ in self.tables[kind]:
            return (f"{kind}/{id_}", ()) if kind in kinds else (None, (f"{kind}/{id_}",))
        if hits:
            return None, tuple(hits)
        return None, tuple(f"{k}/{text}" for k in TABLES if text in self.tables[k])
