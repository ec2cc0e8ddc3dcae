"""TIM004: late-handoff."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import say
from orgspec.graph.time.calendar import working_calendar


@rule("TIM004", "late-handoff", since="0.1")
def late_handoff(context: Context) -> Iterator[Finding]:
    """
    A handoff may be given later than its receiver needs it: `within` is longer than
    `needed_within`.

    ## Why
    Both count from the same trigger. The giver keeps the limit, and the receiver waits
    nevertheless: the two sides never agreed.

    ## Example
    ```yaml
    departments:
      sales: {head: seller}
      stock: {head: keeper}
    roles:
      director: {reports_to: none}
      seller: {department: sales, reports_to: director}
      keeper: {department: stock, reports_to: director}
    artifacts: {order: {external: customer}}
    handoffs:
      orders: {from: sales, to: stock, artifacts: order, within: 3 working days, needed_within: 1 working day}
    ```

    ## Instead
    ```yaml
    departments:
      sales: {head: seller}
      stock: {head: keeper}
    roles:
      director: {reports_to: none}
      seller: {department: sales, reports_to: director}
      keeper: {department: stock, reports_to: director}
    artifacts: {order: {external: customer}}
    handoffs:
      orders: {from: sales, to: stock, artifacts: order, within: 4 hours, needed_within: 1 working day}
    ```

    ## Source
    Service level agreements between internal customers and suppliers.

    ---
    交接可以晚于接收方需要的时间：`within` 长于 `needed_within`。

    ## 为什么
    两者都从同一触发起算。移交方守住了时限，接收方却仍在等：双方并没有约定一致。

    ## 怎么改
    请缩短 `within`，或与接收方商定更长的 `needed_within`。

    ## 来源
    内部客户与内部供方之间的服务水平约定。
    """
    calendar = working_calendar(context.organisation.profile.calendar)
    for handoff in context.organisation.handoffs.values():
        given, needed = handoff.within, handoff.needed_within
        if given is None or needed is None or not needed.is_positive:
            continue
        emergency = handoff.id in context.graph.waits.emergencies
        lengths = [calendar.length(each, emergency=emergency) for each in (given, needed)]
        if calendar.exceeds(*lengths):
            yield Finding(
                context.at(handoff, "within"),
                say(
                    "`{handoff}` is given within {given}, but needed within {needed}",
                    "`{handoff}` 在 {given} 内移交，而接收方 {needed} 内就需要",
                    handoff=handoff,
                    given=given,
                    needed=needed,
                ),
                say(
                    "give it sooner, or agree on a later `needed_within` with the receiver",
                    "请提早移交，或与接收方商定更晚的 `needed_within`",
                ),
                related=(
                    context.at(
                        handoff,
                        "needed_within",
                        message=say("when it is needed", "接收方需要的时间"),
                    ),
                ),
            )
