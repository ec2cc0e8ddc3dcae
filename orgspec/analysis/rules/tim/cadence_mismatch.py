"""TIM005: cadence-mismatch."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.graph.meaning import declared_object
from orgspec.graph.reporting import bare
from orgspec.model.entity import Entity
from orgspec.model.program import Link
from orgspec.model.values.frequency import Frequency
from orgspec.model.workflow import Artifact

NEAR = Decimal("1.1")
"""Rounds that differ by less are one: monthly and every 4 weeks."""


class _Pace(NamedTuple):
    """Who gives or takes an artifact, how often, and how often in a year."""

    link: Link
    entity: Entity
    frequency: Frequency
    per_year: Decimal


@rule("TIM005", "cadence-mismatch", since="0.1", severity=Severity.WARNING)
def cadence_mismatch(context: Context) -> Iterator[Finding]:
    """
    An artifact is worked on more often than anybody gives it: a daily check of what is made once a
    month, a monthly KPI read off a quarterly report. Needs a `frequency` on the taker and on all who
    give it (duties, meetings). The taker is a KPI with it as `source`, or a duty with it among its
    `inputs` and as its `object`: plans, standards and goods serve until the next ones come.

    ## Why
    Most of the time there is nothing new to work with: the work is done on old figures, or only
    on paper.

    ## Example
    ```yaml
    roles:
      lead: {reports_to: none}
      clerk: {reports_to: lead}
    duties:
      write-report: {raci: {A: lead, R: clerk}, frequency: monthly, deliverables: report}
      check-report: {raci: lead, frequency: weekly, action: check, object: report, inputs: report}
    artifacts: {report: {}}
    ```

    ## Instead
    ```yaml
    roles:
      lead: {reports_to: none}
      clerk: {reports_to: lead}
    duties:
      write-report: {raci: {A: lead, R: clerk}, frequency: weekly, deliverables: report}
      check-report: {raci: lead, frequency: weekly, action: check, object: report, inputs: report}
    artifacts: {report: {}}
    ```

    ---
    处理产物的一方比提供它的各方都更频繁：每天审核每月才出一次的材料，每月的指标取自每季的报表。
    使用方和所有提供方（职责、会议）都写了 `frequency` 才检查。使用方是以它为 `source` 的指标，
    或以它为 `inputs` 且为 `object` 的职责：计划、标准和货物在下一批到来之前一直可用。

    ## 为什么
    大多数时候并没有新的材料可用：要么照着旧数据做，要么只是纸面上做。

    ## 怎么改
    请让提供方同样频繁地提供，或降低使用方的 `frequency`。
    """
    flow = context.graph.artifacts
    for artifact, link in _worked_on(context):
        taker = _pace(context, link)
        givers = [_pace(context, giver) for giver in flow.givers(artifact.id)]
        paces = [giver for giver in givers if giver is not None]
        if artifact.external is not None or taker is None or not paces or len(paces) < len(givers):
            continue
        best = max(paces, key=lambda giver: giver.per_year)
        if taker.per_year > best.per_year * NEAR:
            yield _finding(context, artifact, best, taker)


def _worked_on(context: Context) -> Iterator[tuple[Artifact, Link]]:
    """The artifacts that somebody works on at a cadence, so that the last one is used up."""
    artifacts = context.organisation.artifacts
    for duty in context.organisation.duties.values():
        if duty.frequency is None or not duty.object or not duty.inputs:
            continue
        if _bare(duty.object) not in map(_bare, duty.inputs):
            continue
        about = declared_object(context.graph, duty)
        for link in context.links.of(duty.address, "inputs"):
            artifact = artifacts.get(bare(link.target or ""))
            if artifact is not None and artifact.address == about and artifact.form != "goods":
                yield artifact, link
    for kpi in context.organisation.kpis.values():
        if kpi.frequency is None or kpi.source is None:
            continue
        for link in context.links.of(kpi.address, "source"):
            if link.target is not None and link.target.startswith("artifact/"):
                yield artifacts[bare(link.target)], link


def _bare(reference: str) -> str:
    """A reference without its kind."""
    return reference.rpartition("/")[2]


def _pace(context: Context, link: Link) -> _Pace | None:
    """How often an entity gives or takes, if it has a cadence."""
    entity = context.organisation.find(link.source)
    frequency = getattr(entity, "frequency", None)
    if entity is None or not isinstance(frequency, Frequency):
        return None
    calendar = context.organisation.profile.calendar
    rate = frequency.per_year(calendar.hours_per_day, calendar.days_per_week)
    return _Pace(link, entity, frequency, rate) if rate else None


def _finding(context: Context, artifact: Entity, giver: _Pace, taker: _Pace) -> Finding:
    """Work that is done more often than there is something to do it with."""
    return Finding(
        context.at(taker.entity, *taker.link.route),
        say(
            "`{taker}` takes `{artifact}` {often}, but `{giver}` gives it {seldom}",
            "`{taker}` {often}使用 `{artifact}`，而 `{giver}` {seldom}才提供",
            taker=taker.entity,
            artifact=artifact,
            often=taker.frequency,
            giver=giver.entity,
            seldom=giver.frequency,
        ),
        say(
            "let `{giver}` give it as often, or do `{taker}` less often",
            "请让 `{giver}` 同样频繁地提供，或降低 `{taker}` 的频率",
            giver=giver.entity,
            taker=taker.entity,
        ),
        related=(
            context.at(
                giver.entity, "frequency", message=say("how often it is given", "提供的频率")
            ),
            context.at(
                taker.entity, "frequency", message=say("how often it is taken", "使用的频率")
            ),
        ),
    )
