"""How much something asks for attention."""

from __future__ import annotations

from enum import StrEnum


class Tone(StrEnum):
    """How much a table cell asks for attention; its words say the same without the colour."""

    PLAIN = "plain"
    CALM = "calm"
    WATCH = "watch"
    ALARM = "alarm"
