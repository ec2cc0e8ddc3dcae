"""KPI008: one-size-fits-all."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.model.role import Role
from orgspec.model.values.wording import normal
from orgspec.syntax.nodes import MapNode

_FROM = 3
"""From so many KPIs up two lists are no longer the same by chance."""

_SHOWN = 8


@rule("KPI008", "one-size-fits-all", since="0.1", severity=Severity.WARNING)
def one_size_fits_all(context: Context) -> Iterator[Finding]:
    """
    Roles list the same three or more KPIs with the same weights and targets. Roles of one
    blueprint, of one base (`extends`) or of one name are one kind of post and may.

    ## Why
    Posts with different duties and one score sheet are measured by what only some of them can
    move. For the others it is luck.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director, kpis: [turnover, margin, disputes]}
      purchaser: {reports_to: director, kpis: [turnover, margin, disputes]}
    kpis:
      turnover: {target: ≥ 100000 CNY}
      margin: {target: ≥ 15%}
      disputes: {target: ≤ 2 per year}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director, kpis: [turnover, margin, disputes]}
      purchaser: {reports_to: director, kpis: [purchase-price, margin, deliveries-on-time]}
    kpis:
      turnover: {target: ≥ 100000 CNY}
      margin: {target: ≥ 15%}
      disputes: {target: ≤ 2 per year}
      purchase-price: {target: ≤ 95%}
      deliveries-on-time: {target: ≥ 97%}
    ```

    ## Source
    Practice of appraisal sheets (绩效考核表): figures follow the duties of the post (考核一刀切).

    ---
    不同岗位列出相同的三项或更多 KPI，且权重和目标也相同。
    同一蓝图、同一基础岗位（`extends`）或同名的岗位属于同一类，不算。

    ## 为什么
    职责不同的岗位共用一张考核表，其中一些岗位左右不了这些指标，得分全凭运气。

    ## 怎么改
    请按各岗位的职责选取指标，至少区分权重或目标。

    ## 来源
    绩效考核表的做法：指标随岗位职责而定，避免考核“一刀切”。
    """
    alike: dict[Hashable, list[Role]] = {}
    for role in context.organisation.roles.values():
        if len(role.kpis) >= _FROM:
            uses = frozenset((u.kpi, u.weight, u.target, u.of or "holder") for u in role.kpis)
            alike.setdefault(uses, []).append(role)
    for roles in alike.values():
        apart = _kinds_of_post(context, roles) if len(roles) > 1 else []
        if len(apart) > 1:
            yield _finding(context, apart)


def _kinds_of_post(context: Context, roles: list[Role]) -> list[Role]:
    """The first role of each kind of post among some."""
    seen: set[Hashable] = set()
    apart = []
    for role in roles:
        marks = _marks(context, role)
        if not marks & seen:
            apart.append(role)
        seen |= marks
    return apart


def _marks(context: Context, role: Role) -> set[Hashable]:
    """What a role shares with others of its kind: its name, its base, the line that makes it."""
    locale = context.organisation.locales[0]
    marks: set[Hashable] = {("name", normal(role.in_(locale)).casefold()), ("base", role.id)}
    origin = context.program.origins.get(role.address)
    if origin is not None:
        marks.add((origin.source.path, origin.key))
        base = origin.node.get("extends") if isinstance(origin.node, MapNode) else None
        if isinstance(base, str):
            marks.add(("base", base.removeprefix("role/")))
    return marks


def _finding(context: Context, roles: list[Role]) -> Finding:
    """The finding, at the second list, with the others."""
    others = [role for role in roles if role is not roles[1]]
    return Finding(
        context.at(roles[1], "kpis", key=True),
        say(
            "`{role}` has the same {n} KPIs as {others}, with the same weights and targets",
            "`{role}` 与 {others} 的 {n} 项 KPI 完全相同，权重和目标也相同",
            role=roles[1],
            n=len(roles[1].kpis),
            others=tuple(others[:_SHOWN]),
        ),
        say(
            "choose KPIs by what each post does, or at least weigh them apart",
            "请按各岗位的职责选取指标，至少区分权重",
        ),
        related=tuple(
            context.at(role, "kpis", key=True, message=say("the same list", "相同的指标"))
            for role in others[:_SHOWN]
        ),
    )
