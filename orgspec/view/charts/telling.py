"""What is told of a post in a chart that folds, whatever its cards stand for."""

from __future__ import annotations

from orgspec.document import Mention, Post, PostUnit
from orgspec.graph.graph import Graph
from orgspec.model.entity import Entity
from orgspec.model.role import Role
from orgspec.view.charts.setting import Setting
from orgspec.view.palette import colours
from orgspec.view.staffing import number, staffing
from orgspec.view.tables.grades import grade_text
from orgspec.view.words import Words

_OTHER = 5  # the colour of what belongs to no department


class Telling:
    """The departments of the chart of some roles, and what is told of each of these.

    `units` are the departments, parents first, and `unit_index` their places by id.
    """

    def __init__(
        self, setting: Setting, roles: tuple[Role, ...], department: str | None = None
    ) -> None:
        self.setting = setting
        self.graph: Graph = setting.graph
        self.locale = setting.locale
        self.words: Words = setting.words
        self.department = department
        self.coloured = setting.wish.colour != "department"
        self.tint = setting.colouring(department)
        self.unit_index: dict[str, int] = {}
        self.units = self._units(roles)

    def about(self, role: Role, above: int = -1) -> Post:
        """A role as a card that nobody stands on yet."""
        return Post(
            role.address,
            role.in_(self.locale),
            above,
            self.unit_index.get(self.graph.department_of_role.get(role.id, ""), -1),
            number=role.number or "",
            grade=grade_text(role, self.locale),
            posts=self._headcount(role),
            deputies=self._mentions(role, "deputy"),
            assistant=role.assistant,
            colour=self.tint.of_role(role) if self.coloured else -1,
            remark=self.setting.remark(role),
        )

    def holders(self, role: Role) -> tuple[Mention, ...]:
        """Those who hold a role."""
        return tuple(
            Mention(p.in_(self.locale), p.address, self.words("ch_acting") if hold.acting else "")
            for p, hold, _ in self.graph.holds_of_role.get(role.id, ())
        )

    def _units(self, roles: tuple[Role, ...]) -> tuple[PostUnit, ...]:
        """The departments of the roles and those above them, parents first."""
        forest = self.graph.departments
        wanted = dict.fromkeys(
            unit
            for role in roles
            if (home := self.graph.department_of_role.get(role.id)) is not None
            for unit in (home, *forest.ancestors(home))
        )
        ordered = [d for d in self.graph.organisation.departments if d in wanted]
        self.unit_index = {unit: index for index, unit in enumerate(ordered)}
        tint = colours(self.graph, self.department)
        return tuple(
            PostUnit(
                (entity := self.graph.department(unit)).in_(self.locale),
                entity.address,
                self.also(entity),
                tint.get(unit, _OTHER),
                self.unit_index.get(forest.above.get(unit, ""), -1),
            )
            for unit in ordered
        )

    def _headcount(self, role: Role) -> str:
        """The headcount in words."""
        staff = staffing(self.graph, (role,))
        if role.nature != "human":
            return ""
        planned = number(staff.planned)
        if staff.filled is None:
            return self.words("people_count", n=planned)
        if staff.filled == staff.planned:
            return self.words.counted("people_full", staff.planned, planned)
        filled, vacant = number(staff.filled), number(staff.vacant)
        return self.words("people_filled", n=planned, filled=filled, vacant=vacant)

    def _mentions(self, role: Role, field: str) -> tuple[Mention, ...]:
        """What a role names in a field."""
        targets = self.graph.links.targets(role.address, field)
        found = ((t, self.graph.organisation.find(t)) for t in targets)
        return tuple(Mention(e.in_(self.locale), t) for t, e in found if e is not None)

    def also(self, entity: Entity) -> str:
        """The names of an entity that are not shown."""
        shown = entity.in_(self.locale)
        return " ".join(t for t in (entity.name.written() if entity.name else ()) if t != shown)
