"""One activity, event or gateway of a BPMN file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from orgspec.interchange.bpmn.elements import Node, Performer, Scope, Trigger
from orgspec.interchange.bpmn.particulars import fields_of, line_of, qname
from orgspec.interchange.xml_reading import Element

_ENGINES = (
    "http://activiti.org/bpmn",
    "http://camunda.org/schema/1.0/bpmn",
    "http://flowable.org/bpmn",
)
_ZEEBE = "http://camunda.org/schema/zeebe/1.0"
_ASSIGNED = ("assignee", "candidateUsers", "candidateGroups")
PERFORMING = frozenset(("potentialOwner", "humanPerformer", "performer", "resourceRole"))
_REFERENCES = {
    "message": "messageRef",
    "error": "errorRef",
    "signal": "signalRef",
    "escalation": "escalationRef",
}
_CALL = re.compile(r"(?:user|group)\(([^()]*)\)", re.IGNORECASE)
_WRAPPED = re.compile(r"[$#]\{\s*(.*?)\s*\}")


def node_of(element: Element, names: Mapping[str, str], inner: Scope | None) -> Node:
    """A node; `names` are those of messages and the like by id, `inner` what is in it."""
    sort = element.get("cancelActivity")
    return Node(
        id=element.get("id") or f"@{element.line}",
        tag=element.name,
        name=line_of(element.get("name")),
        line=element.line,
        text="\n".join(x.text for x in element.all("documentation") if x.text),
        host=qname(element.get("attachedToRef")),
        interrupts=sort != "false" and element.get("isInterrupting") != "false",
        called=qname(element.get("calledElement")),
        default=element.get("default"),
        by_event=element.get("triggeredByEvent") == "true",
        compensates=element.get("isForCompensation") == "true",
        loop=_loop(element),
        triggers=tuple(_triggers(element, names)),
        performers=tuple(_performers(element, names)),
        inputs=_ends(element, "dataInputAssociation", "sourceRef"),
        outputs=_ends(element, "dataOutputAssociation", "targetRef"),
        fields=fields_of(element),
        inner=inner,
    )


def _loop(element: Element) -> str:
    """How often it is done: once, in a loop, or for each of many."""
    if element.first("standardLoopCharacteristics") is not None:
        return "loop"
    many = element.first("multiInstanceLoopCharacteristics")
    if many is None:
        return ""
    return "sequential" if many.get("isSequential") == "true" else "parallel"


def _triggers(element: Element, names: Mapping[str, str]) -> Iterator[Trigger]:
    """What an event waits for or causes."""
    for child in element.children:
        if not child.name.endswith("EventDefinition"):
            if child.name == "eventDefinitionRef":
                yield Trigger(kind=_kind_named(child.text))
            continue
        kind = child.name.removesuffix("EventDefinition")
        name = line_of(child.get("name")) if kind == "link" else ""
        if kind in _REFERENCES:
            name = names.get(qname(child.get(_REFERENCES[kind])), "")
        parts = (child.first(x) for x in ("timeDuration", "timeDate", "timeCycle", "condition"))
        part = next((x for x in parts if x is not None), None)
        time = part.name if part is not None and part.name != "condition" else ""
        text = line_of(part.text) if part is not None else ""
        yield Trigger(kind=kind, name=name, time=time, text=text)


def _kind_named(reference: str) -> str:
    """The kind of a definition that stands elsewhere, as far as its id tells."""
    found = re.search(r"timer|message|error|signal|escalation|conditional", reference.lower())
    return found[0] if found else "event"


def _performers(element: Element, names: Mapping[str, str]) -> Iterator[Performer]:
    """Who does it, by the standard or as the engines write it."""
    for child in element.children:
        if child.namespace == element.namespace and child.name in PERFORMING:
            yield from _of_role(child, names)
    for namespace in _ENGINES:
        for key in _ASSIGNED:
            yield from _listed(element.get(f"{{{namespace}}}{key}"))
    extensions = element.first("extensionElements")
    for found in extensions.all("assignmentDefinition", _ZEEBE) if extensions is not None else ():
        for key in _ASSIGNED:
            yield from _listed(found.get(key).removeprefix("="))


def _of_role(role: Element, names: Mapping[str, str]) -> Iterator[Performer]:
    """A role of an activity: a resource, or an expression that names users or groups."""
    letter = role.get("name") if role.name == "resourceRole" else "R"
    letter = letter if len(letter) == 1 else "R"
    reference = role.first("resourceRef")
    if reference is not None:
        id_ = qname(reference.text)
        yield Performer(letter=letter, resource=id_, name=names.get(id_, id_))
    holder = role.first("resourceAssignmentExpression")
    for child in (role, *((holder,) if holder is not None else ())):
        for tag in ("formalExpression", "expression"):
            for expression in child.all(tag):
                called = _CALL.findall(expression.text)
                for text in called or [expression.text]:
                    yield from _listed(text)


def _listed(text: str) -> Iterator[Performer]:
    """The names of a list with commas; `${managers}` is `managers`."""
    for part in text.split(","):
        name = line_of(_WRAPPED.sub(r"\1", part)).strip("\"' ")
        if name:
            yield Performer(letter="R", name=name)


def _ends(element: Element, tag: str, end: str) -> tuple[str, ...]:
    """The data at the far ends of its data associations."""
    return tuple(x.text for each in element.all(tag) for x in each.all(end) if x.text)
