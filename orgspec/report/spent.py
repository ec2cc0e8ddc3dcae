"""Where the time of a check went, as a table."""

from __future__ import annotations

from orgspec.analysis.stopwatch import Stopwatch
from orgspec.diagnostics import Message, say

MOST = 20
"""How many rules are named; the others stand together in one line."""

_STAGES: dict[str, Message] = {
    "starting": say("starting", "启动"),
    "reading": say("reading", "读取"),
    "lowering": say("lowering", "转换"),
    "linking": say("linking", "链接"),
    "loading the rules": say("loading the rules", "加载规则"),
    "sorting the findings": say("sorting the findings", "整理发现"),
    "reporting": say("reporting", "输出"),
}
_RULES = say("rules: {n}", "规则：{n} 条")
_OTHERS = say("{n} others", "其余 {n} 条")
_TOTAL = say("in all", "合计")


def spent(watch: Stopwatch, locale: str) -> str:
    """Milliseconds and share of each stage, then of the rules that took longest."""
    by_rule = sum(watch.rules.values())
    total = sum(watch.stages.values()) + by_rule
    lines: list[tuple[str, float]] = []
    for name, seconds in watch.stages.items():
        if name == "sorting the findings":
            lines.append((_named(_RULES, locale, len(watch.rules)), by_rule))
        lines.append((_STAGES[name].in_(locale), seconds))
    lines.append((_TOTAL.in_(locale), total))
    ranked = sorted(watch.rules.items(), key=lambda item: -item[1])
    rules = ranked[:MOST]
    rest = ranked[MOST:]
    if rest:
        rules.append((_named(_OTHERS, locale, len(rest)), sum(s for _, s in rest)))
    return "".join(_line(name, seconds, total) for name, seconds in (*lines, ("", 0.0), *rules))


def _named(message: Message, locale: str, count: int) -> str:
    """A message with a number."""
    return say(message.en, message.zh, n=count).in_(locale)


def _line(name: str, seconds: float, total: float) -> str:
    """One line; numbers first, so that names of any width stand in line."""
    if not name:
        return "\n"
    return f"{seconds * 1000:9.1f} ms {seconds / total:6.1%}  {name}\n"
