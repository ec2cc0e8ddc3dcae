"""Runs of workflows told as people tell them."""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.analysis.context import Context
from orgspec.diagnostics import Message, say
from orgspec.graph.nets.net import Move

_LONGEST = 12
"""A run of more steps is told by its beginning and its end."""


def run_of(context: Context, run: Sequence[Move]) -> Message:
    """The steps of a run in their order: ``a → b → … → z``."""
    names = [context.organisation.steps[move.step] for move in run]
    shown: list[object] = list(names)
    if len(names) > _LONGEST:
        shown = [*names[: _LONGEST // 2], "…", *names[-_LONGEST // 2 :]]
    pattern = " → ".join(f"{{s{i}}}" for i in range(len(shown)))
    return say(pattern, pattern, **{f"s{i}": each for i, each in enumerate(shown)})


def way_of(context: Context, move: Move) -> Message:
    """Where a step goes on to, and when: ``goes on to `ship` (paid)``."""
    step = context.organisation.steps[move.step]
    if move.branch is None:
        return say("ends", "结束")
    branch = step.next[move.branch]
    targets = tuple(
        say("`{x}`", "`{x}`", x=context.organisation.steps.get(f"{step.workflow}/{t}", t))
        for t in branch.targets
    )
    if branch.when is None:
        return say("goes on to {targets}", "转到 {targets}", targets=targets)
    return say(
        "goes on to {targets} ({when})",
        "转到 {targets}（{when}）",
        targets=targets,
        when=branch.when,
    )
