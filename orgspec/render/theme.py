"""The colours of forms and tables: ours, or those that follow from the accent of a house.

Whatever the accent, text is read: on a light one the words of a bar are dark, and where the
accent itself is the colour of words it becomes as dark as it must.
"""

from __future__ import annotations

from functools import lru_cache

from orgspec.colours import contrast, darkened, lightened, mixed
from orgspec.frozen import frozen
from orgspec.render import house

WHITE = "#FFFFFF"
_INK = "#1F2937"
_READ = 4.5  # the contrast of text (WCAG 1.4.3)
_NIGHT = "#16202D"  # the paper of a dark page


@frozen
class Theme:
    """The colours of forms and tables, as `#RRGGBB`.

    Attributes:
        bar, on_bar: section bars and heads of sheets, and the words on them.
        words: titles and labels in the accent, read on paper and on `tint`.
        title: titles that are almost black.
        head, on_head: the head of a matrix, and the words on it.
        tint, pale, group: grounds of labels, of sums, of group rows.
        rule: the lines of tables.
    """

    bar: str = "#1F4E79"
    on_bar: str = WHITE
    words: str = "#1F4E79"
    title: str = "#14243A"
    head: str = "#1F3A5F"
    on_head: str = WHITE
    tint: str = "#EAF1F8"
    pale: str = "#F4F7FB"
    group: str = "#E3EAF2"
    rule: str = "#9FB3C8"


OURS = Theme()


def theme() -> Theme:
    """The colours in force."""
    return themed(house.style().colour)


@lru_cache(maxsize=64)
def themed(accent: str) -> Theme:
    """The colours that follow from an accent; ours if it is empty."""
    if not accent:
        return OURS
    tint = mixed(accent, WHITE, 0.09)
    ink = text_on(accent)
    return Theme(
        bar=accent,
        on_bar=ink,
        words=darkened(accent, tint, _READ),
        title=mixed(accent, "#11151B", 0.22),
        head=accent,
        on_head=ink,
        tint=tint,
        pale=mixed(accent, WHITE, 0.045),
        group=mixed(accent, "#F1F2F4", 0.10),
        rule=mixed(mixed(accent, WHITE, 0.42), "#A9B4C2", 0.45),
    )


def text_on(ground: str) -> str:
    """White where it is read on a ground, else ink."""
    return WHITE if contrast(WHITE, ground) >= _READ else _INK


def night(accent: str) -> dict[str, str]:
    """The variables of a dark page that follow from an accent."""
    seen = lightened(mixed(accent, _NIGHT, 0.85), _NIGHT, 1.7)
    bar = darkened(seen, WHITE, _READ)
    tint = mixed(accent, "#1B2430", 0.14)
    return {
        "bar": bar,
        "on-bar": WHITE,
        "accent": lightened(accent, tint, 6.5),
        "title": mixed(accent, "#F3F5F8", 0.04),
        "tint": tint,
        "group": mixed(accent, "#1B2430", 0.10),
        "hover": mixed(accent, "#1B2430", 0.08),
        "chosen": mixed(accent, "#1F2A38", 0.20),
        "rule": mixed(mixed(accent, "#FFFFFF", 0.5), "#3B4655", 0.25),
        "head": darkened(mixed(accent, _NIGHT, 0.6), WHITE, 7.0),
    }
