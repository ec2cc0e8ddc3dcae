"""How the duties of a department fall on its roles."""

from __future__ import annotations

from collections.abc import Mapping

from orgspec.frozen import frozen
from orgspec.graph.rows import Row

ROLES = 4
"""From how many roles up a department is judged."""

DUTIES = 8
"""From how many duties up a department is judged."""

_INVOLVED = frozenset("ARSC")


@frozen
class Load:
    """In how many duties of a department each of its roles bears what letter.

    Attributes:
        department: its id.
        roles: how many roles it has of its own.
        duties: how many duties it has of its own.
        letters: what a letter acts as → role → number of duties.
        involved: role → number of duties in which it does more than be informed.
    """

    department: str
    roles: int
    duties: int
    letters: Mapping[str, Mapping[str, int]]
    involved: Mapping[str, int]

    @property
    def judged(self) -> bool:
        """Whether it is large enough for shares to mean anything."""
        return self.roles >= ROLES and self.duties >= DUTIES

    def above(self, letter: str, share: float) -> tuple[tuple[str, int], ...]:
        """The roles that bear a letter in more than a share of the duties, with the number."""
        return self._above(self.letters.get(letter, {}), share)

    def involved_above(self, share: float) -> tuple[tuple[str, int], ...]:
        """The roles that are involved in more than a share of the duties, with the number."""
        return self._above(self.involved, share)

    def _above(self, counts: Mapping[str, int], share: float) -> tuple[tuple[str, int], ...]:
        return tuple((role, n) for role, n in counts.items() if n > share * self.duties + 1e-9)


def loads_of(
    duties: Mapping[str, tuple[str, ...]],
    roles: Mapping[str, tuple[str, ...]],
    rows: Mapping[str, Row],
) -> dict[str, Load]:
    """The load of every department that has duties, by its id."""
    return {
        department: _load(department, roles.get(department, ()), [rows[f"duty/{d}"] for d in own])
        for department, own in duties.items()
    }


def _load(department: str, roles: tuple[str, ...], rows: list[Row]) -> Load:
    """The load of one department."""
    members = frozenset(roles)
    letters: dict[str, dict[str, int]] = {}
    involved: dict[str, int] = {}
    for row in rows:
        working: dict[str, None] = {}
        # Each letter of each role counts once a row. No Counter: for a few keys it takes longer.
        for letter, role in {(c.acts_as, c.role or ""): None for c in row.cells}:
            if role in members:
                counts = letters.setdefault(letter, {})
                counts[role] = counts.get(role, 0) + 1
                if letter in _INVOLVED:
                    working[role] = None
        for role in working:
            involved[role] = involved.get(role, 0) + 1
    return Load(department, len(roles), len(rows), letters, involved)
