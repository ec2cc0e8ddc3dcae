"""Taking a key with its value out of a mapping, so that what is left is still YAML."""

from __future__ import annotations

from orgspec.diagnostics import Edit
from orgspec.source import Source, Span


def pair_removal(source: Source, pair: Span, *, flow: bool) -> Edit | None:
    """The edit that takes out a pair which is not the first of its mapping.

    In block style whole lines go, in flow style the comma before it. None where a comment would
    be lost or something else stands on its lines.
    """
    text = source.text
    if "#" in text[pair.start : pair.end]:
        return None
    if flow:
        before = text[: pair.start].rstrip()
        return Edit(source, Span(len(before) - 1, pair.end), "") if before.endswith(",") else None
    start = text.rfind("\n", 0, pair.start) + 1
    end = text.find("\n", pair.end)
    end = len(text) if end < 0 else end
    if text[start : pair.start].strip() or text[pair.end : end].strip():
        return None
    return Edit(source, Span(start, min(end + 1, len(text))), "")
