"""Names of units in the texts: variants of a declared name that nobody declared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from orgspec.graph.graph import Graph
from orgspec.graph.places import Written, texts_at
from orgspec.late import late
from orgspec.model.department import Department
from orgspec.model.values.script import has_han, plain
from orgspec.model.values.unit_names import has_suffix, stem
from orgspec.model.values.verb_kin import is_verb
from orgspec.source import Span

_SUFFIX = late(
    r"(?:部门|团队|小组|部(?![分署件位门长队])|组(?![织合成件建装长]))"
    r"|(?<=\S) (?:Department|Dept\b\.?|Team)(?![A-Za-z])"
)
_LEADING = late("(?:带领|率领|领导|建设|组建|培养|打造|激励|管理)(?:好|本|其|整个)?$")
"""Before 团队 or 小组 these speak of the people who are led, not of the unit by name."""

_JOINS = frozenset("vpcudrxwyoe")
"""Parts of speech that stand before a name and are no part of it."""


class Drift(NamedTuple):
    """A text that names a unit in another way.

    Attributes:
        unit: the department that is meant.
        name: how it is declared.
        variant: how the text has it; `span` is where.
    """

    written: Written
    unit: Department
    name: str
    variant: str
    span: Span


def drifts(graph: Graph) -> Iterator[Drift]:
    """The first variant of each unit's name in each text."""
    units = _units(graph)
    if not units:
        return
    declared = _declared(graph)
    longest = max(map(len, units))
    names = _unit_names(graph)
    for source in graph.rare_characters:
        spans = [
            (start, found.end())
            for found in _SUFFIX.finditer(source.text)
            if (start := _start(source.text, found, units, declared, longest)) is not None
        ]
        texts = texts_at(graph.program, source, [start for start, _ in spans]) if spans else ()
        for written in texts:
            yield from _in_text(names, written, spans, units)


def _in_text(
    names: tuple[str, ...],
    written: Written,
    spans: list[tuple[int, int]],
    units: Mapping[str, tuple[Department, str]],
) -> Iterator[Drift]:
    """The variants in one text, each unit once."""
    told: set[str] = set()
    for start, end in spans:
        if not written.span.start <= start < written.span.end:
            continue
        variant = written.source.text[start:end]
        unit, name = units[stem(variant)]
        before = written.source.text[written.span.start : start]
        if unit.id not in told and not _goes_on(names, written, start, end, before):
            told.add(unit.id)
            yield Drift(written, unit, name, variant, Span(start, end))


def _units(graph: Graph) -> dict[str, tuple[Department, str]]:
    """Stem → the unit whose name bears a word for a unit, and that name; ambiguous ones left out."""
    found: dict[str, tuple[Department, str]] = {}
    several: set[str] = set()
    for unit in graph.organisation.departments.values():
        for name in unit.name.written() if unit.name else (unit.id,):
            if has_suffix(name):
                key = stem(name)
                if found.setdefault(key, (unit, name))[0] is not unit:
                    several.add(key)
    return {key: value for key, value in found.items() if key not in several and len(key) > 1}


def _declared(graph: Graph) -> frozenset[str]:
    """Every name and alias, in plain form."""
    names: set[str] = set()
    for entity in graph.organisation.entities():
        if entity.kind in ("department", "role", "partner", "system", "term", "meeting", "person"):
            names.add(entity.id)
            names.update(entity.names)
    return frozenset(map(plain, names))


def _start(
    text: str,
    found: re.Match[str],
    units: Mapping[str, tuple[Department, str]],
    declared: frozenset[str],
    longest: int,
) -> int | None:
    """Where a variant of a unit's name begins that ends in a suffix; None if none does."""
    at = found.start()
    for start in range(max(0, at - longest), at):
        key = text[start:at]
        if (key in units or key.casefold() in units) and (
            plain(text[start : found.end()]) not in declared
        ):
            whole = not key[0].isascii() or not text[start - 1 : start].isalnum()
            return start if whole else None
    return None


def _goes_on(names: tuple[str, ...], written: Written, start: int, end: int, before: str) -> bool:
    """Whether a variant is but the end of a longer name: declared, or by the word before it."""
    text = written.source.text
    for name in names:
        at = name.find(text[start:end])
        if at > 0 and text[start - at : start - at + len(name)] == name:
            return True
    if not has_han(text[start:end]):
        word = before.rsplit(maxsplit=1)[-1] if before.endswith(" ") and before.strip() else ""
        return word.isalpha() and word[0].isupper() and not is_verb(word.casefold())
    if not has_han(before[-1:]):
        return False
    if text[start:end].endswith(("团队", "小组")) and _LEADING.search(before):
        return True
    import rjieba

    word, tag = rjieba.tag(before[-12:])[-1]
    return tag[0] not in _JOINS or word in ("各", "每个", "其他", "某")


def _unit_names(graph: Graph) -> tuple[str, ...]:
    """The names and aliases of units as they are written."""
    units = graph.organisation.departments.values()
    return tuple(name for unit in units for name in unit.names)
