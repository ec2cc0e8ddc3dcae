"""Steps that control an earlier step of their workflow, and whose hands both are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from orgspec.graph.artifacts import inputs_of, outputs_of
from orgspec.graph.deeds import DECIDING, Deed
from orgspec.graph.flow import Flow
from orgspec.graph.graph import Graph
from orgspec.graph.onward import onward
from orgspec.graph.rows import Cell
from orgspec.model.workflow import Step

MAKING = frozenset(("handle",))
ASKING = frozenset(("ask", "handle"))
CHECKING = frozenset(("check",))
APPROVING = frozenset((DECIDING,))
CONTROLLING = CHECKING | APPROVING


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


class Stage:
    """The steps of one workflow that make something, and those that control.

    Attributes:
        making: those that ask or handle, in written order; a step's bit is its place here.
        controlling: those that check or authorise, in written order.
    """

    def __init__(
        self, graph: Graph, flow: Flow, making: tuple[Deed, ...], controlling: tuple[Deed, ...]
    ) -> None:
        self.making = making
        self.controlling = controlling
        self._graph = graph
        self._flow = flow

    @cached_property
    def before(self) -> Mapping[str, int]:
        """Step → the bits of the making steps on the paths to it."""
        return _before(self._flow, self.making)

    @cached_property
    def subjects(self) -> Mapping[str, frozenset[str]]:
        """Address of a step → what it makes or controls, as objects."""
        made = {deed.address: _made(self._graph, deed) for deed in self.making}
        return made | {deed.address: _controlled(self._graph, deed) for deed in self.controlling}

    @cached_property
    def makers(self) -> Mapping[str, int]:
        """Role → the bits of the steps that it alone makes something by."""
        found: dict[str, int] = {}
        for place, deed in enumerate(self.making):
            for cell in _sole(deed):
                role = cell.role or ""
                found[role] = found.get(role, 0) | 1 << place
        return found

    def controlled_by(self, deed: Deed, mask: int) -> Iterator[Deed]:
        """Those of some making steps, by their bits, whose work a later step controls."""
        mask &= self.before.get(deed.row.of.id, 0)
        while mask:
            first = self.making[(mask & -mask).bit_length() - 1]
            if not self.subjects[first.address].isdisjoint(self.subjects[deed.address]):
                yield first
            mask &= mask - 1


def stages(graph: Graph) -> Iterator[Stage]:
    """Each workflow that has steps which make something, and steps which control."""
    for flow in graph.flows.values():
        deeds = [graph.deeds.of(graph.row(step)) for step in flow.steps]
        making = tuple([deed for deed in deeds if deed.verb in ASKING])
        controlling = tuple([deed for deed in deeds if deed.verb in CONTROLLING])
        if making and controlling:
            yield Stage(graph, flow, making, controlling)


def _made(graph: Graph, deed: Deed) -> frozenset[str]:
    """What a step makes: its object and the artifacts that it gives."""
    found = {f"artifact/{id_}" for id_ in outputs_of(graph, _step(deed))}
    return frozenset(found | {deed.object} if deed.object is not None else found)


def _controlled(graph: Graph, deed: Deed) -> frozenset[str]:
    """What a step controls: its object, or what it takes where it names none."""
    if deed.object is not None:
        return frozenset((deed.object,))
    return frozenset(f"artifact/{id_}" for id_ in inputs_of(graph, _step(deed)))


def _step(deed: Deed) -> Step:
    """The step that a deed of a workflow is."""
    of = deed.row.of
    if not isinstance(of, Step):
        raise TypeError(f"{of.address} is no step")
    return of


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
    for stage in graph.deeds.stages:
        by_hand = _by_hand(graph, stage, making)
        for deed in stage.controlling if by_hand else ():
            if deed.verb in controlling:
                found = _own(graph, stage, by_hand, deed)
                if found is not None:
                    yield found


def _by_hand(graph: Graph, stage: Stage, making: frozenset[str]) -> dict[str, int]:
    """Address of a hand → the bits of the steps that it makes something by."""
    wanted = sum(1 << place for place, deed in enumerate(stage.making) if deed.verb in making)
    found: dict[str, int] = {}
    for role, mask in stage.makers.items():
        for hand in hands(graph, role) if mask & wanted else ():
            found[hand] = found.get(hand, 0) | (mask & wanted)
    return found


def _own(graph: Graph, stage: Stage, by_hand: Mapping[str, int], deed: Deed) -> Control | None:
    """The first step before one that the same hand did."""
    for cell in controllers(deed):
        for hand in hands(graph, cell.role or ""):
            for first in stage.controlled_by(deed, by_hand[hand]) if hand in by_hand else ():
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


def hands(graph: Graph, role: str) -> Iterator[str]:
    """The addresses of the role, if it is of one head, and of the person, if it is only one."""
    coverage = graph.coverage
    people = coverage.holders(role, acting=True)
    if len(people) < 2 and 0 < graph.role(role).headcount.planned <= 1:
        yield f"role/{role}"
    if len(people) == 1 and role not in coverage.unclear and coverage.only_holder(role):
        yield f"person/{people[0]}"


def dependent_controls(graph: Graph) -> Iterator[Control]:
    """Steps all of whose controllers report to who made what they control; the nearest such one."""
    for stage in graph.deeds.stages:
        for deed in stage.controlling:
            found = _dependent(graph, stage, deed)
            if found is not None:
                yield found


def _dependent(graph: Graph, stage: Stage, deed: Deed) -> Control | None:
    """The first step before one that a superior of all its controllers did."""
    cells = deed.doers
    if not cells or any(cell.role is None for cell in deed.row.responsible):
        return None
    for superior in _common(graph, stage.makers, [cell.role or "" for cell in cells]):
        first = next(stage.controlled_by(deed, stage.makers[superior]), None)
        if first is not None and superior not in graph.top_roles:
            return Control(Move(first, _sole(first)[0]), Move(deed, cells[0]), "")
    return None


def _common(graph: Graph, makers: Mapping[str, int], roles: list[str]) -> tuple[str, ...]:
    """Those of the makers whom all of some roles report to, directly or not; nearest first."""
    first = tuple(graph.reporting.ancestors(roles[0]))
    if not any(role in makers for role in first):
        return ()
    lines = [first, *(tuple(graph.reporting.ancestors(role)) for role in roles[1:])]
    if any(role in graph.circling for line in lines for role in line):
        return ()
    others = [frozenset(line) for line in lines[1:]]
    return tuple(role for role in first if role in makers and all(role in o for o in others))
