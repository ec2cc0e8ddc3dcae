"""The same question answered the slow way: every state written down, nothing reduced.

Kept apart from the code that it judges: it reads the steps itself, keeps tokens in a dictionary of
counts, and asks of every single state whether a waiting join can still be done.
"""

from __future__ import annotations

from typing import NamedTuple

from orgspec.graph.flow import Flow
from orgspec.model.workflow import Step

State = frozenset[tuple[tuple[str, str], int]]
"""How many tokens lie before a step (first), come from a step (second; "" where it is no matter)."""


class Answer(NamedTuple):
    """Whether some join waits for ever, and whether some step runs twice at once."""

    stuck: bool
    doubled: bool


def answer(flow: Flow) -> Answer:
    """Explore a workflow by brute force."""
    steps = {step.local: step for step in flow.steps}
    sources: dict[str, set[str]] = {}
    seen = {start.partition("/")[2] for start in flow.starts}
    todo = list(seen)
    while todo:
        at = todo.pop()
        for branch in steps[at].next:
            for target in branch.targets:
                sources.setdefault(target, set()).add(at)
                if target not in seen:
                    seen.add(target)
                    todo.append(target)
    graph: dict[State, list[State]] = {}
    doubled: set[State] = set()
    firsts = [frozenset({((start.partition("/")[2], "start"), 1)}) for start in flow.starts]
    frontier: list[State] = list(firsts)
    while frontier:
        state = frontier.pop()
        if state in graph:
            continue
        graph[state] = []
        if any(_at(state, step, steps[step]) > 1 for step in seen):
            doubled.add(state)
            continue
        for after in _successors(state, steps, sources):
            graph[state].append(after)
            frontier.append(after)
    return Answer(any(_is_stuck(s, graph, doubled, steps, sources) for s in graph), bool(doubled))


def _at(state: State, name: str, step: Step) -> int:
    """The most tokens that wait before a step for one and the same thing."""
    counts = [count for (target, _), count in state if target == name]
    if step.join == "all":
        return max(counts, default=0)
    return sum(counts)


def _successors(state: State, steps: dict[str, Step], sources: dict[str, set[str]]) -> list[State]:
    found = []
    counts = dict(state)
    for name, step in steps.items():
        waiting = sorted(key for key in counts if key[0] == name)
        begun = (name, "start") in counts
        takes: list[list[tuple[str, str]]] = []
        if begun:
            takes.append([(name, "start")])
        if step.join == "all":
            wanted = [(name, source) for source in sorted(sources.get(name, ()))]
            if wanted and all(key in counts for key in wanted):
                takes.append(wanted)
        else:
            takes += [[key] for key in waiting if key[1] != "start"]
        for taken in takes:
            rest = dict(counts)
            for key in taken:
                rest[key] -= 1
                if not rest[key]:
                    del rest[key]
            outcomes = [branch.targets for branch in step.next]
            if step.end or not step.next:
                outcomes.append(())
            for targets in outcomes:
                after = dict(rest)
                for target in set(targets):
                    key = (target, name)
                    after[key] = after.get(key, 0) + 1
                found.append(frozenset(after.items()))
    return found


def _is_stuck(
    state: State,
    graph: dict[State, list[State]],
    doubled: set[State],
    steps: dict[str, Step],
    sources: dict[str, set[str]],
) -> bool:
    """Whether a join has something before it and no state that follows lets it be done."""
    joins = {
        target for (target, source), _ in state if steps[target].join == "all" and source != "start"
    }
    for join in joins:
        seen, todo, able = {state}, [state], False
        while todo and not able:
            at = todo.pop()
            present = {source for (target, source), _ in at if target == join}
            able = at in doubled or sources[join] <= present
            for after in graph[at]:
                if after not in seen:
                    seen.add(after)
                    todo.append(after)
        if not able:
            return True
    return False
