"""Message flows as handoffs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgspec.diagnostics import say
from orgspec.interchange.bpmn.elements import MessageFlow, Model
from orgspec.interchange.bpmn.names_given import Names
from orgspec.interchange.bpmn.naming import Namer
from orgspec.interchange.bpmn.owners import Owners
from orgspec.interchange.exchange import Loss

if TYPE_CHECKING:
    from orgspec.interchange.bpmn.importing import Artifacts

CARRIED = ("trigger", "within", "needed_within", "acceptance", "on_reject", "escalation",
           "description")  # fmt: skip


def handoffs_of(
    models: tuple[Model, ...],
    names: Names,
    owners: Owners,
    artifacts: Artifacts,
    losses: list[Loss],
) -> dict[str, Any]:
    """The handoffs that the message flows of all files are, by id."""
    namer = Namer()
    found: dict[str, Any] = {}
    for model in models:
        for collaboration in model.collaborations:
            for flow in collaboration.messages:
                ends = [_end(model, names, owners, x) for x in (flow.source, flow.target)]
                if not all(ends):
                    losses.append(_loose(model, flow))
                    continue
                title = flow.name or flow.message
                id_ = namer.keep(flow.fields.get("id"), title, f"{ends[0]}-{ends[1]}")
                found[id_] = _handoff(flow, id_, ends, artifacts)
    return found


def _end(model: Model, names: Names, owners: Owners, id_: str) -> str:
    """The step or party at an end of a message flow, "" if there is none."""
    key = (model.path, id_)
    return names.steps.get(key) or owners.pools.get(key, "")


def _handoff(flow: MessageFlow, id_: str, ends: list[str], artifacts: Artifacts) -> dict[str, Any]:
    """The fields of a handoff; what passes is the message."""
    handoff: dict[str, Any] = {}
    if flow.name and flow.name != id_:
        handoff["name"] = flow.name
    handoff |= {"from": ends[0], "to": ends[1]}
    passed = flow.fields.get("artifacts")
    if isinstance(passed, list):
        ids = [artifacts.named(str(name), str(id_)) if id_ not in artifacts.declared else str(id_)
               for id_, name in passed]  # fmt: skip
        if ids:
            handoff["artifacts"] = ids
    elif flow.message:
        handoff["artifacts"] = [artifacts.named(flow.message)]
    return {**handoff, **{key: flow.fields[key] for key in CARRIED if key in flow.fields}}


def _loose(model: Model, flow: MessageFlow) -> Loss:
    """A message flow one end of which is nobody."""
    return Loss(
        say(
            "the message flow `{name}` from `{source}` to `{target}` has an end that is nobody's",
            "消息流 `{name}`（`{source}` → `{target}`）有一端不属于任何一方",
            name=flow.name or flow.id,
            source=flow.source,
            target=flow.target,
        ),
        model.path,
        flow.line,
    )
