"""Workflows at random: choices, forks, joins, loops, several starts and ends."""

from __future__ import annotations

from random import Random
from typing import Any

from orgspec.graph.flow import Edge, Flow
from orgspec.model.workflow import Step, Workflow


def flow_at_random(random: Random) -> Flow:
    """A workflow of two to eight steps; about half of those that fork are sound."""
    size = random.randint(2, 8)
    names = [f"s{number}" for number in range(size)]
    steps: list[tuple[str, dict[str, Any]]] = []
    for number, name in enumerate(names):
        later = names[number + 1 :]
        branches: list[dict[str, Any]] = []
        for _ in range(random.choice((1, 1, 1, 2, 2, 3))):
            back = random.random() < 0.12
            pool = names if back or not later else later
            if not later and not back:
                break
            width = min(random.choice((1, 1, 2, 2, 3)), len(pool))
            targets = tuple(random.sample(pool, width))
            branches.append({"to": targets[0]} if width == 1 else {"all": list(targets)})
        ends = not branches or random.random() < 0.08
        fields = {
            "next": branches,
            "end": ends,
            "join": "all" if random.random() < 0.35 else None,
            "start": number > 0 and random.random() < 0.04,
        }
        steps.append((name, fields))
    if any(fields["start"] for _, fields in steps):
        steps[0][1]["start"] = True
    return flow_from([step(name, fields) for name, fields in steps])


def step(name: str, fields: dict[str, Any]) -> Step:
    """A step of the workflow `w`, from its fields as the reader gives them."""
    words: dict[str, Any] = {"@id": f"w/{name}", "@address": f"step/w/{name}"}
    words |= {k: ("true" if v is True else v) for k, v in fields.items() if v not in (None, False)}
    return Step(**words)


def flow_from(steps: list[Step]) -> Flow:
    """The flow of some steps, as the compiler makes it of a specification."""
    edges = [
        Edge(step.id, f"w/{target}", branch, place)
        for step in steps
        for place, branch in enumerate(step.next)
        for target in branch.targets
    ]
    successors: dict[str, list[str]] = {}
    predecessors: dict[str, list[str]] = {}
    for edge in edges:
        successors.setdefault(edge.source, []).append(edge.target)
        predecessors.setdefault(edge.target, []).append(edge.source)
    named: dict[str, Any] = {"@id": "w", "@address": "workflow/w"}
    starts = tuple(step.id for step in steps if step.start) or (steps[0].id,)
    return Flow(
        Workflow(**named),
        tuple(steps),
        starts,
        tuple(edges),
        {k: tuple(dict.fromkeys(v)) for k, v in successors.items()},
        {k: tuple(dict.fromkeys(v)) for k, v in predecessors.items()},
    )
