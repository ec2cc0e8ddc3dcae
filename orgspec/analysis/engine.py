"""Runs the rules over a program and makes diagnostics of what they find."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from orgspec.analysis.acceptance import Acceptances
from orgspec.analysis.context import Context
from orgspec.analysis.registry import Registry, matches
from orgspec.analysis.rule import Finding, Rule
from orgspec.analysis.selection import Selection
from orgspec.diagnostics import Diagnostic, say
from orgspec.graph.graph import Graph
from orgspec.model.program import Program


@dataclass(frozen=True, slots=True)
class Result:
    """What a check found: sorted diagnostics, the codes withheld, and the graph it worked on."""

    graph: Graph
    diagnostics: tuple[Diagnostic, ...]
    withheld: tuple[str, ...]


def analyse(program: Program, selection: Selection, today: dt.date, registry: Registry) -> Result:
    """Run every selected rule. A rule that crashes becomes a finding; the others go on."""
    context = Context(
        program,
        today,
        strict=selection.strict,
        options=selection.options,
        per_file=selection.per_file,
    )
    rules = [rule for rule in registry.rules.values() if selection.runs(rule)]
    withheld = [r.code for r in rules if r.finds_absence] if program.broken else []
    found: dict[str, list[Finding]] = {}
    crashes: list[Finding] = []
    for rule in rules:
        if rule.code in withheld:
            continue
        findings: list[Finding] = []
        try:
            findings.extend(rule.check(context))
        except Exception as error:
            crashes.append(_crash(context, rule, error))
        found[rule.code] = findings
    if crashes:
        found["PLG002"] = crashes
    by_code = registry.rules
    acceptances = Acceptances(context)
    kept = [
        _diagnostic(by_code[code], finding, selection, acceptances)
        for code, finding in _precedence(by_code, found)
        if _is_shown(by_code[code], finding, selection, acceptances)
    ]
    return Result(context.graph, tuple(sorted(kept, key=lambda d: d.sort_key)), tuple(withheld))


def _precedence(
    rules: Mapping[str, Rule], found: Mapping[str, list[Finding]]
) -> Iterator[tuple[str, Finding]]:
    """One report a cause: what follows from another finding about the same thing is left out."""
    involved = {code: _addresses(findings) for code, findings in found.items()}
    for code, findings in found.items():
        stronger = [involved[c] for c in rules[code].yields_to if involved.get(c)]
        for finding in findings:
            if not any(finding.about in addresses for addresses in stronger):
                yield code, finding


def _addresses(findings: Iterable[Finding]) -> frozenset[str]:
    """Every address that some findings name."""
    return frozenset(address for f in findings for address in f.involved if address)


def _is_shown(rule: Rule, finding: Finding, selection: Selection, acceptances: Acceptances) -> bool:
    """Whether no setting and no `allow` silences a finding."""
    if rule.always:
        return True
    if not selection.shows(rule, finding.at.source.path):
        return False
    return not acceptances.silences(rule, finding) and not any(
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
