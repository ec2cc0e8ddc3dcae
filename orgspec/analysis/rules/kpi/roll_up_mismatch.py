"""KPI010: roll-up-mismatch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Severity, say
from orgspec.graph.meant import meant
from orgspec.graph.reporting import bare
from orgspec.graph.sums import Part, is_sum, parts_of, total
from orgspec.model.measures import Kpi
from orgspec.model.values.target import Target
from orgspec.model.values.target_arithmetic import brought, floor_of

_TOLERANCE = Decimal("0.99")
_SHOWN = 8

_Figured = tuple[Part, Decimal]


@rule(
    "KPI010",
    "roll-up-mismatch",
    since="0.1",
    severity=Severity.WARNING,
    yields_to=("REF008", "ORG001"),
    finds_absence=True,
)
def roll_up_mismatch(context: Context) -> Iterator[Finding]:
    """
    The targets of the KPIs that roll up to one make less than its own, by more than 1 %. They are
    brought to its unit and period; a role's counts once for each planned head, unless it is `of:
    team`. Where a team and its members list one KPI, the larger figure counts. Only counts and
    amounts of at least so much are judged, no shares, marks, means or durations.

    ## Why
    Everybody can reach the own target then, and the organisation still misses its own.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none, kpis: turnover}
      seller: {reports_to: director, headcount: 4, kpis: own-turnover}
    kpis:
      turnover: {target: ≥ 4800000 CNY per year}
      own-turnover: {target: ≥ 80000 CNY per month, rolls_up_to: turnover}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none, kpis: turnover}
      seller: {reports_to: director, headcount: 4, kpis: own-turnover}
    kpis:
      turnover: {target: ≥ 4800000 CNY per year}
      own-turnover: {target: ≥ 100000 CNY per month, rolls_up_to: turnover}
    ```

    ## Source
    Breaking targets down to posts (目标分解): the parts make the whole.

    ---
    汇入某指标的各项指标，其目标合计低于该指标自身的目标（相差超过 1%）。
    计算时换算到同一单位和周期；岗位的目标按定编人数计，标明 `of: team` 的只计一次。
    团队与其成员列有同一指标时，取较大者。只检查“不低于”的数量和金额，不检查比率、评分、平均值和时长。

    ## 为什么
    人人都完成了自己的目标，组织的目标却完不成。

    ## 怎么改
    请提高下级目标、增加编制，或降低上级目标。

    ## 来源
    目标分解的做法：分目标之和应达到总目标。
    """
    children: dict[str, list[Kpi]] = {}
    for kpi in context.organisation.kpis.values():
        for above in context.links.targets(kpi.address, "rolls_up_to"):
            children.setdefault(bare(above), []).append(kpi)
    if not children:
        return
    unsure = meant(context.links.unresolved, context.organisation.kpis, "kpi")
    for id_, below in children.items():
        parent = context.organisation.kpis[id_]
        own = floor_of(parent.target)
        if own is None or unsure & {id_, *(kpi.id for kpi in below)}:
            continue
        if is_sum(parent) and all(map(is_sum, below)):
            figured = _figured(context, parent, own, below)
            if figured is not None:
                yield from _judged(context, parent, own, figured)


def _figured(
    context: Context, parent: Kpi, own: Target, below: list[Kpi]
) -> list[list[_Figured]] | None:
    """For each KPI below its parts with what they make; None where one cannot be compared."""
    calendar = context.organisation.profile.calendar
    circling = context.graph.departments.in_cycles()
    found = []
    for kpi in below:
        parts = parts_of(context.graph, kpi)
        if parts is None or any(bare(part.party) in circling for part in parts):
            return None
        figured = []
        for part in parts:
            taken = (kpi.frequency, parent.frequency)
            figure = brought(
                part.target, own, taken, calendar.hours_per_day, calendar.days_per_week
            )
            if figure is None:
                return None
            figured.append((part, figure * part.heads))
        found.append(figured)
    return found


def _judged(
    context: Context, parent: Kpi, own: Target, figured: list[list[_Figured]]
) -> Iterator[Finding]:
    """The finding, if the parts make less than the whole."""
    made = sum((total(context.graph, kpi) for kpi in figured), Decimal(0))
    if own.number is None or made >= own.number * _TOLERANCE:
        return
    parts = [pair for kpi in figured for pair in kpi]
    yield Finding(
        context.at(parent, "target"),
        say(
            "what rolls up to `{kpi}` makes {made}, less than its target {own}",
            "汇入 `{kpi}` 的目标合计 {made}，低于其目标 {own}",
            kpi=parent,
            made=_as(own, made),
            own=own,
        ),
        say(
            "raise these targets or the number of posts, or lower this target",
            "请提高这些目标或增加编制，或降低此目标",
        ),
        related=tuple(_label(context, part, figure, own) for part, figure in parts[:_SHOWN]),
    )


def _label(context: Context, part: Part, figure: Decimal, own: Target) -> Label:
    """What a part adds to the whole."""
    amount = _as(own, figure)
    if part.heads == 1:
        message = say("makes {amount}", "计 {amount}", amount=amount)
    else:
        message = say(
            "makes {amount}, {n} heads together",
            "{n} 人合计 {amount}",
            amount=amount,
            n=f"{part.heads.normalize():f}",
        )
    return context.at(part.party, *part.route, message=message)


def _as(own: Target, figure: Decimal) -> Target:
    """A figure in the unit and period of a target."""
    return replace(own, number=round(figure, 2).normalize(), prose="")
