"""Steps without letters that are done by somebody all the same: by a level, or by what they call."""

from __future__ import annotations

from orgspec.graph.authorities import level_links, scale_of, spans_of
from orgspec.model.governance import Authority
from orgspec.model.program import Program
from orgspec.model.values.actions import verb_class
from orgspec.model.values.amount import Amount
from orgspec.model.values.interval import Interval
from orgspec.model.workflow import Step
from orgspec.syntax.nodes import Step as RouteStep

Source = tuple[str, str, tuple[RouteStep, ...]]


def doers(program: Program, step: Step) -> tuple[Source, ...]:
    """Who does a step that has no letters: address of the role, of the holder, and the route.

    An approving step with an authority is done by the level that reaches its amount; a `call` by
    the owner of the called workflow. Nobody for all other steps.
    """
    if step.call is not None:
        return _owner_of_called(program, step)
    if step.authority is not None and step.action and verb_class(step.action) == "authorise":
        return _deciding_level(program, step)
    return ()


def _owner_of_called(program: Program, step: Step) -> tuple[Source, ...]:
    """The owner of the workflow that a step calls."""
    found = []
    for workflow in program.links.targets(step.address, "call"):
        for owner in program.links.targets(workflow, "owner"):
            found.append((owner, workflow, ("owner",)))
    return tuple(found)


def _deciding_level(program: Program, step: Step) -> tuple[Source, ...]:
    """The roles of the lowest level that reaches the step's amount; without one, the lowest.

    Where none reaches it, the highest: that it may not is then said of those who would decide.
    """
    if step.authority is None:
        return ()
    for address in program.links.targets(step.address, "authority"):
        authority = program.organisation.authorities[address.partition("/")[2]]
        level = _level(authority, step.authority.up_to)
        if level is not None:
            return tuple(
                (link.target, address, link.route)
                for link in level_links(program, authority)
                if link.target is not None and link.route[1] == level
            )
    return ()


def _level(authority: Authority, amount: Amount | None) -> int | None:
    """The place of the level that decides up to an amount; None if there are no levels."""
    scale = scale_of(authority)
    if scale is None:  # amounts that do not compare: the order in which they are written counts
        return 0 if authority.levels else None
    top = Interval(high=scale.figure(authority.max)).end
    spans = spans_of(authority, scale)
    ends = {i: min(span.end, top) for i, span in enumerate(spans) if not span.is_empty}
    wanted = scale.figure(amount)
    reaching = [i for i in ends if wanted is None or ends[i] >= (wanted, True)]
    if reaching:
        return min(reaching, key=lambda level: ends[level])
    return max(ends, key=lambda level: ends[level], default=None)
