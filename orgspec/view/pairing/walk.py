"""Pairs values of the same shape, field by field: what is text is said in both languages.

Nothing is lost where shapes differ: what stands in one language only stands alone.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass, replace
from difflib import SequenceMatcher
from enum import Enum
from typing import Any, cast

from orgspec.document import (
    Block,
    Cell,
    Chart,
    Facts,
    Heading,
    Inline,
    Matrix,
    Row,
    RowKind,
    Run,
    Section,
    Swimlane,
    Table,
    plain,
)
from orgspec.frozen import frozen
from orgspec.view.pairing import places
from orgspec.view.pairing.abreast import in_columns
from orgspec.view.pairing.texts import both, both_inline, softened


@frozen
class Pairing:
    """Pairs values; the locales are BCP 47 tags.

    Attributes:
        first, lang: the first and the second language.
        columns: whether running text stands in two columns.
    """

    first: str
    lang: str
    columns: bool = False

    def __call__(self, first: Any, second: Any, gap: str = " ") -> Any:
        """Two values of the same shape as one; texts stand on both sides of `gap`."""
        if first == second or second is None:
            return first
        if first is None:
            return second
        if isinstance(first, str) and not isinstance(first, Enum):
            return both(first, cast(str, second), gap)
        own = _OWN.get(type(first))
        if own is not None:
            return own(self, first, second)
        if is_dataclass(first) and not isinstance(first, type):
            return self.fields(first, second)
        if isinstance(first, tuple | list):
            return type(first)(self.several(tuple(first), tuple(second), gap))
        if isinstance(first, frozenset):
            return first | second
        if isinstance(first, Mapping):
            return self.labels(first, second, gap)
        return first

    def fields(self, first: Any, second: Any) -> Any:
        """A dataclass, whichever it is: each field with its like."""
        changes = {}
        for field in fields(first):
            place = (type(first).__name__, field.name)
            if field.name not in places.SINGLE and place not in places.SINGLE_AT:
                one, other = getattr(first, field.name), getattr(second, field.name)
                changes[field.name] = self(one, other, places.gap(*place))
        return replace(first, **changes)

    def labels(self, first: Mapping[str, Any], second: Mapping[str, Any], gap: str) -> Any:
        """Words by their keys."""
        keys = (*first, *(key for key in second if key not in first))
        own = {key: first[key] for key in first if key in places.SINGLE_LABELS}
        own |= {key: words for key, words in places.NEUTRAL_LABELS.items() if key in first}
        return {
            key: own[key] if key in own else self(first.get(key), second.get(key), gap)
            for key in keys
        }

    def blocks(self, first: tuple[Block, ...], second: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks of a document or of a section."""
        if self.columns and [*map(type, first)] == [*map(type, second)]:
            pairs = zip(first, second, strict=True)
            return in_columns(pairs, (self.first, self.lang), self)
        return cast(tuple[Block, ...], self.several(first, second))

    def several(self, first: tuple[Any, ...], second: tuple[Any, ...], gap: str = " ") -> Any:
        """Tuples: each part with its like, by its key or its place."""
        if all(isinstance(part, Run) for part in (*first, *second)):
            return both_inline(first, second, self.lang)
        one, other = [_key(part) for part in first], [_key(part) for part in second]
        if all(None not in keys and len({*keys}) == len(keys) for keys in (one, other)):
            by_key = dict(zip(other, second, strict=True))
            known = [self(part, by_key.get(key)) for key, part in zip(one, first, strict=True)]
            return (*known, *(part for key, part in by_key.items() if key not in one))
        alike = [_likeness(part) for part in first], [_likeness(part) for part in second]
        found: list[Any] = []
        matcher = SequenceMatcher(None, *alike, autojunk=False)
        for same, start, end, begin, stop in matcher.get_opcodes():
            if same == "equal":
                pairs = zip(first[start:end], second[begin:stop], strict=True)
                found += [self(part, like, gap) for part, like in pairs]
            else:
                found += [*first[start:end], *second[begin:stop]]
        return tuple(found)


def _key(part: object) -> Hashable:
    """What tells a part from its neighbours in any language; None if nothing does."""
    for name in ("key", "id", "uid", "address", "addresses"):
        if key := getattr(part, name, None):
            return cast(Hashable, key)
    return None


def _likeness(part: object) -> Hashable:
    """What two parts must have in common to be one."""
    match part:
        case Table():
            return Table, len(part.columns)
        case Matrix():
            return Matrix, len(part.columns), len(part.rows)
        case Chart():
            return Chart, tuple(card.id for card in part.cards)
        case Swimlane():
            return Swimlane, tuple(node.id for node in part.nodes), len(part.lanes)
        case Row():
            return Row, part.kind, len(part.cells)
    return (type(part),)


def _section(pairing: Pairing, first: Section, second: Section) -> Section:
    """A section has the number of the first language."""
    title = both(first.title, second.title)
    return replace(first, title=title, blocks=pairing.blocks(first.blocks, second.blocks))


def _heading(_: Pairing, first: Heading, second: Heading) -> Heading:
    """A heading has the number of the first language."""
    return replace(first, title=both(first.title, second.title))


def _facts(pairing: Pairing, first: Facts, second: Facts) -> Facts:
    """Labels stand one above the other, and so do values."""
    if len(first.pairs) != len(second.pairs):
        return replace(
            first, pairs=(*first.pairs, *second.pairs), wide=first.wide | second.wide,
            listed=first.listed | second.listed,
        )  # fmt: skip
    pairs: list[tuple[str, Inline]] = []
    wide, listed, weighed = set(), set(), first.weighed
    for (label, value), (again, other) in zip(first.pairs, second.pairs, strict=True):
        pairs.append((both(label, again, "\n"), both_inline(value, other, pairing.lang)))
        if label in first.wide or again in second.wide:
            wide.add(pairs[-1][0])
        if label in first.listed:
            listed.add(pairs[-1][0])
        if weighed is not None and weighed.label == label:
            weighed = replace(weighed, label=pairs[-1][0])
    return replace(
        first, pairs=tuple(pairs), wide=frozenset(wide), listed=frozenset(listed), weighed=weighed
    )


def _row(pairing: Pairing, first: Row, second: Row) -> Row:
    """A row; the title of a group stands in one line."""
    gap = " " if first.kind is RowKind.GROUP else "\n"
    cells = tuple(
        _cell(pairing, one, other, gap)
        for one, other in zip(first.cells, second.cells, strict=True)
    )
    return replace(first, cells=cells)


def _cell(pairing: Pairing, first: Cell, second: Cell, gap: str = "\n") -> Cell:
    """A cell: each line above its like; if they are not as many, all of one, then the other's."""
    if len(first.lines) != len(second.lines):
        said = {plain(line) for line in first.lines}
        more = (line for line in second.lines if plain(line) not in said)
        softer = tuple(softened(line, pairing.lang) for line in more)
        return replace(first, lines=(*first.lines, *softer))
    lines = tuple(
        both_inline(line, like, pairing.lang, gap)
        for line, like in zip(first.lines, second.lines, strict=True)
    )
    return replace(first, lines=lines)


_OWN: Mapping[type, Callable[[Pairing, Any, Any], Any]] = {
    Section: _section,
    Heading: _heading,
    Facts: _facts,
    Row: _row,
    Cell: _cell,
}
