"""A compiled specification: the organisation, its links, and where each thing was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from orgspec.frozen import frozen
from orgspec.model.organisation import Organisation
from orgspec.model.translations import Translations
from orgspec.source import Source, Span
from orgspec.syntax.nodes import Origin, Step
from orgspec.syntax.problems import Problem


class Link(NamedTuple):
    """A reference as written and what it names.

    Attributes:
        source: address of the entity that holds it.
        route: where in that entity, in YAML keys and list indices; the first is the field.
        text: the name as written.
        kinds: the kinds that its field admits.
        target: the address that it names, or None if nothing is declared under it.
        found: addresses of other kinds under that name (the kind is wrong, or it is ambiguous).
    """

    source: str
    route: tuple[Step, ...]
    text: str
    kinds: tuple[str, ...]
    target: str | None
    found: tuple[str, ...] = ()


_NONE: Mapping[str, Sequence[Link]] = MappingProxyType({})


@frozen
class Links:
    """All references of an organisation, both ways.

    Attributes:
        outgoing: address → the links that it holds, in written order.
        by_field: the same by field (the first step of the route) and address.
        incoming: address → the links that name it.
        unresolved: those that name nothing.
    """

    outgoing: Mapping[str, Sequence[Link]]
    by_field: Mapping[str, Mapping[str, Sequence[Link]]]
    incoming: Mapping[str, Sequence[Link]]
    unresolved: Sequence[Link]

    def of(self, address: str, field: str | None = None) -> tuple[Link, ...]:
        """The links that an entity holds, in a field if one is named, in written order."""
        if field is None:
            return tuple(self.outgoing.get(address, ()))
        return tuple(self.by_field.get(field, _NONE).get(address, ()))

    def targets(self, address: str, field: str) -> tuple[str, ...]:
        """The addresses that a field of an entity names; unresolved names are left out."""
        links = self.by_field.get(field, _NONE).get(address)
        if links is None:
            return ()
        # A list first: of a few links it is made in half the time of a generator.
        return tuple([link.target for link in links if link.target is not None])

    def to(self, address: str) -> Sequence[Link]:
        """The links that name an entity."""
        return self.incoming.get(address, ())


@frozen
class Program:
    """What lowering and linking make of the trees; the input of graph and analysis.

    Attributes:
        origins: address → where the entity was declared; also `manifest` and `organization`.
        problems: what was found on the way, in the order of reading.
        broken: sources whose text could not be parsed: what they declare is unknown.
        anchor: a place for findings about the organisation as a whole.
        translations: what was confirmed of the translations; None where nothing says.
        partial: addresses of the entities with a text that lacks an enabled locale.
    """

    organisation: Organisation
    links: Links
    origins: Mapping[str, Origin]
    problems: Sequence[Problem]
    broken: tuple[Source, ...]
    anchor: tuple[Source, Span]
    translations: Translations | None = None
    partial: Sequence[str] = ()
