"""The one sentence about a change that whoever decides on it must hear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from orgspec.analysis.consequence import Consequences
from orgspec.diagnostics import Message, say
from orgspec.diagnostics.catalogue import plural
from orgspec.graph.lacking import Want
from orgspec.report.what_if.sections import duties_of

_NOTHING = say("nothing is left without somebody", "没有任何工作落空")
_SEPARATION = ("SOD", "STF008", "WFL020")
_ZH: dict[str, str] = {
    Want.ANSWER: "{n} 项工作无人负责",
    Want.DO: "{n} 项职责无人执行",
    Want.STEP: "{n} 个步骤卡住",
    Want.END: "{n} 个流程走不到终点",
    Want.DECIDE: "{n} 项权限无人可批",
    Want.LEAD: "{n} 个部门没有负责人",
    Want.CARRY: "{n} 项职能无人承接",
    Want.FILL: "{n} 个岗位空缺且无人代理",
    "separation": "{n} 处职责分离被打破",
    "more": "另有 {n} 条新发现",
}


def sentence(told: Consequences, locale: str) -> str:
    """What happens, in one sentence."""
    change = _change(told).in_(locale)
    parts = tuple(_parts(told, locale))
    taken = _taken(told, locale)
    if locale.startswith("zh"):
        found = "，".join(parts) or _NOTHING.in_(locale)
        return f"{change}：{found}。{taken}"
    found = ", ".join(parts) or _NOTHING.in_(locale)
    return f"{change}: {found}.{' ' if taken else ''}{taken}"


def _change(told: Consequences) -> Message:
    """What is supposed."""
    if told.merged is not None:
        kept, absorbed = told.merged
        return say(
            "With `{absorbed}` made part of `{kept}`",
            "将 `{absorbed}` 并入 `{kept}` 后",
            absorbed=absorbed,
            kept=kept,
        )
    names = tuple(say("`{name}`", "`{name}`", name=entity) for entity in told.removed)
    return say("Without {names}", "没有 {names} 后", names=names)


def _parts(told: Consequences, locale: str) -> Iterator[str]:
    """Each kind of consequence with its number."""
    counts: Counter[str] = Counter(lack.want.value for lack in told.lacks)
    for each in told.findings:
        counts["separation" if each.code.startswith(_SEPARATION) else "more"] += 1
    for key in (*Want, "separation", "more"):
        if counts[key]:
            yield _number(key, counts[key], locale)


def _number(key: str, n: int, locale: str) -> str:
    """One kind of consequence, in words."""
    if locale.startswith("zh"):
        return _ZH[key].format(n=n)
    return {
        Want.ANSWER: plural("nobody answers for {n} duty or step", "nobody answers for {n} duties or steps", n, locale),
        Want.DO: plural("nobody does {n} duty", "nobody does {n} duties", n, locale),
        Want.STEP: plural("{n} step gets stuck", "{n} steps get stuck", n, locale),
        Want.END: plural("{n} workflow cannot end", "{n} workflows cannot end", n, locale),
        Want.DECIDE: plural("{n} approval is out of reach", "{n} approvals are out of reach", n, locale),
        Want.LEAD: plural("{n} department has no head", "{n} departments have no head", n, locale),
        Want.CARRY: plural("nobody carries {n} function", "nobody carries {n} functions", n, locale),
        Want.FILL: plural("{n} vacant post has no deputy", "{n} vacant posts have no deputy", n, locale),
        "separation": plural("{n} separation is broken", "{n} separations are broken", n, locale),
        "more": plural("{n} more finding is new", "{n} more findings are new", n, locale),
    }[key]  # fmt: skip


def _taken(told: Consequences, locale: str) -> str:
    """How many duties deputies take over, as a sentence of its own."""
    n = duties_of(told)
    if not told.taken or not n:
        return ""
    if locale.startswith("zh"):
        return f"代理人接手 {n} 项职责。"
    return plural("Deputies take over {n} duty.", "Deputies take over {n} duties.", n, locale)
