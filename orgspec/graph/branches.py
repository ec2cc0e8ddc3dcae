"""The branches of a step: what is written in its `next`, each target and condition once."""

from __future__ import annotations

from typing import NamedTuple

from orgspec.graph.graph import Graph
from orgspec.model.text import Text
from orgspec.model.values.condition import Condition, parse
from orgspec.model.values.wording import normal
from orgspec.model.workflow import Step, Transition
from orgspec.syntax.nodes import MapNode, SeqNode

Meaning = tuple[object, ...]
"""What two conditions have in common if they say the same."""


class Branch(NamedTuple):
    """A way on: the transition that makes it and its `place` in `next`."""

    place: int
    transition: Transition

    @property
    def route(self) -> tuple[str, int, str]:
        """Where it says to which step it leads."""
        return ("next", self.place, "all" if self.transition.all else "to")


def branches(step: Step, locale: str) -> tuple[Branch, ...]:
    """The exclusive choices behind a step, in written order; what is written twice counts once."""
    first: dict[tuple[object, ...], Branch] = {}
    for place, transition in enumerate(step.next):
        key = (frozenset(transition.targets), transition.otherwise, meaning(transition, locale))
        first.setdefault(key, Branch(place, transition))
    return tuple(first.values())


def meaning(transition: Transition, locale: str) -> Meaning:
    """What the `when` of a transition says, the same for all ways of writing it; () without one.

    Of a text in several locales that of `locale` counts.
    """
    if transition.when is None:
        return ()
    condition = condition_of(transition.when, locale)
    if condition.terms:
        terms = {(normal(t.name).casefold(), t.comparison, t.amount) for t in condition.terms}
        return (frozenset(terms),)
    return (normal(condition.prose).casefold(),) if condition.prose else ()


def condition_of(when: Text, locale: str) -> Condition:
    """A condition as read in a locale; an empty one if there is no text in it."""
    text = when.in_(locale)
    return parse(text) if normal(text) else Condition()


def says_when(graph: Graph, step: Step, branch: Branch) -> bool:
    """Whether a branch has a `when`, sound or not."""
    if branch.transition.when is not None:
        return any(normal(text) for text in branch.transition.when.written())
    origin = graph.program.origins.get(step.address)
    node = origin.at(("next", branch.place)).node if origin is not None else None
    return isinstance(node, MapNode) and node.get("when") is not None


def all_are_read(graph: Graph, step: Step) -> bool:
    """Whether every way on that was written could be read, so that places are as written."""
    if not graph.program.problems:
        return True  # the reader had nothing to say of any file
    origin = graph.program.origins.get(step.address)
    node = origin.node.get("next") if origin and isinstance(origin.node, MapNode) else None
    return not isinstance(node, SeqNode) or len(node) == len(step.next)
