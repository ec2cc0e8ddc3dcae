"""TIM009: escalation-target."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Severity, say
from orgspec.graph.escalation import (
    Bearer,
    Landing,
    bearer_of_handoff,
    bearer_of_step,
    ladder_of,
    landings,
)
from orgspec.graph.time.limits import called_by
from orgspec.model.workflow import Handoff, Step, Workflow


class _Climb(NamedTuple):
    """A ladder as it leads up from one step or handoff."""

    holder: Step | Workflow | Handoff
    of: Step | Handoff
    bearer: Bearer
    landings: tuple[Landing, ...]


@rule(
    "TIM009",
    "escalation-target",
    since="0.1",
    severity=Severity.WARNING,
    yields_to=("TIM008",),
)
def escalation_target(context: Context) -> Iterator[Finding]:
    """
    An escalation that reaches nobody: no rung is left once those are skipped that mean who does the
    step (gives the handoff), nobody, or a role before. Or one that leads down: to a role that
    reports to that very one and neither owns the workflow nor heads a department. A workflow's
    ladder is judged for each of its steps with a limit. Nobody is above a top role: what that one does
    is not judged.

    ## Why
    Escalating means going to somebody who can decide more. Whoever is late and is told so himself,
    or tells his own people, has gone nowhere.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      lead: {reports_to: director}
      clerk: {reports_to: lead}
    workflows:
      ordering:
        owner: lead
        escalation: {after: 4 hours, to: owner}
        steps:
          enter: {raci: clerk, within: 1 hour, next: approve}
          approve: {raci: {A: director, R: lead}, within: 1 hour, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      lead: {reports_to: director}
      clerk: {reports_to: lead}
    workflows:
      ordering:
        owner: lead
        escalation: [{after: 4 hours, to: owner}, {after: 1 working day, to: director}]
        steps:
          enter: {raci: clerk, within: 1 hour, next: approve}
          approve: {raci: {A: director, R: lead}, within: 1 hour, end: true}
    ```

    ## Source
    ITIL, incident management: hierarchic escalation.

    ---
    上报到不了任何人：跳过指向步骤执行人（交接移交方）本人的、无人的、与前面相同的层级之后，一级也不剩。
    或者向下上报：写明的岗位正是该执行人的下级，既不是流程负责人，也不是部门负责人。
    流程的上报规则按它每个有时限的步骤分别判断。最高岗位之上没有人，由其执行的不检查。

    ## 为什么
    上报是交给能作更大决定的人。误了时限的人报给自己，或报给自己的下属，等于没有上报。

    ## 怎么改
    请上报给更高的岗位、流程负责人（`owner`）或部门负责人（`head`）。

    ## 来源
    ITIL 事件管理：逐级上报。
    """
    lost: dict[str, list[_Climb]] = {}
    below: dict[tuple[str, int], list[_Climb]] = {}
    for climb in _climbs(context):
        address = climb.holder.address
        if not any(landing.is_left for landing in climb.landings):
            lost.setdefault(address, []).append(climb)
            continue
        for landing in climb.landings:
            if _leads_down(context, climb, landing):
                below.setdefault((address, landing.place), []).append(climb)
    for climbs in lost.values():
        yield _nobody(context, climbs)
    for (_, place), climbs in below.items():
        yield _down(context, climbs, place)


def _climbs(context: Context) -> Iterator[_Climb]:
    """Every ladder for every step or handoff that it serves."""
    graph = context.graph
    known: dict[tuple[str, Bearer], tuple[Landing, ...]] = {}
    for step in context.organisation.steps.values():
        holder = ladder_of(graph, step)
        if holder is None or (step.within is None and called_by(graph, step) is None):
            continue
        bearer = bearer_of_step(graph, step)
        if _can_climb(context, bearer):
            key = (holder.address, bearer)
            if key not in known:
                known[key] = landings(graph, holder, bearer)
            yield _Climb(holder, step, bearer, known[key])
    for handoff in context.organisation.handoffs.values():
        if handoff.escalation:
            bearer = bearer_of_handoff(graph, handoff)
            if _can_climb(context, bearer):
                yield _Climb(handoff, handoff, bearer, landings(graph, handoff, bearer))


def _can_climb(context: Context, bearer: Bearer) -> bool:
    """Whether it is certain who is late, and somebody may stand above."""
    return bearer.is_clear and bearer.role not in context.graph.top_roles


def _leads_down(context: Context, climb: _Climb, landing: Landing) -> bool:
    """Whether a role is written on a rung that reports to whoever is late, without standing."""
    role, late = landing.role, climb.bearer.role
    if role is None or late is None or landing.rung.to in ("superior", "owner", "head"):
        return False
    graph = context.graph
    if role in climb.bearer.owners or role in graph.headed_by or role in graph.circling:
        return False
    return graph.is_below(role, late)


def _late(context: Context, climbs: list[_Climb]) -> Iterator[Label]:
    """The steps or handoffs concerned, beside the place of the ladder."""
    for climb in climbs:
        role = context.organisation.roles.get(climb.bearer.role or "")
        yield context.at(
            climb.of,
            message=say("done by `{role}`", "由 `{role}` 执行", role=role)
            if role is not None and isinstance(climb.of, Step)
            else say("given by `{role}`", "由 `{role}` 移交", role=role)
            if role is not None
            else say("no role is late here", "此处没有可上报的岗位"),
        )


def _nobody(context: Context, climbs: list[_Climb]) -> Finding:
    """A ladder without a rung that leads to somebody else."""
    first = climbs[0]
    one = len(climbs) == 1
    return Finding(
        context.at(first.holder, "escalation"),
        say(
            "when `{one}` is late, this escalation reaches nobody but who is late",
            "`{one}` 超时后，按此上报到不了其他任何人",
            one=first.of,
        )
        if one
        else say(
            "when one of {n} steps such as `{one}` is late, this escalation reaches nobody else",
            "`{one}` 等 {n} 处超时后，按此上报到不了其他任何人",
            one=first.of,
            n=len(climbs),
        ),
        say(
            "name a role that can decide more, or give the step a ladder of its own",
            "请写一个能作更大决定的岗位，或为该步骤单独写 `escalation`",
        ),
        related=tuple(_late(context, climbs)),
        address=first.of.address if one else first.holder.address,
    )


def _down(context: Context, climbs: list[_Climb], place: int) -> Finding:
    """A rung that leads to somebody below."""
    first = climbs[0]
    roles = context.organisation.roles
    target = roles[first.landings[place].role or ""]
    late = roles[first.bearer.role or ""]
    return Finding(
        context.at(first.holder, "escalation", place, "to"),
        say(
            "the escalation of `{one}` leads down: `{target}` reports to `{late}`, who is late",
            "`{one}` 向下上报：`{target}` 是超时的 `{late}` 的下级",
            one=first.of,
            target=target,
            late=late,
        ),
        say(
            "escalate to `superior`, `owner` or a role above `{late}`",
            "请上报给 `superior`、`owner` 或 `{late}` 之上的岗位",
            late=late,
        ),
        related=(
            *_late(context, climbs),
            context.at(target, "reports_to", message=say("reports to who is late", "向超时者汇报")),
        ),
    )
