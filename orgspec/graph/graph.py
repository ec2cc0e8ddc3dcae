"""The relations of an organisation, each worked out once and when first asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from orgspec.graph.artifacts import ArtifactFlow, artifact_flow
from orgspec.graph.coverage import Coverage, Holding, coverage_of
from orgspec.graph.detached import detached
from orgspec.graph.duty_homes import duty_homes
from orgspec.graph.flow import Flow, flow_of
from orgspec.graph.load import Load, loads_of
from orgspec.graph.loops import in_loops
from orgspec.graph.nets.soundness import Verdict, verdict
from orgspec.graph.places import rare_characters, traditional_paths
from orgspec.graph.primary import primary_roles
from orgspec.graph.reporting import Forest, all_targets, bare, first_targets, forest
from orgspec.graph.rows import Row, departments_of, rows_of, rows_of_role
from orgspec.graph.tops import top_roles
from orgspec.model.department import Department
from orgspec.model.duty import Duty
from orgspec.model.program import Program
from orgspec.model.revisions import Beside
from orgspec.model.role import Role
from orgspec.model.workflow import Step
from orgspec.source import Source

if TYPE_CHECKING:
    from orgspec.graph.crossings import Crossing, HandoffIndex
    from orgspec.graph.deeds import Deeds
    from orgspec.graph.separations import Separations
    from orgspec.graph.time.waits import Waits


class Graph:
    """Answers about one compiled organisation on one day. All ids are bare, answers ordered."""

    def __init__(self, program: Program, today: dt.date) -> None:
        self.program = program
        self.organisation = program.organisation
        self.links = program.links
        self.today = today
        self.beside = Beside()  # empty until the workspace brings it
        self._all_roles: dict[str, tuple[str, ...]] = {}

    # --- departments ---

    @cached_property
    def departments(self) -> Forest:
        """Departments below their parents."""
        addresses = (d.address for d in self.organisation.departments.values())
        return forest(first_targets(self.program, addresses, "parent"))

    @cached_property
    def detached(self) -> Mapping[str, Department]:
        """Department that hangs on nothing → what shows it: the company, or one of its kind."""
        return detached(self.organisation.departments, self.departments)

    def is_adrift(self, department: str) -> bool:
        """Whether a department is detached or below one that is: where it belongs is not known."""
        line = (department, *self.departments.ancestors(department))
        return bool(self.detached) and any(unit in self.detached for unit in line)

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
        if department not in self._all_roles:
            units = (department, *self.departments.descendants(department))
            below = (role for unit in units for role in self.roles_of_department.get(unit, ()))
            self._all_roles[department] = tuple(below)
        return self._all_roles[department]

    # --- lines ---

    @cached_property
    def reporting(self) -> Forest:
        """Roles below their (first) solid superior."""
        return forest({role: above[0] for role, above in self.superiors.items() if above})

    @cached_property
    def superiors(self) -> Mapping[str, tuple[str, ...]]:
        """Role → every role that its `reports_to` names, in written order."""
        addresses = (r.address for r in self.organisation.roles.values())
        return all_targets(self.program, addresses, "reports_to")

    @cached_property
    def circling(self) -> frozenset[str]:
        """Roles in a loop of `reports_to`: nothing can be said of their lines."""
        return in_loops(self.superiors)

    def is_below(self, role: str, other: str) -> bool:
        """Whether a role reports to the other, directly or through others."""
        return other in self.reporting.ancestors(role)

    @cached_property
    def top_roles(self) -> frozenset[str]:
        """Roles that report to nobody by right."""
        return top_roles(self)

    # --- staffing ---

    @cached_property
    def coverage(self) -> Coverage:
        """Who holds and who covers each role today."""
        return coverage_of(self.program, self.department_of_role, self.today)

    @cached_property
    def vacant_roles(self) -> tuple[Role, ...]:
        """The human roles that nobody covers today, for certain, in the order of declaration."""
        roles = self.organisation.roles.values()
        return tuple(r for r in roles if r.nature == "human" and self.coverage.is_vacant(r.id))

    @cached_property
    def holds_of_role(self) -> Mapping[str, tuple[Holding, ...]]:
        """Role → the people who hold it today, with the hold and its index; acting ones too."""
        return self.coverage.in_force

    def filled(self, role: Role) -> Decimal | None:
        """Posts of a role that are filled, acting holders not counted; None if nothing says."""
        return self.coverage.filled(role.id)

    # --- responsibility ---

    @cached_property
    def primary_role(self) -> Mapping[str, str]:
        """Person → the role held as primary, else the first held; today's holds before others."""
        return primary_roles(self.program, self.today)

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

    @cached_property
    def written_rows(self) -> tuple[Row, ...]:
        """The rows that somebody wrote: every duty, each step with letters of its own."""
        return tuple([r for r in self.rows.values() if r.own or isinstance(r.of, Duty)])

    def row(self, of: Duty | Step) -> Row:
        """The row of a duty or step."""
        return self.rows[of.address]

    @cached_property
    def department_of_duty(self) -> Mapping[str, str]:
        """Duty → `department`, else its A's, else its first R's."""
        return duty_homes(self.program, self.rows, self.department_of_role)

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
        return rows_of_role(self.rows, self.roles_of_department)

    @cached_property
    def loads(self) -> Mapping[str, Load]:
        """Department → how its duties fall on its roles."""
        return loads_of(self.duties_of_department, self.roles_of_department, self.rows)

    @cached_property
    def deeds(self) -> Deeds:
        """Who does what to which object."""
        from orgspec.graph.deeds import Deeds

        return Deeds(self)

    @cached_property
    def separations(self) -> Separations:
        """What the declared separations of duties keep apart, and who does a side of each."""
        from orgspec.graph.separations import Separations

        return Separations(self)

    # --- workflows ---

    @cached_property
    def flows(self) -> Mapping[str, Flow]:
        """Workflow → its steps as a graph."""
        return {w.id: flow_of(self.program, w) for w in self.organisation.workflows.values()}

    @cached_property
    def crossings(self) -> tuple[Crossing, ...]:
        """Where work passes from one department to another, in written order."""
        from orgspec.graph.crossings import crossings

        return crossings(self)

    @cached_property
    def handoff_index(self) -> HandoffIndex:
        """Handoffs by their two sides."""
        from orgspec.graph.crossings import handoff_index

        return handoff_index(self)

    @cached_property
    def served(self) -> tuple[tuple[Crossing, str | None], ...]:
        """Each crossing with the handoff that serves it; None where none does."""
        from orgspec.graph.crossings import serving

        return tuple((each, serving(self, self.handoff_index, each)) for each in self.crossings)

    @cached_property
    def waits(self) -> Waits:
        """Which handoffs work waits for between steps."""
        from orgspec.graph.time.waits import waits_of

        return waits_of(self)

    @cached_property
    def soundness(self) -> Mapping[str, Verdict]:
        """Workflow → whether every run of it ends, and how one does not."""
        return {id_: verdict(flow) for id_, flow in self.flows.items()}

    def step_departments(self, step: Step) -> tuple[str, ...]:
        """The departments of a step's R, first R first, each once."""
        return departments_of(self.row(step).responsible, self.department_of_role)

    def steps_of(self, duty: Duty) -> tuple[Step, ...]:
        """The steps that name a duty, in written order."""
        sources = (x.source for x in self.links.to(duty.address) if x.route[0] == "duty")
        return tuple(self.organisation.steps[bare(x)] for x in sources if x.startswith("step/"))

    @cached_property
    def artifacts(self) -> ArtifactFlow:
        """Who gives and who takes each artifact."""
        return artifact_flow(self.program)

    @cached_property
    def rare_characters(self) -> Mapping[Source, str]:
        """The files in which entities are declared, each with its characters beyond plain ASCII."""
        return rare_characters(self.program)

    @cached_property
    def traditional_paths(self) -> frozenset[str]:
        """The files with characters that may be traditional Chinese."""
        return traditional_paths(self.rare_characters)

    def department(self, id_: str) -> Department:
        """A department by id."""
        return self.organisation.departments[id_]

    def role(self, id_: str) -> Role:
        """A role by id."""
        return self.organisation.roles[id_]
