"""Text inside Mermaid sources."""

from __future__ import annotations

import re

from orgspec.render.drawing.subject import lines_of

# Characters that mean something to Mermaid or to the HTML it makes of a label.
_SPECIAL = re.compile(r"[\"#&<>`%\\;|{}\[\]()]")

# What Markdown takes for the beginning of a list, and some versions of Mermaid then refuse to show.
_ITEM = re.compile(r"\A(\d+[.)]|[-*+]) ")


def escaped(text: str) -> str:
    """Text for a label in quotes: special characters by their numbers, breaks as `<br/>`."""
    return "<br/>".join(map(_escaped, lines_of(text)))


def _escaped(line: str) -> str:
    """One line of it; a number with a dot is not the beginning of a list."""
    line = _ITEM.sub("\\1\u00a0", line)
    return _SPECIAL.sub(lambda found: f"#{ord(found[0])};", line)
