"""What the reader reports: a code and a place, before there are rules and severities."""

from __future__ import annotations

from dataclasses import field

from orgspec.diagnostics import Fix, Label, Message
from orgspec.frozen import frozen
from orgspec.source import Source, Span


@frozen
class Problem:
    """A finding of the reader or of lowering; the engine makes a `Diagnostic` of it."""

    code: str
    source: Source
    span: Span
    message: Message
    help: Message | None = None
    label: Message | None = None
    related: tuple[Label, ...] = field(default=())
    address: str = ""
    fix: Fix | None = None
