"""AUT001: authority-interval."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import say
from orgspec.graph.authorities import Scale, scale_of, spans_of
from orgspec.graph.written import unread
from orgspec.model.governance import Authority
from orgspec.model.values.interval import Counted, Interval, gaps, overlaps


@rule("AUT001", "authority-interval", since="0.1")
def authority_interval(context: Context) -> Iterator[Finding]:
    """
    The levels of an authority leave an amount up to `max` to nobody, or give one to two levels.
    A level decides from `over` (by default the end of the level before) exclusive to `up_to`
    inclusive. Without `max` there is no end, so the last level must be open; shares end at 100 %.
    Levels with a `condition` fill gaps, and double only those with the same one.

    ## Why
    For an amount that no level covers nobody can say yes; for one that two levels cover whoever
    wants a yes chooses whom to ask.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      manager: {reports_to: director}
    duties:
      discounting: {raci: {A: director, R: manager}, authorities: discount}
    authorities:
      discount:
        measure: "%"
        levels: [{role: manager, up_to: 10}, {role: director, over: 15}]
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      manager: {reports_to: director}
    duties:
      discounting: {raci: {A: director, R: manager}, authorities: discount}
    authorities:
      discount:
        measure: "%"
        levels: [{role: manager, up_to: 10}, {role: director}]
    ```

    ## Source
    Completeness and freedom from overlap of decision tables (DMN); delegation of authority matrices.

    ---
    权限层级使 `max` 以内的某些数额无人决定，或由两级同时决定。每一级的范围从 `over`（默认为上一级的
    额度）起、不含该数，到 `up_to` 止、含该数。不写 `max` 即不设上限，因此最后一级应不封顶；
    百分比止于 100%。带 `condition` 的层级可以填补空缺，只与条件相同的层级相比是否重复。

    ## 为什么
    没有层级覆盖的数额，谁都无权同意；两级都覆盖的数额，申请人就会挑好说话的人。

    ## 怎么改
    请让每一级从上一级的额度开始：通常删去 `over`，只写 `up_to`；最后一级不写 `up_to`，
    或以 `max` 写明上限。

    ## 来源
    决策表（DMN）的完整性与不重叠；分级授权表的做法。
    """
    broken = unread(context.program, "authority")
    for authority in context.organisation.authorities.values():
        scale = scale_of(authority) if authority.levels else None
        if scale is not None and authority.address not in broken:
            spans = spans_of(authority, scale)
            yield from _empty(context, authority, scale, spans)
            yield from _doubled(context, authority, scale, spans)
            yield from _open(context, authority, scale, spans)


def _empty(
    context: Context, authority: Authority, scale: Scale, spans: tuple[Interval, ...]
) -> Iterator[Finding]:
    """Levels that end where they begin, or before."""
    for index, span in enumerate(spans):
        if not span.is_empty:
            continue
        related = (context.at(authority, "levels", index, "over", message=say("over", "高于")),)
        if authority.levels[index].over is None:
            before = _ending_at(authority, scale, span.low, index)
            message = say("the level before ends here", "上一级到此为止")
            related = (context.at(authority, "levels", before, "up_to", message=message),)
        yield Finding(
            context.at(authority, "levels", index, "up_to"),
            say(
                "level {n} of `{authority}` begins at {low} and decides nothing up to {high}",
                "`{authority}` 的第 {n} 级从 {low} 起，到 {high} 止，没有可决定的数额",
                n=index + 1,
                authority=authority,
                low=scale.shown(span.low),
                high=scale.shown(span.high),
            ),
            say(
                "order the levels from the lowest `up_to` to the highest, each amount once; several"
                " roles of one level are a list in `role`",
                "请按 `up_to` 由低到高排列，每个额度只写一次；同级的几个岗位写成 `role` 列表",
            ),
            related,
        )


def _ending_at(authority: Authority, scale: Scale, end: Decimal | None, index: int) -> int:
    """The index of the level whose end is the beginning of another."""
    for at in range(index - 1, -1, -1):
        if scale.figure(authority.levels[at].up_to) == end:
            return at
    return max(0, index - 1)


def _doubled(
    context: Context, authority: Authority, scale: Scale, spans: tuple[Interval, ...]
) -> Iterator[Finding]:
    """Amounts that two levels of one condition decide."""
    groups: dict[tuple[str, ...], list[int]] = {}
    for index, level in enumerate(authority.levels):
        key = level.condition.written() if level.condition is not None else ()
        groups.setdefault(key, []).append(index)
    for indices in groups.values():
        for first, second, shared in overlaps([spans[i] for i in indices]):
            one, other = indices[first], indices[second]
            yield Finding(
                context.at(authority, "levels", other, _begins(authority, other)),
                say(
                    "levels {one} and {other} of `{authority}` both decide {amount}",
                    "`{authority}` 的第 {one} 级与第 {other} 级都可决定同样的数额：{amount}",
                    one=one + 1,
                    other=other + 1,
                    authority=authority,
                    amount=Counted(shared, scale.unit),
                ),
                say(
                    "let level {other} begin where level {one} ends: give both an end, and leave"
                    " out `over`",
                    "请让第 {other} 级从第 {one} 级的额度开始：写明各级的 `up_to`，删去 `over`",
                    one=one + 1,
                    other=other + 1,
                ),
                (
                    context.at(
                        authority,
                        "levels",
                        one,
                        "up_to" if authority.levels[one].up_to is not None else "role",
                        message=say("decides it too", "同样可以决定"),
                    ),
                ),
            )


def _begins(authority: Authority, index: int) -> str:
    """The field that says where a level lies, as far as one does."""
    level = authority.levels[index]
    if level.over is not None:
        return "over"
    return "up_to" if level.up_to is not None else "role"


def _open(
    context: Context, authority: Authority, scale: Scale, spans: tuple[Interval, ...]
) -> Iterator[Finding]:
    """Amounts up to the end that no level decides."""
    top = scale.figure(authority.max)
    if top is None and scale.unit == "%":
        top = Decimal(100)
    for gap in gaps(spans, Interval(Decimal(0), top, True)):
        above = next((i for i, s in enumerate(spans) if s.start == gap.end), None)
        if above is not None:
            place = context.at(authority, "levels", above, "over")
            advice = say(
                "leave out `over`: a level begins where the one before it ends",
                "请删去 `over`：每一级默认从上一级的额度开始",
            )
        else:
            last = max(range(len(spans)), key=lambda i: spans[i].end)
            place = context.at(authority, "levels", last, "up_to")
            advice = say(
                "leave out `up_to` of the last level, or say in `max` that nobody may go beyond",
                "请删去最后一级的 `up_to`，或以 `max` 写明任何人不得超过的上限",
            )
        ends = authority.max is not None and above is None
        yield Finding(
            place,
            say(
                "no level of `{authority}` decides {amount}",
                "`{authority}` 有数额无人可以决定：{amount}",
                authority=authority,
                amount=Counted(gap, scale.unit),
            ),
            advice,
            (context.at(authority, "max", message=say("the end", "上限")),) if ends else (),
        )
