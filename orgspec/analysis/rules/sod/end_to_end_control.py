"""SOD007: end-to-end-control."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.analysis.separation_story import doing, holding, what
from orgspec.diagnostics import Label, Severity, quoted, say
from orgspec.graph.deeds import Deed
from orgspec.graph.rows import Cell
from orgspec.graph.separations import Apart
from orgspec.model.governance import Separation
from orgspec.model.values.actions import CLASSES, class_name

Done = Mapping[str, tuple[Deed, Cell]]  # verb class → the first that is done of it, and the R


class _Classes:
    """Verb classes in a sentence: their names in the language of the reader."""

    def __init__(self, classes: tuple[str, ...]) -> None:
        self.classes = classes

    def in_(self, locale: str) -> str:
        """The names, with commas."""
        names = quoted(class_name(each, locale) for each in self.classes)
        return say("{names}", "{names}", names=names).in_(locale)


@rule("SOD007", "end-to-end-control", since="0.1", severity=Severity.WARNING)
def end_to_end_control(context: Context) -> Iterator[Finding]:
    """
    One role, or one person by all posts, is R of every verb class that occurs on the object of a
    declared separation, of two at least. Where they do two of its sides, SOD001 or SOD002 says so.

    ## Why
    The separation names an object that can go wrong. Who does all that is done with it works
    without anybody else ever seeing it.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      buyer: {reports_to: director}
    duties:
      ask-for-tools: {raci: {A: director, R: buyer}, object: tool-order, action: request}
      order-tools: {raci: {A: director, R: buyer}, object: tool-order, action: negotiate}
    separations:
      tools: {object: tool-order, actions: [authorise, pay]}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      buyer: {reports_to: director}
      clerk: {reports_to: director}
    duties:
      ask-for-tools: {raci: {A: director, R: clerk}, object: tool-order, action: request}
      order-tools: {raci: {A: director, R: buyer}, object: tool-order, action: negotiate}
    separations:
      tools: {object: tool-order, actions: [authorise, pay]}
    ```

    ## Source
    “No single department or person shall handle the whole of a business process”: the internal
    accounting control standards of China (2002).

    ---
    某一岗位（或某人凭其全部岗位）是某个已声明分离的对象上出现的每一类动作的 R，至少两类。若其承担了
    该分离的两方，则由 SOD001 或 SOD002 报告。

    ## 为什么
    已声明分离的对象是容易出事的对象。经办其全过程的人，自始至终没有旁人看见。

    ## 怎么改
    请把其中一类动作交给另一岗位。

    ## 来源
    《内部会计控制规范》（2002）：不得由同一部门或个人办理业务的全过程。
    """
    for separation in context.organisation.separations.values():
        about = context.graph.separations.object_of(separation)
        if about is None:
            continue
        deeds = context.graph.deeds.on(about)
        occurring = tuple(c for c in CLASSES if any(deed.verb == c for deed in deeds))
        if len(occurring) > 1:
            yield from _judge(context, separation, deeds, occurring)


def _judge(
    context: Context, separation: Separation, deeds: tuple[Deed, ...], occurring: tuple[str, ...]
) -> Iterator[Finding]:
    """The roles that do all of it; else the people who do."""
    apart = context.graph.separations.of(separation)
    done = _done(deeds)
    alone = [role for role, mine in done.items() if len(mine) == len(occurring)]
    for role in alone:
        parties = (f"role/{role}", *_people(context, role))
        accepted = context.graph.separations.accepts(separation, parties)
        if apart.clash(role) is None and not accepted:
            yield _finding(context, separation, f"role/{role}", done[role], occurring)
    for person, roles in _holders(context, done, alone).items():
        mine = {c: done[role][c] for c in occurring for role in roles if c in done[role]}
        parties = (f"person/{person}", *(f"role/{role}" for role in roles))
        accepted = context.graph.separations.accepts(separation, parties)
        if len(mine) == len(occurring) and not accepted and not _breaks(apart, roles):
            yield _finding(context, separation, f"person/{person}", mine, occurring)


def _done(deeds: tuple[Deed, ...]) -> dict[str, dict[str, tuple[Deed, Cell]]]:
    """Role → the verb classes of which it is R."""
    found: dict[str, dict[str, tuple[Deed, Cell]]] = {}
    for deed in deeds:
        for cell in deed.row.responsible if deed.verb in CLASSES else ():
            if cell.role is not None:
                found.setdefault(cell.role, {}).setdefault(deed.verb or "", (deed, cell))
    return found


def _people(context: Context, role: str) -> tuple[str, ...]:
    """The address of the one person in a role."""
    person = context.graph.coverage.only_holder(role)
    return (f"person/{person}",) if person is not None else ()


def _holders(context: Context, done: Mapping[str, Done], alone: list[str]) -> dict[str, list[str]]:
    """Person → the roles held that do some of it; not who holds one that does it all."""
    found: dict[str, list[str]] = {}
    for role in done:
        for person in context.graph.coverage.holders(role, acting=True):
            found.setdefault(person, []).append(role)
    return {p: roles for p, roles in found.items() if len(roles) > 1 and not {*roles} & {*alone}}


def _breaks(apart: Apart, roles: list[str]) -> bool:
    """Whether some roles, alone or together, do two sides of a separation."""
    return any(
        apart.clash(role) is not None or apart.joint(role, roles) is not None for role in roles
    )


def _finding(
    context: Context, separation: Separation, who: str, done: Done, occurring: tuple[str, ...]
) -> Finding:
    """One hand that does all that is done."""
    labels = [label for deed, cell in done.values() for label in doing(context, deed, cell)]
    deed, _ = done[occurring[-1]]
    return Finding(
        labels[0],
        say(
            "`{who}` alone does all that is done with `{object}`, which `{separation}` is about: "
            "{classes}",
            "`{who}` 一手经办 `{separation}` 所涉对象 `{object}` 的全过程：{classes}",
            who=context.name(who),
            object=separation.object,
            separation=separation,
            classes=_Classes(occurring),
        ),
        say(
            "let another role do {what}, for one",
            "例如，请由另一岗位负责{what}",
            what=what(context, deed),
        ),
        (*labels[1:], *_where(context, separation, who, done)),
        address=who,
    )


def _where(context: Context, separation: Separation, who: str, done: Done) -> Iterator[Label]:
    """The separation, the role, and where a person holds the roles."""
    said = say("the object of `{separation}`", "`{separation}` 的对象", separation=separation)
    yield context.at(separation, "object", message=said)
    if who.startswith("role/"):
        yield context.at(who, message=say("the role", "该岗位"))
        return
    for role in dict.fromkeys(cell.role for _, cell in done.values() if cell.role is not None):
        yield from holding(context, who.partition("/")[2], role)
