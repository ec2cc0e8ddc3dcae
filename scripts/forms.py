"""How a field may be written, in words, read off its annotation in the model."""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import Annotated, Any, Union, get_args, get_origin

from orgspec.diagnostics import Message, say
from orgspec.model import fields
from orgspec.model.fields import Many, Reference, Short
from orgspec.model.record import is_part

_PLAIN: tuple[tuple[Any, Message], ...] = (
    (fields.LocalText, say("text", "文字")),
    (fields.Word, say("word", "词")),
    (fields.Flag, say("`true` or `false`", "`true` 或 `false`")),
    (fields.Number, say("number", "数字")),
    (fields.Whole, say("whole number", "整数")),
    (fields.Date, say("date", "日期")),
    (fields.Duration, say("duration", "时长")),
    (fields.Frequency, say("frequency", "频率")),
    (fields.Target, say("target", "目标")),
    (fields.Percent, say("share", "占比")),
    (fields.Amount, say("amount", "数额")),
    (str, say("word", "词")),
    (Any, say("any value", "任意值")),
)
_UNIONS = (Union, types.UnionType)


def written(annotation: Any, locale: str) -> str:
    """What may be written for a field of this annotation, as Markdown."""
    plain = next((words for alias, words in _PLAIN if annotation == alias), None)
    if plain is not None:
        return plain.in_(locale)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _annotated(arguments[0], arguments[1:], locale)
    if origin in _UNIONS:
        forms = [written(each, locale) for each in arguments if each is not type(None)]
        return (" 或 " if locale == "zh" else " or ").join(dict.fromkeys(forms))
    if origin is tuple:
        return say("list of: {of}", "列表，每项为：{of}", of=written(arguments[0], locale)).in_(
            locale
        )
    if origin in (Mapping, dict):
        return say("map to: {of}", "映射，值为：{of}", of=written(arguments[1], locale)).in_(locale)
    if is_part(annotation):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    return say("word", "词").in_(locale)


def _annotated(inner: Any, metadata: tuple[Any, ...], locale: str) -> str:
    """The form of an annotated type: what its markers say goes before what it is."""
    reference = next((each for each in metadata if isinstance(each, Reference)), None)
    if reference is not None:
        return _reference(reference, locale)
    form = written(inner, locale)
    if any(isinstance(each, Many) for each in metadata):
        of = written(get_args(inner)[0], locale)
        form = say("one or a list of: {of}", "一个或多个：{of}", of=of).in_(locale)
    short = next((each for each in metadata if isinstance(each, Short)), None)
    return f"{form}{shorthand(short, locale)}" if short is not None else form


def _reference(reference: Reference, locale: str) -> str:
    """The kinds of entity that a reference may name, and the words that may stand instead."""
    kinds = [f"`{kind}`" for kind in reference.kinds]
    words = [f"`{word}`" for word in reference.words]
    if locale == "zh":
        text = f"{'、'.join(kinds)} 的 id" if kinds else "id"
        more = [*words, *(["自由文字"] if reference.free else [])]
        return text + (f"，或 {'、'.join(more)}" if more else "")
    text = f"{' / '.join(kinds)} id" if kinds else "id"
    more = [*words, *(["free text"] if reference.free else [])]
    return text + (f", or {' / '.join(more)}" if more else "")


def shorthand(short: Short, locale: str) -> str:
    """What a single value stands for: `; x = {role: x}`; nothing if it stands for itself."""
    try:
        filled = short.fill("x")
    except Exception:  # some shorthands take no bare word: then there is nothing to show
        return ""
    if not isinstance(filled, Mapping) or "x" in filled:
        return ""
    inside = ", ".join(f"{key}: x" if key != "*" else "…: x" for key in filled)
    return say("; `x` = `{{{inside}}}`", "；`x` = `{{{inside}}}`", inside=inside).in_(locale)


def parts_of(annotation: Any) -> list[type]:
    """The classes (parts of entities) that an annotation mentions, in order."""
    if is_part(annotation):
        return [annotation]
    return [part for each in get_args(annotation) for part in parts_of(each)]
