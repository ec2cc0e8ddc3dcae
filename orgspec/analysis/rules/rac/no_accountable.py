"""RAC001: no-accountable."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Message, say
from orgspec.graph.letters import lacks, sign_of
from orgspec.graph.rows import Row
from orgspec.model.duty import Duty


@rule("RAC001", "no-accountable", since="0.1")
def no_accountable(context: Context) -> Iterator[Finding]:
    """
    A duty, or a step with letters of its own, that somebody does and nobody answers for: it has
    an R and no letter that acts as A. A name that is declared nowhere counts as one.

    ## Why
    What several people work on and nobody answers for is what everybody thinks the other has
    in hand. When it goes wrong there is nobody to ask, and nobody who could have stopped it.

    ## Example
    ```yaml
    roles:
      sales-manager: {}
      sales-rep: {}
    duties:
      quoting: {raci: {A: sales-manager, R: sales-rep}}
      contract-review: {raci: {R: sales-rep}}
    ```

    ## Instead
    ```yaml
    roles:
      sales-manager: {}
      sales-rep: {}
    duties:
      quoting: {raci: {A: sales-manager, R: sales-rep}}
      contract-review: {raci: {A: sales-manager, R: sales-rep}}
    ```

    ## Source
    Horizontal analysis of a responsibility matrix: every activity has exactly one A.

    ---
    职责（或自有字母的步骤）有人执行，却无人负责：有 R，没有起 A 作用的字母。
    写了但未声明的名称算作已有。

    ## 为什么
    多人经手而无人负责的事，人人都以为别人会管。出了问题找不到人，事前也没有人能叫停。

    ## 怎么改
    请指定唯一一个对此负责的岗位，例如 `A: sales-manager`。

    ## 来源
    责任矩阵的横向分析：每项活动有且只有一个 A。
    """
    for row in context.graph.written_rows:
        if not row.acting("R") or not lacks(context.graph, row, "A"):
            continue
        if not isinstance(row.of, Duty) and (row.of.nature != "work" or row.of.call):
            continue
        sign = sign_of(context.graph, "A")
        label = say("no {sign} here", "此处没有 {sign}", sign=sign)
        candidate, place = _candidate(context, row)
        yield Finding(
            context.at(row.of, "raci", key=True, message=label),
            say("nobody is accountable for `{what}`", "`{what}` 无人负责", what=row.of),
            _advice(sign, candidate),
            related=place,
        )


def _candidate(context: Context, row: Row) -> tuple[str, tuple[Label, ...]]:
    """A role that might answer: the head of the first R's department, else its superior."""
    graph = context.graph
    doer = next(iter(row.roles("R")), None)
    if doer is None:
        return "", ()
    head = graph.head_of.get(graph.department_of_role.get(doer, ""))
    if head is not None and head != doer:
        label = say(
            "heads the department of `{doer}`", "`{doer}` 所在部门的负责人", doer=graph.role(doer)
        )
        return head, (context.at(f"role/{head}", message=label),)
    superior = graph.reporting.above.get(doer)
    if superior is not None:
        label = say("superior of `{doer}`", "`{doer}` 的上级", doer=graph.role(doer))
        return superior, (context.at(f"role/{superior}", message=label),)
    return doer, ()


def _advice(sign: str, candidate: str) -> Message:
    """To name one role, with the likeliest as example."""
    if not candidate:
        return say(
            "name one role that answers for it under `{sign}`",
            "请在 `{sign}` 下写明唯一对此负责的岗位",
            sign=sign,
        )
    return say(
        "name one role that answers for it, for example `{sign}: {role}`",
        "请指定唯一一个负责的岗位，例如 `{sign}: {role}`",
        sign=sign,
        role=candidate,
    )
