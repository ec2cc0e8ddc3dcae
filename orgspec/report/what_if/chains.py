"""What stands behind something that nobody is left for: function → duty → role → person."""

from __future__ import annotations

from collections.abc import Iterable

from orgspec.frozen import frozen
from orgspec.graph.graph import Graph
from orgspec.graph.lacking import Lack, Want
from orgspec.graph.reporting import bare
from orgspec.graph.rows import Row
from orgspec.model.department import Department, Function
from orgspec.model.duty import Duty
from orgspec.model.entity import Entity
from orgspec.model.role import Person, Role
from orgspec.model.workflow import Step, Workflow

_LETTERS = {Want.ANSWER: "A", Want.DO: "R", Want.STEP: "R"}


@frozen
class Chain:
    """Something that nobody is left for, with all that hung together until the change.

    Attributes:
        want: what is missing.
        entity: what is left without.
        functions: the functions of departments that it carries.
        duty: the duty, of a duty or step.
        roles: who was to do it: the role behind each letter, the head, the level.
        parties: those who were no role: partners, systems.
        people: who held these roles.
    """

    want: Want
    entity: Entity
    functions: tuple[Function, ...] = ()
    duty: Duty | None = None
    roles: tuple[Role, ...] = ()
    parties: tuple[Entity, ...] = ()
    people: tuple[Person, ...] = ()


def chains(before: Graph, after: Graph, lacks: Iterable[Lack]) -> tuple[Chain, ...]:
    """The chain of each; roles and people are those of the time before the change."""
    return tuple(chain for lack in lacks if (chain := _chain(before, after, lack)) is not None)


def _chain(before: Graph, after: Graph, lack: Lack) -> Chain | None:
    """The chain of one; None if it is about nothing that was there before."""
    entity = before.organisation.find(lack.address) or after.organisation.find(lack.address)
    if entity is None:
        return None
    row = before.rows.get(lack.address)
    ids = row.roles(_LETTERS[lack.want]) if row is not None and lack.want in _LETTERS else ()
    ids = ids or _roles(before, lack, entity)
    roles = tuple(before.role(id_) for id_ in ids if id_ in before.organisation.roles)
    people = dict.fromkeys(p for role in roles for p in before.coverage.covering_people(role.id))
    duty = _duty(before, entity)
    return Chain(
        lack.want,
        entity,
        _functions(before, duty),
        duty,
        roles,
        _parties(before, row, _LETTERS.get(lack.want, "")),
        tuple(before.organisation.people[id_] for id_ in people),
    )


def _roles(graph: Graph, lack: Lack, entity: Entity) -> tuple[str, ...]:
    """Who was to lead, to decide, or held what is no row."""
    if isinstance(entity, Department):
        head = graph.head_of.get(entity.id)
        return (head,) if head is not None else ()
    if isinstance(entity, Workflow):
        return tuple(bare(x) for x in graph.links.targets(entity.address, "owner"))
    if lack.want is Want.DECIDE and not lack.roles:
        links = graph.links.of(entity.address, "levels")
        levels = [x.target for x in links if x.target is not None and x.route[2] == "role"]
        return tuple(dict.fromkeys(map(bare, levels)))
    return lack.roles


def _duty(graph: Graph, entity: Entity) -> Duty | None:
    """The duty behind a duty or step."""
    if isinstance(entity, Duty):
        return entity
    targets = graph.links.targets(entity.address, "duty") if isinstance(entity, Step) else ()
    return graph.organisation.duties[bare(targets[0])] if targets else None


def _functions(graph: Graph, duty: Duty | None) -> tuple[Function, ...]:
    """The functions that a duty carries."""
    targets = graph.links.targets(duty.address, "fulfils") if duty is not None else ()
    return tuple(graph.organisation.functions[bare(target)] for target in targets)


def _parties(graph: Graph, row: Row | None, letter: str) -> tuple[Entity, ...]:
    """The parties of a letter behind which there is no role."""
    cells = row.acting(letter) if row is not None and letter else ()
    found = (graph.organisation.find(c.party) for c in cells if c.role is None and c.party)
    return tuple(entity for entity in found if entity is not None)
