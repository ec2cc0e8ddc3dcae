"""HND001: one-sided-handoff."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, quoted, say
from orgspec.graph.graph import Graph
from orgspec.graph.passing import Passing, passings, stranger
from orgspec.graph.written import is_written
from orgspec.model.program import Link
from orgspec.model.workflow import Handoff


class _Side(NamedTuple):
    """One side of a handoff: its field, the words for it, and who passes what on that side."""

    field: str
    en: str
    zh: str
    passings: Mapping[str, Passing]


@rule("HND001", "one-sided-handoff", since="0.1", severity=Severity.WARNING)
def one_sided_handoff(context: Context) -> Iterator[Finding]:
    """
    A handoff whose `from` or `to` is missing or which has one party on both sides; or that passes
    an artifact which duties or steps give (take), and none of them lies on the side that gives
    (takes). A party that an artifact was handed to may hand it on.

    ## Why
    A handoff is an agreement of two. Where nobody on the giving side makes the thing, or nobody on
    the taking side works with it, the agreement names the wrong party or the wrong direction.

    ## Example
    ```yaml
    departments:
      board: {head: director}
      sales: {parent: board, head: seller}
    roles:
      director: {department: board, reports_to: none}
      seller: {department: sales, reports_to: director}
    duties:
      quoting: {raci: seller, deliverables: quotation}
      deciding: {raci: director, inputs: quotation}
    artifacts: {quotation: {}}
    handoffs:
      quotation-for-decision: {from: seller, artifacts: quotation, acceptance: complete}
    ```

    ## Instead
    ```yaml
    departments:
      board: {head: director}
      sales: {parent: board, head: seller}
    roles:
      director: {department: board, reports_to: none}
      seller: {department: sales, reports_to: director}
    duties:
      quoting: {raci: seller, deliverables: quotation}
      deciding: {raci: director, inputs: quotation}
    artifacts: {quotation: {}}
    handoffs:
      quotation-for-decision:
        {from: seller, to: director, artifacts: quotation, acceptance: complete}
    ```

    ## Source
    Interface agreements between units (协作接口): each has a giver and a taker.

    ---
    交接缺少 `from` 或 `to`，或两边是同一方；
    或其交接物在职责或步骤中有产出方（使用方），却没有一个在移交（接收）的一边。
    收到后再转交的，不算错。

    ## 为什么
    交接是双方的约定。移交方没有人产出，或接收方没有人使用，说明写错了对象或方向。

    ## 怎么改
    请补全双方；或改正 `from`、`to`；
    或在移交方的职责中写 `deliverables`，在接收方的职责中写 `inputs`。

    ## 来源
    部门之间的协作接口：既有移交方，也有接收方。
    """
    giving = _Side("from", "gives", "移交", passings(context.graph, "from"))
    taking = _Side("to", "takes", "接收", passings(context.graph, "to"))
    for handoff in context.organisation.handoffs.values():
        if any(not is_written(context.program, handoff.address, f) for f in ("from", "to")):
            yield _incomplete(context, handoff)
            continue
        giver = context.links.targets(handoff.address, "from")
        taker = context.links.targets(handoff.address, "to")
        if giver and giver == taker:
            yield _same(context, handoff, giver[0])
            continue
        found = [
            finding
            for side, ends, others in ((giving, giver, taker), (taking, taker, giver))
            for finding in (_elsewhere(context, handoff, side, ends, others) if ends else ())
        ]
        yield from found[:1]  # a handoff the wrong way round is wrong on both sides, for one cause


def _incomplete(context: Context, handoff: Handoff) -> Finding:
    """A side is missing."""
    fields = ("from", "to")
    missing = [f for f in fields if not is_written(context.program, handoff.address, f)]
    return Finding(
        context.at(handoff),
        say(
            "handoff `{handoff}` does not say {missing}",
            "交接 `{handoff}` 未写明 {missing}",
            handoff=handoff,
            missing=quoted(missing),
        ),
        say(
            "name a department, role, partner or step",
            "请写明部门、岗位、合作方或流程步骤",
        ),
    )


def _same(context: Context, handoff: Handoff, party: str) -> Finding:
    """One party on both sides."""
    return Finding(
        context.at(handoff, "to"),
        say(
            "handoff `{handoff}` goes from `{party}` to itself",
            "交接 `{handoff}` 的双方都是 `{party}`",
            handoff=handoff,
            party=context.name(party),
        ),
        say(
            "name who gives in `from`, who takes in `to`",
            "请在 `from` 写移交方，在 `to` 写接收方",
        ),
        related=(context.at(handoff, "from", message=say("the same party", "同一方")),),
    )


def _elsewhere(
    context: Context,
    handoff: Handoff,
    side: _Side,
    ends: tuple[str, ...],
    others: tuple[str, ...],
) -> Iterator[Finding]:
    """Artifacts that are given (taken), but not on this side."""
    party, other = ends[0], next(iter(others), "")
    wrong: list[tuple[Link, Link]] = []
    for link in context.links.of(handoff.address, "artifacts"):
        if link.target is None:
            continue
        where = stranger(context.graph, side.passings[link.target], party, other)
        if where is not None and not _is_adrift(context.graph, where.source):
            wrong.append((link, where))
    if not wrong:
        return
    names = tuple(context.name(link.target) for link, _ in wrong)
    places = {where.source: where for _, where in wrong}
    english = "in no duty or step of `{party}`, which " + side.en + " it here"
    word = "a deliverable or output" if side.field == "from" else "an input"
    word_zh = "产出" if side.field == "from" else "输入"
    yield Finding(
        context.at(handoff, *wrong[0][0].route),
        say(
            "{names} is " + word + " " + english,
            "在{side}方 `{party}` 的职责或步骤中，{names} 不是" + word_zh,
            names=names,
            party=context.name(party),
            side=side.zh,
        ),
        say(
            "correct `{field}`, or add the artifact to a duty or step on that side",
            "请改正 `{field}`，或在该方的职责或步骤中写明此交接物",
            field=side.field,
        ),
        related=(
            context.at(handoff, side.field, message=say("this side", "这一方")),
            *(
                context.at(s.source, *s.route, message=say("but here", "却写在此处"))
                for s in list(places.values())[:4]
            ),
        ),
    )


def _is_adrift(graph: Graph, address: str) -> bool:
    """Whether who does a duty or step sits in a department that hangs on nothing (ORG001)."""
    row = graph.rows.get(address) if graph.detached else None
    units = (graph.department_of_role.get(role, "") for role in row.roles("R", "A")) if row else ()
    return any(graph.is_adrift(unit) for unit in units)
