"""The letters of a cell as pills on paper, and what they mean."""

from __future__ import annotations

from orgspec.document import Matrix, MatrixCell
from orgspec.render import fonts
from orgspec.render.letters import sign_of
from orgspec.render.press.reading import Data

Pill = list[object]

_SIZE = 7.2
_SIDES = 8.4  # what stands left and right of the letters in a pill
_TIGHT_SIDES = 4.0
_BETWEEN = 2.0
_NOTE = 9.0
_LEAST_COLUMN = 21.0


def pills(matrix: Matrix, cell: MatrixCell) -> list[Pill]:
    """The pills of a cell: text, tone, width; who is accountable and responsible has one for both.

    Widths are in points: a pill never breaks, whatever its letters are.
    """
    acts = {letter.sign: letter.acts_as for letter in matrix.letters}
    signs = list(cell.letters)
    accountable = next((sign for sign in signs if acts.get(sign) == "A"), None)
    responsible = next((sign for sign in signs if acts.get(sign) == "R"), None)
    shown: list[Pill] = []
    if accountable is not None and responsible is not None:
        shown.append(_pill(f"{accountable}/{responsible}", "AR"))
        signs = [sign for sign in signs if sign not in (accountable, responsible)]
    return shown + [_pill(sign, acts.get(sign, "I")) for sign in signs]


def _pill(text: str, tone: str) -> Pill:
    """A pill; several letters stand closer to its ends."""
    sides = _SIDES if len(text) < 3 else _TIGHT_SIDES + 1.4
    return [text, tone, round(fonts.width(text, _SIZE, True) + sides, 2)]


def widest_cell(matrix: Matrix) -> float:
    """How wide a column must be for the pills of every cell, in points."""
    found = {(cell.letters, bool(cell.finding)) for row in matrix.rows for cell in row.cells}
    widest = _LEAST_COLUMN
    for letters, marked in found:
        sizes = [float(str(pill[2])) for pill in pills(matrix, MatrixCell(letters))]
        wide = sum(sizes) + _BETWEEN * (len(sizes) - 1) + _NOTE * marked + 3.0
        widest = max(widest, wide)
    return widest


def legend(matrix: Matrix) -> list[Data]:
    """The letters with their names, then each pair that shares a pill."""
    entries: list[Data] = [
        {"sign": letter.sign, "name": letter.name, "tone": letter.acts_as}
        for letter in matrix.letters
    ]
    used = dict.fromkeys(cell.letters for row in matrix.rows for cell in row.cells)
    together = {
        str(pill[0]): None
        for letters in used
        for pill in pills(matrix, MatrixCell(letters))
        if pill[1] == "AR"
    }
    for text in together:
        name = sign_of(matrix, text.split("/")).name
        entries.append({"sign": text, "name": name, "tone": "AR"})
    return entries
