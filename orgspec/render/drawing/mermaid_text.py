"""Text inside Mermaid sources."""

from __future__ import annotations

import re

from orgspec.render.drawing.subject import lines_of

# Characters that mean something to Mermaid or to the HTML it makes of a label.
_SPECIAL = re.compile(r"[\"#&<>`%\\;|{}\[\]()]")


def escaped(text: str) -> str:
    """Text for a label in quotes: special characters by their numbers, breaks as `<br/>`."""
    lines = (_SPECIAL.sub(lambda found: f"#{ord(found[0])};", line) for line in lines_of(text))
    return "<br/>".join(lines)
