"""ORG008: deep-hierarchy."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, quoted, say
from orgspec.frozen import frozen
from orgspec.graph.lines import counts

_LARGE = 1000


@frozen
class Options:
    """How many layers an organisation may have.

    Attributes:
        layers: roles on a solid line from the top to the bottom, at most; 8 by default from 1,000
            planned heads up.
            从最高岗位到最底层的实线上最多的岗位数；编制满 1,000 人时默认为 8。
    """

    layers: int = 6


@frozen
class _LargeOptions:
    """The same option with its default for large organisations."""

    layers: int = 8


@rule(
    "ORG008",
    "deep-hierarchy",
    since="0.1",
    severity=Severity.WARNING,
    options=Options,
    yields_to=("ORG002", "ORG003"),
)
def deep_hierarchy(context: Context) -> Iterator[Finding]:
    """
    The longest solid line from a top role has more roles than the organisation may have layers.
    Assistants, agents and systems are not counted.

    ## Why
    Every layer delays decisions and thins out what is passed on.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      vice-director: {reports_to: director}
      division-manager: {reports_to: vice-director}
      department-manager: {reports_to: division-manager}
      section-manager: {reports_to: department-manager}
      team-leader: {reports_to: section-manager}
      clerk: {reports_to: team-leader}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      vice-director: {reports_to: director}
      division-manager: {reports_to: vice-director}
      department-manager: {reports_to: division-manager}
      team-leader: {reports_to: department-manager}
      clerk: {reports_to: team-leader}
    ```

    ## Source
    Span-and-layer analysis.

    ---
    从最高岗位往下，最长的实线汇报线超过允许的层级数。助理、AI 智能体与系统不计。

    ## 为什么
    每多一层，决策就慢一分，信息就失真一分。

    ## 怎么改
    请合并中间层级，或调高 `layers`。

    ## 来源
    管理幅度与层级分析。
    """
    roles = context.organisation.roles
    heads = sum((r.headcount.planned for r in roles.values() if r.nature == "human"), Decimal(0))
    options = _LargeOptions if heads >= _LARGE else Options
    for top in roles:
        if top in context.graph.top_roles and top not in context.graph.circling:
            deepest = _deepest(context, top, options)
            if deepest is not None:
                yield _finding(context, *deepest)


_Options = type[Options] | type[_LargeOptions]


def _deepest(context: Context, top: str, options: _Options) -> tuple[str, int] | None:
    """The deepest role below a top role that lies too deep for its department, and the limit."""
    roles, below = context.organisation.roles, context.graph.reporting.below
    depth = {top: int(counts(roles[top]))}
    waiting = [top]
    found: tuple[int, str, int] | None = None
    while waiting:
        at = waiting.pop()
        limit = context.options(options, context.graph.department_of_role.get(at), roles[at]).layers
        if depth[at] > limit and counts(roles[at]):
            here = (-depth[at], at, limit)
            found = here if found is None else min(found, here)
        for child in below.get(at, ()):
            depth[child] = depth[at] + counts(roles[child])
            waiting.append(child)
    return found[1:] if found is not None else None


def _finding(context: Context, deepest: str, limit: int) -> Finding:
    """The deepest role, and the line above it."""
    above = context.graph.reporting.ancestors(deepest)
    roles = context.organisation.roles
    line = tuple(reversed([deepest, *(role for role in above if counts(roles[role]))]))
    return Finding(
        context.at(f"role/{deepest}"),
        say(
            "the line to `{role}` has {n} layers; at most {limit} are allowed: {line}",
            "到 `{role}` 的汇报线有 {n} 层，超过上限 {limit} 层：{line}",
            role=roles[deepest],
            n=len(line),
            limit=limit,
            line=quoted(line),
        ),
        say(
            "take a layer out, or raise `layers` in `checks.options`",
            "请减少层级，或在 `checks.options` 中调高 `layers`",
        ),
        related=tuple(
            context.at(f"role/{role}", message=say("layer {n}", "第 {n} 层", n=place))
            for place, role in enumerate(line[:-1], start=1)
        ),
    )
