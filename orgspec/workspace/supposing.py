"""What would be if somebody left, or two posts became one."""

from __future__ import annotations

from collections.abc import Iterable

from orgspec.analysis.consequence import Consequences, new_findings, new_lacks
from orgspec.analysis.engine import analyse
from orgspec.analysis.registry import registry
from orgspec.config import Overrides, selection_of
from orgspec.graph.graph import Graph
from orgspec.graph.supposing.deputising import TakingOver, standing_in, taken_over
from orgspec.graph.supposing.merging import merged
from orgspec.graph.supposing.removal import without
from orgspec.model.entity import Entity
from orgspec.model.program import Program
from orgspec.model.role import Role
from orgspec.workspace.compilation import Compilation


def suppose_without(
    compilation: Compilation, addresses: Iterable[str], overrides: Overrides | None = None
) -> Consequences:
    """What is left without if people, roles, departments, partners or systems go.

    Their deputies stand in, as far as they are there.

    Raises:
        KeyError: an address names nothing.
    """
    before = compilation.graph
    gone = tuple(_entity(compilation, address) for address in addresses)
    after = Graph(without(before, (entity.address for entity in gone)), before.today)
    taken = taken_over(before, after)
    program = standing_in(after, taken)
    return _judged(compilation, program, overrides, removed=gone, taken=taken)


def suppose_merged(
    compilation: Compilation, kept: str, absorbed: str, overrides: Overrides | None = None
) -> Consequences:
    """What comes of one role (an address) becoming part of another.

    Raises:
        KeyError: an address names no role.
    """
    roles = compilation.organisation.roles
    both = roles[kept.removeprefix("role/")], roles[absorbed.removeprefix("role/")]
    program = merged(compilation.graph, both[0].id, both[1].id)
    return _judged(compilation, program, overrides, both=both)


def _entity(compilation: Compilation, address: str) -> Entity:
    """The entity at an address."""
    entity = compilation.organisation.find(address)
    if entity is None:
        raise KeyError(address)
    return entity


def _judged(
    compilation: Compilation,
    program: Program,
    overrides: Overrides | None,
    *,
    removed: tuple[Entity, ...] = (),
    both: tuple[Role, Role] | None = None,
    taken: tuple[TakingOver, ...] = (),
) -> Consequences:
    """The rules run over the changed organisation, and what they found before taken off."""
    selection = selection_of(compilation.organisation, overrides or Overrides())
    baseline = compilation.baseline
    result = analyse(program, selection, compilation.today, registry(), baseline)
    lacking = new_lacks(compilation.graph, result.graph, both)
    return Consequences(
        compilation.graph,
        result.graph,
        removed,
        both,
        lacking,
        taken,
        new_findings(
            (*compilation.diagnostics, *compilation.held),
            (*result.diagnostics, *result.held),
            lacking,
            taken,
            both,
            compilation.visible,
        ),
        result.withheld,
    )
