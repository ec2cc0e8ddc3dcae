"""DUT004: uncovered-function."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import say
from orgspec.graph.meant import meant


@rule(
    "DUT004",
    "uncovered-function",
    since="0.1",
    yields_to=("RAC003", "RAC004"),
    finds_absence=True,
)
def uncovered_function(context: Context) -> Iterator[Finding]:
    """
    A function of a department that no duty `fulfils`. Silent where no duty has `fulfils`.

    ## Why
    A function that no duty carries is written on the department's door and done by nobody
    (事事有人管).

    ## Example
    ```yaml
    departments:
      sales: {head: seller, functions: [negotiation, after-sales]}
    roles:
      seller: {department: sales, reports_to: none}
    duties:
      contracting: {raci: seller, fulfils: sales/negotiation}
    ```

    ## Instead
    ```yaml
    departments:
      sales: {head: seller, functions: [negotiation, after-sales]}
    roles:
      seller: {department: sales, reports_to: none}
    duties:
      contracting: {raci: seller, fulfils: sales/negotiation}
      answering-complaints: {raci: seller, fulfils: sales/after-sales}
    ```

    ## Source
    定岗定编: functions are broken down into duties, duties into posts; 事事有人管.

    ---
    部门的职能没有任何职责承接（`fulfils`）。全篇都没有 `fulfils` 时不检查。

    ## 为什么
    没有职责承接的职能，只是挂在部门门口的一句话，没有人去做（事事有人管）。

    ## 怎么改
    请在承接它的职责中写 `fulfils: 部门/职能`，或新增一项职责。

    ## 来源
    定岗定编：职能分解为职责，职责落实到岗位；事事有人管。
    """
    organisation = context.organisation
    if not context.given(any(duty.fulfils for duty in organisation.duties.values())):
        return
    perhaps = meant(context.links.unresolved, organisation.functions, "function")
    for function in organisation.functions.values():
        if function.id in perhaps:
            continue
        links = context.links.to(function.address)
        if not any(link.route[0] == "fulfils" for link in links):
            department = organisation.departments[function.id.partition("/")[0]]
            yield Finding(
                context.at(function),
                say(
                    "no duty carries the function `{function}` of `{department}`",
                    "`{department}` 的职能 `{function}` 没有职责承接",
                    function=function,
                    department=department,
                ),
                say(
                    "write `fulfils: {id}` on the duty that carries it",
                    "请在承接它的职责中写 `fulfils: {id}`",
                    id=function.id,
                ),
            )
