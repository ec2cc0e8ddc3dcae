"""Findings as workflow commands of GitHub Actions: annotations in the files of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.diagnostics import Diagnostic, Severity, say
from orgspec.report.columns import printable
from orgspec.report.report import Report

LIMIT = 10
"""GitHub keeps so many annotations of a level and step, and drops the others without a word."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(report: Report) -> str:
    """One command a finding, errors first.

    What is above GitHub's limit follows as plain lines of the log, and a notice says so. No text
    of a specification can become a command.
    """
    annotated, plain = _divided(report)
    lines = [_command(each, report) for each in annotated]
    if plain:
        message = say(
            "{n} more findings are not annotated, since GitHub shows {limit} of a level; "
            "the log of this step lists them",
            "另有 {n} 条发现未作标注（GitHub 每级最多显示 {limit} 条），请看本步骤的日志",
            n=len(plain),
            limit=LIMIT,
        )
        lines.append(f"::notice title=orgspec::{_data(message.in_(report.locale))}")
        lines += [_plain(each, report) for each in plain]
    return "".join(line + "\n" for line in lines)


def _divided(report: Report) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """The findings that are annotated and those for which there is no room, errors first.

    Where something is left out, one notice is kept for saying so.
    """
    room = dict.fromkeys(Severity, LIMIT)
    if any(count > LIMIT for count in report.counts.values()):
        room[Severity.INFO] -= 1
    annotated: list[Diagnostic] = []
    plain: list[Diagnostic] = []
    for finding in sorted(report.findings, key=lambda each: each.severity.rank):
        (annotated if room[finding.severity] > 0 else plain).append(finding)
        room[finding.severity] -= 1
    return annotated, plain


def _command(finding: Diagnostic, report: Report) -> str:
    """`::error file=…,line=…::message`."""
    properties = ",".join(f"{key}={_property(value)}" for key, value in _where(finding, report))
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(report.said(finding))}"


def _where(finding: Diagnostic, report: Report) -> Iterator[tuple[str, str]]:
    """The place; columns only within one line, as GitHub has it, the last one included."""
    source, span = finding.place.source, finding.place.span
    start, end = source.position(span.start), source.position(span.end)
    last = end.line - 1 if end.column == 1 and end.line > start.line else end.line
    yield "file", report.path(source.path)
    yield "line", str(start.line)
    yield "endLine", str(last)
    if start.line == end.line:
        yield "col", str(start.column)
        yield "endColumn", str(max(start.column, end.column - 1))
    yield "title", f"{finding.code} {finding.name}"


def _data(text: str) -> str:
    """Text as GitHub reads it behind the last `::`."""
    lines = "\n".join(map(printable, text.splitlines()))
    return lines.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Text as GitHub reads it as a property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _plain(finding: Diagnostic, report: Report) -> str:
    """A line of the log; commands of both of GitHub's forms are broken up in it."""
    place = finding.place.source.position(finding.place.span.start)
    message = " ".join(finding.message.in_(report.locale).split())
    path = report.path(finding.place.source.path)
    line = f"- {path}:{place.line}:{place.column}: {finding.severity}[{finding.code}] {message}"
    return printable(line).replace("##[", "## [").replace("::", ": :")
