"""Small readings: names on one line, references, and what we wrote into an extension."""

from __future__ import annotations

import json
from typing import Any

from orgspec.interchange.bpmn.elements import OURS
from orgspec.interchange.xml_reading import Element

_TEXTS = frozenset(
    ("id", "drawn", "kind", "type", "party", "department", "parent", "locale", "scheme", "when",
     "join", "within", "owner", "trigger", "object", "action", "description")
)  # fmt: skip
_LONGEST = 100_000  # characters of JSON in one extension


def line_of(text: str) -> str:
    """A text on one line, blanks drawn together."""
    return " ".join(text.split())


def qname(text: str) -> str:
    """The local part of a qualified name: what a reference means in its own file."""
    return text.rpartition(":")[2]


def fields_of(element: Element) -> dict[str, Any]:
    """What an export of ours wrote of an element beyond BPMN; empty if it is none of ours."""
    written = element.attributes.get(f"{{{OURS}}}fields")
    if written is None:
        holder = element.first("extensionElements")
        found = holder.first("fields", OURS) if holder is not None else None
        written = found.text if found is not None else ""
    if not written or len(written) > _LONGEST:
        return {}
    try:
        data = json.loads(written)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(data, dict):
        return {}
    return {key: value for key, value in data.items() if _is_sound(key, value)}


def _is_sound(key: str, value: object) -> bool:
    """Whether a value is of a kind that we write under its key."""
    if key in _TEXTS:
        return isinstance(value, str)
    if key == "artifacts":
        return isinstance(value, list) and all(_is_pair(each) for each in value)
    return _is_flat(value, 3)


def _is_pair(value: object) -> bool:
    """Whether it is an id with a name."""
    return isinstance(value, list) and len(value) == 2 and all(isinstance(x, str) for x in value)


def _is_flat(value: object, depth: int) -> bool:
    """Whether it is nested no deeper than anything that we write."""
    if isinstance(value, dict):
        return depth > 0 and all(_is_flat(each, depth - 1) for each in value.values())
    if isinstance(value, list):
        return depth > 0 and all(_is_flat(each, depth - 1) for each in value)
    return value is not None
