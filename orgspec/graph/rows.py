"""Rows of the responsibility matrix: who bears which letter for a duty or step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from orgspec.model.duty import Duty
from orgspec.model.organisation import Organisation
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
            primary role of a person; None for partners, systems and headless departments.
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


@dataclass(frozen=True, slots=True)
class Row:
    """The cells in force for a duty or a step.

    A step's own letters replace those of its duty letter by letter (`own` says whether it has any).
    """

    of: Duty | Step
    cells: tuple[Cell, ...]
    own: bool

    @property
    def address(self) -> str:
        """The address of the duty or step."""
        return self.of.address

    def acting(self, *letters: str) -> tuple[Cell, ...]:
        """The cells whose letter acts as one of `letters`."""
        return tuple(cell for cell in self.cells if cell.acts_as in letters)

    @property
    def accountable(self) -> Cell | None:
        """The first cell that answers, or None."""
        return next((cell for cell in self.cells if cell.acts_as == "A"), None)

    @property
    def responsible(self) -> tuple[Cell, ...]:
        """The cells that do the work, in written order; the first is the owner of a step."""
        return self.acting("R")

    def roles(self, *letters: str) -> tuple[str, ...]:
        """The ids of the roles behind some letters, each once, in written order."""
        found = (cell.role for cell in self.cells if cell.acts_as in letters)
        return tuple(dict.fromkeys(role for role in found if role is not None))


def rows_of(program: Program, stand_in: Mapping[str, str]) -> dict[str, Row]:
    """All rows by the address of their duty or step, duties first, in written order.

    `stand_in` maps the address of a party to the id of the role that is meant by it.
    """
    organisation = program.organisation
    rows: dict[str, Row] = {}
    for duty in organisation.duties.values():
        cells = _cells(organisation.scheme, program.links.of(duty.address, "raci"), stand_in)
        rows[duty.address] = Row(duty, cells, bool(duty.raci))
    for step in organisation.steps.values():
        rows[step.address] = _step_row(program, organisation, step, rows, stand_in)
    return rows


def _step_row(
    program: Program,
    organisation: Organisation,
    step: Step,
    rows: Mapping[str, Row],
    stand_in: Mapping[str, str],
) -> Row:
    """A step's own letters over those of its duty; a party that it names leaves the others."""
    own = _cells(organisation.scheme, program.links.of(step.address, "raci"), stand_in)
    duties = program.links.targets(step.address, "duty")
    inherited = rows[duties[0]].cells if duties and duties[0] in rows else ()
    written = {sign for key in step.raci for sign in organisation.scheme.signs(key)}
    named = {cell.party or cell.text for cell in own}
    kept = tuple(
        c for c in inherited if c.sign not in written and (c.party or c.text) not in named
    )
    return Row(step, own + kept, bool(step.raci))


def _cells(scheme: Scheme, links: tuple[Link, ...], stand_in: Mapping[str, str]) -> tuple[Cell, ...]:
    """The cells that some links in `raci` stand for; `A/R` makes two of one."""
    cells = []
    for link in links:
        for sign in scheme.signs(str(link.route[1])):
            acts_as = scheme.acts_as(sign)
            if acts_as is not None:
                role = stand_in.get(link.target) if link.target else None
                cells.append(
                    Cell(sign, acts_as, link.text, link.target, role, link.source, link.route)
                )
    return tuple(cells)
