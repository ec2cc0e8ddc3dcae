"""Names to addresses: every reference of every entity, resolved once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from orgspec.model.fields import Reference
from orgspec.model.ids import normalise
from orgspec.model.introspection import ReferencePath, Walk, reference_paths
from orgspec.model.organisation import KINDS, PARTY_KINDS, TABLES, Organisation
from orgspec.model.program import Link, Links
from orgspec.model.text import Text
from orgspec.syntax.nodes import Step


def link(organisation: Organisation) -> Links:
    """Resolve all references."""
    resolver = _Resolver(organisation)
    outgoing: dict[str, list[Link]] = {}
    by_field: dict[str, dict[str, list[Link]]] = {}
    incoming: dict[str, list[Link]] = {}
    unresolved: list[Link] = []
    for owner in (*organisation.entities(), organisation.manifest):
        written: list[_Written] = []
        _collect_fields(reference_paths(type(owner)), owner, (), written)
        if not written:
            continue
        address, id_ = owner.address, owner.id
        links = []
        for route, text, reference in written:
            found = resolver.resolve(text, reference, id_)
            if found is _WORD:
                continue
            target, others = found
            if target is None and reference.free:
                continue
            made = Link(address, route, text, reference.kinds, target, others)
            if target is None:
                unresolved.append(made)
            else:
                incoming.setdefault(target, []).append(made)
            links.append(made)
            by_field.setdefault(str(route[0]), {}).setdefault(address, []).append(made)
        if links:
            outgoing[address] = links
    return Links(outgoing, by_field, incoming, unresolved)


_Written = tuple[tuple[Step, ...], str, Reference]  # route, text, what it may name


def _collect_fields(
    paths: tuple[ReferencePath, ...], holder: Any, route: tuple[Step, ...], found: list[_Written]
) -> None:
    """Add the references in the fields of an entity or a part of one."""
    for name, key, walk in paths:
        value = getattr(holder, name)
        if value is not None and value != ():
            _collect(walk, value, (*route, key), found)


def _collect(walk: Walk, value: Any, route: tuple[Step, ...], found: list[_Written]) -> None:
    """Add the references inside a value that is there."""
    if walk.reference is not None:
        text = value.bare if isinstance(value, Text) else value
        if text is not None:
            found.append((route, text, walk.reference))
    elif walk.items is not None:
        for index, item in enumerate(value):
            _collect(walk.items, item, (*route, index), found)
    elif walk.values is not None:
        for key, item in value.items():
            _collect(walk.values, item, (*route, key), found)
    else:
        _collect_fields(walk.part, value, route, found)


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
        if len(hits) == 1 or (hits and all(hit.partition("/")[0] in PARTY_KINDS for hit in hits)):
            return hits[0], ()  # parties share one namespace: one id twice is REF002
        kind, _, id_ = text.partition("/")
        if not hits and kind in KINDS and id_ in self.tables[kind]:
            return (f"{kind}/{id_}", ()) if kind in kinds else (None, (f"{kind}/{id_}",))
        if hits:
            return None, tuple(hits)
        return None, tuple(f"{k}/{text}" for k in TABLES if text in self.tables[k])
