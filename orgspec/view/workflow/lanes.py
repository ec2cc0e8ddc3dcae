"""Who does each step: the lane in which it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from orgspec.graph.flow import Flow
from orgspec.graph.graph import Graph
from orgspec.model.workflow import Step
from orgspec.swimlane import Lane
from orgspec.view.palette import COLOURS
from orgspec.view.words import Words

_NOBODY = ""
_PHASE = "phase/"
_NO_DEPARTMENT = 5  # the colour of what belongs to no department


def owners(graph: Graph, flow: Flow, by: str = "role") -> Mapping[str, str]:
    """Step → the address of its owner; the name as written if nothing is declared under it.

    The owner is the first R; of several R in several departments their nearest common department.
    Where the lanes are departments it is the department of that, where they are phases the phase.
    Who owns nothing (events,
    gateways) stands in the lane of the step before, else of the step behind; a step of work that
    nobody owns has the lane of nobody, the empty name.
    """
    if by == "phase":
        return {step.id: _PHASE + phase for step, phase in _phases(graph, flow)}
    found: dict[str, str] = {}
    waiting = []
    for step in flow.steps:
        owner = _owner(graph, step)
        if owner is not None:
            found[step.id] = _home(graph, owner) if by == "department" else owner
        elif step.nature == "work":
            found[step.id] = _NOBODY
        else:
            waiting.append(step.id)
    for ways in (flow.predecessors, flow.successors) * 2:
        for id_ in [x for x in waiting if x not in found]:
            beside = next((found[x] for x in ways.get(id_, ()) if x in found), None)
            if beside is not None:
                found[id_] = beside
    return {step.id: found.get(step.id, _NOBODY) for step in flow.steps}


def phase_lanes(graph: Graph, flow: Flow, locale: str) -> tuple[Lane, ...]:
    """The lanes of the phases, in the order in which they begin; each has its own colour."""
    words = Words(locale)
    table = {_phase(graph, step): step.phase for step in flow.steps}
    begun = dict.fromkeys(phase for _, phase in _phases(graph, flow))
    texts = [table[phase] if phase else None for phase in begun]
    return tuple(
        Lane(text.in_(locale) if text is not None else words("no_phase"), "", index % COLOURS)
        for index, text in enumerate(texts)
    )


def _phases(graph: Graph, flow: Flow) -> Iterator[tuple[Step, str]]:
    """Each step with its phase: its own, else that of the step written above it; "" before any."""
    begun = ""
    for step in flow.steps:
        begun = _phase(graph, step) or begun
        yield step, begun


def _phase(graph: Graph, step: Step) -> str:
    """What a step writes as its phase, by which phases are one and the same."""
    return step.phase.in_(graph.organisation.locales[0]) if step.phase is not None else ""


def lanes(graph: Graph, locale: str, addresses: list[str]) -> tuple[Lane, ...]:
    """The lanes of some owners; each department among them has a colour of its own.

    Where all lanes are departments, none is shown as part of another.
    """
    words = Words(locale)
    whole = all(address.startswith("department/") for address in addresses)
    made: list[tuple[str, str | None, str | None]] = []
    for address in addresses:
        kind, _, id_ = address.partition("/")
        entity = graph.organisation.find(address) if "/" in address else None
        title = entity.in_(locale) if entity is not None else address or words("no_owner")
        if kind == "department":
            made.append((title, None if whole else graph.departments.above.get(id_), id_))
        else:
            home = graph.department_of_role.get(id_) if kind == "role" else None
            made.append((title, home, home))
    palette = palette_of(graph, [colour for _, _, colour in made])
    units = graph.organisation.departments
    return tuple(
        Lane(
            title,
            units[home].in_(locale) if home is not None and home in units else "",
            palette[own] if own is not None else _NO_DEPARTMENT,
        )
        for title, home, own in made
    )


def palette_of(graph: Graph, used: Sequence[str | None]) -> dict[str, int]:
    """Department → colour: its own by its place in the organisation, the next if that is taken."""
    order = list(graph.organisation.departments)
    found: dict[str, int] = {}
    for unit in sorted({u for u in used if u is not None}, key=order.index):
        wanted = 0 if unit not in graph.departments.above else 1 + (order.index(unit) - 1) % 8
        free = [c for c in range(COLOURS) if c not in found.values() and c != _NO_DEPARTMENT]
        later = sorted(free, key=lambda c: (c - wanted) % COLOURS)
        found[unit] = wanted if wanted in free else (later or [wanted])[0]
    return found


def _owner(graph: Graph, step: Step) -> str | None:
    """Who does a step."""
    row = graph.row(step)
    if not row.responsible:
        return None
    first = row.responsible[0]
    units = graph.step_departments(step)
    if len(units) > 1:
        common = _common(graph, units)
        if common is not None:
            return f"department/{common}"
    if first.party is not None and first.party.startswith("department/"):
        return first.party
    if first.role is not None:
        return f"role/{first.role}"
    return first.party or first.text


def _common(graph: Graph, units: tuple[str, ...]) -> str | None:
    """The nearest department that holds several."""
    lines = [(unit, *graph.departments.ancestors(unit)) for unit in units]
    return next((u for u in lines[0] if all(u in line for line in lines[1:])), None)


def _home(graph: Graph, owner: str) -> str:
    """The department of an owner, else the owner."""
    kind, _, id_ = owner.partition("/")
    home = graph.department_of_role.get(id_) if kind == "role" else None
    return f"department/{home}" if home is not None else owner
