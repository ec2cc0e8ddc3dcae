"""A BPMN file into plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from orgspec.diagnostics import say
from orgspec.interchange.bpmn.elements import (
    BPMN,
    BPMNDI,
    NODES,
    Collaboration,
    Data,
    Flow,
    Lane,
    MessageFlow,
    Model,
    Participant,
    Process,
    Resource,
    Scope,
)
from orgspec.interchange.bpmn.net import with_drawn_checked
from orgspec.interchange.bpmn.node_reading import node_of
from orgspec.interchange.bpmn.particulars import fields_of, line_of, qname
from orgspec.interchange.exchange import Given, ImportRefusedError, Loss
from orgspec.interchange.xml_reading import Element, read_xml

_NAMED = ("message", "error", "signal", "escalation")
_SILENT = NODES | frozenset(
    ("sequenceFlow", "laneSet", "dataObject", "dataObjectReference", "dataStoreReference",
     "association", "textAnnotation", "documentation", "extensionElements", "incoming", "outgoing",
     "multiInstanceLoopCharacteristics", "standardLoopCharacteristics", "ioSpecification",
     "supports", "completionCondition")
)  # fmt: skip
_ROOTS = frozenset(
    ("process", "collaboration", "resource", "dataStore", "itemDefinition", "import", "extension",
     "documentation", "extensionElements", "timerEventDefinition", *_NAMED)
)  # fmt: skip


def read_model(given: Given, losses: list[Loss]) -> Model:
    """The processes, pools and resources of a file.

    What has no place in the data is added to `losses`.

    Raises:
        ImportRefusedError: it is no XML, or no BPMN 2.0.
    """
    root = read_xml(given)
    if root.namespace != BPMN or root.name != "definitions":
        raise ImportRefusedError(
            say(
                "not a BPMN 2.0 file: its root is `{name}`, not `definitions` of the BPMN namespace",
                "不是 BPMN 2.0 文件：根元素是 `{name}`，而不是 BPMN 命名空间的 `definitions`",
                name=root.name,
            ),
            given.path,
            root.line,
        )
    names = {
        element.get("id"): line_of(element.get("name")) or element.get("id")
        for kind in (*_NAMED, "resource", "dataStore")
        for element in root.all(kind)
    }
    left: Counter[tuple[str, int]] = Counter()
    model = Model(
        path=given.path,
        name=line_of(root.get("name")),
        resources=tuple(_resources(root)),
        collaborations=tuple(_collaboration(x, names) for x in root.all("collaboration")),
        processes=tuple(_process(x, names, left) for x in root.all("process")),
        fields=fields_of(root),
    )
    left.update((x.name, 0) for x in root.children if _is_left(x, _ROOTS))
    losses += _left_out(left, given.path)
    if not model.fields and root.first("BPMNDiagram", BPMNDI) is not None:
        losses.append(
            Loss(
                say(
                    "the places of the shapes in the diagram are left out; exports are laid out anew",
                    "未保留图形的位置；导出时重新布局",
                ),
                given.path,
            )
        )
    return model


def _is_left(element: Element, known: frozenset[str]) -> bool:
    """Whether nothing reads an element."""
    return element.namespace == BPMN and element.name not in known


def _left_out(left: Counter[tuple[str, int]], path: str) -> Iterator[Loss]:
    """What kinds of element nothing reads, each once, with their number."""
    totals: Counter[str] = Counter()
    for (name, _), count in left.items():
        totals[name] += count
    for name, count in sorted(totals.items()):
        yield Loss(say("{n} × `{name}` left out", "略去 {n} 个 `{name}`", n=count, name=name), path)


def _resources(root: Element) -> Iterator[Resource]:
    """The resources of a file."""
    for element in root.all("resource"):
        name = line_of(element.get("name"))
        yield Resource(id=element.get("id"), name=name, fields=fields_of(element))


def _process(element: Element, names: dict[str, str], left: Counter[tuple[str, int]]) -> Process:
    """A process with all in it."""
    return Process(
        id=element.get("id") or f"@{element.line}",
        scope=_scope(element, names, left),
        name=line_of(element.get("name")),
        line=element.line,
        text=_documentation(element),
        fields=fields_of(element),
    )


def _documentation(element: Element) -> str:
    """What is written about an element."""
    found = (x.text for x in element.all("documentation"))
    return "\n".join(text for text in found if text)


def _scope(element: Element, names: dict[str, str], left: Counter[tuple[str, int]]) -> Scope:
    """What is in a process or sub-process."""
    left.update((x.name, x.line) for x in element.children if _is_left(x, _SILENT | _performing()))
    nodes = tuple(
        node_of(x, names, _scope(x, names, left) if _holds_nodes(x) else None)
        for x in element.children
        if x.namespace == BPMN and x.name in NODES
    )
    notes = {x.get("id"): _note(x) for x in element.all("textAnnotation")}
    scope = Scope(
        nodes=nodes,
        flows=tuple(_flow(x) for x in element.all("sequenceFlow")),
        lanes=tuple(_lane(x) for s in element.all("laneSet") for x in s.all("lane")),
        data=tuple(_data(element, names)),
        ties=tuple((x.get("sourceRef"), x.get("targetRef")) for x in element.all("association")),
        notes_on=_notes_on(element, notes),
    )
    return with_drawn_checked(scope)


def _notes_on(element: Element, notes: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The texts of annotations, by the node that each is tied to."""
    found: dict[str, list[str]] = {}
    for tie in element.all("association"):
        ends = tie.get("sourceRef"), tie.get("targetRef")
        for node, note in (ends, ends[::-1]):
            if notes.get(note):
                found.setdefault(node, []).append(notes[note])
    return {node: tuple(texts) for node, texts in found.items()}


def _performing() -> frozenset[str]:
    """Parts of an activity that are read with it, not with what is in it."""
    return frozenset(
        ("potentialOwner", "humanPerformer", "performer", "resourceRole", "dataInputAssociation",
         "dataOutputAssociation", "property")
    )  # fmt: skip


def _holds_nodes(element: Element) -> bool:
    """Whether it is a sub-process that says what is in it."""
    return element.name in ("subProcess", "transaction", "adHocSubProcess")


def _note(element: Element) -> str:
    """The text of an annotation."""
    text = element.first("text")
    return line_of(text.text) if text is not None else ""


def _flow(element: Element) -> Flow:
    """A sequence flow."""
    condition = element.first("conditionExpression")
    return Flow(
        id=element.get("id"),
        source=element.get("sourceRef"),
        target=element.get("targetRef"),
        name=line_of(element.get("name")),
        condition=line_of(condition.text) if condition is not None else "",
        conditional=condition is not None,
        line=element.line,
        fields=fields_of(element),
    )


def _lane(element: Element) -> Lane:
    """A lane with the lanes in it."""
    inner = element.first("childLaneSet")
    return Lane(
        id=element.get("id"),
        name=line_of(element.get("name")),
        line=element.line,
        nodes=tuple(x.text for x in element.all("flowNodeRef")),
        lanes=tuple(_lane(x) for x in inner.all("lane")) if inner is not None else (),
        fields=fields_of(element),
    )


def _data(element: Element, names: dict[str, str]) -> Iterator[Data]:
    """References to data objects and stores, and objects that are used without one."""
    objects = {x.get("id"): x for x in element.all("dataObject")}
    for tag, key in (
        ("dataObjectReference", "dataObjectRef"),
        ("dataStoreReference", "dataStoreRef"),
    ):
        for x in element.all(tag):
            of = qname(x.get(key))
            source = objects.get(of)
            named = line_of(source.get("name")) if source is not None else names.get(of, "")
            yield Data(
                id=x.get("id"),
                object=of or x.get("id"),
                name=line_of(x.get("name")) or named,
                line=x.line,
                store=tag == "dataStoreReference",
                fields=fields_of(x),
            )
    referenced = {qname(x.get("dataObjectRef")) for x in element.all("dataObjectReference")}
    for id_, x in objects.items():
        if id_ not in referenced:
            yield Data(id=id_, object=id_, name=line_of(x.get("name")), line=x.line)


def _collaboration(element: Element, names: dict[str, str]) -> Collaboration:
    """Pools and message flows."""
    pools = (
        Participant(
            id=x.get("id"),
            name=line_of(x.get("name")),
            process=qname(x.get("processRef")),
            line=x.line,
            fields=fields_of(x),
        )
        for x in element.all("participant")
    )
    flows = (
        MessageFlow(
            id=x.get("id"),
            source=qname(x.get("sourceRef")),
            target=qname(x.get("targetRef")),
            name=line_of(x.get("name")),
            message=names.get(qname(x.get("messageRef")), ""),
            line=x.line,
            fields=fields_of(x),
        )
        for x in element.all("messageFlow")
    )
    return Collaboration(id=element.get("id"), participants=tuple(pools), messages=tuple(flows))
