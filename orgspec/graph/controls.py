"""Steps that control an earlier step of their workflow, and whose hands both are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from orgspec.graph.artifacts import inputs_of_steps, outputs_of_steps
from orgspec.graph.deeds import DECIDING, Deed
from orgspec.graph.flow import Flow
from orgspec.graph.graph import Graph
from orgspec.graph.onward import onward
from orgspec.graph.rows import Cell

MAKING = frozenset(("handle",))
ASKING = frozenset(("ask", "handle"))
CHECKING = frozenset(("check",))
APPROVING = frozenset((DECIDING,))


class Move(NamedTuple):
    """A step that somebody does, and the letter by which it is theirs."""

    deed: Deed
    cell: Cell

    @property
    def role(self) -> str:
        """The id of the role that does it."""
        return self.cell.role or ""


class Control(NamedTuple):
    """A step that checks or approves what an earlier one made.

    Attributes:
        first: the step that makes.
        second: the step that controls it.
        hand: the address of the role or person whose both are; "" where they are of two hands.
    """

    first: Move
    second: Move
    hand: str


@dataclass(frozen=True, slots=True)
class Stage:
    """The steps of one workflow that make something, and those that control.

    Attributes:
        making: those that make, in written order; a step's bit is its place here.
        controlling: those that control, in written order.
        before: step → the bits of those that make on some path to it.
        subjects: address of a step → what it is about, as objects.
    """

    making: tuple[Deed, ...]
    controlling: tuple[Deed, ...]
    before: Mapping[str, int]
    subjects: Mapping[str, tuple[str, ...]]


def stages(graph: Graph, making: frozenset[str], controlling: frozenset[str]) -> Iterator[Stage]:
    """Each workflow that has steps of both kinds; `making` and `controlling` are verb classes."""
    given: Mapping[str, tuple[str, ...]] | None = None
    taken: Mapping[str, tuple[str, ...]] = {}
    for flow in graph.flows.values():
        deeds = [graph.deeds.of(graph.row(step)) for step in flow.steps]
        second = tuple(deed for deed in deeds if deed.verb in controlling)
        first = tuple(deed for deed in deeds if deed.verb in making) if second else ()
        if not first:
            continue
        if given is None:
            given, taken = outputs_of_steps(graph), inputs_of_steps(graph)
        subjects = {d.address: _made(d, given) for d in first}
        subjects |= {d.address: _controlled(d, taken) for d in second}
        yield Stage(first, second, _before(flow, first), subjects)


def _made(deed: Deed, given: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What a step makes: its object and the artifacts that it gives."""
    own = (deed.object,) if deed.object is not None else ()
    artifacts = (f"artifact/{id_}" for id_ in given.get(deed.row.of.id, ()))
    return tuple(dict.fromkeys((*own, *artifacts)))


def _controlled(deed: Deed, taken: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What a step controls: its object, or what it takes where it names none."""
    if deed.object is not None:
        return (deed.object,)
    return tuple(f"artifact/{id_}" for id_ in taken.get(deed.row.of.id, ()))


def _before(flow: Flow, making: tuple[Deed, ...]) -> dict[str, int]:
    """Step → the bits of the making steps on the paths to it; edges that lead back left out."""
    bits = {deed.row.of.id: 1 << place for place, deed in enumerate(making)}
    way = onward(flow)
    found: dict[str, int] = {}
    for step in way.order:
        mask = 0
        for near in way.before.get(step, ()):
            mask |= found[near] | bits.get(near, 0)
        found[step] = mask
    return found


def own_controls(
    graph: Graph, making: frozenset[str], controlling: frozenset[str]
) -> Iterator[Control]:
    """Steps that control what the same hand made before, each with the first such step.

    One hand is a role of one head, or a person as the only holder. A step with several R may be
    done by another one, and is left out. What a declared separation judges is left out too.
    """
    for stage in stages(graph, making, controlling):
        made = _by_hand(graph, stage)
        for deed in stage.controlling if made else ():
            found = _own(graph, stage, made, deed)
            if found is not None:
                yield found


Made = Mapping[tuple[str, str], int]


def _by_hand(graph: Graph, stage: Stage) -> Made:
    """Hand and object → the bits of the steps that make it."""
    found: dict[tuple[str, str], int] = {}
    for place, deed in enumerate(stage.making):
        for cell in _sole(deed):
            for hand in hands(graph, cell):
                for about in stage.subjects[deed.address]:
                    found[hand, about] = found.get((hand, about), 0) | 1 << place
    return found


def _own(graph: Graph, stage: Stage, made: Made, deed: Deed) -> Control | None:
    """The first step before one that the same hand did."""
    before = stage.before.get(deed.row.of.id, 0)
    for cell in controllers(deed):
        for hand in hands(graph, cell) if before else ():
            for about in stage.subjects[deed.address]:
                mask = made.get((hand, about), 0) & before
                if mask:
                    first = stage.making[(mask & -mask).bit_length() - 1]
                    moves = Move(first, _sole(first)[0]), Move(deed, cell)
                    if not _is_declared(graph, *moves):
                        return Control(*moves, hand)
    return None


def _is_declared(graph: Graph, first: Move, second: Move) -> bool:
    """Whether a separation judges the two: what it says, or accepts, is enough."""
    roles = dict.fromkeys((first.role, second.role))
    return graph.separations.covers(roles, first.deed.address, second.deed.address)


def _sole(deed: Deed) -> tuple[Cell, ...]:
    """The R of a step as a tuple, if one role alone is it."""
    cells = deed.row.responsible
    roles = {cell.role for cell in cells}
    return cells[:1] if len(roles) == 1 and None not in roles else ()


def controllers(deed: Deed) -> tuple[Cell, ...]:
    """Who checks or approves by a step, for certain: its only R, and the A of an approval."""
    answers = deed.row.acting("A")[:1] if deed.verb == DECIDING else ()
    found = {cell.role: cell for cell in (*answers, *_sole(deed))[::-1] if cell.role is not None}
    return tuple(found.values())[::-1]


def hands(graph: Graph, cell: Cell) -> Iterator[str]:
    """The addresses of the role, if it is of one head, and of the person, if it is only one."""
    role = cell.role
    if role is None:
        return
    coverage = graph.coverage
    people = coverage.holders(role, acting=True)
    if len(people) < 2 and 0 < graph.role(role).headcount.planned <= 1:
        yield f"role/{role}"
    if len(people) == 1 and role not in coverage.unclear and coverage.only_holder(role):
        yield f"person/{people[0]}"


def dependent_controls(graph: Graph) -> Iterator[Control]:
    """Steps all of whose controllers report to who made what they control; the nearest such one."""
    for stage in stages(graph, ASKING, CHECKING | APPROVING):
        made: dict[tuple[str, str], int] = {}
        for place, deed in enumerate(stage.making):
            for cell in _sole(deed):
                for about in stage.subjects[deed.address]:
                    key = (cell.role or "", about)
                    made[key] = made.get(key, 0) | 1 << place
        for deed in stage.controlling:
            found = _dependent(graph, stage, made, deed)
            if found is not None:
                yield found


def _dependent(graph: Graph, stage: Stage, made: Made, deed: Deed) -> Control | None:
    """The first step before one that a superior of all its controllers did."""
    before = stage.before.get(deed.row.of.id, 0)
    cells = deed.doers
    if not before or not cells or any(cell.role is None for cell in deed.row.responsible):
        return None
    for superior in _common(graph, [cell.role or "" for cell in cells]):
        for about in stage.subjects[deed.address]:
            mask = made.get((superior, about), 0) & before
            if mask and superior not in graph.top_roles:
                first = stage.making[(mask & -mask).bit_length() - 1]
                return Control(Move(first, _sole(first)[0]), Move(deed, cells[0]), "")
    return None


def _common(graph: Graph, roles: Iterable[str]) -> tuple[str, ...]:
    """The roles that all of some report to, directly or not, the nearest first."""
    lines = [tuple(graph.reporting.ancestors(role)) for role in roles]
    if any(role in graph.circling for line in lines for role in line):
        return ()
    others = [frozenset(line) for line in lines[1:]]
    return tuple(role for role in lines[0] if all(role in line for line in others))
