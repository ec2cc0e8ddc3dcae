"""Text in a line as plain data for the templates: mostly one string, else runs of it.

A number is never torn from its sign or its unit, nor a name before the dot in it. What may be torn,
since its text is longer than a line, comes in pieces, of which every second one is kept whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from orgspec.document import Emphasis, Inline, Run, plain
from orgspec.render import fonts
from orgspec.render.press.words import UNITS, breakable

Words = str | list[str]
"""A text, or its pieces: the first may break, the second may not, and so on in turn."""

Said = str | list[tuple[Words, str, str]]
"""Plain text whose lines all fit, or runs: the words, their emphasis, their language if another.

The typesetter takes trouble over the line breaks of runs only.
"""

_SOUGHT = re.compile(r"[\d·]")

# A bracket that opens before a number, and what closes behind it, stand in its line. So does the dot
# between the parts of a name with the first of them, as no line of Chinese begins with it.
_WHOLE = re.compile(
    r"([（《「]?(?:[≥≤<>±~≈]\s?(?:[A-Z]{3}\s)?\d[\d.,]*(?:\s?(?:[%‰]|" + UNITS + r"))?"
    r"|\d[\d.,]*\s?(?:" + UNITS + r"|[%‰]))[，。；、：）》」]?"
    r"|\b\d[\d.,]* (?:%|(?:working )?(?:days?|hours?|h|minutes?|min|weeks?|months?|years?"
    r"|kg|km|m|t))\b"
    r"|[⺀-鿿豈-﫿] ?·)"
)


def words(text: str, width: float, size: float) -> Words:
    """A text for lines of `width`, set in `size`, both in points."""
    return _pieces(breakable(text, width, size), _breaks(text, width, size))


def said(runs: Inline, width: float, size: float) -> Said:
    """One paragraph."""
    return lines((runs,), width, size)


def lines(paragraphs: Iterable[Inline], width: float, size: float) -> Said:
    """Paragraphs, each of which begins a new line."""
    found: list[tuple[str, str, str]] = []
    broken: list[bool] = []
    for number, runs in enumerate(paragraphs):
        breaks = _breaks(plain(runs), width, size)
        start = "\n" if number else ""
        for run in runs or (Run(""),):
            emphasis = "" if run.emphasis is Emphasis.PLAIN else str(run.emphasis)
            text = start + breakable(run.text, width, size)
            found.append((text, emphasis, _language(run.lang)))
            broken.append(breaks)
            start = ""
    if not any(broken) and all(not emphasis + lang for _, emphasis, lang in found):
        return "".join(text for text, _, _ in found)
    return [
        (_pieces(text, breaks), emphasis, lang)
        for (text, emphasis, lang), breaks in zip(found, broken, strict=True)
    ]


def _pieces(text: str, breaks: bool) -> Words:
    """A text in pieces if it has to be broken and something in it must not be."""
    pieces = _WHOLE.split(text) if breaks and _SOUGHT.search(text) else []
    return pieces if len(pieces) > 1 else text


def _breaks(text: str, width: float, size: float) -> bool:
    """Whether a line of a text does not fit, in bold type."""
    return any(fonts.width(line, size, True) > width for line in text.split("\n"))


def _language(tag: str) -> str:
    """The language of a tag without its region."""
    return tag.partition("-")[0].lower()
