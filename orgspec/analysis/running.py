"""Rules that run: one after another, or shared among several processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, Rule
from orgspec.analysis.stopwatch import Stopwatch
from orgspec.diagnostics import say
from orgspec.processes import Fork, Send, Tickets, forks, wait_for

if TYPE_CHECKING:
    from orgspec.analysis.sending import Known

OWN = "orgspec."
"""How the modules begin whose rules may run in another process: they do nothing but look."""

_LINE = (
    "DUT", "REF", "STF", "KPI", "ORG", "JD", "I18N", "GLO", "AUT", "RAC", "SOD", "HND", "WFL", "TIM",
)  # fmt: skip
"""Families whose neighbours ask for the same relations; the long ones stand at the ends, so that
processes end at one time. All others stand in the middle."""

_MIDDLE = _LINE.index("I18N")


class Ran(NamedTuple):
    """What became of a rule: its findings, and the one that says that it crashed."""

    findings: list[Finding]
    crash: Finding | None = None


def run_all(
    context: Context, rules: Sequence[Rule], watch: Stopwatch | None, processes: int
) -> dict[str, Ran]:
    """What became of some rules, by code, in their order, however many processes share them."""
    made = run_together(context, rules, processes) if processes > 1 else {}
    ran = {}
    for rule in rules:
        ran[rule.code] = made.get(rule.code) or run(context, rule)
        if watch is not None:
            watch.rule(rule.code)
    return ran


def run(context: Context, rule: Rule) -> Ran:
    """Run a rule; where it raises, the others go on."""
    findings: list[Finding] = []
    try:
        findings.extend(rule.check(context))
    except Exception as error:
        return Ran(findings, _crash(context, rule, error))
    return Ran(findings)


def run_together(context: Context, rules: Iterable[Rule], processes: int) -> dict[str, Ran]:
    """What became of the built-in rules, in no order; what does not come back is not among it.

    A family is run by one process. They stand in a line, so that neighbours ask for the same
    relations; this process takes from its end, the second from its beginning, until they meet.
    """
    from orgspec.analysis.sending import Known

    families = _families(rule for rule in rules if rule.check.__module__.startswith(OWN))
    line = _Line(families)

    def work(send: Send) -> None:
        known = Known(context)
        for rule in line.from_beginning():
            send(known.to_bytes(rule.code, *run(context, rule)))
        send(known.learnt())

    made: dict[str, Ran] = {}
    try:
        with forks(work, min(processes, len(families)) - 1) as others:
            made.update((rule.code, run(context, rule)) for rule in line.from_end())
            made.update(_collected(Known(context), others))
    finally:
        line.close()
    return made


class _Line:
    """Rules in groups, of which processes take from both ends until all are taken."""

    def __init__(self, groups: Sequence[Sequence[Rule]]) -> None:
        self._groups = groups
        numbers = range(len(groups))
        self._any = Tickets(numbers)  # whoever has one of these may take one of an end
        self._beginning, self._end = Tickets(numbers), Tickets(reversed(numbers))

    def from_beginning(self) -> Iterator[Rule]:
        """The rules that a process gets which takes from the beginning."""
        return self._taken(self._beginning)

    def from_end(self) -> Iterator[Rule]:
        """The rules that a process gets which takes from the end."""
        return self._taken(self._end)

    def _taken(self, end: Tickets) -> Iterator[Rule]:
        """Groups taken one after another from an end."""
        while self._any.take() is not None and (number := end.take()) is not None:
            yield from self._groups[number]

    def close(self) -> None:
        """Give back what the system lends."""
        for tickets in (self._any, self._beginning, self._end):
            tickets.close()


def _collected(known: Known, others: Sequence[Fork]) -> dict[str, Ran]:
    """What other processes sent, up to their end."""
    made: dict[str, Ran] = {}
    while True:
        for fork in others:
            for piece in fork.arrived():
                with suppress(Exception):  # what cannot be understood did not come
                    said = known.from_bytes(piece)
                    if isinstance(said, dict):
                        known.learn(said)
                    else:
                        made[said[0]] = Ran(*said[1:])
        if not wait_for(others):
            return made


def _families(rules: Iterable[Rule]) -> list[list[Rule]]:
    """The rules by family, in the line in which they are taken."""
    families: dict[str, list[Rule]] = {}
    for rule in rules:
        families.setdefault(rule.family, []).append(rule)
    ranks = {name: rank for rank, name in enumerate(_LINE)}
    return [families[n] for n in sorted(families, key=lambda name: ranks.get(name, _MIDDLE))]


def _crash(context: Context, rule: Rule, error: Exception) -> Finding:
    """PLG002: a rule raised. Nothing else is lost."""
    return Finding(
        context.everything(),
        say(
            "the rule {code} `{name}` crashed: {error}",
            "规则 {code} `{name}` 运行出错：{error}",
            code=rule.code,
            name=rule.name,
            error=f"{type(error).__name__}: {error}",
        ),
        say(
            "report it to the author of the rule; `--ignore {code}` goes on without it",
            "请报告给该规则的作者；可用 `--ignore {code}` 暂时跳过",
            code=rule.code,
        ),
    )
