"""The consequences of a change for a memo or a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgspec.analysis.consequence import Consequences
from orgspec.report.columns import printable
from orgspec.report.text import withheld
from orgspec.report.what_if.sections import Section, sections
from orgspec.report.what_if.sentence import sentence

_SPECIAL = re.compile(r"([\\*_\[\]|~#<>])")


def render(told: Consequences, locale: str) -> str:
    """The sentence, then a title with a table or a list for each kind of consequence."""
    parts = [_escaped(sentence(told, locale))]
    parts += ["\n".join(_section(each, locale)) for each in sections(told, locale)]
    note = withheld(told.withheld, locale)
    return "\n\n".join([*parts, *([_escaped(note)] if note else [])]) + "\n"


def _section(section: Section, locale: str) -> Iterator[str]:
    """A title, the table, the findings as a list."""
    yield f"### {_escaped(section.title)}"
    yield ""
    if section.rows:
        yield _row(section.head)
        yield "|" + "---|" * len(section.head)
        yield from map(_row, section.rows)
    if section.rows and section.findings:
        yield ""
    for finding in section.findings:
        line = finding.place.source.position(finding.place.span.start).line
        where = f"{finding.place.source.path}:{line}".replace("`", "ˋ")
        yield f"- **{finding.code}** {_escaped(finding.message.in_(locale))} (`{where}`)"


def _row(cells: tuple[str, ...]) -> str:
    """The cells of a row between bars."""
    return f"| {' | '.join(map(_escaped, cells))} |"


def _escaped(text: str) -> str:
    """Text on one line that means nothing in Markdown; nobody is mentioned."""
    plain = printable(" ".join(text.split())).replace("@", "@\u200b")
    return _SPECIAL.sub(r"\\\1", plain)
