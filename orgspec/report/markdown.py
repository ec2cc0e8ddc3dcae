"""Findings as a summary for a pull request, in Markdown as GitHub and GitLab draw it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgspec.diagnostics import Diagnostic, Message, Severity, say
from orgspec.report.columns import printable
from orgspec.report.report import Report
from orgspec.report.text import withheld

LIMIT = 65_536
"""GitHub takes comments of at most so many characters (counted here in UTF-16)."""

_RESERVE = 400  # for the lines that say what was left out, and for closing tags
_LONGEST = 1000  # characters of a message
_CODE = re.compile(r"(`[^`\n]*`)")
_SPECIAL = re.compile(r"([\\`*_\[\]|~#])")


def render(report: Report) -> str:
    """Counts, a table for each severity, and what to do folded below; never above `LIMIT`.

    Where not everything has room the details go first, then the last rows, and a line says so.
    """
    text = "\n".join(_head(report)) + "\n"
    room = LIMIT - _RESERVE - _size(text)
    parts, left_out = [text], 0
    for level in Severity:
        findings = [each for each in report.findings if each.severity is level]
        if not findings:
            continue
        heading = _table_head(level, len(findings), report.locale)
        room -= _size(heading)
        rows = []
        for finding in findings:
            row = _row(finding, report)
            if _size(row) > room:
                room = 0  # what follows is left out too: a gap in the middle would mislead
                left_out += 1
                continue
            room -= _size(row)
            rows.append(row)
        parts += [heading, *rows] if rows else []
    if left_out:
        said = say("{n} more findings have no room here", "另有 {n} 条发现未能列出", n=left_out)
        return "".join(parts) + f"\n{said.in_(report.locale)}\n"
    return "".join(parts) + _details(report, room)


def _head(report: Report) -> Iterator[str]:
    """The title, and how many findings there are of each severity."""
    locale = report.locale
    found = [(_NAMES[level].in_(locale), count) for level, count in report.counts.items() if count]
    if not found:
        yield f"### orgspec{_COLON.in_(locale)}{_NOTHING.in_(locale)}"
    else:
        yield f"### orgspec{_COLON.in_(locale)}{_total(len(report.findings)).in_(locale)}"
        yield ""
        yield f"| {_SEVERITY.in_(locale)} | {_COUNT.in_(locale)} |"
        yield "|---|---:|"
        for name, count in found:
            yield f"| {name} | {count} |"
    if report.withheld:
        yield ""
        yield _escaped(withheld(report.withheld, locale))


def _table_head(level: Severity, count: int, locale: str) -> str:
    """The title of a severity and the head of its table."""
    columns = " | ".join(each.in_(locale) for each in (_PLACE, _CHECK, _MESSAGE))
    return f"\n#### {_NAMES[level].in_(locale)} ({count})\n\n| {columns} |\n|---|---|---|\n"


def _row(finding: Diagnostic, report: Report) -> str:
    """One finding as a row."""
    message = finding.message.in_(report.locale)
    message = message if len(message) <= _LONGEST else message[: _LONGEST - 1] + "…"
    cells = (_place(finding, report), finding.code, _escaped(message))
    return f"| {' | '.join(cells)} |\n"


def _details(report: Report, room: int) -> str:
    """What to do about each finding, folded; as many as have room."""
    opening = f"\n<details><summary>{_WHAT_TO_DO.in_(report.locale)}</summary>\n\n"
    room -= _size(opening)
    parts, left_out = [], 0
    for finding in report.findings:
        entry = _detail(finding, report)
        if entry and _size(entry) > room:
            room = 0
            left_out += 1
            continue
        room -= _size(entry)
        parts.append(entry)
    if left_out:
        said = say(
            "{n} more have no room here; see `orgspec check`",
            "另有 {n} 条未能列出；请运行 `orgspec check`",
            n=left_out,
        )
        parts.append(f"\n{said.in_(report.locale)}\n")
    return f"{opening}{''.join(parts)}\n</details>\n" if any(parts) else ""


def _detail(finding: Diagnostic, report: Report) -> str:
    """What to do and the related places of one finding; empty if there is nothing to add."""
    lines = report.places(finding.related)
    if finding.help is not None:
        lines.insert(0, finding.help.in_(report.locale))
    inner = "".join(f"  - {_escaped(line, '|')}\n" for line in lines)
    return f"- {_place(finding, report)} {finding.code}\n{inner}" if inner else ""


def _place(finding: Diagnostic, report: Report) -> str:
    """File and line as code."""
    line = finding.place.source.position(finding.place.span.start).line
    return _escaped(f"`{report.path(finding.place.source.path).replace('`', 'ˋ')}:{line}`")


def _escaped(text: str, bar: str = "\\|") -> str:
    """Text on one line that means nothing in Markdown but its code spans; nobody is mentioned.

    `bar` stands for a `|` in a code span: it is escaped there in tables, and only in tables.
    """
    parts = _CODE.split(printable(" ".join(text.split())))
    for index, part in enumerate(parts):
        if index % 2:
            parts[index] = part.replace("|", bar)
        else:
            plain = part.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            parts[index] = _SPECIAL.sub(r"\\\1", plain).replace("@", "@\u200b")
    return "".join(parts)


def _size(text: str) -> int:
    """The length in UTF-16, which is never below that in characters."""
    return len(text) + sum(character > "\uffff" for character in text)


def _total(count: int) -> Message:
    """How many findings."""
    if count == 1:
        return say("1 finding", "1 条发现")
    return say("{n} findings", "{n} 条发现", n=count)


_NAMES = {
    Severity.ERROR: say("Errors", "错误"),
    Severity.WARNING: say("Warnings", "警告"),
    Severity.INFO: say("Information", "提示"),
}
_COLON = say(": ", "：")
_NOTHING = say("no problems", "没有发现问题")
_SEVERITY = say("Severity", "级别")
_COUNT = say("Findings", "数量")
_PLACE = say("Place", "位置")
_CHECK = say("Check", "检查")
_MESSAGE = say("What is wrong", "问题")
_WHAT_TO_DO = say("What to do", "怎么改")
