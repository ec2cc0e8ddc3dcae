"""What is measured of the words of a cell: their widths, and the pieces that are not broken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from orgspec.document import Cell, Emphasis, Inline, plain
from orgspec.render import fonts
from orgspec.render.press.words import UNITS

# A piece of text that is not broken: a number with its sign and its unit, a day, a step of an approval
# with its number, a word of letters and digits, or up to four characters of Chinese, so that no
# column shows one character a line. A line may break behind a hyphen.
_PIECE = re.compile(
    r"(?:[≥≤<>±≈]\s?(?:[A-Z]{3}\s)?)?\d[\d.,]* "
    r"(?:working )?(?:days?|hours?|minutes?|weeks?|months?|years?)\b"
    r"|[≥≤<>±≈]\s?(?:[A-Z]{3}\s)?\d[\d.,]*(?:[%‰]|\s?" + UNITS + r")?"
    r"|\d[\d.,]*\s?" + UNITS + r"|\d{4}-\d{2}-\d{2}"
    r"|[①-⑳] [^\s⺀-鿿]+"
    r"|[⺀-鿿豈-﫿＀-￯]{1,4}|[^\s⺀-鿿豈-﫿＀-￯-]+-?|-"
)
# The same where a line is filled: Chinese breaks behind every character but before punctuation.
_FILLING = re.compile(
    r"[⺀-鿿豈-﫿＀-￯][，。；：、）》」』！？％]*|" + _PIECE.pattern.replace("{1,4}", "{1}")
)
_SPACE = 0.22  # em, between words

BULLET = 14.0
"""Points that a bullet takes, with the space behind it."""

_STEP = 9.0  # for each level that a name stands below others
_MUTED_RUN = Emphasis.MUTED
_MUTED = 0.9  # of the size of other text, as in the template

# Between Chinese and other letters stands a space that is not written.
_GAP = re.compile(r"[⺀-鿿豈-﫿](?=[#$%&0-9A-Za-zÀ-ӿ])|[#$%&0-9A-Za-zÀ-ӿ](?=[⺀-鿿豈-﫿])")
_BETWEEN = 0.25  # em
_KERNED = 1.01  # of the widths of its letters, what a text may take


class Measured(NamedTuple):
    """What is measured of a text, in em: its width, in bold too, and its widest piece in bold.

    Its type is `scale` of the size of other text.
    """

    text: str
    width: float
    bold: float
    piece: float
    pieces: int
    scale: float = 1.0

    @property
    def line(self) -> float:
        """In how much room it surely takes one line, even if it is bold."""
        return _KERNED * self.bold + _BETWEEN * len(_GAP.findall(self.text))


def lines_in(text: Measured, room: float) -> int:
    """How many lines a text takes in `room` em, as many words in each as it holds."""
    if text.width <= room:
        return 1
    lines, used, end = 1, 0.0, 0
    for found in _FILLING.finditer(text.text):
        wide = fonts.width(found[0], 1.0) * text.scale
        gap = _SPACE if found.start() > end else 0.0
        end = found.end()
        if used and used + gap + wide > room:
            lines, used = lines + 1, wide
        else:
            used += gap + wide
    return lines


class Said(NamedTuple):
    """The lines of a cell.

    Attributes:
        texts: what is measured of each.
        indent: by how much they are set in, in points.
        total: whether they are set in bold.
        items: how many items behind bullets they make; 0 where there are none.
        even: whether all words of each line are of one size, as far as that is known.
    """

    texts: Sequence[Measured] = ()
    indent: float = 0.0
    total: bool = False
    items: int = 0
    even: bool = True


def said_in(cell: Cell, faces: fonts.Faces, *, total: bool = False) -> Said:
    """What is measured of a cell with the fonts in force, which are `faces`."""
    texts: list[Measured] = []
    even = True
    for line in cell.lines:
        text = plain(line)
        if len(line) == 1 and line[0].emphasis is not _MUTED_RUN and "\n" not in text:
            texts.append(measured(text, faces))  # as nearly all are
            continue
        parts = [measured(part, faces) for part in text.split("\n")]
        muted = is_muted(line)
        texts += map(smaller, parts) if muted else parts
        even = even and (muted or len(parts) == 1 or not _has_muted(line))
    return Said(texts, indent(cell), total, len(cell.lines) * cell.bullets, even)


def said_of(title: str, faces: fonts.Faces) -> Said:
    """What is measured of the title of a column or the label of a fact; it is set in bold."""
    return Said([measured(line, faces) for line in title.split("\n")], total=True)


def indent(cell: Cell) -> float:
    """By how much the text of a cell is set in, in points: behind bullets, or below others."""
    return BULLET if cell.bullets else _STEP * cell.depth


def is_muted(line: Inline) -> bool:
    """Whether a whole line is set in the smaller type of what matters less."""
    muted = Emphasis.MUTED
    return bool(line) and line[0].emphasis is muted and all(run.emphasis is muted for run in line)


def _has_muted(line: Inline) -> bool:
    """Whether some of a line is set in it."""
    return any(run.emphasis is Emphasis.MUTED for run in line)


def smaller(text: Measured) -> Measured:
    """What is measured of a text, in the type of what matters less."""
    return text._replace(
        width=text.width * _MUTED,
        bold=text.bold * _MUTED,
        piece=text.piece * _MUTED,
        scale=_MUTED,
    )


@lru_cache(maxsize=4096)
def measured(text: str, faces: fonts.Faces) -> Measured:
    """A text measured with the fonts in force, which are `faces`."""
    pieces = _PIECE.findall(text)
    advances = fonts.advances(True)
    widest = max(
        [sum([advances.get(character, 1.0) for character in piece]) for piece in pieces],
        default=0.0,
    )
    return Measured(text, fonts.width(text, 1.0), fonts.width(text, 1.0, True), widest, len(pieces))
