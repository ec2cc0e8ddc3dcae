"""Formulas of a matrix: what counts letters, and what a condition asks of a cell.

A cell may hold several letters (`A/R`), so each letter is looked for between slashes. The
functions are ones that Excel, LibreOffice and WPS compute alike, without array entry.
"""

from __future__ import annotations

from collections.abc import Iterable


def quoted(text: str) -> str:
    """The text as a string of a formula."""
    return '"' + text.replace('"', '""') + '"'


def holds(sign: str, cell: str) -> str:
    """Whether the cell holds the letter, in whatever case and with whatever spaces."""
    letters = f'"/"&UPPER(SUBSTITUTE({cell}," ",""))&"/"'
    return f"ISNUMBER(FIND({quoted(f'/{sign.upper()}/')},{letters}))"


def count(sign: str, cells: str) -> str:
    """How many of the cells hold the letter."""
    return f"=SUMPRODUCT(--{holds(sign, cells)})"


def exactly_one(counts: Iterable[str], letters: str) -> str:
    """A tick where the counts make exactly one, else the letter with how often it stands."""
    total = "+".join(counts)
    return f'=IF({total}=1,"✓",{quoted(f"✗ {letters} × ")}&({total}))'


def all_of(conditions: Iterable[str]) -> str:
    """The formula that holds where all conditions hold."""
    return f"=AND({','.join(conditions)})"
