"""Ids as XML admits them."""

from __future__ import annotations

import re

_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_OTHER = re.compile(f"[^{_START}0-9.\u00b7\u0300-\u036f\u203f-\u2040-]")
_FIRST = re.compile(f"[{_START}]")


def xml_id(text: str) -> str:
    """A text as an id: characters that none may hold are written as their numbers."""
    safe = _OTHER.sub(lambda found: f"_{ord(found[0]):x}_", text)
    return safe if _FIRST.match(safe) else f"_{safe}"


class XmlIds:
    """Gives ids that are unique in a file, the same for the same wishes in the same order."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, text: str) -> str:
        """The id of a text, with a number behind it if it is taken."""
        base = id_ = xml_id(text)
        number = 1
        while id_ in self._taken:
            number += 1
            id_ = f"{base}_{number}"
        self._taken.add(id_)
        return id_
