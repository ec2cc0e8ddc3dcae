"""English words in the singular."""

from __future__ import annotations

_LEAST = 4
"""Letters of a word whose last one may tell of several; shorter ones are read as they stand."""


def singular(word: str) -> str:
    """An English word in the singular, as far as its ending tells: `cases` → `case`."""
    if len(word) < _LEAST:
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def one_of(unit: str) -> str:
    """A unit as it stands behind a one: `sales orders` → `sales order`, `errors found`."""
    if unit == "people":
        return "person"
    words = unit.split(" ")
    for place in (-1, 0):
        if singular(words[place]) != words[place]:
            words[place] = singular(words[place])
            break
    return " ".join(words)
