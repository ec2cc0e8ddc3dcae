"""A step as an activity, event or gateway."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from orgspec.interchange.bpmn.elements import ACTIVITIES, EVENTS, GATEWAYS, SUBPROCESSES, Trigger
from orgspec.interchange.bpmn.step_building import SELF_RUNNING
from orgspec.model.values.duration import Duration, Unit
from orgspec.model.values.numerals import plain
from orgspec.model.workflow import Rung, Step, Transition

_DATES = ((Unit.YEARS, "Y"), (Unit.MONTHS, "M"), (Unit.WEEKS, "W"), (Unit.DAYS, "D"))
_TIMES = ((Unit.HOURS, "H"), (Unit.MINUTES, "M"), (Unit.SECONDS, "S"))
_CATCHING = frozenset(("timer", "conditional"))
_TEXTS = ("timeDuration", "timeDate", "timeCycle", "condition")


def kept(step: Step) -> Mapping[str, Any]:
    """What an import kept of BPMN for a step."""
    found = step.extra.get("x-bpmn")
    return found if isinstance(found, Mapping) else {}


def kept_text(step: Step, key: str) -> str:
    """A text of what was kept, "" if it is none."""
    value = kept(step).get(key)
    return value if isinstance(value, str) else ""


def iso(duration: Duration) -> str:
    """A duration in ISO 8601; which time counts is not said."""
    sums = {
        unit: sum((n for n, u in duration.parts if u is unit), start=Decimal()) for unit in Unit
    }
    dates = "".join(f"{plain(sums[u])}{letter}" for u, letter in _DATES if sums[u])
    times = "".join(f"{plain(sums[u])}{letter}" for u, letter in _TIMES if sums[u])
    return (
        "P" + dates + (f"T{times}" if times or not dates else "") + ("" if dates or times else "0S")
    )


def tag_of(
    step: Step, ways: Sequence[Transition], *, coming: bool, starts: bool, attached: bool
) -> str:
    """What a step is in BPMN: what an import kept, as far as it still fits, else the usual."""
    wanted = kept_text(step, "type")
    forks = bool(ways) and all(way.all for way in ways)
    if attached:
        return "boundaryEvent"
    if step.nature == "gateway":
        if wanted in GATEWAYS and (wanted != "parallelGateway" or len(ways) < 2):
            return wanted
        parallel = (step.join or forks) and len(ways) < 2
        return "parallelGateway" if parallel else "exclusiveGateway"
    if step.call:
        return "callActivity"
    if step.nature == "work":
        if wanted in SUBPROCESSES:
            return "callActivity"
        return wanted if wanted in ACTIVITIES else "userTask"
    if wanted in SUBPROCESSES:
        return "callActivity"
    if wanted in SELF_RUNNING or wanted == "callActivity":
        return wanted
    fits = {"startEvent": starts and not coming, "endEvent": not ways, "boundaryEvent": False}
    if wanted in EVENTS and fits.get(wanted, True):
        return wanted
    if step.within is not None or kept_text(step, "event") in _CATCHING:
        return "intermediateCatchEvent"
    if step.end and not ways:
        return "endEvent"
    return "startEvent" if starts and not coming else "intermediateThrowEvent"


def triggers_of(step: Step, tag: str) -> tuple[Trigger, ...]:
    """What an event waits for or causes."""
    if tag not in EVENTS:
        return ()
    kind = kept_text(step, "event")
    if not kind:
        waits = step.within is not None and tag == "intermediateCatchEvent"
        kind = "timer" if waits else ""
    if not kind or not kind.isalpha():
        return ()
    time = next((key for key in _TEXTS if kept_text(step, key)), "")
    text = kept_text(step, time) if time else ""
    if kind == "timer" and not text and step.within is not None:
        time, text = "timeDuration", iso(step.within)
    return (
        Trigger(
            kind=kind,
            name=kept_text(step, "name"),
            time="" if time == "condition" else time,
            text=text,
        ),
    )


def ladder(rungs: Sequence[Rung]) -> list[dict[str, str]]:
    """An escalation as plain data."""
    return [
        {"to": rung.to.removeprefix("role/"),
         **({"after": rung.after.text("en")} if rung.after is not None else {})}
        for rung in rungs
    ]  # fmt: skip
