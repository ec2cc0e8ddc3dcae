"""The colours of drawings, and mixtures of them. All are written as `#RRGGBB`."""

from __future__ import annotations

from functools import lru_cache

from orgspec.colours import darkened, distance
from orgspec.colours import mixed as mixed
from orgspec.render import house

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

# Steps of a scale (grades, the highest first), from this index on; as legible as departments.
SCALE = 100
STEPS = (
    "#3B0F5C", "#4A2C82", "#42479A", "#2F5D9B", "#256E8F", "#117070",
    "#1A754B", "#3B7320", "#65690F", "#865E0F", "#9E5018", "#B0413A",
)  # fmt: skip

# How much a table cell asks for attention; ink on each has a contrast of 11 : 1 or more.
TONES = {"calm": "#E3F1E7", "watch": "#FDF0CF", "alarm": "#FBDFDB"}


# Nearer to each other than this, two departments would be taken for one.
_ALIKE = 110.0

# The contrast with paper of a colour whose name is read on a tint of itself.
_LEGIBLE = 5.4


def department(index: int) -> str:
    """The colour of the department of an index; beyond the last they begin again.

    From `SCALE` on, indices are those of `STEPS`.
    """
    if index >= SCALE:
        return STEPS[min(index - SCALE, len(STEPS) - 1)]
    colours = departments()
    return colours[index % len(colours)]


def departments() -> tuple[str, ...]:
    """The colours of departments in force: the house's first, then ours."""
    style = house.style()
    return _departments(style.colour, style.colours)


def bar() -> str:
    """The colour of the bar beside the title of a chart: the accent of the house, or ours."""
    return house.style().colour or DEPARTMENTS[0]


@lru_cache(maxsize=64)
def _departments(accent: str, own: tuple[str, ...]) -> tuple[str, ...]:
    """As many colours as ours are; an accent is that of the top, and none of ours is like it."""
    if not (own or accent):
        return DEPARTMENTS
    own = tuple(darkened(each, CARD, _LEGIBLE) for each in own or (accent,))
    ours = [each for each in DEPARTMENTS if all(distance(each, one) >= _ALIKE for one in own)]
    spare = [each for each in DEPARTMENTS if each not in ours]
    return tuple([*own, *ours[1:], ours[0], *spare][: len(DEPARTMENTS)])
