"""SOD001: role-conflict."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.analysis.separation_story import Side, advice, declared, doing
from orgspec.diagnostics import say
from orgspec.graph.separations import Apart, Clash
from orgspec.model.role import Role


@rule("SOD001", "role-conflict", since="0.1")
def role_conflict(context: Context) -> Iterator[Finding]:
    """
    One role does two sides of a declared separation: two duties or steps of its `between`, two verb
    classes of its `actions` on its `object`, or two activities that its library holds apart. Who is
    R does it, and for what approves also who is A. One finding a role and separation. What
    `accepted` names is silent until its last day.

    ## Why
    Whoever can both do a thing and pass it can make a mistake, or a fraud, that nobody sees.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      clerk: {reports_to: director}
    duties:
      make-documents: {raci: {A: director, R: clerk}}
      check-documents: {raci: {A: director, R: clerk}}
    separations:
      documents: {between: [make-documents, check-documents]}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      clerk: {reports_to: director}
      checker: {reports_to: director}
    duties:
      make-documents: {raci: {A: director, R: clerk}}
      check-documents: {raci: {A: director, R: checker}}
    separations:
      documents: {between: [make-documents, check-documents]}
    ```

    ## Source
    Segregation of duties: authorise, handle, record, hold and check apart (COSO 2013, principle
    10; China, Basic Standard for Enterprise Internal Control, Article 29).

    ---
    同一岗位承担了已声明分离的两方：`between` 中的两项职责或步骤、对 `object` 的两类 `actions`，或所引用
    清单中互不相容的两项活动。R 是办理人；审批类动作的 A 也是。每个岗位、每条分离报告一次；`accepted`
    所列情形在其最后一天之前不报告。

    ## 为什么
    同一个人既办理又放行，差错或舞弊就无人能够发现。

    ## 怎么改
    请把其中一方交给另一岗位；确实无法分离的，请在 `accepted` 中写明控制措施、负责人和期限。

    ## 来源
    不相容职务分离：授权、经办、记录、保管、稽核相分离（《企业内部控制基本规范》第二十九条；COSO 2013
    原则 10）。
    """
    for apart in context.graph.separations.every:
        for id_ in apart.parts:
            clash = apart.clash(id_)
            if clash is None:
                continue
            parties = (f"role/{id_}", *_sole_holder(context, id_))
            if not context.graph.separations.accepts(apart.separation, parties):
                yield _finding(context, apart, context.graph.role(id_), clash)


def _sole_holder(context: Context, role: str) -> tuple[str, ...]:
    """The address of the one person in a role: what is accepted for them is so for the role."""
    person = context.graph.coverage.only_holder(role)
    return (f"person/{person}",) if person is not None else ()


def _finding(context: Context, apart: Apart, role: Role, clash: Clash) -> Finding:
    """One role on two sides."""
    first, second = (Side(context, part) for part in clash)
    place, *rest = doing(context, clash[1].deed, clash[1].cell)
    return Finding(
        place,
        say(
            "`{role}` does two things that `{separation}` keeps apart: {first} and {second}",
            "`{role}` 兼任了 `{separation}` 要求分离的两方：{first}与{second}",
            role=role,
            separation=apart.separation,
            first=first,
            second=second,
        ),
        advice(apart.separation, first, second),
        (
            *doing(context, clash[0].deed, clash[0].cell),
            *rest,
            context.at(role, message=say("the role", "该岗位")),
            *declared(context, apart, *clash),
        ),
        address=role.address,
    )
