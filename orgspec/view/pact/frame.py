"""What every section of an agreement is made from: the two sides, and how clauses are numbered."""

from __future__ import annotations

from orgspec.document import Heading
from orgspec.frozen import frozen
from orgspec.graph.graph import Graph
from orgspec.graph.joint_work import JointWork
from orgspec.graph.parties import stands_for, units_of
from orgspec.graph.rows import Row
from orgspec.view.bearers import bearers
from orgspec.view.words import Words


@frozen
class Pact:
    """Two departments, what joins them, and the language of their agreement."""

    graph: Graph
    work: JointWork
    locale: str
    words: Words

    @property
    def sides(self) -> tuple[str, str]:
        """The ids of both departments."""
        return self.work.one, self.work.other

    def name(self, department: str) -> str:
        """The name of a department."""
        return self.graph.department(department).in_(self.locale)

    @property
    def both(self) -> str:
        """The names of both departments, joined by a word that neither has in itself."""
        one, other = map(self.name, self.sides)
        torn = "与" in one + other
        return self.words("both_apart" if torn else "both", one=one, other=other)

    def clause(self, section: int, index: int, title: str) -> Heading:
        """The heading of a part of a section: （一）…, 3.1 …; both are counted from 0."""
        number = self.words("clause", section=section + 1, n=self.words.numeral(index))
        return Heading(title, 2, number)

    def item(self, section: int, clause: int, index: int, title: str) -> Heading:
        """The heading of one thing in a part: 1. …, 3.1.1 …; all are counted from 0."""
        number = self.words("item", section=section + 1, clause=clause + 1, n=index + 1)
        return Heading(title, 3, number)

    def bearers(self, row: Row, department: str, letters: str) -> list[str]:
        """`A/R 销售经理` for each party of a department in a row."""
        return bearers(
            self.graph, row, self.locale, letters, lambda party: self._side_of(party) == department
        )

    def others(self, row: Row, letters: str) -> list[str]:
        """The same for the parties of neither side."""
        return bearers(
            self.graph, row, self.locale, letters, lambda party: self._side_of(party) is None
        )

    def _side_of(self, party: str) -> str | None:
        """The side that a party belongs to, or else heads; None if neither."""
        home = units_of(self.graph, party)[:1]
        sides = sorted(self.sides, key=lambda side: (side,) != home)
        return next((side for side in sides if stands_for(self.graph, party, side)), None)

    def is_of(self, role: str, department: str) -> bool:
        """Whether a role belongs to a department itself, or heads it."""
        return stands_for(self.graph, f"role/{role}", department)
