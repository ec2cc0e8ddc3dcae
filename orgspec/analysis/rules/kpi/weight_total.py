"""KPI001: weight-total."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import say
from orgspec.model.department import Department
from orgspec.model.role import Role

_TOLERANCE = Decimal("0.1")


@rule("KPI001", "weight-total", since="0.1", yields_to=("REF010",))
def weight_total(context: Context) -> Iterator[Finding]:
    """
    The written KPI weights of a role or department make 100 % (±0.1) neither together nor within
    each `frequency`. No weight at all is silent.

    ## Why
    Weights say how much of the appraisal each figure decides. Where they make 90 % or 110 % no one
    can say what a full score is.

    ## Example
    ```yaml
    roles:
      seller:
        reports_to: none
        kpis: [{kpi: turnover, weight: 60%}, {kpi: new-customers, weight: 30%}]
    kpis:
      turnover: {target: ≥ 100000 CNY}
      new-customers: {target: ≥ 10 per month}
    ```

    ## Instead
    ```yaml
    roles:
      seller:
        reports_to: none
        kpis: [{kpi: turnover, weight: 60%}, {kpi: new-customers, weight: 40%}]
    kpis:
      turnover: {target: ≥ 100000 CNY}
      new-customers: {target: ≥ 10 per month}
    ```

    ## Source
    Practice of appraisal sheets (绩效考核表): weights add up to 100 %.

    ---
    岗位或部门所写的 KPI 权重，合计不是 100%（±0.1），按 `frequency` 分组也不是。
    完全没有写权重时不检查。

    ## 为什么
    权重说明每个指标在考核中占多少。合计为 90% 或 110% 时，谁也说不清满分是多少。

    ## 怎么改
    请调整权重，使合计为 100%；不同周期的指标也可以各自合计为 100%。

    ## 来源
    绩效考核表的做法：权重合计为 100%。
    """
    departments, roles = context.organisation.departments, context.organisation.roles
    owners: list[Department | Role] = [*departments.values(), *roles.values()]
    for owner in owners:
        weights = [use.weight for use in owner.kpis if use.weight is not None]
        total = sum(weights, Decimal(0))
        if not weights or _is_whole(total):
            continue
        if not all(_is_whole(part) for part in _groups(context, owner).values()):
            yield _finding(context, owner, total)


def _groups(context: Context, owner: Department | Role) -> dict[object, Decimal]:
    """The written weights by the frequency of their KPIs."""
    groups: dict[object, Decimal] = {}
    kpis = {link.route[1]: link.target for link in context.links.of(owner.address, "kpis")}
    for index, use in enumerate(owner.kpis):
        if use.weight is not None:
            target = kpis.get(index) or ""
            kpi = context.organisation.kpis.get(target.partition("/")[2])
            frequency = kpi.frequency if kpi is not None else None
            groups[frequency] = groups.get(frequency, Decimal(0)) + use.weight
    return groups


def _is_whole(total: Decimal) -> bool:
    """Whether weights make 100 %."""
    return abs(total - 100) <= _TOLERANCE


def _plain(number: Decimal) -> str:
    """A share without needless zeros."""
    return f"{number.normalize():f} %" if number else "0 %"


def _finding(context: Context, owner: Department | Role, total: Decimal) -> Finding:
    """The finding, at the key of the list, with each weight and the KPIs that have none."""
    without = tuple(f"`{use.kpi}`" for use in owner.kpis if use.weight is None)
    weighted = [i for i, use in enumerate(owner.kpis) if use.weight is not None]
    return Finding(
        context.at(owner, "kpis", key=True),
        say(
            "the KPI weights of `{owner}` make {total}, not 100 %",
            "`{owner}` 的 KPI 权重合计 {total}，不是 100 %",
            owner=owner,
            total=_plain(total),
        ),
        say(
            "weigh the rest too: {names}",
            "请为其余指标写明权重：{names}",
            names=without,
        )
        if without and total < 100
        else say(
            "change the weights by {gap}", "请调整权重，相差 {gap}", gap=_plain(abs(100 - total))
        ),
        related=tuple(
            context.at(
                owner, "kpis", i, "weight", message=say("counts {n}", "计 {n}", n=_share(owner, i))
            )
            for i in weighted[:12]
        ),
    )


def _share(owner: Department | Role, index: int) -> str:
    """The weight at an index, as it is shown."""
    return _plain(owner.kpis[index].weight or Decimal(0))
