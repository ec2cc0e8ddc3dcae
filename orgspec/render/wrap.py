"""Breaking text into lines by its measured width, in Chinese, English and a mix of both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from orgspec.frozen import frozen
from orgspec.render import fonts

ELLIPSIS = "…"

# Characters that may not begin a line, and those that may not end one.
NO_START = frozenset("，。、；：！？）》」』】〕〉〗’”…—–·•,.;:!?)]}%‰℃°〜～々ー・‧／/")
NO_END = frozenset("（《「『【〔〈〖‘“([{$¥€£＄￥#@№")

_UNITS = (
    "%|‰|℃|°C|个工作日|工作日|个自然日|个交易日|个小时|小时|分钟|秒|个月|个季度|季度|万美元|亿美元|美元|万元|亿元|万|亿|元"
    "|天|日|月|年|周|人|名|位|家|件|次|个|项|级|份|台|套|吨|公斤|千克|公里|倍|分|岁|页|号"
)
_NUMBER = r"(?:[≥≤<>≈±~+−×约][ \u00a0]?)?[$¥€£]?\d+(?:[.,:/\-–]\d+)*"
_QUANTITY = re.compile(rf"{_NUMBER}(?:[ \u00a0]?(?:{_UNITS})|[ \u00a0][A-Za-z]+\b)?")
_WIDE = (
    "\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u3200-\u33ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff"
)
_WORD = re.compile(rf"[^\s{_WIDE}]+")
_HAN = "[\u3400-\u4dbf\u4e00-\u9fff]"
_FOREIGN_NAME = re.compile(rf"{_HAN}{{1,5}}(?:[·・‧]{_HAN}{{1,8}})+")  # 海伦·奥布赖恩
_SPACE = re.compile(r"[^\S\n\u00a0]+")
# A long compound may break after its hyphen or slash, a short one (T/T, B2B-7) may not.
_COMPOUND = re.compile(r"(?<=[^\W\d_]{3}[-/])(?=[^\W\d_]{3})")

# After these a line of Chinese ends well; between two other characters it splits a word.
_GOOD_END = frozenset("与和及或、，。；：！？·）》」】/-")
_SPLIT_COST = 0.18
# Chinese words have two characters, as a rule: an odd place in a name splits one. Names of posts
# end with a word of three (业务员, 检验工) where the count is odd, if not with one of these.
_INSIDE_COST = 0.5
_LONGEST_NAME = 10
_TRIPLE_ENDS = frozenset("员师人者长工官生")
_TRIPLES = re.compile("(?:班主任|负责人|智能体|工程师|业务员)$")
_PAIRS = re.compile(
    "(?:[专人职店船委]员|[教律医药护技讲厨]师|法人|[员技]工|[学医]生|[组科处部院校园厂班店局队行社会]长)$"
)
_LINE_COST = 100.0


@frozen
class _Piece:
    """What stands together on a line, the space before it, and the cost of a break before it."""

    text: str
    space: str
    cost: float


def wrap(
    text: str,
    size: float,
    width: float,
    *,
    bold: bool = False,
    first: float | None = None,
    max_lines: int | None = None,
) -> tuple[str, ...]:
    """The lines of a text, none wider than `width`, as few and as even as can be.

    Line breaks in the text are kept. Words, names from abroad, numbers and their units stay whole;
    only what is wider than a line is split. `first` is the width of the first line where it differs. Beyond
    `max_lines` the rest is cut and marked with an ellipsis: a last resort.

    >>> wrap("风险控制与合规主管", 13, 78)
    ('风险控制与', '合规主管')
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        room = width if first is None or lines else first
        lines.extend(_wrap_line(paragraph.strip(), size, width, bold, room))
    if max_lines is not None and len(lines) > max_lines:
        lines = [*lines[: max_lines - 1], _cut(lines[max_lines - 1], size, width, bold)]
    return tuple(lines)


def longest_word(text: str, size: float, bold: bool = False) -> float:
    """The width of the widest part of a text that ought not to be broken."""
    return max((fonts.width(p.text, size, bold) for p in _pieces(text)), default=0.0)


def _wrap_line(text: str, size: float, width: float, bold: bool, first: float) -> list[str]:
    """The lines of a text without line breaks."""
    if fonts.width(text, size, bold) <= first:
        return [text]
    pieces = [part for p in _pieces(text) for part in _fit(p, size, min(first, width), width, bold)]
    return _best(pieces, size, width, bold, first)


def _best(pieces: list[_Piece], size: float, width: float, bold: bool, first: float) -> list[str]:
    """The breaks with the fewest lines, then the evenest ones at the best places."""
    count = len(pieces)
    widths = [fonts.width(piece.text, size, bold) for piece in pieces]
    spaces = [fonts.width(piece.space, size, bold) for piece in pieces]
    cost = [0.0] + [float("inf")] * count
    start_of = [0] * (count + 1)
    for start in range(count):
        room = first if start == 0 else width
        used = 0.0
        for end in range(start + 1, count + 1):
            used += widths[end - 1] + (spaces[end - 1] if end - 1 > start else 0.0)
            if used > room + 0.01 and end > start + 1:
                break
            slack = max(0.0, 1 - used / max(width, 0.01))
            broken = pieces[end].cost if end < count else 0.0
            total = cost[start] + _LINE_COST + slack * slack + broken
            total += _LINE_COST * 1000 if used > room + 0.01 else 0.0
            if total < cost[end]:
                cost[end] = total
                start_of[end] = start
    return _join(pieces, start_of)


def _join(pieces: list[_Piece], start_of: list[int]) -> list[str]:
    """The lines between the breaks that were chosen."""
    lines: list[str] = []
    end = len(pieces)
    while end > 0:
        start = start_of[end]
        head = pieces[start].text
        lines.append(head + "".join(p.space + p.text for p in pieces[start + 1 : end]))
        end = start
    return lines[::-1]


@lru_cache(maxsize=2048)  # the names of posts stand on many charts
def _pieces(text: str) -> tuple[_Piece, ...]:
    """The parts of a text between which a line may break."""
    pieces: list[_Piece] = []
    space = ""
    for atom in _atoms(text):
        if not atom.strip(" \t\u3000"):
            space = atom if pieces else ""
            continue
        last = pieces[-1].text if pieces else ""
        if last and not space and (atom[0] in NO_START or last[-1] in NO_END):
            pieces[-1] = _Piece(last + atom, pieces[-1].space, pieces[-1].cost)
        elif last and space and atom[0] in NO_START:
            pieces[-1] = _Piece(last + space + atom, pieces[-1].space, pieces[-1].cost)
        else:
            good = not last or bool(space) or last[-1] in _GOOD_END or atom[0] in NO_END
            good = good or last[-1].isascii() != atom[0].isascii()
            pieces.append(_Piece(atom, space, 0.0 if good else _SPLIT_COST))
        space = ""
    return tuple(_with_words(pieces))


def _with_words(pieces: list[_Piece]) -> Iterator[_Piece]:
    """The pieces; where a break would part the two characters of a word, it costs more."""
    start = 0
    for end in range(1, len(pieces) + 1):
        if end < len(pieces) and pieces[end].cost:
            continue
        name = "".join(piece.text for piece in pieces[start:end])
        known = len(name) == end - start <= _LONGEST_NAME and not name.isascii()
        good = _word_ends(name)
        for at, piece in enumerate(pieces[start:end]):
            inside = known and at and at not in good
            yield replace(piece, cost=_INSIDE_COST) if inside else piece
        start = end


def _word_ends(name: str) -> range:
    """Where words of a name end, as far as its length and its last word tell."""
    length, odd = len(name), len(name) % 2
    if _TRIPLES.search(name) or (odd and name[-1] in _TRIPLE_ENDS and not _PAIRS.search(name)):
        return range((length - 3) % 2, length - 2, 2)
    if odd and _PAIRS.search(name):  # one of the others has three characters, who knows which
        return range(length - 2, length - 1)
    return range(odd, length, 2)


def _atoms(text: str) -> Iterator[str]:
    """Quantities, words, names from abroad, spaces and single Chinese characters, in order."""
    position = 0
    while position < len(text):
        for pattern in (_QUANTITY, _SPACE, _WORD, _FOREIGN_NAME):
            found = pattern.match(text, position)
            if found and pattern is _QUANTITY and _ends_inside_word(text, found.end()):
                continue
            if found:
                yield from _COMPOUND.split(found[0]) if pattern is _WORD else (found[0],)
                position = found.end()
                break
        else:
            yield text[position]
            position += 1


def _ends_inside_word(text: str, end: int) -> bool:
    """Whether a place in a text is within a Latin word (the 2 of 2B)."""
    return (
        text[end - 1].isascii()
        and end < len(text)
        and text[end].isascii()
        and (text[end].isalnum())
    )


def _fit(piece: _Piece, size: float, first: float, width: float, bold: bool) -> list[_Piece]:
    """A piece, or its parts where it is wider than a line."""
    if fonts.width(piece.text, size, bold) <= width:
        return [piece]
    parts: list[_Piece] = []
    rest = piece.text
    while rest:
        length = _fitting(rest, size, first, bold)
        cost = piece.cost if not parts else 1.0
        parts.append(_Piece(rest[:length], piece.space if not parts else "", cost))
        rest = rest[length:]
    return parts


def _fitting(text: str, size: float, width: float, bold: bool) -> int:
    """How many characters of a text fit into a width; at least one."""
    used = 0.0
    for index, character in enumerate(text):
        used += fonts.width(character, size, bold)
        if used > width:
            return max(1, index)
    return len(text)


def _cut(line: str, size: float, width: float, bold: bool) -> str:
    """A line with an ellipsis at its end that still fits."""
    room = width - fonts.width(ELLIPSIS, size, bold)
    return line[: _fitting(line, size, room, bold)].rstrip(" ，、,") + ELLIPSIS
