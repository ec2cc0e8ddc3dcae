"""Runs the rules over a program and makes diagnostics of what they find."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from orgspec.analysis.acceptance import Acceptances, Suppression
from orgspec.analysis.baseline import Baseline, divide
from orgspec.analysis.context import Context
from orgspec.analysis.outcome import Outcome
from orgspec.analysis.registry import Registry, matches
from orgspec.analysis.rule import Finding, Rule
from orgspec.analysis.running import run_all
from orgspec.analysis.selection import Selection
from orgspec.analysis.stopwatch import Stopwatch
from orgspec.diagnostics import Diagnostic
from orgspec.frozen import frozen
from orgspec.graph.graph import Graph
from orgspec.model.program import Program


@frozen
class Result:
    """What a check found.

    Attributes:
        graph: the graph it worked on.
        diagnostics: the findings, sorted.
        withheld: the codes that could not be judged.
        held: the findings that the baseline holds back, sorted.
        ran: the codes of the rules that ran to their end.
    """

    graph: Graph
    diagnostics: tuple[Diagnostic, ...]
    withheld: tuple[str, ...]
    held: tuple[Diagnostic, ...] = ()
    ran: frozenset[str] = frozenset()


_Found = dict[str, list[Finding]]


def analyse(
    program: Program,
    selection: Selection,
    today: dt.date,
    registry: Registry,
    baseline: Baseline | None = None,
    watch: Stopwatch | None = None,
    *,
    processes: int = 1,
) -> Result:
    """Run every selected rule. A rule that crashes becomes a finding; the others go on.

    With several `processes` forks of this one share the rules; the result is the same.
    """
    context = Context(
        program,
        today,
        strict=selection.strict,
        options=selection.options,
        per_file=selection.per_file,
    )
    rules = [rule for rule in registry.rules.values() if selection.runs(rule)]
    withheld = [r.code for r in rules if r.finds_absence] if program.broken else []
    running = [rule for rule in rules if rule.code not in withheld]
    report = partial(_report, registry.rules, selection, Acceptances(context))
    found, crashed = _run(context, [r for r in running if not r.last], watch, processes)
    diagnostics, used = report(found, frozenset(found))
    first = divide(diagnostics, baseline)
    ran = frozenset(rule.code for rule in running) - crashed
    context.outcome = Outcome(ran, used, baseline, first.unmatched)
    late, _ = _run(context, [rule for rule in running if rule.last], watch)
    added, _ = report({**found, **late}, frozenset(late))
    second = divide(added, baseline)
    told = sorted((*first.new, *second.new), key=lambda d: d.sort_key)
    held = sorted((*first.held, *second.held), key=lambda d: d.sort_key)
    return Result(context.graph, tuple(told), tuple(withheld), tuple(held), ran)


def _run(
    context: Context, rules: Sequence[Rule], watch: Stopwatch | None, processes: int = 1
) -> tuple[_Found, frozenset[str]]:
    """The findings of some rules by code, and the codes of those that crashed."""
    ran = run_all(context, rules, watch, processes)
    found: _Found = {code: each.findings for code, each in ran.items()}
    crashes = {code: each.crash for code, each in ran.items() if each.crash is not None}
    if crashes:
        found["PLG002"] = list(crashes.values())
    return found, frozenset(crashes)


def _report(
    rules: Mapping[str, Rule],
    selection: Selection,
    acceptances: Acceptances,
    found: _Found,
    codes: frozenset[str],
) -> tuple[list[Diagnostic], frozenset[Suppression]]:
    """The findings of some codes that are neither superfluous nor silenced, sorted.

    With them every `allow` that covered one: also of those that a stronger finding or a weaker
    setting silences too, for the `allow` is needed once these are gone.
    """
    used: set[Suppression] = set()
    kept = []
    for code, finding, superfluous in _precedence(rules, found, codes):
        rule = rules[code]
        covering = [] if rule.always else acceptances.covering(rule, finding)
        used.update(covering)
        if not superfluous and not covering and _is_on(rule, finding, selection, acceptances):
            kept.append(_diagnostic(rule, finding, selection, acceptances))
    return sorted(kept, key=lambda d: d.sort_key), frozenset(used)


def _precedence(
    rules: Mapping[str, Rule], found: _Found, codes: frozenset[str]
) -> Iterator[tuple[str, Finding, bool]]:
    """One report a cause: each finding, and whether it only follows from another about the same."""
    stronger = {code: [c for c in rules[code].yields_to if found.get(c)] for code in codes}
    involved = {code: _addresses(found[code]) for each in stronger.values() for code in each}
    for code, findings in found.items():
        if code in codes:
            above = [involved[c] for c in stronger[code]]
            for finding in findings:
                yield code, finding, any(finding.about in addresses for addresses in above)


def _addresses(findings: Iterable[Finding]) -> frozenset[str]:
    """Every address that some findings name."""
    return frozenset(address for f in findings for address in f.involved if address)


def _is_on(rule: Rule, finding: Finding, selection: Selection, acceptances: Acceptances) -> bool:
    """Whether the settings want a finding, those of its department before those of its file."""
    if rule.always or selection.forces(rule):
        return True
    return selection.shows(rule, finding.at.source.path) and not any(
        matches(selector, rule) for selector in acceptances.unit_ignores(finding.about)
    )


def _diagnostic(
    rule: Rule, finding: Finding, selection: Selection, acceptances: Acceptances
) -> Diagnostic:
    """A finding with the identity and severity of its rule."""
    unit = acceptances.unit_severity(finding.about)
    return Diagnostic(
        rule.code,
        rule.name,
        selection.level(rule, finding.at.source.path, unit),
        finding.message,
        finding.at,
        finding.help,
        finding.related,
        finding.about,
        finding.fix,
    )
