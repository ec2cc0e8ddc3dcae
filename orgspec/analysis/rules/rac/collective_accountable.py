"""RAC020: collective-accountable."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Edit, Fix, Message, say

_WORDS = {
    "department": say("a department", "部门"),
    "partner": say("a partner", "外部合作方"),
    "system": say("a system", "系统"),
}


@rule("RAC020", "collective-accountable", since="0.1", yields_to=("RAC022",))
def collective_accountable(context: Context) -> Iterator[Finding]:
    """
    A letter that acts as A names a department, a partner or a system. All other checks read a
    department as its `head`.

    ## Why
    Only somebody can answer. When a department answers, each of its members may point at the
    next; a partner is bound by its contract, not by your matrix; a system cannot be asked.

    ## Example
    ```yaml
    departments:
      sales: {head: sales-manager}
    roles:
      sales-manager: {department: sales}
    duties:
      quoting: {raci: {A: sales, R: sales-manager}}
    ```

    ## Instead
    ```yaml
    departments:
      sales: {head: sales-manager}
    roles:
      sales-manager: {department: sales}
    duties:
      quoting: {raci: {A: sales-manager, R: sales-manager}}
    ```

    ## Source
    Published practice of responsibility matrices: A is one post, never a group.

    ---
    起 A 作用的字母写了部门、合作方或系统。其他检查一律把部门读作其负责人 `head`。

    ## 为什么
    负责的只能是具体的人。部门负责，人人都可以推给别人；合作方受合同约束，不受你的矩阵约束；
    系统无法问责。

    ## 怎么改
    请写一个岗位，通常是该部门的负责人。

    ## 来源
    责任矩阵的通行做法：A 是一个岗位，不是集体。
    """
    for row in context.graph.written_rows:
        for cell in row.acting("A"):
            kind = (cell.party or "").partition("/")[0]
            if kind not in _WORDS or cell.holder != row.address:
                continue
            place = context.at(cell.holder, *cell.route)
            head = cell.role if kind == "department" else None
            fix = None
            if head is not None and context.written(row.of, place.span).strip("'\"") == cell.text:
                title = say("write its head, `{head}`", "改为其负责人 `{head}`", head=head)
                fix = Fix(title, (Edit(place.source, place.span, head),))
            yield Finding(
                place,
                say(
                    "`{party}` is {kind} and cannot be accountable for `{what}`",
                    "`{party}` 是{kind}，不能对 `{what}` 负责",
                    party=context.name(cell.party),
                    kind=_WORDS[kind],
                    what=row.of,
                ),
                _advice(head),
                related=(context.at(cell.party or "", message=say("declared here", "在此声明")),),
                address=row.address,
                fix=fix,
            )


def _advice(head: str | None) -> Message:
    """To name a role: the head of a department, if it has one."""
    if head is None:
        return say("name the role that answers for it", "请写明对此负责的岗位")
    return say(
        "name one role, its head for example: `{head}`",
        "请写一个岗位，例如其负责人：`{head}`",
        head=head,
    )
