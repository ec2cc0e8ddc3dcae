"""Findings as JUnit XML, which every CI server draws as a list of tests."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from orgspec.diagnostics import Diagnostic, Severity, say
from orgspec.report.report import Report

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> str:
    """A suite a file and a test a finding: failed, or skipped if it is only an information.

    Without findings it is one test that passed, since servers take an empty list for a mistake.
    The name of a test has no line in it, so that its history goes on where lines move.
    """
    counts = report.counts
    failed = counts[Severity.ERROR] + counts[Severity.WARNING]
    total = len(report.findings) or 1
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="orgspec" tests="{total}" failures="{failed}" errors="0" time="0">',
        *_suites(report),
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _suites(report: Report) -> Iterator[str]:
    """The suites, in the order of the files."""
    if not report.findings:
        yield '  <testsuite name="orgspec" tests="1" failures="0" errors="0" skipped="0" time="0">'
        name = _NOTHING.in_(report.locale)
        yield f'    <testcase classname="orgspec" name={_quoted(name)} time="0"/>'
        yield "  </testsuite>"
        return
    seen: Counter[str] = Counter()
    for path, group in groupby(report.findings, lambda each: each.place.source.path):
        findings = list(group)
        skipped = sum(each.severity is Severity.INFO for each in findings)
        where = _quoted(report.path(path))
        numbers = f'failures="{len(findings) - skipped}" errors="0" skipped="{skipped}" time="0"'
        yield f'  <testsuite name={where} tests="{len(findings)}" {numbers}>'
        for finding in findings:
            name = f"{finding.code} {finding.name} {finding.address}".rstrip()
            seen[f"{path}\0{name}"] += 1
            number = seen[f"{path}\0{name}"]
            yield from _case(finding, report, f"{name} ({number})" if number > 1 else name)
        yield "  </testsuite>"


def _case(finding: Diagnostic, report: Report, name: str) -> Iterator[str]:
    """One finding as a test."""
    path = report.path(finding.place.source.path)
    place = finding.place.source.position(finding.place.span.start)
    tag = "skipped" if finding.severity is Severity.INFO else "failure"
    message = _quoted(finding.message.in_(report.locale))
    body = f"{path}:{place.line}:{place.column}\n{report.said(finding)}"
    yield f'    <testcase classname={_quoted(path)} name={_quoted(name)} time="0">'
    yield f'      <{tag} type="{finding.severity}" message={message}>{escape(_legal(body))}</{tag}>'
    yield "    </testcase>"


def _quoted(text: str) -> str:
    """An attribute's value in quotes."""
    return quoteattr(_legal(text))


def _legal(text: str) -> str:
    """The text without what XML cannot hold, each such character made visible as U+FFFD."""
    return _ILLEGAL.sub("\ufffd", text)


_NOTHING = say("no problems", "没有发现问题")
