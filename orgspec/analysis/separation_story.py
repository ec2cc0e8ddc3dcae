"""How findings about separated duties speak: person → role → duty or step, and the separation."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.diagnostics import Label, Message, say
from orgspec.graph.deeds import DECIDING, Deed
from orgspec.graph.rows import Cell
from orgspec.graph.separations import Apart, Part
from orgspec.model.duty import Duty
from orgspec.model.governance import Separation
from orgspec.model.role import Role
from orgspec.model.values.actions import class_name
from orgspec.model.values.incompatible import activities


class Side:
    """A side of a separation, as it stands in a sentence in each language."""

    __slots__ = ("_context", "_part")

    def __init__(self, context: Context, part: Part) -> None:
        self._context = context
        self._part = part

    def in_(self, locale: str) -> str:
        """The duty or step, with what is done by it where a verb class or a library says so."""
        deed, side = self._part.deed, self._part.side
        name = what(self._context, deed).in_(locale)
        if "/" in side:
            return name
        activity = activities().get(side) if self._part.matter else None
        done = activity.in_(locale) if activity is not None else class_name(side, locale)
        return say("{name} ({done})", "{name}（{done}）", name=name, done=done).in_(locale)


def what(context: Context, deed: Deed) -> Message:
    """A duty, or a step with its workflow, in a sentence."""
    of = deed.row.of
    if isinstance(of, Duty):
        return say("duty `{duty}`", "职责 `{duty}`", duty=of)
    flow = context.organisation.workflows[of.workflow]
    return say("step `{step}` of `{flow}`", "流程 `{flow}` 的步骤 `{step}`", step=of, flow=flow)


def role_of(context: Context, part: Part) -> Role:
    """The role that does a part."""
    return context.organisation.roles[part.cell.role or ""]


def doing(context: Context, deed: Deed, cell: Cell) -> Iterator[Label]:
    """Where a role has its letter for a duty or step, and where what is done by it is said."""
    role = context.organisation.roles[cell.role or ""]
    verb = say("approves", "审批") if cell.acts_as == "A" and deed.verb == DECIDING else _does()
    said = say(
        "`{role}` {verb} {what}: {sign}",
        "`{role}` {verb}{what}：{sign}",
        role=role,
        verb=verb,
        what=what(context, deed),
        sign=cell.sign,
    )
    yield context.at(cell.holder, *cell.route, message=said)
    if cell.holder != deed.address:
        yield context.at(deed.address, message=what(context, deed))


def _does() -> Message:
    """What everybody with an R does."""
    return say("does", "负责")


def declared(context: Context, apart: Apart, *parts: Part) -> Iterator[Label]:
    """Where the sides are declared to be apart; of a library or an object, where that is named."""
    separation = apart.separation
    said = say("kept apart by `{separation}`", "由 `{separation}` 规定分离", separation=separation)
    links = context.links.of(separation.address, "between")
    sides = frozenset(part.side for part in parts)
    named = [link for link in links if link.target in sides]
    if named:
        yield from (context.at(separation, *link.route, message=said) for link in named)
    elif any(part.matter for part in parts):
        yield context.at(separation, "use", message=said)
    else:
        yield context.at(separation, "object", message=said)


def holding(context: Context, person: str, role: str) -> Iterator[Label]:
    """Where a person holds a role today, acting or not."""
    for each in context.graph.coverage.holdings(role):
        if each.person.id == person:
            said = say(
                "`{person}` holds `{role}`",
                "`{person}` 担任 `{role}`",
                person=each.person,
                role=context.graph.role(role),
            )
            yield context.at(each.person, "holds", each.place, "role", message=said)


def advice(separation: Separation, first: object, second: object) -> Message:
    """Give one side to somebody else, or accept the conflict with a control."""
    return say(
        "let somebody else do {second} or {first}; if that cannot be, write `accepted` with "
        "`control`, `owner` and `until` in `{separation}`",
        "请由他人负责{second}或{first}；确实无法分离的，请在 `{separation}` 的 `accepted` 中写明 "
        "`control`、`owner` 和 `until`",
        first=first,
        second=second,
        separation=separation,
    )
