"""DUT013: several-producers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.reporting import bare
from orgspec.graph.written import is_written
from orgspec.model.program import Link
from orgspec.model.workflow import Artifact

_COMPARED = 40
"""How many makers of one artifact are compared with one another."""


class _Maker(NamedTuple):
    """Who gives an artifact: where, its duty, the workflows it stands in, the roles that do it."""

    link: Link
    duty: str | None
    workflows: frozenset[str]
    roles: frozenset[str]


@rule(
    "DUT013",
    "several-producers",
    since="0.1",
    severity=Severity.WARNING,
    yields_to=("DUT007",),
)
def several_producers(context: Context) -> Iterator[Finding]:
    """
    Duties, or steps of different workflows, of different R roles give one artifact that has no
    `owner`. A step and its duty are one; so are a duty and the steps of a workflow that it is in.

    ## Why
    Where two posts make one document there are soon two of it, and nobody knows which one counts.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director}
      accountant: {reports_to: director}
    duties:
      listing-customers: {raci: seller, deliverables: customer-list}
      keeping-addresses: {raci: accountant, deliverables: customer-list}
      planning: {raci: director, inputs: customer-list}
    artifacts: {customer-list: {}}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director}
      accountant: {reports_to: director}
    duties:
      listing-customers: {raci: seller, deliverables: customer-list}
      keeping-addresses: {raci: accountant, deliverables: customer-list}
      planning: {raci: director, inputs: customer-list}
    artifacts: {customer-list: {owner: seller}}
    ```

    ## Source
    Data ownership: one owner for each record.

    ---
    由不同执行岗位的多项职责（或不同流程的步骤）产出同一产物，而该产物没有 `owner`。
    步骤与其职责视为一个，
    职责与其所在流程的步骤也视为一个。

    ## 为什么
    两个岗位产出同一份文件，很快就会有两个版本，谁也不知道以哪个为准。

    ## 怎么改
    请为产物写明 `owner`，或只由一方产出。

    ## 来源
    数据责任制：每份记录只有一个责任人。
    """
    given = context.graph.artifacts.given
    for artifact in context.organisation.artifacts.values():
        if len(given.get(artifact.id, ())) < 2:
            continue
        links = context.graph.artifacts.givers(artifact.id, "duty", "step")
        if len(links) < 2 or is_written(context.program, artifact.address, "owner"):
            continue
        makers = [maker for link in links[:_COMPARED] if (maker := _maker(context, link)).roles]
        pair = _rivals(makers)
        if pair is not None:
            yield _finding(context, artifact, *pair)


def _maker(context: Context, link: Link) -> _Maker:
    """Who gives an artifact by a link."""
    roles = frozenset(context.graph.rows[link.source].roles("R"))
    if link.source.startswith("step/"):
        duties = context.links.targets(link.source, "duty")
        workflow = bare(link.source).partition("/")[0]
        return _Maker(link, next(iter(duties), None), frozenset((workflow,)), roles)
    steps = (bare(x.source) for x in context.links.to(link.source) if x.route[0] == "duty")
    return _Maker(link, link.source, frozenset(s.partition("/")[0] for s in steps), roles)


def _rivals(makers: list[_Maker]) -> tuple[_Maker, _Maker] | None:
    """The first two that make a thing apart from one another."""
    for index, one in enumerate(makers):
        for other in makers[index + 1 :]:
            if one.roles & other.roles or (one.duty is not None and one.duty == other.duty):
                continue
            steps = [m for m in (one, other) if m.link.source.startswith("step/")]
            if steps and one.workflows & other.workflows:
                continue
            return one, other
    return None


def _finding(context: Context, artifact: Artifact, one: _Maker, other: _Maker) -> Finding:
    """The finding, at the second of two."""
    roles = context.organisation.roles
    return Finding(
        context.at(other.link.source, *other.link.route),
        say(
            "`{artifact}` is made here by `{second}` and elsewhere by `{first}`, and has no owner",
            "`{artifact}` 在此由 `{second}` 产出，另一处由 `{first}` 产出，却没有责任人",
            artifact=artifact,
            first=roles[min(one.roles)],
            second=roles[min(other.roles)],
        ),
        say(
            "write `owner` on the artifact, or let one of them make it",
            "请为该产物写明 `owner`，或只由一方产出",
        ),
        related=(
            context.at(
                one.link.source, *one.link.route, message=say("made here too", "此处也产出")
            ),
            context.at(artifact, message=say("has no `owner`", "没有 `owner`")),
        ),
    )
