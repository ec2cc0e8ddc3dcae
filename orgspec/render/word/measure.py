"""How wide text is and how wide columns have to be, roughly: Word itself sets the lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from orgspec.document import Inline, plain

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_UNBREAKABLE = re.compile(
    rf"{_DAY.pattern}|" r"[^\s\-/\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]+"
)
# What is read as one: an amount with its currency or unit, a day, a limit, a range of grades, a
# numbered act, a name with the share that its person has of a post.
_AS_ONE = re.compile(
    rf"{_DAY.pattern}"
    r"|\b[A-Z]+\d+[～~–-][A-Z]+\d+\b"
    r"|\b[A-Z][^\s,;()]*(?: [A-Z][^\s,;()]*){0,2} \(\d+%\)"
    r"|\d[\d.]* ?(?:个?工作日|个?自然日|个月|小时|分钟)"
    r"|(?:[≥≤≈±<>=] ?)?(?:[A-Z]{3} )?\d[\d,.]*(?: ?[%‰€]| ?[万亿]?(?:[美欧日港]?元|英镑))?"
    r"|[①-⑳] \S+"
)
_PIECES = re.compile(
    rf"{_DAY.pattern}\s*|"
    r"[^\s\-/\u2e80-\u9fff\uff00-\uffef]*[\s\-/]+|[^\s\-/\u2e80-\u9fff\uff00-\uffef]+|."
)
_UNIT = re.compile("[\u4e00-\u9fff]")
# Figures and signs, as wide as in the widest of the typefaces that stand in for the usual ones.
_WIDE = {**dict.fromkeys("0123456789", 0.64), **dict.fromkeys("%‰@", 0.95)}
_CAPITAL = 0.7
_OTHER = 0.54
# The letters of the usual typeface with a little more: of a word that had better not be torn.
_LETTERS = {
    0.25: "ijl'", 0.3: "ft", 0.32: " .,:;!·", 0.37: "r()", 0.53: "ckvxyszJ", 0.58: "abdeghnopquL",
    0.64: "FTZ0123456789", 0.7: "ABEKPSVXY&", 0.76: "CDHNRUw", 0.82: "GOQ", 0.88: "mM", 0.99: "W",
}  # fmt: skip
_LETTER = {letter: width for width, letters in _LETTERS.items() for letter in letters}
_NARROW, _THIN = 0.36, frozenset(" fijlrt.,:;'!|·()[]-/")


@lru_cache(maxsize=4096)  # each text is asked for where columns and where rows are made
def ems(text: str) -> float:
    """The width of the widest line of a text in ems: 1 for an East Asian character."""
    return max((sum(map(_em, line)) for line in text.split("\n")), default=0.0)


def _em(character: str) -> float:
    """The width of a character in ems."""
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return _WIDE.get(character) or (_CAPITAL if character.isupper() else _OTHER)


def line_ems(text: str) -> float:
    """The width of a line of running text in ems: its thin letters and spaces count as such."""
    return ems(text) - (_OTHER - _NARROW) * sum([each in _THIN for each in text])


def wrapped(line: str, room: float) -> int:
    """How many lines a text without line breaks takes where each has so many ems."""
    if line_ems(line) <= room:
        return 1
    lines, used = 1, 0.0
    for word in _PIECES.findall(line):
        wide = line_ems(word.rstrip())
        if used and used + wide > room:
            lines, used = lines + 1, 0.0
        lines += int(wide // room)  # one that is longer than a line goes on in the next
        used += line_ems(word) % room if wide > room else line_ems(word)
    return lines


def longest_word(texts: Iterable[str]) -> float:
    """The width in ems of the longest piece that no line break should cut."""
    words = {word for text in texts for word in _UNBREAKABLE.findall(text)}
    return max(map(_letters, words), default=1.0)


def _letters(word: str) -> float:
    """The width of a word by its letters."""
    return sum([_LETTER.get(letter) or _em(letter) for letter in word])


def longest_whole(texts: Iterable[str]) -> float:
    """The width in ems of the longest piece that is read as one."""
    found = (piece for text in texts for piece in _AS_ONE.findall(text))
    return max(map(_letters, found), default=0.0)


def as_one(line: Inline, room: float) -> Inline:
    """A text without a line break inside what is read as one, if that has room: so many ems.

    An East Asian unit may break from its number, for it would break inside itself otherwise. A day
    never breaks; where all stands in one line anyhow it has usual hyphens, so that a search finds
    it.
    """
    breaks = ems(plain(line)) > room

    def joined(found: re.Match[str]) -> str:
        piece = found.group()
        if _DAY.fullmatch(piece):
            return piece.replace("-", "\u2011") if breaks else piece
        fits = _letters(piece) <= room and not _UNIT.search(piece)
        return piece.replace(" ", "\u00a0") if fits else piece

    return tuple(replace(each, text=_AS_ONE.sub(joined, each.text)) for each in line)


def pieces(text: str) -> int:
    """In about how many places a text may break: words, and each second East Asian character."""
    east_asian = sum([character >= "\u2e80" for character in text])
    return len(_UNBREAKABLE.findall(text)) + east_asian // 2


def widths(weights: Sequence[float], least: Sequence[int], total: int) -> list[int]:
    """Share `total` by weight, giving every column its least width as far as that is possible.

    Returns:
        One whole number for each weight; their sum is `total`.
    """
    needed = sum(least)
    if needed >= total:
        most = _most(least, total)
        return whole([min(width, most) for width in least], total)
    free, fixed = set(range(len(weights))), set[int]()
    while True:
        rest = total - sum(least[index] for index in fixed)
        share = rest / (sum(max(weights[index], 0.01) for index in free) or 1.0)
        narrow = {i for i in free if max(weights[i], 0.01) * share < least[i]}
        if not narrow:
            break
        fixed |= narrow
        free -= narrow
    exact = [
        float(least[index]) if index in fixed else max(weight, 0.01) * share
        for index, weight in enumerate(weights)
    ]
    return whole(exact, total)


def _most(least: Sequence[int], total: int) -> float:
    """How wide the widest may be where there is no room for all: a short word stays whole."""
    rest = float(total)
    for count, width in zip(range(len(least), 0, -1), sorted(least), strict=True):
        if width * count >= rest:
            return rest / count
        rest -= width
    return float(max(least, default=0))


def whole(exact: Sequence[float], total: int) -> list[int]:
    """Whole numbers with the sum `total`: what rounding leaves goes to the widest."""
    rounded = [int(width) for width in exact]
    if rounded:
        rounded[rounded.index(max(rounded))] += total - sum(rounded)
    return rounded
