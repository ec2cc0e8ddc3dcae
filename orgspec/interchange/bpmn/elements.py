"""A BPMN file as plain data: what both reading and writing go through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DI = "http://www.omg.org/spec/DD/20100524/DI"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
OURS = "urn:orgspec:bpmn:1"

TASKS = frozenset(
    ("task", "userTask", "manualTask", "serviceTask", "scriptTask", "businessRuleTask",
     "sendTask", "receiveTask")
)  # fmt: skip
SUBPROCESSES = frozenset(("subProcess", "transaction", "adHocSubProcess"))
ACTIVITIES = TASKS | SUBPROCESSES | {"callActivity"}
EVENTS = frozenset(
    ("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent",
     "boundaryEvent")
)  # fmt: skip
GATEWAYS = frozenset(
    ("exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway",
     "complexGateway")
)  # fmt: skip
NODES = ACTIVITIES | EVENTS | GATEWAYS

Fields = Mapping[str, Any]
"""What only our language can say of an element: plain data out of an extension."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """What an event waits for or causes.

    Attributes:
        kind: message, timer, error, signal, escalation, conditional, link, compensate, …
        name: the name of the message, error, signal, escalation or link.
        time: of a timer: timeDuration, timeDate or timeCycle.
        text: the time or the condition itself.
    """

    kind: str
    name: str = ""
    time: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Performer:
    """Who has a part in an activity: a letter, and a resource's id or a name."""

    letter: str
    resource: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An activity, event or gateway."""

    id: str
    tag: str
    name: str = ""
    line: int = 0
    text: str = ""
    host: str = ""
    interrupts: bool = True
    called: str = ""
    default: str = ""
    by_event: bool = False
    compensates: bool = False
    loop: str = ""
    triggers: tuple[Trigger, ...] = ()
    performers: tuple[Performer, ...] = ()
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    fields: Fields = field(default_factory=dict)
    inner: Scope | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A sequence flow; it may be `conditional` and its condition left blank."""

    id: str
    source: str
    target: str
    name: str = ""
    condition: str = ""
    conditional: bool = False
    line: int = 0
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A lane: the nodes in it, or lanes within it."""

    id: str
    name: str = ""
    line: int = 0
    nodes: tuple[str, ...] = ()
    lanes: tuple[Lane, ...] = ()
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """A reference to a data object or store; `object` is the id of what it stands for."""

    id: str
    object: str
    name: str = ""
    line: int = 0
    store: bool = False
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is in a process or sub-process. `ties` are associations: from, to.

    `notes_on` are the texts of annotations by the node that they are tied to.
    """

    nodes: tuple[Node, ...] = ()
    flows: tuple[Flow, ...] = ()
    lanes: tuple[Lane, ...] = ()
    data: tuple[Data, ...] = ()
    ties: tuple[tuple[str, str], ...] = ()
    notes_on: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def walk(self) -> Iterator[Node]:
        """Its nodes and those within its sub-processes."""
        for node in self.nodes:
            yield node
            if node.inner is not None:
                yield from node.inner.walk()


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """A process."""

    id: str
    scope: Scope
    name: str = ""
    line: int = 0
    text: str = ""
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A pool: with a process, or a black box."""

    id: str
    name: str = ""
    process: str = ""
    line: int = 0
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageFlow:
    """A message flow between nodes or pools; `message` is the name of the message."""

    id: str
    source: str
    target: str
    name: str = ""
    message: str = ""
    line: int = 0
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Collaboration:
    """Pools and what passes between them."""

    id: str
    participants: tuple[Participant, ...] = ()
    messages: tuple[MessageFlow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Somebody who can be named as a performer."""

    id: str
    name: str = ""
    fields: Fields = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A whole file. `fields` are those of the organisation: locale, scheme."""

    path: str = ""
    name: str = ""
    resources: tuple[Resource, ...] = ()
    collaborations: tuple[Collaboration, ...] = ()
    processes: tuple[Process, ...] = ()
    fields: Fields = field(default_factory=dict)
