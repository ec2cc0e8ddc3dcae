"""Writing one word in place of another, in the quotes that the writer chose."""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.diagnostics import Edit, Fix, say
from orgspec.source import Source, Span


def replacement(source: Source, span: Span, old: str, new: str) -> Fix | None:
    """The fix that writes `new` where `old` stands; None where something else stands there.

    It is unsafe: somebody probably meant that word. Words that come through an alias or carry an
    anchor are left alone.
    """
    written = source.text[span.start : span.end]
    for quote in ("", '"', "'"):
        if written == f"{quote}{old}{quote}":
            edit = Edit(source, span, f"{quote}{new}{quote}")
            return Fix(say("write `{new}`", "改为 `{new}`", new=new), (edit,))
    return None


def only(source: Source, span: Span, old: str, candidates: Sequence[str]) -> Fix | None:
    """The same for the only candidate; of several nobody knows which one was meant."""
    return replacement(source, span, old, candidates[0]) if len(candidates) == 1 else None
