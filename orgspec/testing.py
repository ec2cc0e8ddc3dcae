"""For tests of specifications and of rules: claims written under the text itself."""

from __future__ import annotations

import re
import textwrap
from typing import NamedTuple

from orgspec.config import Overrides
from orgspec.diagnostics import Diagnostic
from orgspec.workspace import Compilation, compile_text

_CARETS = re.compile(
    r"^(\s*)#([ ]*)((?:\^+)(?:[ ]+\^+)*)[ ]+([A-Z][A-Z0-9]*\d(?:[ ,]+[A-Z][A-Z0-9]*\d)*)\s*$"
)


class Claim(NamedTuple):
    """A finding that is expected: line and columns from 1, the end column behind the last."""

    line: int
    column: int
    end_column: int
    code: str

    def __str__(self) -> str:
        """As an assertion shows it."""
        return f"{self.line}:{self.column}-{self.end_column} {self.code}"


def compiled(
    text: str, *, select: str = "", profile: str | None = None, as_of: str | None = None
) -> Compilation:
    """Compile an indented text as a whole specification."""
    import datetime as dt

    codes = tuple(code.strip() for code in select.split(",") if code.strip())
    day = dt.date.fromisoformat(as_of) if as_of else dt.date(2026, 1, 1)
    return compile_text(textwrap.dedent(text).lstrip("\n"), Overrides(profile, codes, as_of=day))


def findings(text: str, **settings: str) -> tuple[Diagnostic, ...]:
    """The findings of a text; without `select`, those of every rule."""
    wanted = settings.get("select", "")
    codes = tuple(code.strip() for code in wanted.split(",") if code.strip())
    result = compiled(text, **settings).diagnostics
    return tuple(d for d in result if not codes or d.code.startswith(codes))


def check(text: str, **settings: str) -> tuple[Diagnostic, ...]:
    """Assert that a text has exactly the findings that its carets claim.

    A comment of carets below a line claims the span above it: `#   ^^^ ORG002`. The carets stand
    under the characters meant, wide ones count one. `select` names the codes that are compared.

    Returns:
        The findings, for claims about their messages.

    Raises:
        AssertionError: a claim without finding, or a finding without claim.
    """
    text = textwrap.dedent(text).lstrip("\n")
    expected = sorted(_claims(text))
    found = findings(text, **settings)
    actual = sorted(_claim(each) for each in found)
    if expected != actual:
        wanted = "\n".join(f"  {claim}" for claim in expected) or "  nothing"
        got = "\n".join(f"  {_claim(each)}: {each.message.in_('en')}" for each in found)
        raise AssertionError(f"claimed:\n{wanted}\nfound:\n{got or '  nothing'}")
    return found


def _claims(text: str) -> list[Claim]:
    """The claims written in the comments of a text."""
    claims = []
    above = 0
    for number, line in enumerate(text.splitlines(), start=1):
        match = _CARETS.match(line)
        if match is None:
            above = number
            continue
        offset = match.start(3)
        codes = re.split(r"[ ,]+", match.group(4))
        spans = [m.span() for m in re.finditer(r"\^+", match.group(3))]
        # One code for several carets, or several codes for one.
        if len(codes) == 1:
            codes = codes * len(spans)
        elif len(spans) == 1:
            spans = spans * len(codes)
        for (start, end), code in zip(spans, codes, strict=True):
            claims.append(Claim(above, offset + start + 1, offset + end + 1, code))
    return claims


def _claim(diagnostic: Diagnostic) -> Claim:
    """A finding as a claim; one that runs over a line's end counts to that end."""
    place = diagnostic.place
    start = place.source.position(place.span.start)
    end = place.source.position(place.span.end)
    column = end.column
    if end.line != start.line:
        column = len(place.source.line(start.line)) + 1
    return Claim(start.line, start.column, column, diagnostic.code)
