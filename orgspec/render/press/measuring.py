"""How wide a text is, and the pieces of it that are not broken."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from orgspec.document import Emphasis, Inline
from orgspec.render import fonts

# A piece of text that is not broken: a number with its sign and its unit, a day, a step of an approval
# with its number, a word of letters and digits, or up to four characters of Chinese, so that no
# column shows one character a line. A line may break behind a hyphen.
_PIECE = re.compile(
    r"(?:[≥≤<>±≈]\s?(?:[A-Z]{3}\s)?)?\d[\d.,]* "
    r"(?:working )?(?:days?|hours?|minutes?|weeks?|months?|years?)\b"
    r"|[≥≤<>±≈]\s?(?:[A-Z]{3}\s)?\d[\d.,]*[%‰]?"
    r"|\d{4}-\d{2}-\d{2}"
    r"|[①-⑳] [^\s⺀-鿿]+"
    r"|[⺀-鿿豈-﫿＀-￯]{1,4}|[^\s⺀-鿿豈-﫿＀-￯-]+-?|-"
)
_MUTED = 0.9  # of the size of other text, as in the template

# Between Chinese and other letters stands a space that is not written.
_GAP = re.compile(r"[⺀-鿿豈-﫿](?=[#$%&0-9A-Za-zÀ-ӿ])|[#$%&0-9A-Za-zÀ-ӿ](?=[⺀-鿿豈-﫿])")
_BETWEEN = 0.25  # em
_KERNED = 1.01  # of the widths of its letters, what a text may take


class Measured(NamedTuple):
    """What is measured of a text, in em: its width, in bold too, and its widest piece in bold."""

    text: str
    width: float
    bold: float
    piece: float
    pieces: int

    @property
    def line(self) -> float:
        """In how much room it surely takes one line, even if it is bold."""
        return _KERNED * self.bold + _BETWEEN * len(_GAP.findall(self.text))


def is_muted(line: Inline) -> bool:
    """Whether a whole line is set in the smaller type of what matters less."""
    muted = Emphasis.MUTED
    return bool(line) and line[0].emphasis is muted and all(run.emphasis is muted for run in line)


def smaller(text: Measured) -> Measured:
    """What is measured of a text, in the type of what matters less."""
    return text._replace(
        width=text.width * _MUTED, bold=text.bold * _MUTED, piece=text.piece * _MUTED
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
