"""WFL016: unnamed-step."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.late import late

_NUMBERED = late(
    r"(?:(?:sub|new)[-_. ]?)?"
    r"(?:step|task|node|activity|action|event|stage|phase|state|item|block|box|work|s|t|n|a|p"
    r"|步骤|步|任务|节点|环节|活动|工序|阶段)?"
    r"[-_. ]?(?:no[-_. ]?)?[0-9一二三四五六七八九十]+(?:[-_.][0-9]+)*",
    re.IGNORECASE,
)
_GENERATED = late(
    r"(?:activity|task|event|node|step|flownode|sid|id|element|shape|cell|state)[-_.](?:[0-9a-z]*"
    r"[0-9][0-9a-z]*(?:[-_][0-9a-z]+)*)"
    r"|[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}"
    r"|[0-9a-f]*[0-9][0-9a-f]*[a-f][0-9a-f]{6,}",
    re.IGNORECASE,
)
_NUMERALS = frozenset("0123456789一二三四五六七八九十")
"""One of these is in each of them; most ids have none, and the patterns are slow to compile."""

_BARE = frozenset(
    ("step", "task", "node", "activity", "untitled", "unnamed", "步骤", "任务", "节点", "环节")
)


@rule("WFL016", "unnamed-step", since="0.1", severity=Severity.WARNING)
def unnamed_step(context: Context) -> Iterator[Finding]:
    """
    A step without `name` whose id tells nothing: `step1`, `task-2`, `s3`, `node_4`, or an id that
    a drawing tool made. Gateways need no name.

    ## Why
    The id is what people read in the diagram, in the matrix and in a reminder. A number does not
    say what is to be done.

    ## Example
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter-order: {raci: clerk, next: step2}
          step2: {raci: clerk, end: true}
    ```

    ## Instead
    ```yaml
    roles:
      clerk: {reports_to: none}
    workflows:
      ordering:
        owner: clerk
        steps:
          enter-order: {raci: clerk, next: step2}
          step2: {name: confirm the order, raci: clerk, end: true}
    ```

    ## Source
    Structural BPMN lint rules: activities bear a label.

    ---
    步骤没有 `name`，而 id 又说明不了什么：`step1`、`task-2`、`s3`、`node_4`，或绘图工具生成的 id。
    网关无需名称。

    ## 为什么
    人们在流程图、矩阵和提醒中看到的就是 id；一个序号说明不了要做什么。

    ## 怎么改
    请为步骤写 `name`，或改用说明内容的 id。

    ## 来源
    BPMN 结构检查规则：活动应有名称。
    """
    for step in context.organisation.steps.values():
        if step.name is None and step.nature != "gateway" and tells_nothing(step.local):
            yield Finding(
                context.at(step),
                say(
                    "step `{id}` has no name, and its id does not say what is done",
                    "步骤 `{id}` 没有名称，其 id 也看不出要做什么",
                    id=step.local,
                ),
                say(
                    "give it a `name`, such as a verb and its object",
                    "请写明 `name`，例如“动词＋对象”",
                ),
            )


def tells_nothing(id_: str) -> bool:
    """Whether an id is but a number, a word for a step with one, or a tool's making."""
    if id_.casefold() in _BARE:
        return True
    if _NUMERALS.isdisjoint(id_):
        return False
    return bool(_NUMBERED.fullmatch(id_) or _GENERATED.fullmatch(id_))
