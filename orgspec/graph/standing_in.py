"""Steps without letters that are done by somebody all the same: by a level, or by what they call."""

from __future__ import annotations

from decimal import Decimal

from orgspec.model.program import Program
from orgspec.model.values.actions import verb_class
from orgspec.model.workflow import Step
from orgspec.syntax.nodes import Step as RouteStep

Source = tuple[str, str, tuple[RouteStep, ...]]


def doers(program: Program, step: Step) -> tuple[Source, ...]:
    """Who does a step that has no letters: address of the role, of the holder, and the route.

    An approving step with an authority is done by the level that reaches its amount; a `call` by
    the owner of the called workflow. Nobody for all other steps.
    """
    if step.call is not None:
        return _owner_of_called(program, step)
    if step.authority is not None and step.action and verb_class(step.action) == "authorise":
        return _deciding_level(program, step)
    return ()


def _owner_of_called(program: Program, step: Step) -> tuple[Source, ...]:
    """The owner of the workflow that a step calls."""
    found = []
    for workflow in program.links.targets(step.address, "call"):
        for owner in program.links.targets(workflow, "owner"):
            found.append((owner, workflow, ("owner",)))
    return tuple(found)


def _deciding_level(program: Program, step: Step) -> tuple[Source, ...]:
    """The roles of the lowest level that reaches the step's amount; without one, the lowest."""
    if step.authority is None:
        return ()
    amount = step.authority.up_to
    wanted = amount.number if amount is not None else Decimal(0)
    for address in program.links.targets(step.address, "authority"):
        authority = program.organisation.authorities[address.partition("/")[2]]
        for index, level in enumerate(authority.levels):
            if level.up_to is None or level.up_to.number >= wanted:
                links = program.links.of(address, "levels")
                return tuple(
                    (link.target, address, link.route)
                    for link in links
                    if link.target is not None and link.route[1:3] == (index, "role")
                )
    return ()
