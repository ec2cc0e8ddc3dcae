"""Rows of the responsibility matrix: who bears which letter for a duty or step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from orgspec.graph.standing_in import doers
from orgspec.model.duty import Duty
from orgspec.model.program import Link, Program
from orgspec.model.values.scheme import Scheme
from orgspec.model.workflow import Step
from orgspec.syntax.nodes import Step as RouteStep

STRENGTH = "ARSCI"  # strongest first


class Cell(NamedTuple):
    """A letter that a party bears in a row.

    Attributes:
        sign: the letter of the scheme, as written.
        acts_as: how checks read it: A, R, S, C or I.
        text: the party's name as written.
        party: its address, or None if nothing is declared under the name.
        role: the id of the role that is meant: the role itself, the head of a department, the
            primary role of a person; None for partners, systems and headless departments, and for
            a department that is informed, which means all its members.
        holder: address of the duty or step where the cell is written.
        route: where in that entity it is written.
    """

    sign: str
    acts_as: str
    text: str
    party: str | None
    role: str | None
    holder: str
    route: tuple[RouteStep, ...]


class Row:
    """The cells in force for a duty or a step.

    A step's own letters replace those of its duty letter by letter (`own` says whether it has any).
    """

    __slots__ = ("_by_letter", "_roles", "address", "cells", "of", "own")

    def __init__(self, of: Duty | Step, cells: tuple[Cell, ...], own: bool) -> None:
        self.of = of
        self.cells = cells
        self.own = own
        self.address = of.address
        # What a dozen rules ask of every row is looked for once a row.
        found: dict[str, list[Cell]] = {}
        for cell in cells:
            found.setdefault(cell.acts_as, []).append(cell)
        self._by_letter = {letter: tuple(these) for letter, these in found.items()}
        self._roles: dict[tuple[str, ...], tuple[str, ...]] = {}

    def acting(self, letter: str, *others: str) -> tuple[Cell, ...]:
        """The cells whose letter acts as one of some letters."""
        if not others:
            return self._by_letter.get(letter, ())
        letters = (letter, *others)
        return tuple([cell for cell in self.cells if cell.acts_as in letters])

    @property
    def accountable(self) -> Cell | None:
        """The first cell that answers, or None."""
        cells = self._by_letter.get("A")
        return cells[0] if cells else None

    @property
    def responsible(self) -> tuple[Cell, ...]:
        """The cells that do the work, in written order; the first is the owner of a step."""
        return self._by_letter.get("R", ())

    def roles(self, *letters: str) -> tuple[str, ...]:
        """The ids of the roles behind some letters, each once, in written order."""
        known = self._roles.get(letters)
        if known is None:
            found = [cell.role for cell in self.acting(*letters) if cell.role is not None]
            # Nearly always it is one, which is told in two thirds of the time.
            known = tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)
            self._roles[letters] = known
        return known


def rows_of(program: Program, stand_in: Mapping[str, str]) -> dict[str, Row]:
    """All rows by the address of their duty or step, duties first, in written order.

    `stand_in` maps the address of a party to the id of the role that is meant by it.
    """
    organisation = program.organisation
    letters = _Letters(organisation.scheme)
    written = program.links.by_field.get("raci", {})
    rows: dict[str, Row] = {}
    for duty in organisation.duties.values():
        cells = _cells(letters, written.get(duty.address, ()), stand_in)
        rows[duty.address] = Row(duty, cells, bool(duty.raci))
    for step in organisation.steps.values():
        rows[step.address] = _step_row(program, letters, step, rows, stand_in)
    return rows


def rows_of_role(
    rows: Mapping[str, Row], members: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[tuple[Row, str], ...]]:
    """Role → the rows in which it bears a letter or is informed, with what the letter acts as.

    `members` maps a department to its own roles.
    """
    found: dict[str, list[tuple[Row, str]]] = defaultdict(list)
    for row in rows.values():
        for cell in row.cells:
            if cell.role is not None:
                found[cell.role].append((row, cell.acts_as))
        for member in informed_members(row, members):
            found[member].append((row, "I"))
    return {role: tuple(each) for role, each in found.items()}


def departments_of(
    cells: tuple[Cell, ...], department_of_role: Mapping[str, str]
) -> tuple[str, ...]:
    """The departments that some cells name or whose roles they mean, in that order, each once."""
    found = []
    for cell in cells:
        if cell.party is not None and cell.party.startswith("department/"):
            found.append(cell.party.partition("/")[2])
        elif cell.role is not None and cell.role in department_of_role:
            found.append(department_of_role[cell.role])
    return tuple(dict.fromkeys(found))


def informed_members(row: Row, members: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The roles that a row informs with their department and that bear no letter of their own.

    `members` maps a department to its own roles.
    """
    units = [
        cell.party.partition("/")[2]
        for cell in row.acting("I")
        if cell.party is not None and cell.party.startswith("department/")
    ]
    if not units:
        return ()
    named = {cell.role for cell in row.cells}
    found = (role for unit in units for role in members.get(unit, ()) if role not in named)
    return tuple(dict.fromkeys(found))


class _Letters(dict[str, tuple[tuple[str, str], ...]]):
    """Key of a row → the letters that it stands for with what they act as; each looked up once."""

    def __init__(self, scheme: Scheme) -> None:
        super().__init__()
        self._scheme = scheme

    def acting_as(self, *acts: str) -> tuple[tuple[str, str], ...]:
        """The letters of the scheme that act as one of `acts`."""
        return tuple((x.sign, x.acts_as) for x in self._scheme.letters if x.acts_as in acts)

    def __missing__(self, key: str) -> tuple[tuple[str, str], ...]:
        found = ((sign, self._scheme.acts_as(sign)) for sign in self._scheme.signs(key))
        self[key] = known = tuple((sign, act) for sign, act in found if act is not None)
        return known


def _step_row(
    program: Program,
    letters: _Letters,
    step: Step,
    rows: Mapping[str, Row],
    stand_in: Mapping[str, str],
) -> Row:
    """A step's own letters over those of its duty; a party that it names leaves the others."""
    duties = program.links.targets(step.address, "duty")
    inherited = rows[duties[0]].cells if duties and duties[0] in rows else ()
    if not step.raci:
        return Row(step, inherited or _by_office(program, letters, step), False)
    own = _cells(letters, program.links.of(step.address, "raci"), stand_in)
    written = {sign for key in step.raci for sign, _ in letters[key]}
    named = {cell.party or cell.text for cell in own}
    kept = tuple(c for c in inherited if c.sign not in written and (c.party or c.text) not in named)
    return Row(step, own + kept, True)


def _by_office(program: Program, letters: _Letters, step: Step) -> tuple[Cell, ...]:
    """The cells of who does and answers for a step that has no letters, its own or a duty's."""
    found = doers(program, step)
    signs = [sign for sign, _ in (*letters.acting_as("A")[:1], *letters.acting_as("R")[:1])]
    return tuple(
        Cell(sign, acts_as, address, address, address.partition("/")[2], holder, route)
        for sign, acts_as in zip(signs, "AR", strict=False)
        for address, holder, route in (found[:1] if acts_as == "A" else found)
    )


def _cells(
    letters: _Letters, links: Sequence[Link], stand_in: Mapping[str, str]
) -> tuple[Cell, ...]:
    """The cells that some links in `raci` stand for; `A/R` makes two of one."""
    cells = []
    for source, route, text, _, target, _ in links:
        role = stand_in.get(target) if target else None
        for sign, acts_as in letters[str(route[1])]:
            if acts_as == "I" and role is not None and str(target).startswith("department/"):
                cells.append(Cell(sign, acts_as, text, target, None, source, route))
            else:
                cells.append(Cell(sign, acts_as, text, target, role, source, route))
    return tuple(cells)
