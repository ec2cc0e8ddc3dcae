"""Whether a workflow is sound: every run can end, ends cleanly, and runs no step twice at once.

Soundness is that of workflow nets (W. van der Aalst, The Application of Petri Nets to Workflow
Management, 1998), for nets whose branches may end each by itself: the last state of a run is the
empty one. What no path reaches and what leads round without a way out is seen without a net
(WFL003, WFL004); here it is asked what only the interplay of branches shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from orgspec.frozen import frozen
from orgspec.graph.flow import Flow
from orgspec.graph.nets.exploring import MOST_STATES, Space, explore, order_of
from orgspec.graph.nets.net import Move, Net, net_of
from orgspec.graph.nets.reduction import Stride, reduced, strides


@frozen
class Stuck:
    """A run in which a join waits for ever.

    Attributes:
        join: the step that waits, a full id.
        come: the steps from which work has come.
        missing: the steps that it waits for.
        run: the moves of a shortest such run.
        turn: the move of the run from which on the join could not be done any more; None if it
            never can.
    """

    join: str
    come: tuple[str, ...]
    missing: tuple[str, ...]
    run: tuple[Move, ...]
    turn: Move | None


@frozen
class Doubled:
    """A run in which a step is begun a second time before the first is done.

    Attributes:
        step: the step that runs twice, a full id.
        run: the moves of a shortest such run; the last one begins the step the second time.
        fork: the move whose branches meet there.
        sources: the steps from which the two come.
    """

    step: str
    run: tuple[Move, ...]
    fork: Move | None
    sources: tuple[str, str]


@frozen
class Verdict:
    """What is known of a workflow's runs.

    Attributes:
        decided: False where there are more states than are looked at, and those show nothing.
    """

    stuck: tuple[Stuck, ...] = ()
    doubled: tuple[Doubled, ...] = ()
    decided: bool = True

    @property
    def sound(self) -> bool:
        """Whether every run is known to end cleanly."""
        return self.decided and not self.stuck and not self.doubled


def verdict(flow: Flow, most: int = MOST_STATES) -> Verdict:
    """Judge a workflow, with a shortest run for everything that goes wrong."""
    forks = any(len(edge.transition.all) > 1 for edge in flow.edges)
    waits = any(
        step.join == "all" and len(flow.predecessors.get(step.id, ())) > 1 for step in flow.steps
    )
    if not forks and not waits:
        return Verdict()  # one token, and nothing that waits for a second
    net = net_of(flow)
    small = reduced(net)
    space = explore(small, net.starts, most)
    if not space.whole and (order := order_of(small)) is not None:
        space = explore(small, net.starts, most, order)
    if not space.whole:
        return _partial(net, flow, space)
    if not any(_waiting(net, small, space)) and not _is_doubled(space):
        return Verdict()
    # For the story the net as it is: its shortest run is shorter than that of the reduced one.
    each = strides(net)
    full = explore(each, net.starts, most)
    if full.whole:
        small, space = each, full
    stuck = [_stuck(net, small, space, *found) for found in _waiting(net, small, space)]
    doubled = _doubled(net, flow, space)
    return Verdict(tuple(_causes(flow, stuck)), doubled)


def _partial(net: Net, flow: Flow, space: Space) -> Verdict:
    """What is certain although not all states were looked at: steps that were seen run twice."""
    doubled = _doubled(net, flow, space)
    return Verdict(doubled=doubled, decided=bool(doubled))


def _is_doubled(space: Space) -> bool:
    """Whether some state would put a second token on a place."""
    return any(target is None for out in space.ways for _, target in out)


def _waiting(
    net: Net, steps: Sequence[Stride], space: Space
) -> Iterator[tuple[frozenset[int], int, frozenset[int]]]:
    """Joins that wait for ever: their places, the first such state, those from which they can go on.

    States in which a step runs twice are taken to lead anywhere: that is reported, not this.
    """
    before: dict[int, list[int]] = {}
    twice = [s for s, out in enumerate(space.ways) if any(target is None for _, target in out)]
    for state, out in enumerate(space.ways):
        for _, target in out:
            if target is not None:
                before.setdefault(target, []).append(state)
    joins = dict.fromkeys(s.takes for s in steps if net.places[min(s.takes)].source is not None)
    for takes in joins:
        mask = sum(1 << place for place in takes)
        done = [state for state, marked in enumerate(space.states) if marked & mask == mask]
        able = _leading_to((*done, *twice), before)
        for state, marked in enumerate(space.states):
            if marked & mask and state not in able:
                yield takes, state, _leading_to(done, before) if twice else able
                break


def _leading_to(states: Iterable[int], before: Mapping[int, Sequence[int]]) -> frozenset[int]:
    """The states from which some way leads to one of the given ones, themselves included."""
    found = set(states)
    frontier = list(found)
    while frontier:
        for state in before.get(frontier.pop(), ()):
            if state not in found:
                found.add(state)
                frontier.append(state)
    return frozenset(found)


def _stuck(
    net: Net,
    steps: Sequence[Stride],
    space: Space,
    takes: frozenset[int],
    state: int,
    able: frozenset[int],
) -> Stuck:
    """The story of a join that waits for ever."""
    marked = space.states[state]
    places = [net.places[place] for place in sorted(takes)]
    come = [net.places[p].source or "" for p in sorted(takes) if marked >> p & 1]
    missing = [net.places[p].source or "" for p in sorted(takes) if not marked >> p & 1]
    turn = None
    at = state
    while (last := space.came[at]) is not None:
        if last[1] in able and at not in able:
            turn = last[0].moves[-1]
        at = last[1]
    run = tuple(move for stride in space.run(state) for move in stride.moves)
    return Stuck(places[0].step, tuple(come), tuple(missing), run, turn)


def _causes(flow: Flow, stuck: list[Stuck]) -> Iterator[Stuck]:
    """Those that do not merely wait for what stands behind another."""
    kept: list[Stuck] = []
    for each in sorted(stuck, key=lambda s: len(s.run)):
        behind = any(
            other.join != each.join and set(each.missing) <= flow.reachable((other.join,))
            for other in kept
        )
        if not behind:
            kept.append(each)
    order = {step.id: index for index, step in enumerate(flow.steps)}
    return iter(sorted(kept, key=lambda s: order[s.join]))


def _doubled(net: Net, flow: Flow, space: Space) -> tuple[Doubled, ...]:
    """For each step that runs twice at once the shortest run, and none for those that follow."""
    kept: dict[str, Doubled] = {}
    for state, out in enumerate(space.ways):
        for stride, target in out:
            if target is not None:
                continue
            run = tuple(m for s in (*space.run(state), stride) for m in s.moves)
            found = _second(net, run)
            if found is None or any(found.step in flow.reachable((step,)) for step in kept):
                continue
            kept[found.step] = found
    return tuple(kept.values())


def _second(net: Net, run: tuple[Move, ...]) -> Doubled | None:
    """The story of the first step of a run that gets a second token: where the two come from.

    Every token remembers the moves that it descends from, the latest last.
    """
    tokens: dict[int, tuple[int, ...]] = {}
    for number, move in enumerate(run):
        past = sorted({n for p in move.takes for n in tokens.pop(p, ())} | {number})
        for place in move.gives:
            if place in tokens:
                shared = set(past) & set(tokens[place])
                other = tokens[place][-1]
                fork = run[max(shared)] if shared else None
                sources = (run[other].step, move.step)
                return Doubled(net.places[place].step, run[: number + 1], fork, sources)
            tokens[place] = tuple(past)
    return None
