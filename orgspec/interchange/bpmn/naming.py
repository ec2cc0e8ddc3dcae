"""Ids out of names: readable, unique, and the same each time."""

from __future__ import annotations

import unicodedata

from orgspec.model.ids import complaint, normalise

LONGEST = 60


def slug(text: str) -> str:
    """A name as an id: letters and digits of any script, hyphens between; "" if none are left."""
    kept = (
        c.lower() if unicodedata.category(c)[0] in "LMN" else "-" if c not in "_." else c
        for c in unicodedata.normalize("NFC", text)
    )
    parts = [part for part in "".join(kept).split("-") if part]
    joined = normalise("-".join(parts))[:LONGEST].rstrip("-_.")
    while joined and unicodedata.category(joined[0])[0] not in "LN":
        joined = joined[1:]
    return joined


class Namer:
    """Gives ids in one namespace; two never differ in case only."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def take(self, *wishes: str) -> str:
        """An id from the first wish that yields one, with a number behind it if it is taken."""
        base = next((found for found in map(slug, wishes) if found), "element")
        return self._unique(base)

    def keep(self, id_: object, *wishes: str) -> str:
        """An id that was given, if it is a good one and free; else one from the wishes."""
        if isinstance(id_, str) and complaint(id_) is None and id_.casefold() not in self._taken:
            self._taken.add(id_.casefold())
            return id_
        return self.take(str(id_) if id_ else "", *wishes)

    def _unique(self, base: str) -> str:
        """The base, or the base with the first free number."""
        number = self._last.get(base, 1)
        id_ = base if number == 1 else f"{base}-{number}"
        while id_.casefold() in self._taken or complaint(id_) is not None:
            number += 1
            id_ = f"{base}-{number}"
        self._last[base] = number
        self._taken.add(id_.casefold())
        return id_
