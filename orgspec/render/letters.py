"""The letters of a matrix as they are shown: alone or together, with a name and a tone."""

from __future__ import annotations

from collections.abc import Iterable

from orgspec.document import Matrix
from orgspec.frozen import frozen

_STRENGTH = "ARSCI"  # strongest first
_TONES = frozenset((*_STRENGTH, "AR"))


@frozen
class Sign:
    """What stands in a cell: its text (`A/R`), what that is called, and the tone of its colour.

    `tone` is A, R, S, C, I, or AR for who answers and does the work.
    """

    text: str
    name: str
    tone: str


def sign_of(matrix: Matrix, letters: Iterable[str]) -> Sign:
    """How some letters of one cell are shown together."""
    signs = tuple(letters)
    known = {letter.sign: letter for letter in matrix.letters}
    names = [known[sign].name if sign in known else sign for sign in signs]
    acts = [known[sign].acts_as if sign in known else "I" for sign in signs]
    tone = min(acts, key=lambda act: _STRENGTH.find(act) % 6, default="I")
    if {"A", "R"} <= set(acts):
        tone = "AR"
    return Sign("/".join(signs), _name(matrix, names, tone), tone if tone in _TONES else "I")


def _name(matrix: Matrix, names: list[str], tone: str) -> str:
    """The names of letters that stand together, in the words of their scheme."""
    if len(names) != 2:
        return " + ".join(names)
    pattern = matrix.labels.get("double", "")
    if pattern:
        first, second = names
        if second[:1].isupper() and second[1:].islower():
            second = second[:1].lower() + second[1:]
        return pattern.format(first=first, second=second)
    if tone == "AR":
        return matrix.labels["accountable_and_responsible"]
    return " + ".join(names)


def legend(matrix: Matrix) -> tuple[Sign, ...]:
    """Every letter of the scheme, then whatever stands together in some cell, in that order."""
    order = {letter.sign: place for place, letter in enumerate(matrix.letters)}
    used = {cell.letters for row in matrix.rows for cell in row.cells if len(cell.letters) > 1}
    together = sorted(used, key=lambda signs: [order.get(sign, len(order)) for sign in signs])
    alone = [sign_of(matrix, (letter.sign,)) for letter in matrix.letters]
    return (*alone, *(sign_of(matrix, signs) for signs in together))


def usual_double(matrix: Matrix) -> tuple[str, ...]:
    """The letters of who answers and does the work, where the scheme has both; else nothing."""
    found = (
        next((letter.sign for letter in matrix.letters if letter.acts_as == act), "")
        for act in ("A", "R")
    )
    signs = tuple(found)
    return signs if all(signs) else ()
