"""An organisation with some references changed and some entities gone, linked again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from orgspec.graph.supposing.places import without_items
from orgspec.graph.supposing.rewriting import Edits, changed, rewritten
from orgspec.model.entity import Entity
from orgspec.model.linking import link
from orgspec.model.organisation import TABLES, Organisation
from orgspec.model.program import Program


def applied(
    program: Program,
    edits: Mapping[str, Edits],
    gone: Iterable[str] = (),
    also: Mapping[str, Entity] | None = None,
) -> Program:
    """A program with references changed (address of their holder → edits) and entities gone.

    `also` holds entities, by address, that take the place of those there before the edits.
    """
    out = frozenset(gone)
    replaced = dict(also or {})
    origins = dict(program.origins)
    for address, some in edits.items():
        entity = replaced.get(address) or _entity(program.organisation, address)
        if entity is not None and address not in out:
            replaced[address], dropped = rewritten(entity, some)
            if dropped and address in origins:
                origins[address] = without_items(origins[address], dropped)
    organisation = _organisation(program.organisation, replaced, out)
    return replace(
        program,
        organisation=organisation,
        links=link(organisation),
        origins=origins,
        partial=[address for address in program.partial if address not in out],
    )


def _entity(organisation: Organisation, address: str) -> Entity | None:
    """The entity at an address; the manifest holds references too."""
    return organisation.manifest if address == "manifest" else organisation.find(address)


def _organisation(
    organisation: Organisation, replaced: Mapping[str, Entity], gone: frozenset[str]
) -> Organisation:
    """The organisation with other entities in its tables."""
    if not replaced and not gone:
        return organisation
    tables: dict[str, Any] = {}
    for kind, name in TABLES.items():
        table = organisation.table(kind)
        kept = {i: replaced.get(e.address, e) for i, e in table.items() if e.address not in gone}
        if len(kept) != len(table) or any(kept[i] is not table[i] for i in kept):
            tables[name] = kept
    if "steps" in tables:
        steps = tables["steps"]
        flows = tables.get("workflows", organisation.workflows)
        tables["workflows"] = {
            id_: changed(flow, steps=tuple(steps[step.id] for step in flow.steps))
            for id_, flow in flows.items()
        }
    manifest: Any = replaced.get("manifest", organisation.manifest)
    return replace(organisation, manifest=manifest, **tables)
