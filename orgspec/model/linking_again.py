"""Links of an organisation in which few entities have changed since it was linked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from orgspec.model.entity import Entity
from orgspec.model.linking import link, links_of, owners
from orgspec.model.organisation import TABLES, Organisation
from orgspec.model.program import Link, Links


def link_again(organisation: Organisation, before: Organisation, known: Links) -> Links:
    """As `link`, with the links of the organisation before; the result is the same.

    What a name means depends on the ids alone. Where these are the same, only entities that are
    no longer the very same ones have to be linked.
    """
    if any(list(organisation.table(kind)) != list(before.table(kind)) for kind in TABLES):
        return link(organisation)
    pairs = zip(owners(organisation), owners(before), strict=True)
    changed = [one for one, other in pairs if one is not other]
    new = links_of(organisation, changed)
    return _Merging(organisation, known, new, changed).merged() or link(organisation)


class _Merging:
    """Puts new links of some entities in place of their old ones."""

    def __init__(
        self, organisation: Organisation, old: Links, new: Links, changed: Sequence[Entity]
    ) -> None:
        self._organisation = organisation
        self._old = old
        self._new = new
        self._changed = {entity.address for entity in changed}

    def merged(self) -> Links | None:
        """All links; None where it is no longer the same things that hold or bear any."""
        old, new = self._old, self._new
        outgoing, incoming = self._replaced(old.outgoing, new.outgoing), self._incoming()
        if outgoing is None or incoming is None or not new.by_field.keys() <= old.by_field.keys():
            return None
        by_field = {}
        for key, links in old.by_field.items():
            replaced = self._replaced(links, new.by_field.get(key, {}))
            if replaced is None:
                return None
            by_field[key] = replaced
        rest = [each for each in old.unresolved if each.source not in self._changed]
        return Links(outgoing, by_field, incoming, self._in_order([*rest, *new.unresolved]))

    def _replaced(
        self, old: Mapping[str, Sequence[Link]], new: Mapping[str, Sequence[Link]]
    ) -> Mapping[str, Sequence[Link]] | None:
        """The links by the entities that hold them; None if others hold some than before."""
        if any((address in old) != (address in new) for address in self._changed):
            return None
        return {**old, **new} if new else old

    def _incoming(self) -> Mapping[str, Sequence[Link]] | None:
        """The links by what they name; None if other things are named than before."""
        gone = [link for each in self._changed for link in self._old.outgoing.get(each, ())]
        targets = {link.target: None for link in gone if link.target is not None}
        incoming = dict(self._old.incoming)
        for target in (*targets, *self._new.incoming):
            links = [x for x in self._old.incoming.get(target, ()) if x.source not in self._changed]
            links += self._new.incoming.get(target, ())
            if not links or target not in self._old.incoming:
                return None
            incoming[target] = self._in_order(links)
        return incoming

    def _in_order(self, links: list[Link]) -> list[Link]:
        """Links in the order of what holds them."""
        if all(one.source == other.source for one, other in pairwise(links)):
            return links
        return sorted(links, key=lambda each: self._ranks[each.source])

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        """The place of each holder among all."""
        return {each.address: rank for rank, each in enumerate(owners(self._organisation))}
