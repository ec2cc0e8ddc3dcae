"""WFL009: branch-interval."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Message, quoted, say
from orgspec.graph.branches import Branch, all_are_read, branches, condition_of, says_when
from orgspec.model.values.condition import Condition
from orgspec.model.values.interval import Counted, Interval, gaps, overlaps
from orgspec.model.values.wording import normal
from orgspec.model.workflow import Step

_WHOLE = Interval(low=Decimal(0))
_ZERO = Interval(Decimal(0), Decimal(0))
_COUNTED = ("times", "people", "person", "persons", *"人名位个家件份台单笔项条票张套箱")
"""Units of what is counted: between 3 and 4 of them there is nothing."""

_NUMBERS = ("次数", "人数", "件数", "台数", "户数", "份数", "箱数", "个数", "票数", "数量", "count")
"""How names of such numbers end."""


class _Range(NamedTuple):
    """A branch and the numbers for which it is taken, from 0 up."""

    branch: Branch
    interval: Interval


class _Choice(NamedTuple):
    """A step whose branches all compare one name with numbers.

    Attributes:
        name: as first written.
        unit: of the numbers, "" if none says one.
        ranges: the branches, in written order.
        is_complete: whether a branch takes what the others leave.
    """

    step: Step
    name: str
    unit: str
    ranges: tuple[_Range, ...]
    is_complete: bool


@rule("WFL009", "branch-interval", since="0.1")
def branch_interval(context: Context) -> Iterator[Finding]:
    """
    All `when` of a choice compare one name with numbers, and over 0 to infinity leave a value
    uncovered (no otherwise branch) or cover one twice. Zero alone may be left out, and so may what
    lies between two whole numbers of a thing that is counted; two branches to the same step may
    overlap. Numbers in units that differ are not compared.

    ## Why
    The case of exactly 50,000 comes on the first day. Where no branch takes it, it lies; where two
    do, whoever handles it picks the easier one.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      manager: {reports_to: director}
    workflows:
      expense:
        owner: director
        steps:
          claim:
            raci: manager
            next: [{to: approve, when: amount < 5000}, {to: release, when: amount > 5000}]
          approve: {raci: manager, end: true}
          release: {raci: director, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      manager: {reports_to: director}
    workflows:
      expense:
        owner: director
        steps:
          claim:
            raci: manager
            next: [{to: approve, when: amount <= 5000}, {to: release, when: amount > 5000}]
          approve: {raci: manager, end: true}
          release: {raci: director, end: true}
    ```

    ## Source
    Decision tables: complete and free of overlap.

    ---
    一个选择的所有 `when` 都把同一名称与数字比较，而在 0 到无穷大之间有数值无分支可走（没有默认分支），
    或有数值同时符合两条分支。只缺 0 本身，或计数事物的两个整数之间，不算遗漏；
    通向同一步骤的分支可以重叠；单位不同的数字不作比较。

    ## 为什么
    恰好 5 万的事情第一天就会来。没有分支接它，它就搁着；两条分支都接它，经办人会挑省事的那条。

    ## 怎么改
    请让相邻的区间首尾相接，一边含端点、一边不含；其余情况写 `otherwise: true`。

    ## 来源
    决策表：完整且无重叠。
    """
    locale = context.organisation.locales[0]
    for step in context.organisation.steps.values():
        if len(step.next) < 2 or not _compares(step, locale):
            continue
        choice = _choice(context, step, locale)
        if choice is None:
            continue
        yield from _overlaps(context, choice)
        if not choice.is_complete:
            yield from _gaps(context, choice)


def _compares(step: Step, locale: str) -> bool:
    """Whether the first condition behind a step is one of numbers."""
    first = next((each.when for each in step.next if each.when is not None), None)
    return first is not None and bool(condition_of(first, locale).terms)


def _choice(context: Context, step: Step, locale: str) -> _Choice | None:
    """The choice behind a step, if it is one of numbers."""
    if not all_are_read(context.graph, step):
        return None
    found: list[tuple[Branch, Condition]] = []
    is_complete = False
    for branch in branches(step, locale):
        when = branch.transition.when
        is_complete |= branch.transition.otherwise
        if when is None or not says_when(context.graph, step, branch):
            if says_when(context.graph, step, branch):
                return None  # a condition that could not be read
            is_complete = True
            continue
        found.append((branch, condition_of(when, locale)))
    names = {normal(c.name).casefold() for _, c in found}
    units = {term.amount.unit for _, c in found for term in c.terms} - {""}
    if len(found) < 2 - is_complete or len(names) != 1 or "" in names or len(units) > 1:
        return None
    ranges = (_Range(b, c.interval(c.name).intersection(_WHOLE)) for b, c in found)
    name = found[0][1].name
    return _Choice(step, name, "".join(units), tuple(ranges), is_complete)


def _overlaps(context: Context, choice: _Choice) -> Iterator[Finding]:
    """The values that two branches take."""
    step, ranges = choice.step, choice.ranges
    for found in overlaps([each.interval for each in ranges]):
        one, other = ranges[found.first].branch, ranges[found.second].branch
        if set(one.transition.targets) == set(other.transition.targets):
            continue
        yield Finding(
            _when(context, step, other),
            say(
                "where `{name}` is {values} both the branch to {one} and the one to {other} apply",
                "`{name}` {values}时，通向 {one} 和 {other} 的分支同时适用",
                name=choice.name,
                values=Counted(found.shared, choice.unit),
                one=_targets(one),
                other=_targets(other),
            ),
            say(
                "begin one where the other ends: `<=` on one side, `<` on the other",
                "请让两者首尾相接：一边用 `<=`，另一边用 `<`",
            ),
            related=(_when(context, step, one, say("applies too", "同样适用")),),
        )


def _gaps(context: Context, choice: _Choice) -> Iterator[Finding]:
    """The values that no branch takes."""
    step, ranges = choice.step, choice.ranges
    whole = _WHOLE.intersection(Interval(high=_most(context, choice)))
    for hole in gaps([each.interval for each in ranges], whole):
        if hole == _ZERO or (_is_counted(choice) and _holds_no_whole_number(hole)):
            continue
        below = next((x.branch for x in ranges if x.interval.end == hole.start), None)
        above = next((x.branch for x in ranges if x.interval.start == hole.end), None)
        place, *others = [x for x in (below, above) if x is not None] or [ranges[0].branch]
        yield Finding(
            _when(context, step, place),
            say(
                "where `{name}` is {values} no branch of step `{step}` applies",
                "`{name}` {values}时，步骤 `{step}` 没有分支可走",
                step=step,
                name=choice.name,
                values=Counted(hole, choice.unit),
            ),
            say(
                "let a branch take these values as well, or write `otherwise: true` on one",
                "请让某条分支包含这些数值，或增加一条 `otherwise: true`",
            ),
            related=tuple(
                _when(context, step, each, say("begins behind it", "由此之后才适用"))
                for each in others
            ),
        )


def _most(context: Context, choice: _Choice) -> Decimal | None:
    """The most that the name can be: the `max` of the authority that it is, beyond which is none.

    None where there is no such limit.
    """
    authority = context.organisation.authorities.get(choice.name)
    return authority.max.number if authority is not None and authority.max is not None else None


def _is_counted(choice: _Choice) -> bool:
    """Whether the numbers are of things that are counted one by one."""
    return choice.unit in _COUNTED or normal(choice.name).casefold().endswith(_NUMBERS)


def _holds_no_whole_number(hole: Interval) -> bool:
    """Whether an interval lies between a whole number and the next one."""
    if hole.low is None or hole.high is None or not (hole.low_open and hole.high_open):
        return False
    return hole.low % 1 == 0 and hole.high - hole.low <= 1


def _targets(branch: Branch) -> tuple[str, ...]:
    """The steps that a branch leads to, in backticks."""
    return quoted(branch.transition.targets)


def _when(context: Context, step: Step, branch: Branch, message: Message | None = None) -> Label:
    """The place of a branch's condition."""
    return context.at(step, "next", branch.place, "when", message=message)
