"""Fixes put into texts: which may go together, and what the texts are afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from orgspec.diagnostics.diagnostic import Diagnostic, Edit
from orgspec.source import Source


class Applied(NamedTuple):
    """The findings whose fixes went in, and the new text of every source that changed, by path."""

    fixed: tuple[Diagnostic, ...]
    texts: Mapping[str, str]


def apply(diagnostics: Iterable[Diagnostic]) -> Applied:
    """Put in the fixes of some findings, the first by position before all that touch it.

    Text outside the edits stays as it is; line breaks in what is put in are those of the file. A
    fix goes in with all of its edits or not at all.
    """
    fixed: list[Diagnostic] = []
    taken: dict[str, list[Edit]] = {}
    for diagnostic in sorted(diagnostics, key=_first_edit):
        edits = diagnostic.fix.edits if diagnostic.fix is not None else ()
        if not edits or any(_clash(edit, taken.get(edit.source.path, ())) for edit in edits):
            continue
        fixed.append(diagnostic)
        for edit in edits:
            taken.setdefault(edit.source.path, []).append(edit)
    return Applied(tuple(fixed), {path: _edited(edits) for path, edits in taken.items()})


def _first_edit(diagnostic: Diagnostic) -> tuple[str, int, int, str]:
    """Where the first edit of a finding's fix begins and ends."""
    edits = diagnostic.fix.edits if diagnostic.fix is not None else ()
    places = [(edit.source.path, edit.span.start, edit.span.end) for edit in edits]
    return (*min(places, default=("", 0, 0)), diagnostic.code)


def _clash(edit: Edit, others: Iterable[Edit]) -> bool:
    """Whether an edit overlaps another one or touches it."""
    start, end = edit.span.start, edit.span.end
    return any(start <= other.span.end and other.span.start <= end for other in others)


def _edited(edits: Iterable[Edit]) -> str:
    """The text of one source with its edits, from the last to the first."""
    ordered = sorted(edits, key=lambda edit: edit.span, reverse=True)
    source = ordered[0].source
    text, line_break = source.text, _line_break(source)
    for edit in ordered:
        written = edit.text if line_break == "\n" else edit.text.replace("\n", line_break)
        text = text[: edit.span.start] + written + text[edit.span.end :]
    return text


def _line_break(source: Source) -> str:
    """How lines of a source end: as the first one does."""
    at = source.text.find("\n")
    return "\r\n" if at > 0 and source.text[at - 1] == "\r" else "\n"
