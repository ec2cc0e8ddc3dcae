"""What of a node our language cannot say, or says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from orgspec.diagnostics import Message, say
from orgspec.interchange.bpmn.elements import SUBPROCESSES, Node
from orgspec.interchange.bpmn.names_given import Part
from orgspec.interchange.bpmn.net import LINKS, Net, label, link_name
from orgspec.interchange.bpmn.routes import Way
from orgspec.interchange.bpmn.step_building import SELF_RUNNING


def remarks_on(
    part: Part, net: Net, node: Node, way: Way, step: Mapping[str, Any]
) -> list[Message]:
    """The remarks on a node, for its comment and the report."""
    return [*_on_gateways(net, node, way), *_on_activities(node, step), *_on_events(net, node)]


def _on_gateways(net: Net, node: Node, way: Way) -> Iterator[Message]:
    """Choices that BPMN makes otherwise."""
    name = label(node) or node.id
    splits = len(net.leaving.get(node.id, ())) > 1
    if node.tag in ("inclusiveGateway", "complexGateway") and splits:
        yield say(
            "`{name}` may take several ways at once; taken as a choice of one",
            "`{name}` 可同时走多条分支；此处按单选处理",
            name=name,
        )
    elif node.tag in ("inclusiveGateway", "complexGateway"):
        yield say(
            "`{name}` waits for the branches that were taken; taken as a plain merge",
            "`{name}` 会等待已走的各分支；此处按普通汇合处理",
            name=name,
        )
    elif node.tag == "eventBasedGateway":
        yield say(
            "`{name}` waits for the first of several events; they stand as conditions",
            "`{name}` 等待最先发生的事件；此处以条件表示",
            name=name,
        )
    elif way.open and not node.fields:
        yield say(
            "one way out of `{name}` has no condition; it stands for all other cases",
            "`{name}` 的一条分支没有条件；按其余情况处理",
            name=name,
        )
    elif way.unsaid:
        yield say(
            "no condition is given at `{name}`; the next steps stand for them",
            "`{name}` 处没有写明条件；以后续步骤的名称代替",
            name=name,
        )


def _on_activities(node: Node, step: Mapping[str, Any]) -> Iterator[Message]:
    """Activities that are done otherwise than a step."""
    name = node.name or node.id
    if node.tag in SELF_RUNNING and step.get("kind") == "event":
        yield say(
            "nobody is named for `{name}` (`{tag}`); taken as an event",
            "`{name}`（`{tag}`）没有指定执行者；按事件处理",
            name=name,
            tag=node.tag,
        )
    if node.loop:
        yield say(
            "`{name}` is done several times ({loop}); taken as done once",
            "`{name}` 需执行多次（{loop}）；此处按一次处理",
            name=name,
            loop=node.loop,
        )
    if node.tag == "callActivity" and "call" not in step and node.called:
        yield say(
            "`{name}` calls `{called}`, which is in none of the files",
            "`{name}` 调用的 `{called}` 不在所给的文件中",
            name=name,
            called=node.called,
        )
    if node.tag in ("transaction", "adHocSubProcess"):
        yield say(
            "`{name}` is a `{tag}`; taken as an ordinary sub-workflow",
            "`{name}` 是 `{tag}`；按普通子流程处理",
            name=name,
            tag=node.tag,
        )
    if node.tag in SUBPROCESSES and node.by_event:
        yield say(
            "`{name}` begins by an event and stands in the flow; taken as an ordinary sub-workflow",
            "`{name}` 由事件触发却处于流程之中；按普通子流程处理",
            name=name,
        )


def _on_events(net: Net, node: Node) -> Iterator[Message]:
    """Events that mean more than a step in the flow."""
    name = label(node) or node.id
    if len(node.triggers) > 1:
        yield say(
            "`{name}` has several triggers; the first is taken",
            "`{name}` 有多个触发条件；只取第一个",
            name=name,
        )
    if node.tag == "boundaryEvent" and node.host not in net.nodes:
        yield say(
            "`{name}` is attached to nothing that is here",
            "`{name}` 没有附着在任何已有活动上",
            name=name,
        )
    elif node.tag == "boundaryEvent" and not node.interrupts:
        yield say(
            "`{name}` does not interrupt; taken as a branch beside the usual way, or as another way if they meet",
            "`{name}` 不中断活动；此处作为与正常路径并行的分支，若两者汇合则作为另一条路径",
            name=name,
        )
    if node.tag == "endEvent" and any(t.kind == "terminate" for t in node.triggers):
        yield say(
            "`{name}` ends all branches; taken as the end of its own",
            "`{name}` 终止所有分支；此处只结束自身分支",
            name=name,
        )
    if node.tag == LINKS[0] and link_name(node) and node.id not in net.links:
        yield say(
            "the link `{name}` leads nowhere",
            "链接 `{name}` 没有对应的接收端",
            name=link_name(node),
        )
    for trigger in node.triggers:
        if trigger.kind == "timer" and trigger.time != "timeDuration" and trigger.text:
            yield say(
                "the time `{text}` is kept as it is written",
                "时间 `{text}` 按原文保留",
                text=trigger.text,
            )
