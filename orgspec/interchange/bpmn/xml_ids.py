"""Ids as every BPMN tool admits them: in ASCII, although XML itself is more generous."""

from __future__ import annotations

import re

_OTHER = re.compile(r"[^A-Za-z0-9_.-]")


def xml_id(text: str) -> str:
    """A text as an id: characters that none may hold are written as their numbers."""
    safe = _OTHER.sub(lambda found: f"_{ord(found[0]):x}", text)
    return safe if safe[:1].isalpha() or safe[:1] == "_" else f"_{safe}"


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
