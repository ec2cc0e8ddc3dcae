"""The grammar of targets: a figure with its comparison and its period, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from orgspec.model.values import amount, duration
from orgspec.model.values.amount import Amount
from orgspec.model.values.comparison import AFTER, BEFORE, Comparison
from orgspec.model.values.duration import Duration
from orgspec.model.values.numerals import HAN, SCALED, read_han, read_number
from orgspec.model.values.period import ADVERBS, CHINESE, ENGLISH, NOUNS, Period
from orgspec.model.values.wording import LONGEST


class Figure(NamedTuple):
    """What was found: an amount or a duration; `whole` where the text says nothing else."""

    comparison: Comparison | None
    amount: Amount
    duration: Duration | None = None
    period: Period | None = None
    whole: bool = True


def _either(words: Iterable[str]) -> str:
    """The words as alternatives, longer ones first; an English one must end there.

    None of the others is the beginning of an English one, so that these can stand in front.
    """
    english: list[str] = []
    others: list[str] = []
    for word in sorted(words, key=len, reverse=True):
        last = word[-1]
        (english if last.isascii() and last.isalpha() else others).append(re.escape(word))
    return "|".join([*others, f"(?:{'|'.join(english)})(?![a-z])"])


_HAN_AFTER = tuple(word for word in AFTER if not word.isascii() and len(word) > 1)
_ADVERB = "|".join(map(re.escape, ADVERBS))
_TIME = (
    "个?(?:工作|自然)?(?:日|天|小时|分钟|周|年|个月)|个?月|"
    "(?:(?:working|business|calendar|clock)[ -])?"
    "(?:minutes?|mins?|hours?|days?|weeks?|months?|years?)"
    "(?![a-z])"
)


@cache
def _period_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:每个?({CHINESE})度?|([日周月季年])[均度]"
        rf"|(?:per|each|every|a) ({ENGLISH})|({_ADVERB}))"
        r"(?:[,: ]+|(?![a-z]))",
        re.IGNORECASE,
    )


@cache
def _period_after() -> re.Pattern[str]:
    return re.compile(
        rf"(?: (?:per|a|an|each|every|in a) ({ENGLISH})| ?/ ?({ENGLISH}|{CHINESE})"
        rf"| ({_ADVERB})| ?每个?({CHINESE}))$",
        re.IGNORECASE,
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:{_either(BEFORE)}) ?", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"(?: (?=[a-z])|(?![a-z])) ?({_either(AFTER)})$", re.IGNORECASE)


@cache
def _time() -> re.Pattern[str]:
    return re.compile(_TIME, re.IGNORECASE)


@cache
def _loose() -> tuple[re.Pattern[str], ...]:
    """For prose: a number with its unit, a Chinese one, a comparison at the end, one anywhere."""
    telling = [word for word in BEFORE if " " in word or not word.isascii() or word in "<=>="]
    return (
        re.compile(
            rf"(?<![a-z0-9.])(?P<n>{SCALED}) ?"
            rf"(?:(?P<time>{_TIME})|(?P<unit>[%‰]|[^\W\d_]{{1,12}}))?",
            re.IGNORECASE,
        ),
        re.compile(rf"(?<!第)(?:([{HAN}]+)(?= ?(?:{_TIME}))|([两三四五六七八九十]+)(?= ?次))"),
        re.compile(rf"(?:{_either(BEFORE)})[ 到在为]?$", re.IGNORECASE),
        re.compile(_either(telling), re.IGNORECASE),
    )


@cache
def _ranges() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """`low-high unit`, and what joins two limits."""
    return (
        re.compile(
            rf"(?P<head>.*?)(?P<low>{SCALED})(?P<unit>[^0-9<>=≤≥~-]{{0,20}}?)"
            rf" ?(?:[-–—~〜]|到|至| to ) ?(?P<high>{SCALED})(?P<tail>[^0-9]*)",
            re.IGNORECASE,
        ),
        re.compile(r" ?(?: and | but |[且、;]|,(?![0-9]{3})) ?", re.IGNORECASE),
    )


def read_figure(text: str) -> Figure | None:
    """The one figure of a text in normal form; None where it has none, or several."""
    if len(text) > LONGEST:
        return None
    return _strict(text) or _prose(text)


def has_number(text: str) -> bool:
    """Whether there is any number in a text, be it one that nothing can be made of."""
    return _loose()[0].search(text) is not None


def _is_year(text: str) -> bool:
    """Whether a text that counts years names one: `2026年` is no length of time."""
    return text.endswith("年") and text[:4].isdecimal() and "1900" <= text[:4] <= "2100"


def _says_more(unit: str) -> bool:
    """Whether what stands behind a number is more than a unit: `2 days overdue`."""
    return _time().match(unit) is not None or any(word in unit for word in _HAN_AFTER)


def _period(found: re.Match[str]) -> Period:
    """The period that a pattern caught."""
    word = next(group for group in found.groups() if group).lower()
    return NOUNS.get(word) or ADVERBS[word]


def _strict(text: str) -> Figure | None:
    """`[per period] [comparison] number [unit] [per period]` and nothing else."""
    period = comparison = None
    if found := _period_before().match(text):
        period, text = _period(found), text[found.end() :]
    if found := _before().match(text):
        comparison, text = BEFORE[found[0].strip().lower()], text[found.end() :]
    for _ in range(2):
        if period is None and (found := _period_after().search(text)):
            period, text = _period(found), text[: found.start()]
        if found := _after().search(text):
            after = AFTER[found[1].lower()]
            if comparison not in (None, after):
                return None
            comparison, text = after, text[: found.start()]
    text = text.strip()
    if length := duration.read(text):
        whole = None if _is_year(text) else Amount(length.amount)
        return Figure(comparison, whole, length, period) if whole else None
    figure = amount.read(text)
    if figure is None or _says_more(figure.unit):
        return None
    return Figure(comparison, figure, None, period)


def _prose(text: str) -> Figure | None:
    """The figure of a sentence that has exactly one: `合同在3个工作日内完成审核`."""
    number, han, at_end, anywhere = _loose()
    found = list(number.finditer(text))
    if not found and (word := han.search(text)):
        figure = read_han(word[1] or word[2])
        if figure is not None:
            text = f"{text[: word.start()]}{figure}{text[word.end() :]}"
            found = list(number.finditer(text))
    if len(found) != 1 or _is_year(found[0][0]):
        return None
    head, tail = text[: found[0].start()], text[found[0].end() :]
    value, length, follows = _measured(found[0])
    period = _period_before().search(head) or _period_after().search(tail)
    comparison = AFTER.get(follows)
    if word := at_end.search(head):
        comparison = BEFORE[word[0].rstrip(" 到在为").lower()]
    elif word := re.match(_either(AFTER), tail.lstrip(), re.IGNORECASE):
        comparison = AFTER[word[0].lower()]
    elif comparison is None and (words := anywhere.findall(head)):
        comparison = BEFORE[words[-1].lower()]
    return Figure(comparison, value, length, _period(period) if period else None, whole=False)


def _measured(found: re.Match[str]) -> tuple[Amount, Duration | None, str]:
    """The amount or duration of a number in prose, and the comparison that its unit ran into."""
    if found["time"] and (length := duration.read(f"{found['n']} {found['time']}")):
        return Amount(length.amount), length, ""
    unit = found["unit"] or ""
    for word in _HAN_AFTER:
        if word in unit:
            return amount.canonical(read_number(found["n"]), unit.partition(word)[0]), None, word
    return amount.canonical(read_number(found["n"]), unit), None, ""


def split(text: str) -> tuple[Figure, ...]:
    """The limits of a text that states several (`6–8`, `≥ 6 and ≤ 8`); else nothing."""
    if len(text) > LONGEST:
        return ()
    between, joint = _ranges()
    if found := between.fullmatch(text):
        return _range(found)
    parts = joint.split(text)
    if len(parts) < 2:
        return ()
    figures = [figure for part in parts if (figure := _strict(part)) and figure.comparison]
    return _shared(figures) if len(figures) == len(parts) else ()


def _range(found: re.Match[str]) -> tuple[Figure, ...]:
    """The two limits of `low-high unit`; nothing where that is no range (a date)."""
    low, high, tail = found["low"], found["high"], found["tail"]
    scale = high.lstrip("+-0123456789., ")
    if scale and low[-1].isdigit() and not found["unit"].strip():
        low += scale
    first = _strict(f"{found['head']}{low}{found['unit'] or tail}")
    last = _strict(f"{found['head']}{high}{tail}")
    if not first or not last or first.comparison or last.comparison:
        return ()
    if first.amount.number > last.amount.number or not _alike(first, last):
        return ()
    return (
        first._replace(comparison=Comparison.AT_LEAST, period=first.period or last.period),
        last._replace(comparison=Comparison.AT_MOST),
    )


def _alike(first: Figure, last: Figure) -> bool:
    """Whether two figures are of one unit."""
    if first.duration and last.duration:
        return first.duration.unit == last.duration.unit
    return first.duration is last.duration and first.amount.unit == last.amount.unit


def _shared(figures: list[Figure]) -> tuple[Figure, ...]:
    """The figures, with unit and period of the last where they have none."""
    last = figures[-1]
    return tuple(
        figure._replace(
            amount=replace(figure.amount, unit=figure.amount.unit or last.amount.unit),
            period=figure.period or last.period,
        )
        for figure in figures
    )
