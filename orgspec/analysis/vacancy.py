"""The places that a finding about a vacant role shows: what hangs on it, and why nobody is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgspec.analysis.context import Context
from orgspec.diagnostics import Label, Message, say
from orgspec.graph.burden import Borne, borne_by
from orgspec.graph.reporting import bare
from orgspec.model.duty import Duty
from orgspec.model.role import Role


def chain(context: Context, role: Role) -> tuple[Label, ...]:
    """Every row of which the role is A or the only R, with what stands behind it."""
    return rows(context, borne_by(context.graph, role.id))


def rows(context: Context, borne: Iterable[Borne]) -> tuple[Label, ...]:
    """Labels for rows that hang on a role: function ← duty, and duty ← step."""
    return tuple(_row(context, each) for each in borne)


def _row(context: Context, borne: Borne) -> Label:
    """The label of one row: at the cell, or where a step takes it over from its duty."""
    of = borne.row.of
    cell = borne.cell
    letters = _letters(borne)
    if isinstance(of, Duty):
        said = _duty(context, of, letters)
        return context.at(cell.holder, *cell.route, message=said)
    flow = context.organisation.workflows.get(of.id.partition("/")[0])
    if cell.holder.startswith("duty/"):
        said = say(
            "{letters} of step `{step}` of `{flow}` through its duty `{duty}`",
            "经由职责 `{duty}`，是流程 `{flow}` 步骤 `{step}` 的{letters}",
            letters=letters,
            step=of,
            flow=flow,
            duty=context.name(cell.holder),
        )
        return context.at(of, "duty", message=said)
    said = say(
        "{letters} of step `{step}` of `{flow}`",
        "流程 `{flow}` 步骤 `{step}` 的{letters}",
        letters=letters,
        step=of,
        flow=flow,
    )
    return context.at(cell.holder, *cell.route, message=said)


def _letters(borne: Borne) -> Message:
    """The letters by which a row hangs on the role."""
    answers, does = borne.accountable, borne.responsible
    if answers is not None and does is not None:
        return say("{a} and only {r}", " {a} 兼唯一的 {r}", a=answers.sign, r=does.sign)
    if answers is not None:
        return say("{a}", " {a}", a=answers.sign)
    return say("only {r}", "唯一的 {r}", r=does.sign if does is not None else "")


def _duty(context: Context, duty: Duty, letters: Message) -> Message:
    """The letters in a duty, and the functions that it carries."""
    functions = context.links.targets(duty.address, "fulfils")
    if not functions:
        return say(
            "{letters} of duty `{duty}`", "职责 `{duty}` 的{letters}", letters=letters, duty=duty
        )
    return say(
        "{letters} of duty `{duty}`, which carries `{functions}`",
        "承担职能 `{functions}` 的职责 `{duty}` 的{letters}",
        letters=letters,
        duty=duty,
        functions=tuple(context.name(function) for function in functions),
    )


def causes(context: Context, role: Role) -> tuple[Label, ...]:
    """Why nobody covers a role: ended and coming holds, deputies that are not there, `current`."""
    return (*_holds(context, role), *_deputies(context, role), *_current(context, role))


def _holds(context: Context, role: Role) -> Iterator[Label]:
    """The holds that are over, and those to come."""
    coverage = context.graph.coverage
    for person, hold, place in coverage.past(role.id):
        said = say("`{person}` until {day}", "`{person}` 任至 {day}", person=person, day=hold.until)
        yield context.at(person, "holds", place, "until", message=said)
    for person, hold, place in coverage.coming(role.id):
        said = say(
            "`{person}` from {day}", "`{person}` {day} 起任职", person=person, day=hold.since
        )
        yield context.at(person, "holds", place, "since", message=said)


def _deputies(context: Context, role: Role) -> Iterator[Label]:
    """The deputies, none of whom can stand in."""
    for link in context.links.of(role.address, "deputy"):
        if link.target is None:
            continue
        if link.target == role.address:
            said = say("its deputy is itself", "代理人是它自己")
        elif link.target.startswith("person/"):
            said = say(
                "its deputy `{name}` holds no post today",
                "代理人 `{name}` 目前不在任何岗位",
                name=context.name(link.target),
            )
        elif context.graph.role(bare(link.target)).nature != "human":
            said = say(
                "its deputy `{name}` is no human post",
                "代理人 `{name}` 不是人员岗位",
                name=context.name(link.target),
            )
        else:
            said = say(
                "nobody holds its deputy `{name}` either",
                "代理人 `{name}` 也无人任职",
                name=context.name(link.target),
            )
        yield context.at(role, *link.route, message=said)


def _current(context: Context, role: Role) -> Iterator[Label]:
    """The figure that says that nobody is there, where no people are declared."""
    if not context.graph.coverage.is_staffed(role.id) and role.headcount.current is not None:
        said = say("nobody is there", "无人在岗")
        yield context.at(role, "headcount", "current", message=said)


def advice(context: Context, role: Role) -> Message:
    """How to fill a vacant role, with the name of a superior who could stand in."""
    coverage = context.graph.coverage
    superior = context.graph.reporting.above.get(role.id)
    if superior is not None and superior != role.id and coverage.is_held(superior):
        return say(
            "let somebody hold `{role}`, or name a `deputy` who is there, such as its superior "
            "`{superior}`",
            "请安排人员担任 `{role}`，或写明在任的 `deputy`，例如其上级 `{superior}`",
            role=role,
            superior=context.graph.role(superior),
        )
    return say(
        "let somebody hold `{role}`, or name a `deputy` who is there",
        "请安排人员担任 `{role}`，或写明在任的 `deputy`",
        role=role,
    )
