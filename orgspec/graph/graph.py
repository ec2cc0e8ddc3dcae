"""The relations of an organisation, each worked out once and when first asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property

from orgspec.graph.artifacts import ArtifactFlow, artifact_flow
from orgspec.graph.flow import Flow, flow_of
from orgspec.graph.load import Load, loads_of
from orgspec.graph.loops import in_loops
from orgspec.graph.reporting import Forest, bare, first_targets, forest
from orgspec.graph.rows import Row, informed_members, rows_of
from orgspec.model.department import Department
from orgspec.model.duty import Duty
from orgspec.model.program import Program
from orgspec.model.role import Hold, Person, Role
from orgspec.model.workflow import Step


class Graph:
    """Answers about one compiled organisation on one day. All ids are bare, answers ordered."""

    def __init__(self, program: Program, today: dt.date) -> None:
        self.program = program
        self.organisation = program.organisation
        self.links = program.links
        self.today = today

    # --- departments ---

    @cached_property
    def departments(self) -> Forest:
        """Departments below their parents."""
        addresses = (d.address for d in self.organisation.departments.values())
        return forest(first_targets(self.program, addresses, "parent"))

    @cached_property
    def department_of_role(self) -> Mapping[str, str]:
        """Role → its department."""
        addresses = (r.address for r in self.organisation.roles.values())
        return first_targets(self.program, addresses, "department")

    @cached_property
    def roles_of_department(self) -> Mapping[str, tuple[str, ...]]:
        """Department → its own roles, not those of departments below."""
        found: dict[str, list[str]] = {}
        for role, department in self.department_of_role.items():
            found.setdefault(department, []).append(role)
        return {department: tuple(roles) for department, roles in found.items()}

    @cached_property
    def head_of(self) -> Mapping[str, str]:
        """Department → the role that heads it."""
        addresses = (d.address for d in self.organisation.departments.values())
        return first_targets(self.program, addresses, "head")

    @cached_property
    def headed_by(self) -> Mapping[str, tuple[str, ...]]:
        """Role → the departments that it heads."""
        found: dict[str, list[str]] = {}
        for department, role in self.head_of.items():
            found.setdefault(role, []).append(department)
        return {role: tuple(departments) for role, departments in found.items()}

    def within(self, department: str, other: str) -> bool:
        """Whether a department is the other or lies somewhere below it."""
        return department == other or other in self.departments.ancestors(department)

    def related(self, one: str, other: str) -> bool:
        """Whether one of two departments is the other or above it."""
        return self.within(one, other) or self.within(other, one)

    def all_roles_of(self, department: str) -> tuple[str, ...]:
        """The roles of a department and of all below it."""
        units = (department, *self.departments.descendants(department))
        return tuple(role for unit in units for role in self.roles_of_department.get(unit, ()))

    # --- lines ---

    @cached_property
    def reporting(self) -> Forest:
        """Roles below their (first) solid superior."""
        addresses = (r.address for r in self.organisation.roles.values())
        return forest(first_targets(self.program, addresses, "reports_to"))

    @cached_property
    def superiors(self) -> Mapping[str, tuple[str, ...]]:
        """Role → every role that its `reports_to` names, in written order."""
        return {
            role.id: tuple(bare(x) for x in self.links.targets(role.address, "reports_to"))
            for role in self.organisation.roles.values()
        }

    @cached_property
    def circling(self) -> frozenset[str]:
        """Roles in a loop of `reports_to`: nothing can be said of their lines."""
        return in_loops(self.superiors)

    def is_below(self, role: str, other: str) -> bool:
        """Whether a role reports to the other, directly or through others."""
        return other in self.reporting.ancestors(role)

    @cached_property
    def top_roles(self) -> frozenset[str]:
        """Roles that report to nobody by right.

        `reports_to: none`; else the heads of parentless departments if none of these reports to
        anyone; else the role without superior that has most roles below it.
        """
        roles = self.organisation.roles.values()
        marked = frozenset(r.id for r in roles if "none" in r.reports_to)
        if marked:
            return marked
        tops = [d.id for d in self.organisation.departments.values() if d.parent is None]
        heads = [self.head_of[d] for d in tops if d in self.head_of]
        if heads and not any(self.organisation.roles[h].reports_to for h in heads):
            return frozenset(heads)
        free = [r.id for r in roles if not r.reports_to]
        ranked = sorted(free, key=lambda id_: -sum(1 for _ in self.reporting.descendants(id_)))
        return frozenset(ranked[:1])

    # --- staffing ---

    @cached_property
    def holds_of_role(self) -> Mapping[str, tuple[tuple[Person, Hold, int], ...]]:
        """Role → the people who hold it today, with the hold and its index; acting ones too."""
        found: dict[str, list[tuple[Person, Hold, int]]] = {}
        for person in self.organisation.people.values():
            for link in self.links.of(person.address, "holds"):
                index = link.route[1]
                if link.target is None or not isinstance(index, int):
                    continue
                hold = person.holds[index]
                if self._in_force(hold):
                    found.setdefault(bare(link.target), []).append((person, hold, index))
        return {role: tuple(holds) for role, holds in found.items()}

    def _in_force(self, hold: Hold) -> bool:
        """Whether a hold covers today; `until` is its last day."""
        return not (
            (hold.since is not None and hold.since > self.today)
            or (hold.until is not None and hold.until < self.today)
        )

    @cached_property
    def staffed_departments(self) -> frozenset[str | None]:
        """Departments for which people are declared (None: roles without department)."""
        return frozenset(self.department_of_role.get(role) for role in self.holds_of_role)

    def share(self, person: Person, hold: Hold) -> Decimal:
        """The share of a person that a hold takes, of 1: as written, else what is left."""
        if hold.share is not None:
            return hold.share / 100
        active = [h for h in person.holds if self._in_force(h)]
        written = sum((h.share for h in active if h.share is not None), Decimal(0))
        unwritten = sum(1 for h in active if h.share is None)
        return max(Decimal(0), (100 - written) / 100 / max(1, unwritten))

    def filled(self, role: Role) -> Decimal | None:
        """Posts of a role that are filled, acting holders not counted; None if nothing says."""
        if self.department_of_role.get(role.id) in self.staffed_departments:
            holds = self.holds_of_role.get(role.id, ())
            shares = (self.share(person, hold) for person, hold, _ in holds if not hold.acting)
            return sum(shares, Decimal(0))
        return role.headcount.current

    # --- responsibility ---

    @cached_property
    def primary_role(self) -> Mapping[str, str]:
        """Person → the role held as primary, else the first held."""
        found = {}
        for person in self.organisation.people.values():
            links = self.links.of(person.address, "holds")
            held = [(x.route[1], bare(x.target)) for x in links if x.target is not None]
            primary = [r for i, r in held if isinstance(i, int) and person.holds[i].primary]
            if primary or held:
                found[person.id] = primary[0] if primary else held[0][1]
        return found

    @cached_property
    def stand_in(self) -> Mapping[str, str]:
        """Address of a party → the role that is meant by it in a cell."""
        found = {role.address: role.id for role in self.organisation.roles.values()}
        found.update({f"department/{d}": role for d, role in self.head_of.items()})
        found.update({f"person/{p}": role for p, role in self.primary_role.items()})
        return found

    @cached_property
    def rows(self) -> Mapping[str, Row]:
        """The rows in force, by address of duty or step."""
        return rows_of(self.program, self.stand_in)

    def row(self, of: Duty | Step) -> Row:
        """The row of a duty or step."""
        return self.rows[of.address]

    @cached_property
    def department_of_duty(self) -> Mapping[str, str]:
        """Duty → `department`, else its A's, else its first R's."""
        found = {}
        for duty in self.organisation.duties.values():
            written = self.links.targets(duty.address, "department")
            department = bare(written[0]) if written else self._row_department(self.row(duty), "AR")
            if department is not None:
                found[duty.id] = department
        return found

    def _row_department(self, row: Row, letters: str) -> str | None:
        """The department of the first party that bears one of the letters, in their order."""
        for letter in letters:
            for cell in row.acting(letter):
                if cell.party is not None and cell.party.startswith("department/"):
                    return bare(cell.party)
                if cell.role is not None:
                    return self.department_of_role.get(cell.role)
        return None

    @cached_property
    def duties_of_department(self) -> Mapping[str, tuple[str, ...]]:
        """Department → its own duties, in written order."""
        found: dict[str, list[str]] = {}
        for duty, department in self.department_of_duty.items():
            found.setdefault(department, []).append(duty)
        return {department: tuple(duties) for department, duties in found.items()}

    @cached_property
    def rows_of_role(self) -> Mapping[str, tuple[tuple[Row, str], ...]]:
        """Role → the rows in which it bears a letter, with what the letter acts as.

        Who is informed with the department, and has no letter in the row otherwise, has an I.
        """
        found: dict[str, list[tuple[Row, str]]] = {}
        for row in self.rows.values():
            for cell in row.cells:
                if cell.role is not None:
                    found.setdefault(cell.role, []).append((row, cell.acts_as))
            for member in informed_members(row, self.roles_of_department):
                found.setdefault(member, []).append((row, "I"))
        return {role: tuple(rows) for role, rows in found.items()}

    @cached_property
    def loads(self) -> Mapping[str, Load]:
        """Department → how its duties fall on its roles."""
        return loads_of(self.duties_of_department, self.roles_of_department, self.rows)

    # --- workflows ---

    @cached_property
    def flows(self) -> Mapping[str, Flow]:
        """Workflow → its steps as a graph."""
        return {w.id: flow_of(self.program, w) for w in self.organisation.workflows.values()}

    def step_departments(self, step: Step) -> tuple[str, ...]:
        """The departments of a step's R, first R first, each once."""
        found = []
        for cell in self.row(step).responsible:
            if cell.party is not None and cell.party.startswith("department/"):
                found.append(bare(cell.party))
            elif cell.role is not None and cell.role in self.department_of_role:
                found.append(self.department_of_role[cell.role])
        return tuple(dict.fromkeys(found))

    def steps_of(self, duty: Duty) -> tuple[Step, ...]:
        """The steps that name a duty, in written order."""
        sources = (x.source for x in self.links.to(duty.address) if x.route[0] == "duty")
        steps = self.organisation.steps
        return tuple(steps[bare(x)] for x in sources if x.startswith("step/"))

    @cached_property
    def artifacts(self) -> ArtifactFlow:
        """Who gives and who takes each artifact."""
        return artifact_flow(self.program)

    def department(self, id_: str) -> Department:
        """A department by id."""
        return self.organisation.departments[id_]

    def role(self, id_: str) -> Role:
        """A role by id."""
        return self.organisation.roles[id_]
