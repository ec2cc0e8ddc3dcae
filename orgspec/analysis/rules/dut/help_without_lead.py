"""DUT009: help-without-lead."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.helping import Helper, Leads, helpers


@rule(
    "DUT009",
    "help-without-lead",
    since="0.1",
    severity=Severity.WARNING,
    finds_absence=True,
)
def help_without_lead(context: Context) -> Iterator[Finding]:
    """
    A duty whose name begins with a word of helping (assist, help, take part, 参与, 协助, 配合;
    support and 支持 only before a party), whose A is among its R, while no other role has a duty
    on that object without such a word.

    ## Why
    Who helps answers for nothing. Where everybody only helps nobody does the work.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director}
    duties:
      pricing: {name: Assist with export pricing, raci: seller}
      leading: {name: Lead the team, raci: director}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director}
    duties:
      pricing: {name: Assist with export pricing, raci: seller}
      deciding: {name: Decide on export pricing, raci: director}
    ```

    ## Source
    Practice of Chinese job descriptions: 主责 and 协助 of one matter stand in pairs.

    ---
    职责名称以协助类动词开头（参与、协助、配合，assist、help、take part；支持、support 仅在其后是某一方时），
    其 A 也是 R，而没有其他岗位对该对象承担不带此类动词的职责。

    ## 为什么
    协助的人不负责结果。人人都只是协助，就没有人做这件事。

    ## 怎么改
    请写明由谁主责，或改为主责的动词。

    ## 来源
    岗位说明书的写法：同一事项的主责与协助应成对出现。
    """
    found = list(helpers(context.graph))
    leads = Leads(context.graph, frozenset(helper.duty.id for helper in found))
    for helper in found:
        row = context.graph.row(helper.duty)
        answers = row.accountable
        if answers is None or answers.role is None or answers.role not in row.roles("R"):
            continue
        if (helper.object or helper.words) and not leads.has(helper):
            yield _finding(context, helper, answers.role)


def _finding(context: Context, helper: Helper, role: str) -> Finding:
    """The finding, at the name of the duty."""
    duty = helper.duty
    cell = next(c for c in context.graph.row(duty).cells if c.role == role)
    return Finding(
        context.at(duty, "name"),
        say(
            "`{duty}` only helps (`{word}`), and nobody has the lead",
            "`{duty}` 只是“{word}”，却没有主责的岗位",
            duty=duty,
            word=helper.word,
        ),
        say(
            "give somebody the lead in a duty of its own, or say what `{role}` answers for",
            "请另设职责写明主责岗位，或写明 `{role}` 对什么负责",
            role=context.graph.role(role),
        ),
        related=(
            context.at(cell.holder, *cell.route, message=say("answers for helping", "对协助负责")),
        ),
    )
