"""KPI003: unmeasurable-target."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.assessors import assessors
from orgspec.model.department import Department
from orgspec.model.measures import Kpi, Objective
from orgspec.model.organisation import Organisation
from orgspec.model.program import Link
from orgspec.model.role import Role
from orgspec.model.values.target import Target
from orgspec.syntax.nodes import Step

_Place = tuple[str, tuple[Step, ...], tuple[Target, ...]]
_USES = (("department/", "kpis"), ("role/", "kpis"), ("objective/", "key_results"))


@rule("KPI003", "unmeasurable-target", since="0.1", severity=Severity.WARNING)
def unmeasurable_target(context: Context) -> Iterator[Finding]:
    """
    A `target` without a number, where the KPI has no `standard` that an assessor judges by. The
    assessor is the written one, else the superior of who is measured.

    ## Why
    "Good service" is reached or not as each sees it. A target needs a figure, or somebody who
    judges and a rule by which.

    ## Example
    ```yaml
    roles:
      seller: {reports_to: none, kpis: satisfaction}
    kpis:
      satisfaction: {target: customers are content}
    ```

    ## Instead
    ```yaml
    roles:
      seller: {reports_to: none, kpis: satisfaction}
    kpis:
      satisfaction: {target: ≥ 90% of customers are content}
    ```

    ## Source
    Doran 1981, SMART objectives: measurable.

    ---
    `target` 中没有数字，且该 KPI 没有供考核人评判的 `standard`。
    考核人为所写的 `assessor`，否则为被考核者的上级。

    ## 为什么
    “服务良好”达到与否，各说各话。目标须有数值，或有评判的人和标准。

    ## 怎么改
    请写可以衡量的目标，例如 `≥ 90%`；或写明 `standard` 与 `assessor`。

    ## 来源
    Doran 1981，SMART 原则：可衡量。
    """
    if _are_measurable(context.organisation):
        return
    for kpi in context.organisation.kpis.values():
        links = [x for x in context.links.to(kpi.address) if _is_use(x)]
        own: _Place = (kpi.address, ("target",), kpi.target)
        uses: list[_Place] = [
            (x.source, (*x.route[:2], "target"), _target(context, x)) for x in links
        ]
        places = [own, *uses]
        vague = [(a, r, i, t) for a, r, ts in places for i, t in enumerate(ts) if not t.measurable]
        if not vague or _is_judged(context, kpi):
            continue
        for address, route, index, target in vague:
            yield Finding(
                context.at(address, *route, index),
                say(
                    "the target of `{kpi}` has no number: {target}",
                    "`{kpi}` 的目标没有数字：{target}",
                    kpi=kpi,
                    target=target,
                ),
                say(
                    "write a figure such as `≥ 90%`, or a `standard` and the `assessor` who judges",
                    "请写数值目标，例如 `≥ 90%`；或写明 `standard` 及评判的 `assessor`",
                ),
                related=()
                if address == kpi.address
                else (context.at(kpi, message=say("the KPI", "该指标")),),
            )


def _are_measurable(organisation: Organisation) -> bool:
    """Whether every target has a number: of most organisations that is all there is to say."""
    listing = (organisation.roles, organisation.departments)
    uses = (use.target for table in listing for owner in table.values() for use in owner.kpis)
    results = (x.target for o in organisation.objectives.values() for x in o.key_results)
    own = (kpi.target for kpi in organisation.kpis.values())
    return all(target.measurable for targets in chain(own, uses, results) for target in targets)


def _is_use(link: Link) -> bool:
    """Whether a link is a KPI in the list of a role, department or objective."""
    kind = link.source.partition("/")[0] + "/"
    return (kind, link.route[0]) in _USES and len(link.route) > 1


def _target(context: Context, link: Link) -> tuple[Target, ...]:
    """The target that is written where a KPI is listed."""
    owner, index = context.organisation.find(link.source), link.route[1]
    if not isinstance(index, int):
        return ()
    if isinstance(owner, Objective):
        return owner.key_results[index].target
    return owner.kpis[index].target if isinstance(owner, Role | Department) else ()


def _is_judged(context: Context, kpi: Kpi) -> bool:
    """Whether somebody judges a KPI by a written standard; a name that nothing declares counts."""
    if kpi.standard is None:
        return False
    return kpi.assessor is not None or bool(assessors(context.graph, kpi))
