"""What nobody is left for: rows without A or R, workflows that cannot end, levels, heads."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.graph.rows import Row
from orgspec.graph.unending import unending
from orgspec.model.duty import Duty
from orgspec.model.governance import Authority
from orgspec.model.workflow import Step


class Want(StrEnum):
    """What is missing."""

    ANSWER = "accountable"
    DO = "responsible"
    STEP = "step"
    END = "workflow"
    DECIDE = "authority"
    LEAD = "head"
    FILL = "post"
    CARRY = "function"


class Lack(NamedTuple):
    """Something that nobody is left for.

    Attributes:
        want: what is missing.
        address: the duty, step, workflow, authority, department, role or function.
        roles: the posts that should do it and that nobody covers; of an authority, of one level.
    """

    want: Want
    address: str
    roles: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from others: of an authority each level counts for itself."""
        return (self.want, self.address, *(self.roles if self.want is Want.DECIDE else ()))


def lacks(graph: Graph) -> tuple[Lack, ...]:
    """Everything that nobody is left for today, kind by kind, in written order.

    A step is told of when nobody answers only where it has letters of its own: otherwise its duty
    is.
    """
    vacant = frozenset(role.id for role in graph.vacant_roles)
    rows = tuple(graph.rows.values())
    duties = [row for row in rows if isinstance(row.of, Duty)]
    steps = [row for row in rows if isinstance(row.of, Step) and row.of.nature == "work"]
    stuck = [lack for row in steps for lack in _bereft(row, "R", Want.STEP, vacant)]
    halted = frozenset(bare(lack.address) for lack in stuck)
    return (
        *(x for row in (*duties, *steps) for x in _unanswered(graph, row, vacant)),
        *(x for row in duties for x in _bereft(row, "R", Want.DO, vacant)),
        *stuck,
        *(Lack(Want.END, f"workflow/{flow}") for flow in unending(graph, halted)),
        *_undecided(graph, vacant),
        *_headless(graph, vacant),
        *(Lack(Want.FILL, f"role/{role.id}", (role.id,)) for role in graph.vacant_roles),
        *_uncarried(graph),
    )


def _unanswered(graph: Graph, row: Row, vacant: frozenset[str]) -> Iterator[Lack]:
    """Whether nobody answers for a row; a step that takes its duty's A over is not told again."""
    if isinstance(row.of, Duty) or any(c.holder == row.address for c in row.acting("A")):
        yield from _bereft(row, "A", Want.ANSWER, vacant)
    elif row.own and not row.acting("A"):
        duties = graph.links.targets(row.address, "duty")
        if all(graph.rows[duty].accountable for duty in duties):
            yield Lack(Want.ANSWER, row.address)


def _bereft(row: Row, letter: str, want: Want, vacant: frozenset[str]) -> Iterator[Lack]:
    """Whether all who bear a letter are posts that nobody covers, or there is none."""
    cells = row.acting(letter)
    if all(cell.role in vacant for cell in cells):
        yield Lack(want, row.address, row.roles(letter))


def _undecided(graph: Graph, vacant: frozenset[str]) -> Iterator[Lack]:
    """The levels of authorities at which nobody can decide, and nobody else is to."""
    for authority in graph.organisation.authorities.values():
        levels = _levels(graph, authority)
        for index, roles in enumerate(levels):
            if not roles or not vacant.issuperset(roles):
                continue
            if not _someone_else(graph, authority, levels[index + 1 :], vacant):
                yield Lack(Want.DECIDE, authority.address, roles)
        if not levels:
            yield Lack(Want.DECIDE, authority.address)


def _levels(graph: Graph, authority: Authority) -> list[tuple[str, ...]]:
    """The roles that decide at each level."""
    found: list[list[str]] = [[] for _ in authority.levels]
    for link in graph.links.of(authority.address, "levels"):
        index = link.route[1]
        if link.target is not None and isinstance(index, int) and link.route[2] == "role":
            found[index].append(bare(link.target))
    return [tuple(roles) for roles in found]


def _someone_else(
    graph: Graph, authority: Authority, higher: list[tuple[str, ...]], vacant: frozenset[str]
) -> bool:
    """Whether `when_vacant` names somebody who is there."""
    if authority.when_vacant == "up-one-level":
        return any(role not in vacant for roles in higher[:1] for role in roles)
    named = graph.links.targets(authority.address, "when_vacant")
    return any(bare(role) not in vacant for role in named)


def _headless(graph: Graph, vacant: frozenset[str]) -> Iterator[Lack]:
    """The departments that nobody leads."""
    for department in graph.organisation.departments.values():
        head = graph.head_of.get(department.id)
        if head is None:
            yield Lack(Want.LEAD, department.address)
        elif head in vacant:
            yield Lack(Want.LEAD, department.address, (head,))


def _uncarried(graph: Graph) -> Iterator[Lack]:
    """The functions of departments that no duty carries."""
    carried = {x for d in graph.organisation.duties.values()
               for x in graph.links.targets(d.address, "fulfils")}  # fmt: skip
    for function in graph.organisation.functions.values():
        if function.address not in carried:
            yield Lack(Want.CARRY, function.address)
