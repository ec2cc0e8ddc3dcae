"""How long a workflow takes if everybody takes the time that the limits allow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from orgspec.frozen import frozen
from orgspec.graph.flow import Flow
from orgspec.graph.graph import Graph
from orgspec.graph.time.calendar import WorkingCalendar, working_calendar
from orgspec.graph.time.length import Length
from orgspec.graph.time.limits import Limits, called_by
from orgspec.graph.time.longest import Longest, longest
from orgspec.graph.time.network import Network, network
from orgspec.graph.time.walks import Net, Way
from orgspec.model.workflow import Workflow


class Stage(NamedTuple):
    """A step on the longest run.

    Attributes:
        step: its id (`workflow/step`).
        limit: how long it may take each time; no time where nothing says.
        handoff: the id of the handoff that is waited for before it; None if there is none.
        wait: how long that may take each time.
        times: how often the step is done here, once it comes to it in this way.
        total: the time from the start until all that is over.
    """

    step: str
    limit: Length
    handoff: str | None
    wait: Length
    times: int
    total: Length


class Room(NamedTuple):
    """When a step is over if all before it takes its time, when it must be over, the difference.

    The first pass of a loop counts; all three are sums of working and clock time as they are.
    """

    earliest: Length
    latest: Length
    slack: Length


@frozen
class Timing:
    """The longest run of a workflow (its critical path) and the room of its steps.

    Attributes:
        run: the steps of that run in order; those of loops stand there again, counted.
        total: how long it takes.
        limit: the workflow's own limit; None without one.
        room: id of a step that a start reaches → its room; none at all on the run.
    """

    run: tuple[Stage, ...]
    total: Length
    limit: Length | None
    room: Mapping[str, Room]


def timing(
    graph: Graph, flow: Flow, limits: Limits | None = None, *, with_room: bool = True
) -> Timing:
    """The longest run of a workflow, in time linear in its edges; see `longest` for loops.

    Who asks for many workflows gives `limits`, so that each is worked out once, and leaves the
    room of the steps out if only the run counts.
    """
    calendar = working_calendar(graph.organisation.profile.calendar)
    limits = limits or Limits(graph, calendar)
    _know_calls(graph, flow, limits)
    return _timing(graph, flow, limits, with_room=with_room)


def _know_calls(graph: Graph, flow: Flow, limits: Limits) -> None:
    """Work out the longest runs of the workflows without a limit that a workflow calls.

    Innermost first; of workflows that call each other in a circle one counts nothing.
    """
    stack = [(flow, _unlimited(graph, flow))]
    while stack:
        at, calls = stack[-1]
        called = next(calls, None)
        if called is None:
            stack.pop()
            if stack:
                limits.spans[at.workflow.id] = _timing(graph, at, limits, with_room=False).total
        elif called.id not in limits.spans and called.id != flow.workflow.id:
            limits.spans[called.id] = None
            inner = graph.flows[called.id]
            stack.append((inner, _unlimited(graph, inner)))


def _unlimited(graph: Graph, flow: Flow) -> Iterator[Workflow]:
    """The workflows without a limit that steps without a limit call."""
    for step in flow.steps:
        if step.call is not None and step.within is None:
            called = called_by(graph, step)
            if called is not None and called.within is None:
                yield called


def _timing(graph: Graph, flow: Flow, limits: Limits, *, with_room: bool) -> Timing:
    """The longest run, with the limits as they are known."""
    calendar = limits.calendar
    net = network(graph, flow, limits)
    limit = limits.of_workflow(flow.workflow)
    lengths = (*net.lengths, *(passage.wait for passage in net.passages))
    mixed = any(x.working for x in lengths) and any(x.clock for x in lengths)
    start = Length(day=calendar.day)
    found = []
    for shares in ((1, 1), (1, 0), (0, 1)) if mixed else ((1, 1),):
        best = longest(_weighed(net, *shares), with_slack=with_room)
        run = _stages(net, best, start)
        found.append((run, run[-1].total if run else start, best))
    by_clock = limit is not None and bool(limit.clock)
    bound = calendar.least_clock if by_clock else calendar.least_working
    run, total, _ = max(found, key=lambda each: bound(each[1]))
    working = not any(x.clock for x in lengths)
    room = _room(net, found[0][2], calendar, working) if with_room else {}
    return Timing(run, total, limit, room)


def may_exceed(graph: Graph, flow: Flow, limits: Limits) -> bool:
    """Whether a workflow may take longer than its limit; a look at it that costs next to nothing.

    Where no edge leads back in written order no step is done twice: then all limits together, with
    all handoffs, are no less than any run.
    """
    calendar = limits.calendar
    limit = limits.of_workflow(flow.workflow)
    if limit is None:
        return False
    place = {step.id: number for number, step in enumerate(flow.steps)}
    if any(place[edge.target] <= place[edge.source] for edge in flow.edges):
        return True
    _know_calls(graph, flow, limits)
    total = Length(day=calendar.day)
    for step in flow.steps:
        total += limits.of_step(step) or Length()
    if calendar.exceeds(total, limit):
        return True
    emergency = flow.workflow.standing == "emergency"
    handoffs = graph.organisation.handoffs
    for id_ in graph.waits.of_workflow.get(flow.workflow.id, ()):
        total += limits.of_handoff(handoffs[id_], emergency=emergency) or Length()
    return calendar.exceeds(total, limit)


def _weighed(net: Network, working: int, clock: int) -> Net:
    """The net with plain seconds, of work, of the clock, or both."""

    def seconds(length: Length) -> Decimal:
        return length.working * working + length.clock * clock

    return Net(
        [seconds(length) for length in net.lengths],
        [
            Way(p.source, p.target, seconds(p.wait), p.times, number)
            for number, p in enumerate(net.passages)
        ],
        net.starts,
    )


def _stages(net: Network, found: Longest, total: Length) -> tuple[Stage, ...]:
    """The steps of a run with their limits and the time so far, which begins at `total`."""
    stages = []
    for visit in found.visits:
        wait, handoff = Length(), None
        if visit.way is not None:
            passage = net.passages[visit.way.number]
            wait, handoff = passage.wait, passage.handoff
        limit = net.lengths[visit.node]
        total = total + (limit + wait) * visit.times
        stages.append(Stage(net.steps[visit.node], limit, handoff, wait, visit.times, total))
    return tuple(stages)


def _room(
    net: Network, found: Longest, calendar: WorkingCalendar, working: bool
) -> dict[str, Room]:
    """The room of each step; of a gateway that stands for several givers the least."""

    def length(seconds: Decimal) -> Length:
        kind = {"working": seconds} if working else {"clock": seconds}
        return Length(day=calendar.day, **kind)

    rooms: dict[str, Room] = {}
    for node, over in found.finished.items():
        slack = found.slack[node]
        step = net.steps[node]
        if step not in rooms or slack < rooms[step].slack.seconds:
            rooms[step] = Room(length(over), length(over + slack), length(slack))
    return rooms
