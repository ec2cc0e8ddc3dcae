"""What all charts of one document share."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from orgspec.graph.graph import Graph
from orgspec.model.role import Role
from orgspec.view.charts.colouring import Colouring, colouring, location_of
from orgspec.view.charts.wish import ChartWish
from orgspec.view.tables.grades import grade_of
from orgspec.view.words import Words


class Setting:
    """The organisation, the language and the wish that charts are drawn by."""

    def __init__(self, graph: Graph, locale: str, wish: ChartWish) -> None:
        self.graph = graph
        self.locale = locale
        self.wish = wish
        self.words = Words(locale)

    @cached_property
    def circles(self) -> frozenset[str]:
        """The roles whose lines of reporting close a circle."""
        return self.graph.reporting.in_cycles()

    @cached_property
    def _place(self) -> dict[str, int]:
        """Role → its place in what is written."""
        return {id_: place for place, id_ in enumerate(self.graph.organisation.roles)}

    @cached_property
    def _same(self) -> Colouring:
        """The colours that all charts share."""
        return colouring(self.graph, self.locale, self.wish.colour)

    def colouring(self, department: str | None) -> Colouring:
        """The colours of the chart of a department, or of the organisation."""
        if self.wish.colour == "department":
            return colouring(self.graph, self.locale, "department", department)
        return self._same

    def roles(self, department: str | None) -> tuple[Role, ...]:
        """The roles of a chart, in written order."""
        if department is None:
            return tuple(self.graph.organisation.roles.values())
        head = self.graph.head_of.get(department)
        wanted = {*self.graph.all_roles_of(department), *([head] if head else [])}
        return self.ordered(wanted)

    def ordered(self, ids: Iterable[str]) -> tuple[Role, ...]:
        """Roles by their ids, in written order; unknown ones are left out."""
        known = (id_ for id_ in ids if id_ in self._place)
        return tuple(self.graph.role(id_) for id_ in sorted(known, key=self._place.__getitem__))

    def remark(self, role: Role) -> str:
        """What the colour of a post says, in words."""
        if self.wish.colour == "location":
            return location_of(role, self.locale)
        if self.wish.colour == "grade" or self.wish.by == "grade":
            grade = grade_of(role)
            return grade.text(self.locale) if grade is not None else ""
        return ""
