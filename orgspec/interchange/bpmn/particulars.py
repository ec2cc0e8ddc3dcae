"""Small readings: names on one line, references, and what we wrote into an extension."""

from __future__ import annotations

import json
from typing import Any

from orgspec.interchange.bpmn.elements import OURS
from orgspec.interchange.xml_reading import Element

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
    return data if isinstance(data, dict) else {}
