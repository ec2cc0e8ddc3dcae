"""The edges of a workflow that lead on: what is left of it without the edges that lead back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from orgspec.frozen import frozen
from orgspec.graph.flow import Flow

MEETING = 50
"""How many steps are followed through one that is passed over, so that the time stays linear."""


@frozen
class Onward:
    """A workflow without loops. Whatever path it holds visits no step twice.

    Which edges lead back is settled by one walk from the starts, depth first and in written order:
    those to a step that the walk has come through on its way. In a workflow whose loops are each
    entered at one step, which is nearly every one, no other order finds others. Paths that need
    such an edge are not in it: to find the longest of all paths is beyond any bound.

    Attributes:
        order: ids of all steps; each edge leads from an earlier one to a later one.
        before: step → the steps right before it, in written order.
    """

    order: tuple[str, ...]
    before: Mapping[str, tuple[str, ...]]

    def within(self, steps: Collection[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Some of the steps in order, each with those of them that are right before it."""
        for step in self.order:
            if step in steps:
                yield step, tuple([x for x in self.before.get(step, ()) if x in steps])

    def beyond(self, through: Collection[str]) -> Mapping[str, tuple[str, ...]]:
        """Step → the steps that come before it if those in `through` are passed over.

        Of the steps that meet in one that is passed over, the first `MEETING` are followed.
        """
        found: dict[str, tuple[str, ...]] = {}
        for step in self.order:
            near = self.before.get(step, ())
            if any(x in through for x in near):
                near = tuple(
                    dict.fromkeys(y for x in near for y in (found[x] if x in through else (x,)))
                )[:MEETING]
            found[step] = near
        return found


def onward(flow: Flow) -> Onward:
    """A workflow without the edges that lead back; in time linear in its edges."""
    order: list[str] = []
    before: dict[str, list[str]] = {}
    on_the_way: set[str] = set()
    seen: set[str] = set()
    for root in (*flow.starts, *(step.id for step in flow.steps)):
        if root in seen:
            continue
        seen.add(root)
        on_the_way.add(root)
        way = [(root, iter(flow.successors.get(root, ())))]
        while way:
            at, rest = way[-1]
            target = next(rest, None)
            if target is None:
                way.pop()
                on_the_way.discard(at)
                order.append(at)
                continue
            if target not in on_the_way:
                before.setdefault(target, []).append(at)
            if target not in seen:
                seen.add(target)
                on_the_way.add(target)
                way.append((target, iter(flow.successors.get(target, ()))))
    return Onward(tuple(reversed(order)), {step: tuple(x) for step, x in before.items()})
