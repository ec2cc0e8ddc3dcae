"""The language reference: a written preface, then every field of every entity from the models."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import Field, fields
from functools import cache
from pathlib import Path
from typing import Any

from orgspec.diagnostics import Message, say
from orgspec.model.entity import Entity
from orgspec.model.introspection import FieldShape, fields_of
from orgspec.model.manifest import MANIFEST_KEYS, Manifest
from orgspec.model.organisation import COLLECTIONS, NESTED
from orgspec.model.record import is_required
from orgspec.model.schema import json_schema
from scripts.forms import parts_of, written

_HEAD = {"en": ("Key", "Written as", "Meaning"), "zh": ("键", "写法", "含义")}


def page(locale: str) -> str:
    """The whole page as Markdown."""
    preface = Path(__file__).with_name(f"reference_preface.{locale}.md").read_text(encoding="utf-8")
    parts: dict[str, type] = {}
    blocks = [preface.rstrip(), *_manifest(locale, parts), *_common(locale, parts)]
    for key, cls in COLLECTIONS.items():
        blocks += _collection(key, cls, locale, parts)
    blocks.append(say("## Parts", "## 组成部分").in_(locale))
    done: set[str] = set()
    while remaining := [part for name, part in parts.items() if name not in done]:
        for part in sorted(remaining, key=lambda each: each.__name__):
            done.add(part.__name__)
            blocks += [f"### {part.__name__}", _table(fields_of(part), part, locale, parts)]
    return "\n\n".join(blocks) + "\n"


def _manifest(locale: str, parts: dict[str, type]) -> Iterator[str]:
    """The keys that stand in `orgspec.yaml` only."""
    yield say("## The manifest", "## 清单文件").in_(locale)
    yield say(
        "These keys stand in `orgspec.yaml` only; all are optional.",
        "以下键只写在 `orgspec.yaml` 中，均可省略。",
    ).in_(locale)
    shapes = {shape.key: shape for shape in fields_of(Manifest)}
    yield _table([shapes[key] for key in MANIFEST_KEYS], Manifest, locale, parts)


def _common(locale: str, parts: dict[str, type]) -> Iterator[str]:
    """What every entity has."""
    yield say("## Every entity", "## 所有条目共有的字段").in_(locale)
    yield _table(fields_of(Entity), Entity, locale, parts)


def _collection(key: str, cls: type[Entity], locale: str, parts: dict[str, type]) -> Iterator[str]:
    """A collection and what is declared inside its entities."""
    yield f"## `{key}`"
    yield say(
        "{title}. Address: `{address}`.",
        "{title}。地址：`{address}`。",
        title=_titles()[key].in_(locale),
        address=f"{cls.kind}/{{id}}",
    ).in_(locale)
    yield _table(_own(cls), cls, locale, parts)
    if cls.kind in NESTED:
        field, inner = NESTED[cls.kind]
        yield f"### `{key}.{field}`"
        yield say(
            "A map from id to entity, or a list of ids. Address: `{address}`.",
            "由 id 到条目的映射，或 id 的列表。地址：`{address}`。",
            address=f"{inner.kind}/{{{cls.kind}}}/{{id}}",
        ).in_(locale)
        yield _table(_own(inner), inner, locale, parts)


@cache
def _titles() -> dict[str, Message]:
    """The title of each collection, as the schema shows it to editors."""
    properties = json_schema()["properties"]
    pairs = {key: properties[key]["title"].partition(" · ") for key in COLLECTIONS}
    return {key: say(en, zh) for key, (en, _, zh) in pairs.items()}


def _own(cls: type[Entity]) -> list[FieldShape]:
    """The fields that an entity has beside those that all have."""
    common = {shape.key for shape in fields_of(Entity)}
    return [shape for shape in fields_of(cls) if shape.key not in common]


def _table(shapes: Sequence[FieldShape], cls: type, locale: str, parts: dict[str, type]) -> str:
    """Fields as a table; the classes that they mention are noted in `parts`."""
    if not shapes:
        return say("No fields of its own.", "没有特有字段。").in_(locale)
    rows = [_row(shape, cls, locale, parts) for shape in shapes]
    head = _HEAD[locale]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---",) * 3, *rows))


def _row(shape: FieldShape, cls: type, locale: str, parts: dict[str, type]) -> tuple[str, str, str]:
    """A field: its key, how it is written, what it means."""
    info = next(each for each in fields(cls) if each.name == shape.name)
    nested = NESTED.get(getattr(cls, "kind", ""))
    if nested is not None and nested[0] == shape.key:
        form = say("map of ids, below", "id 映射，见下").in_(locale)
    else:
        form = _choices(info) or written(shape.annotation, locale)
        for part in parts_of(shape.annotation):
            parts.setdefault(part.__name__, part)
    key = f"`{shape.key}`"
    if is_required(info):
        key += say(" (required)", "（必填）").in_(locale)
    return key, form.replace("|", "\\|"), _meaning(info, locale).replace("|", "\\|")


def _choices(info: Field[Any]) -> str:
    """The words that a field admits, if it admits a few only."""
    return " / ".join(f"`{word}`" for word in info.metadata.get("choices", ()))


def _meaning(info: Field[Any], locale: str) -> str:
    """Title and description of a field, and its default if it has a telling one."""
    en, _, zh = info.metadata["title"].partition(" · ")
    long_en, _, long_zh = info.metadata["description"].partition("\n\n")
    title, text = (zh, long_zh) if locale == "zh" else (en, long_en)
    said = text.rstrip(".。") if text else title
    if said.casefold() != title.casefold():
        said = f"**{title}**{'：' if locale == 'zh' else ': '}{said}"
    else:
        said = f"**{title}**"
    default = info.default
    if isinstance(default, str) and default:
        said += _default(default).in_(locale)
    return said + ("。" if locale == "zh" else ".")


def _default(value: str) -> Message:
    """What stands where nothing is written."""
    return say("; default `{value}`", "；默认 `{value}`", value=value)
