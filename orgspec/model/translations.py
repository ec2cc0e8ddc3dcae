"""Confirmed translations: which default text each was made from (`translations.lock`)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from orgspec.diagnostics import Message, say
from orgspec.frozen import frozen
from orgspec.late import late
from orgspec.model.entity import Entity
from orgspec.model.organisation import Organisation
from orgspec.model.text import Text
from orgspec.model.texts import Route, locale_maps
from orgspec.source import Span
from orgspec.syntax.nodes import MapNode, Node
from orgspec.syntax.problems import Problem
from orgspec.syntax.reader import Tree

VERSION = "1"
_INDEX = late(r"\.[0-9]+(?=\.|$)")
_ADVICE = say(
    "delete the file, or write it anew with `orgspec check --write-translations`",
    "请删除该文件，或用 `orgspec check --write-translations` 重新写入",
)
_HEADER = (
    "# Which default text each confirmed translation was made from.\n"
    "# 每条已确认的译文所依据的默认语言原文。\n"
    "# orgspec check --write-translations\n"
)


class Place(NamedTuple):
    """A text: the address of its entity, and its route there in YAML keys and indices."""

    address: str
    route: Route

    @property
    def key(self) -> str:
        """As the file names it: `role/sales-rep#purpose`, `duty/d#tasks.0.name`."""
        return f"{self.address}#{'.'.join(map(str, self.route))}"

    @property
    def group(self) -> str:
        """What it shares with the other items of its list, which may change places with it."""
        return group_of(self.key)


def group_of(key: str) -> str:
    """The key of a text with a star for its place in a list: `duty/d#tasks.*.name`."""
    address, _, route = key.partition("#")
    return f"{address}#{_INDEX.sub('.*', route)}"


Recorded = Mapping[str, Mapping[str, str]]
"""Key of a text → locale → digest of the default text."""


@frozen
class Translations:
    """What was confirmed: for each text and locale the digest of the default text behind it."""

    recorded: Recorded

    def text(self) -> str:
        """The file: one line a text, sorted, so that a change of one is a change of one line."""
        lines = [_HEADER, f"version: {VERSION}\n"]
        lines.append("translations:\n" if self.recorded else "translations: {}\n")
        for key in sorted(self.recorded):
            locales = sorted(self.recorded[key].items())
            values = ", ".join(f"{_scalar(tag)}: {_scalar(value)}" for tag, value in locales)
            lines.append(f"  {_scalar(key)}: {{{values}}}\n")
        return "".join(lines)


def _scalar(text: str) -> str:
    """A text in quotes: what follows `#` is no comment, and no digest is a number."""
    import json

    return json.dumps(text, ensure_ascii=False)


def digest(text: str) -> str:
    """16 hexadecimal digits of a text; blanks, line breaks and Unicode form do not count."""
    from hashlib import sha256

    plain = text if text.isascii() else unicodedata.normalize("NFC", text)
    data = " ".join(plain.split()).encode("utf-8", "surrogatepass")
    return sha256(data).hexdigest()[:16]


def translated(organisation: Organisation) -> Iterator[tuple[Place, str, Text]]:
    """Every text that has a default and another locale: its place, its default text, itself."""
    default = organisation.locales[0]
    if len(organisation.locales) < 2:
        return
    for entity in with_texts(organisation):
        for route, text in locale_maps(entity):
            original = text.locales.get(default)
            if original is not None and len(text.locales) > 1:
                yield Place(entity.address, route), original, text


def with_texts(organisation: Organisation) -> Iterator[Entity]:
    """All that holds texts: the organisation itself, the manifest, every entity."""
    yield organisation.profile
    yield organisation.manifest
    yield from organisation.entities()


def confirmed(organisation: Organisation) -> Translations:
    """All translations as they stand, each made from the default text beside it."""
    default = organisation.locales[0]
    recorded = {
        place.key: {tag: digest(original) for tag in text.locales if tag != default}
        for place, original, text in translated(organisation)
    }
    return Translations(recorded)


def read_translations(tree: Tree) -> tuple[Translations | None, list[Problem]]:
    """What a file holds, and what is wrong with it; None if nothing can be made of it."""
    problems = list(tree.problems)
    root = tree.root
    if tree.broken:
        return None, problems
    if not isinstance(root, MapNode):
        problems.append(_wrong(tree, tree.span, say("no mapping", "不是映射")))
        return None, problems
    version = root.get("version")
    if version != VERSION:
        span = _value(root, "version") if "version" in root else tree.span
        what = say("no version of it that is known here", "不是此版本认识的版本")
        problems.append(_wrong(tree, span, what, "SYN010"))
        return None, problems
    written = root.get("translations")
    if written is not None and not isinstance(written, MapNode):
        what = say("`translations` is no mapping", "`translations` 不是映射")
        problems.append(_wrong(tree, _value(root, "translations"), what))
        return None, problems
    return Translations(dict(_entries(tree, written or {}, problems))), problems


def _entries(
    tree: Tree, written: Node, problems: list[Problem]
) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The sound lines of the file; each other one is a problem."""
    if not isinstance(written, MapNode):
        return
    for (key, value), pair in zip(written.items(), written.pairs(), strict=True):
        if isinstance(value, MapNode) and all(isinstance(v, str) for v in value.values()):
            yield key, dict(value)
        else:
            what = say("`{key}` has no digest for each locale", "`{key}` 缺少各语言的摘要", key=key)
            problems.append(_wrong(tree, Span(*pair[:2]), what))


def _value(node: MapNode, key: str) -> Span:
    """The span of a value, of its key if it is empty."""
    start, end, first, last = node.spans[key]
    return Span(first, last) if last > first else Span(start, end)


def _wrong(tree: Tree, span: Span, what: Message, code: str = "SYN007") -> Problem:
    """A problem of the file, shown on its first line if it is of the whole."""
    first = tree.source.line(1)
    if "\n" in tree.source.text[span.start : span.end] or span.end <= span.start:
        span = Span(0, len(first))
    message = say(
        "the confirmed translations cannot be used: {what}",
        "已确认的译文无法使用：{what}",
        what=what,
    )
    return Problem(code, tree.source, span, message, _ADVICE)
