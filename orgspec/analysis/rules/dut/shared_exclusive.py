"""DUT007: shared-exclusive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import say
from orgspec.graph.graph import Graph
from orgspec.graph.letters import parties
from orgspec.graph.meaning import declared_act, declared_object, in_force
from orgspec.graph.rows import Cell, Row
from orgspec.model.duty import Duty
from orgspec.model.values.verb_kin import same_act


class _Work(NamedTuple):
    """The row of a duty or step with what is done in it to an object."""

    row: Row
    act: str | None


@rule("DUT007", "shared-exclusive", since="0.1")
def shared_exclusive(context: Context) -> Iterator[Finding]:
    """
    A duty is `exclusive` and has two R, or another duty or step with an R that it does not have
    is about its `object` with its `action` (any, if it declares none). Verbs are compared by what
    they do, in both languages. A duty with `split_by` may have two R.

    ## Why
    `exclusive` says that nobody else does this. If somebody does, the text contradicts itself.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      cashier: {reports_to: director}
      clerk: {reports_to: director}
    duties:
      paying: {raci: {A: director, R: cashier}, object: supplier-money, action: pay, exclusive: true}
      remitting: {raci: {A: director, R: clerk}, object: supplier-money, action: remit}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      cashier: {reports_to: director}
      clerk: {reports_to: director}
    duties:
      paying: {raci: {A: director, R: cashier}, object: supplier-money, action: pay, exclusive: true}
      noting: {raci: {A: director, R: clerk}, object: supplier-money, action: record}
    ```

    ---
    标为 `exclusive` 的职责有两个 R；或另一职责、步骤的 R 不在其中，却对同一 `object` 做同样的
    `action`（未写动作则为任何动作）。动词按其作用比较，中英文通用。写了 `split_by` 的职责可以有两个 R。

    ## 为什么
    `exclusive` 表示他人不得做此事；若有他人在做，文字便自相矛盾。

    ## 怎么改
    请改由一方执行，或去掉 `exclusive`。
    """
    graph = context.graph
    exclusive = [duty for duty in graph.organisation.duties.values() if duty.exclusive]
    if not exclusive:
        return
    works = _works(graph, exclusive)
    for duty in exclusive:
        doers = parties(graph.row(duty), "R")
        if len(doers) > 1 and not duty.split_by:
            yield _two(context, duty, doers)
        about = declared_object(graph, duty)
        for work in works.get(about, ()) if about is not None else ():
            stranger = _stranger(duty, doers, work)
            if stranger is not None:
                yield _other(context, duty, work.row, stranger)


def _works(graph: Graph, exclusive: list[Duty]) -> dict[str, list[_Work]]:
    """Object of an exclusive duty → the duties and steps that are about it."""
    found: dict[str, list[_Work]] = {
        about: [] for duty in exclusive if (about := declared_object(graph, duty)) is not None
    }
    if not found:
        return found
    for each in graph.organisation.duties.values():
        about = declared_object(graph, each)
        if about in found:
            found[about].append(_Work(graph.row(each), declared_act(each)))
    for step in graph.organisation.steps.values():
        about, act = in_force(graph, step)
        if about in found:
            found[about].append(_Work(graph.row(step), act))
    return found


def _stranger(duty: Duty, doers: tuple[Cell, ...], work: _Work) -> Cell | None:
    """The first R of some work that an exclusive duty of the same verb does not have."""
    act = declared_act(duty)
    if work.row.of is duty or (act and not (work.act and same_act(act, work.act))):
        return None
    if not doers or any(cell.party is None for cell in doers):
        return None
    own = {cell.role or cell.party for cell in doers}
    others = (c for c in work.row.responsible if c.party and (c.role or c.party) not in own)
    # What a step only inherits is said of its duty.
    return next((c for c in others if c.holder == work.row.address), None)


def _two(context: Context, duty: Duty, doers: tuple[Cell, ...]) -> Finding:
    """The finding of an exclusive duty with several R."""
    first, second = doers[:2]
    return Finding(
        context.at(second.holder, *second.route, message=say("a second R", "第二个 R")),
        say(
            "`{duty}` is exclusive, yet `{one}` and `{other}` both do it",
            "`{duty}` 标为排他，却由 `{one}` 和 `{other}` 共同执行",
            duty=duty,
            one=context.name(first.party) or first.text,
            other=context.name(second.party) or second.text,
        ),
        say(
            "keep one R, say how they divide it (`split_by`), or drop `exclusive`",
            "请只留一个 R，或用 `split_by` 写明如何划分，或去掉 `exclusive`",
        ),
        related=(
            context.at(first.holder, *first.route, message=say("the first R", "第一个 R")),
            context.at(duty, "exclusive", key=True, message=say("nobody else", "他人不得")),
        ),
        address=duty.address,
    )


def _other(context: Context, duty: Duty, row: Row, stranger: Cell) -> Finding:
    """The finding of somebody else who does what a duty has for itself."""
    return Finding(
        context.at(stranger.holder, *stranger.route),
        say(
            "`{other}` does in `{what}` what `{duty}` has for itself",
            "`{other}` 在 `{what}` 中做了 `{duty}` 所专有的事",
            other=context.name(stranger.party),
            what=row.of,
            duty=duty,
        ),
        say(
            "leave it to `{duty}`, name another `action`, or drop `exclusive` there",
            "请交由 `{duty}` 负责，或写明另一 `action`，或去掉其 `exclusive`",
            duty=duty,
        ),
        related=(
            context.at(duty, "exclusive", key=True, message=say("nobody else", "他人不得")),
            context.at(duty, "object", message=say("to this object", "对此对象")),
        ),
        address=row.address,
    )
