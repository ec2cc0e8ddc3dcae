"""Durations that last nothing, or less."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding
from orgspec.diagnostics import say
from orgspec.model.entity import Entity
from orgspec.model.values.duration import Duration
from orgspec.model.workflow import Handoff, Rung, Step, Workflow
from orgspec.syntax.nodes import Step as RouteStep

_Found = tuple[Entity, tuple[RouteStep, ...], Duration]


def durations(context: Context) -> Iterator[Finding]:
    """Limits, lengths and review periods of nothing; escalation may begin at once."""
    for entity, route, duration in _durations(context):
        length = duration.clock_seconds()
        if length > 0 or (length == 0 and route[-1] == "after"):
            continue
        yield Finding(
            context.at(entity, *route),
            say(
                "`{key}` of `{one}` lasts no time",
                "`{one}` 的 `{key}` 不是正的时长",
                key=route[-1],
                one=entity,
            ),
            say("write how long it may take, or leave it out", "请写明时长，或去掉该字段"),
        )


def _durations(context: Context) -> Iterator[_Found]:
    """Every duration of the organisation."""
    organisation = context.organisation
    for workflow in organisation.workflows.values():
        yield from _limits(workflow)
    for step in organisation.steps.values():
        yield from _limits(step)
    for handoff in organisation.handoffs.values():
        yield from _limits(handoff)
        if handoff.needed_within is not None:
            yield handoff, ("needed_within",), handoff.needed_within
    for meeting in organisation.meetings.values():
        if meeting.duration is not None:
            yield meeting, ("duration",), meeting.duration
    for duty in organisation.duties.values():
        for index, task in enumerate(duty.tasks):
            if task.effort is not None:
                yield duty, ("tasks", index, "effort"), task.effort
    for entity in (*organisation.entities(), organisation.manifest, organisation.profile):
        if entity.document is not None and entity.document.review_every is not None:
            yield entity, ("document", "review_every"), entity.document.review_every


def _limits(entity: Workflow | Step | Handoff) -> Iterator[_Found]:
    """The limit of an entity and the times of its ladder."""
    if entity.within is not None:
        yield entity, ("within",), entity.within
    if entity.escalation:
        yield from _rungs(entity, entity.escalation)


def _rungs(entity: Entity, ladder: tuple[Rung, ...]) -> Iterator[_Found]:
    """The times of a ladder."""
    for index, rung in enumerate(ladder):
        if rung.after is not None:
            yield entity, ("escalation", index, "after"), rung.after
