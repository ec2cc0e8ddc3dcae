"""How two texts that say the same stand together."""

from __future__ import annotations

import re

from orgspec.document import Emphasis, Inline, Run, plain

_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
# Chinese fonts set curved quotation marks as wide as a character: Latin text takes straight ones.
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
_LONG = 90  # letters of one line
_DOT = " · "
_HAN_NUMERAL = re.compile("[一二三四五六七八九十]+")
_BETWEEN = re.compile(r"\W+")
_DIGIT = re.compile(r"\d")
_SAYS = re.compile(r"\w")
_COMPARES = re.compile(r"[<>≤≥=≠≈] $")  # a figure behind it is a limit, no number of the text
_FIGURES = re.compile(r"(?:(?<=\s)|^)[^\s\w]*\d\S*(?: [^\s\w]+| \S*\d\S*)*$")

# What is said in the second language stands back behind the first.
_SOFTER = {
    Emphasis.STRONG: Emphasis.PLAIN,
    Emphasis.PLAIN: Emphasis.MUTED,
    Emphasis.MUTED: Emphasis.MUTED,
}


def both(first: str, second: str, gap: str = " ") -> str:
    """Two texts of the same meaning, the first before the second; equal ones stand once.

    One that the other holds already, and one without a letter or figure, is left out. A number
    at the end of both stands once, behind the words of both.

    >>> both("版本 1.2", "Version 1.2")
    '版本 Version 1.2'
    >>> both("编 4 / 5", "4 / 5")
    '编 4 / 5'
    """
    first, second = _own(first), _own(second)
    only = _the_one(first, second)
    if only is not None:
        return only
    if "\n" in first or "\n" in second:
        pairs = _lines(first, second)
        return "\n".join(both(*pair, "\n") for pair in pairs) if pairs else f"{first}\n{second}"
    merged = _part_by_part(first, second) or _around_figures(first, second)
    if merged:
        return merged
    if gap == " " and re.match(r"[\d{]", second):
        gap = " / "
    return f"{first}{gap}{second}"


def both_inline(first: Inline, second: Inline, lang: str, gap: str = "\n") -> Inline:
    """The same for inline text: the second, in the language `lang`, stands back."""
    said, said_again = _own(plain(first)), _own(plain(second))
    only = _the_one(said, said_again)
    if only is not None:
        return first if only == said else second
    if len(first) == len(second) == 1 and first[0].emphasis is second[0].emphasis:
        merged = _part_by_part(said, said_again)
        if merged and "\n" not in merged:
            return (Run(merged, first[0].emphasis, first[0].lang),)
        if pairs := _lines(said, said_again):
            return _stacked(pairs, first[0].emphasis, lang)
    if gap == " " and _share_their_end(first, second):
        return (*both_inline(first[:-1], second[:-1], lang, gap), first[-1])
    if gap == " " and _width(said) + _width(said_again) > _LONG:
        gap = "\n"
    before = (Run(_own(run.text), run.emphasis, run.lang) for run in first)
    return (*before, Run(gap), *softened(second, lang))


def _share_their_end(first: Inline, second: Inline) -> bool:
    """Whether both end with the same note behind their words: the share of a group."""
    notes = [_own(text[-1].text).strip() for text in (first, second) if len(text) > 1]
    return len(notes) == 2 and notes[0] == notes[1]


def softened(text: Inline, lang: str) -> Inline:
    """A text in the second language as it stands behind the first."""
    return tuple(Run(_own(run.text), _SOFTER[run.emphasis], lang) for run in text)


def _lines(first: str, second: str) -> list[tuple[str, str]]:
    """Each line of a text with its like in another of as many lines; none for single lines."""
    one, other = first.split("\n"), second.split("\n")
    return [*zip(one, other, strict=True)] if len(one) == len(other) > 1 else []


def _stacked(pairs: list[tuple[str, str]], emphasis: Emphasis, lang: str) -> Inline:
    """Lines, each above its like."""
    runs: list[Run] = []
    for one, other in pairs:
        end = (Run("\n"),) if runs else ()
        runs += [*end, *both_inline((Run(one, emphasis),), (Run(other, emphasis),), lang)]
    return tuple(runs)


def _width(text: str) -> int:
    """About how wide a text is: a Chinese character counts as two letters."""
    return sum(2 if character >= "\u2e80" else 1 for character in text)


def _are_numerals(first: str, second: str) -> bool:
    """Whether two texts are the same number in the figures of two languages: 三 and 3."""
    return any(
        _HAN_NUMERAL.fullmatch(one) and other.isdigit()
        for one, other in ((first, second), (second, first))
    )


def _part_by_part(first: str, second: str) -> str:
    """Both texts if they are rows of as many parts that have something in common: it stands once.

    >>> _part_by_part("R · 每日", "R · daily")
    'R · 每日 daily'
    """
    one, other = first.split(_DOT), second.split(_DOT)
    if len(one) != len(other) or len(one) < 2:
        return ""
    pairs = [*zip(one, other, strict=True)]
    if not any(a == b for a, b in pairs) and not all(
        _the_one(a, b) is not None or _around_figures(a, b) for a, b in pairs
    ):
        return ""
    return _DOT.join(both(a, b) for a, b in pairs)


def _around_figures(first: str, second: str) -> str:
    """Both texts if they share a number: at the end of both, or where one ends and one begins.

    >>> _around_figures("编 4", "4 posts")
    '编 4 posts'
    """
    found = _FIGURES.search(first)
    if not found:
        return ""
    figures = found[0]
    if second.startswith(f"{figures} "):
        words = [first[: -len(figures)], second[len(figures) :]]
        return figures.join(words) if not any(map(_DIGIT.search, words)) else ""
    words = [text.removesuffix(figures) for text in (first, second)]
    shared = second.endswith(figures) and all(
        _SAYS.search(word)
        and word.endswith(" ")
        and not _DIGIT.search(word)
        and not _COMPARES.search(word)
        for word in words
    )
    return "".join([*words, figures]) if shared else ""


def _own(text: str) -> str:
    """A text with the quotation marks of its script."""
    return text if _HAN.search(text) else text.translate(_STRAIGHT)


def _the_one(first: str, second: str) -> str | None:
    """The text that says all by itself, if one of two does."""
    if second in first or not _SAYS.search(second) or _are_numerals(first, second):
        return first
    if _BETWEEN.sub(" ", first) == _BETWEEN.sub(" ", second):
        return first  # only the punctuation differs
    if first in second or not _SAYS.search(first):
        return second
    return None
