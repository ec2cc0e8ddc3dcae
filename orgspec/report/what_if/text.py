"""The consequences of a change for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.consequence import Consequences
from orgspec.diagnostics import Diagnostic, say
from orgspec.report.columns import printable, width
from orgspec.report.style import Style
from orgspec.report.text import withheld
from orgspec.report.what_if.sections import Section, sections
from orgspec.report.what_if.sentence import sentence

_LEVELS = {
    "error": say("error", "错误"),
    "warning": say("warning", "警告"),
    "info": say("info", "提示"),
}
_WIDEST = 64
"""Columns up to which the last cell is padded: one long list does not push all places away."""


def render(told: Consequences, locale: str, style: Style) -> str:
    """The sentence, then a section for each kind of consequence."""
    parts = [style("bold", sentence(told, locale)) + "\n"]
    parts += ["\n".join(_section(each, locale, style)) + "\n" for each in sections(told, locale)]
    note = withheld(told.withheld, locale)
    return "\n".join([*parts, *([note + "\n"] if note else [])])


def _section(section: Section, locale: str, style: Style) -> Iterator[str]:
    """The lines of a section: title, aligned rows, findings."""
    count = len(section.rows) + len(section.findings)
    yield f"{style('blue', section.title)} {style('dim', f'({count})')}"
    if section.rows:
        yield from _table(section, style)
    for finding in section.findings:
        yield f"  {_finding(finding, locale, style)}"


def _table(section: Section, style: Style) -> Iterator[str]:
    """The rows under the heads of their columns, places last."""
    lines = [tuple(map(printable, cells)) for cells in (section.head, *section.rows)]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    widths[-1] = min(widths[-1], _WIDEST)
    for index, cells in enumerate(lines):
        where = section.places[index - 1] if index else ""
        text = "  ".join(_padded(c, w) for c, w in zip(cells, widths, strict=True))
        line = (
            f"  {style('dim', text.rstrip())}" if not index else f"  {text}  {style('dim', where)}"
        )
        yield line.rstrip()


def _padded(text: str, columns: int) -> str:
    """A text with blanks behind it, wide characters counted as two."""
    return text + " " * max(0, columns - width(text))


def _finding(finding: Diagnostic, locale: str, style: Style) -> str:
    """One finding on a line, with its place."""
    level = finding.severity.value
    colon = "：" if locale.startswith("zh") else ": "
    head = style(level, f"{_LEVELS[level].in_(locale)}[{finding.code}]")
    source, span = finding.place.source, finding.place.span
    where = style("dim", f"{printable(source.path)}:{source.position(span.start).line}")
    return f"{head}{colon}{printable(finding.message.in_(locale))}  {where}"
