"""What stands still without one person: the roles nobody else covers, duties and workflows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from orgspec.frozen import frozen
from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.graph.rows import Cell, Row
from orgspec.graph.unending import ends
from orgspec.model.duty import Duty
from orgspec.model.workflow import Step


@frozen
class Absence:
    """What is missing while a person is away.

    Attributes:
        person: the id of the person.
        roles: the ids of the roles that nobody covers then, in written order.
        duties: the rows of duties that then lack an A or all their R, with the cell that shows it.
        workflows: ids of the workflows that then cannot end, each with the step that stops it.
    """

    person: str
    roles: tuple[str, ...]
    duties: tuple[tuple[Row, Cell], ...]
    workflows: Mapping[str, tuple[Step, Cell]]


def absences(graph: Graph) -> Iterator[Absence]:
    """Each person without whom a role is covered by nobody, in the order of declaration."""
    bound = _bound(graph)
    whole = {id_: ends(flow, frozenset()) for id_, flow in graph.flows.items()} if bound else {}
    for person in graph.organisation.people:
        if person in bound:
            roles = bound[person]
            yield Absence(
                person,
                tuple(roles),
                tuple(_duties(graph, frozenset(roles))),
                dict(_workflows(graph, frozenset(roles), whole)),
            )


def _bound(graph: Graph) -> dict[str, list[str]]:
    """Person → the roles that are covered by this person and by nobody else."""
    found: dict[str, list[str]] = {}
    for role in graph.organisation.roles.values():
        if role.nature == "human" and role.id not in graph.coverage.unclear:
            people = _covering(graph, role.id)
            if people is not None and len(people) == 1:
                found.setdefault(next(iter(people)), []).append(role.id)
    return found


def _covering(graph: Graph, role: str) -> frozenset[str] | None:
    """Everyone who does or could do what a role does today; None if that is not known.

    Those are its holders, those who act in it, and the people behind its deputies.
    """
    coverage = graph.coverage
    people = set(coverage.holders(role, acting=True))
    if not people and coverage.is_held(role):
        return None
    if len(people) > 1:
        return frozenset(people)
    for deputy in coverage.deputies.get(role, ()):
        if deputy == f"role/{role}":
            return None  # whoever was meant: STF007 asks for it
        behind = coverage.deputy_people(deputy)
        if bare(deputy) in coverage.unclear:
            return None
        if deputy.startswith("role/") and not behind:
            other = graph.role(bare(deputy))
            if other.nature == "human" and coverage.is_held(other.id):
                return None  # held by people whom nothing names
        people.update(behind)
        if len(people) > 1:
            break
    return frozenset(people)


def _duties(graph: Graph, roles: frozenset[str]) -> Iterator[tuple[Row, Cell]]:
    """The duties that lack an A or all R without some roles."""
    rows = (row for role in roles for row, _ in graph.rows_of_role.get(role, ()))
    affected = {row.address: row for row in rows if isinstance(row.of, Duty)}
    for address in sorted(affected):
        cell = _lost(affected[address], "A", roles) or _lost(affected[address], "R", roles)
        if cell is not None:
            yield affected[address], cell


def _lost(row: Row, letter: str, roles: frozenset[str]) -> Cell | None:
    """The first cell of a letter that only some roles bear; None if somebody else does."""
    cells = row.acting(letter)
    return cells[0] if cells and all(cell.role in roles for cell in cells) else None


def _workflows(
    graph: Graph, roles: frozenset[str], whole: Mapping[str, bool]
) -> Iterator[tuple[str, tuple[Step, Cell]]]:
    """The workflows that cannot end without some roles, each with its first step that stops.

    `whole` says which of them can end with everybody there.
    """
    stopped: dict[str, dict[str, Cell]] = {}
    for role in roles:
        for row, _ in graph.rows_of_role.get(role, ()):
            if isinstance(row.of, Step) and row.of.nature == "work":
                cell = _lost(row, "R", roles)
                if cell is not None:
                    stopped.setdefault(row.of.workflow, {})[row.of.id] = cell
    for id_ in graph.organisation.workflows:
        if id_ in stopped and whole[id_]:
            flow, cells = graph.flows[id_], stopped[id_]
            if not ends(flow, frozenset(cells)):
                step = next(step for step in flow.steps if step.id in cells)
                yield id_, (step, cells[step.id])
