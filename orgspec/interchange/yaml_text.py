"""Plain data as YAML that people like to read, with comments."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

WIDTH = 90
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
_NUMBER = re.compile(r"[-+]?(?:0[xo])?[0-9][0-9a-f_,:.]*(?:e[-+]?[0-9]+)?|\.(?:inf|nan)", re.I)
_PLAIN = frozenset(" -_./()（）、，。；！？“”《》")


def yaml_text(data: Mapping[str, object]) -> str:
    """The YAML of a map: keys in their order, short maps and lists on one line.

    Values are maps, lists, strings, booleans and numbers. The value of a key `#` is a list of
    lines that stand as comments at the head of their map.
    """
    return "".join(f"{line}\n" for line in _map(data, ""))


def _map(data: Mapping[str, object], indent: str) -> Iterator[str]:
    """The lines of a map."""
    yield from _comments(data, indent)
    for key, value in data.items():
        if key != "#":
            yield from _pair(f"{indent}{_scalar(key)}:", value, indent)


def _comments(data: Mapping[str, object], indent: str) -> Iterator[str]:
    """The comments of a map."""
    lines = data.get("#", ())
    assert isinstance(lines, Sequence)
    for line in lines:
        yield f"{indent}# {_clean(line)}"


def _pair(head: str, value: object, indent: str) -> Iterator[str]:
    """The lines of a key or list item with its value."""
    short = _flow(value)
    if (not _speaks(value) and (not isinstance(value, Mapping | list) or not value)) or (
        not _speaks(value) and len(head) + len(short) < WIDTH and _is_small(value)
    ):
        yield f"{head} {short}"
    elif isinstance(value, Mapping):
        yield head
        yield from _map(value, f"{indent}  ")
    elif isinstance(value, list):
        yield head
        for item in value:
            yield from _item(item, f"{indent}  ")


def _item(item: object, indent: str) -> Iterator[str]:
    """The lines of a list item."""
    short = _flow(item)
    if not isinstance(item, Mapping) or (not _speaks(item) and len(short) < WIDTH):
        yield f"{indent}- {short}"
        return
    lines = list(_map(item, f"{indent}  "))
    yield f"{indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def _speaks(value: object) -> bool:
    """Whether a comment stands anywhere in it."""
    if isinstance(value, Mapping):
        return "#" in value or any(_speaks(each) for each in value.values())
    return isinstance(value, list) and any(_speaks(each) for each in value)


def _is_small(value: object, depth: int = 3) -> bool:
    """Whether it is readable on one line: not nested deeply."""
    if isinstance(value, Mapping):
        return depth > 0 and all(_is_small(each, depth - 1) for each in value.values())
    if isinstance(value, list):
        return depth > 0 and all(_is_small(each, depth - 1) for each in value)
    return True


def _flow(value: object) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        pairs = (f"{_scalar(key)}: {_flow(each)}" for key, each in value.items() if key != "#")
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(each) for each in value) + "]"
    return _scalar(value)


def _scalar(value: object) -> str:
    """A string, bare if it can be read as nothing else, or a boolean or number."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    return text if _is_plain(text) else _quoted(text)


def _is_plain(text: str) -> bool:
    """Whether YAML reads a bare text as that text, in every place."""
    if not text or text.lower() in _WORDS or _NUMBER.fullmatch(text) or text[-1] == " ":
        return False
    if unicodedata.category(text[0])[0] not in "LN":
        return False
    return all(c in _PLAIN or unicodedata.category(c)[0] in "LMN" for c in text)


def _quoted(text: str) -> str:
    """A text in double quotes, with all that cannot be seen escaped."""
    return "".join(
        c if c.isprintable() else f"\\U{ord(c):08x}" if c > "\x7f" else json.dumps(c)[1:-1]
        for c in json.dumps(text, ensure_ascii=False)
    )


def _clean(line: object) -> str:
    """A comment on one line."""
    return "".join(c if c.isprintable() else " " for c in str(line)).strip()
