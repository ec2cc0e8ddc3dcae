"""How findings about a step that controls an earlier one speak."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.separation_story import doing, holding
from orgspec.diagnostics import Label, Message, say
from orgspec.graph.controls import Control, Move
from orgspec.graph.reporting import bare
from orgspec.model.role import Role
from orgspec.model.workflow import Step


def step_of(move: Move) -> Step | str:
    """The step of a move."""
    of = move.deed.row.of
    return of if isinstance(of, Step) else of.id


def role_of(context: Context, move: Move) -> Role:
    """The role that does a step."""
    return context.graph.role(move.role)


def place(context: Context, control: Control) -> Label:
    """Where the finding stands: at the verb by which the later step controls."""
    return context.at(control.second.deed.address, "action")


def story(context: Context, control: Control, said: Message) -> tuple[Label, ...]:
    """The earlier step, who does each, and where one person holds both roles."""
    first, second = control.first, control.second
    return (
        context.at(first.deed.address, "action", message=said),
        *(label for move in (first, second) for label in doing(context, move.deed, move.cell)),
        *_holds(context, control),
    )


def _holds(context: Context, control: Control) -> Iterator[Label]:
    """Where the person holds the roles, or the role of one head is declared."""
    if not control.hand.startswith("person/"):
        if control.hand:
            yield context.at(control.hand, message=say("one head", "编制一人"))
        return
    for role in dict.fromkeys((control.first.role, control.second.role)):
        yield from holding(context, bare(control.hand), role)
