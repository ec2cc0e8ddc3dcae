"""The colours of drawings, and mixtures of them. All are written as `#RRGGBB`."""

from __future__ import annotations

INK = "#1F2937"
TITLE = "#14243A"
SECONDARY = "#4B5768"
FAINT = "#5F6B7C"
PAGE = "#F7F9FC"
CARD = "#FFFFFF"
CARD_BORDER = "#D3DDE7"
RULE = "#DFE6EE"
CONNECTOR = "#64748B"
SHADOW = "#E3E9F0"

CRITICAL = "#BE185D"  # the longest path of a workflow

VACANT = "#C27A12"
VACANT_FILL = "#FFFDF5"
VACANT_INK = "#8A4B08"
VACANT_TINT = "#FDEFC3"

# White text on each has a contrast of 5.4 : 1 or more.
DEPARTMENTS = (
    "#1F3A5F", "#2563A8", "#0F766E", "#9A5B13", "#7A3E9D", "#475569", "#A63A3A", "#3F6212", "#0B6B85",
)  # fmt: skip
DOTTED = DEPARTMENTS[4]

# How much a table cell asks for attention; ink on each has a contrast of 11 : 1 or more.
TONES = {"calm": "#E3F1E7", "watch": "#FDF0CF", "alarm": "#FBDFDB"}


def department(index: int) -> str:
    """The colour of the department of an index; beyond the last they begin again."""
    return DEPARTMENTS[index % len(DEPARTMENTS)]


def mixed(colour: str, other: str, share: float) -> str:
    """A mixture of two colours; `share` from 0 to 1 is how much of the first is in it.

    >>> mixed("#000000", "#FFFFFF", 0.5)
    '#808080'
    """
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def _parts(colour: str) -> tuple[int, int, int]:
    """The red, green and blue of a colour, each from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
