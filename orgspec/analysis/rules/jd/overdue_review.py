"""JD003: overdue-review."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.model.entity import DocumentHeader, Entity
from orgspec.model.values.calendar_days import day_after


class _Due(NamedTuple):
    """The day by which something is to be reviewed, and the entity's own field that sets it."""

    day: dt.date
    field: str


@rule("JD003", "overdue-review", since="0.1", severity=Severity.WARNING)
def overdue_review(context: Context) -> Iterator[Finding]:
    """
    `document.review_by`, else `approved_on` and `review_every` after it, lies before the day of the
    check. On that day itself nothing is overdue. What an entity leaves out of the last two is taken
    from the manifest's `document`; that one being overdue is one finding, not one an entity.

    ## Why
    A job description that nobody has looked at for years describes a post that is gone. People stop
    to believe the others too.

    ## Example
    ```yaml
    document: {approved_on: 2024-05-01, review_every: 12 months}
    roles:
      director: {reports_to: none}
    ```

    ## Instead
    ```yaml
    document: {approved_on: 2025-05-01, review_every: 12 months}
    roles:
      director: {reports_to: none}
    ```

    ## Source
    ISO 9001:2015, 7.5.2 and 7.5.3: documents are reviewed for suitability and kept up to date.

    ---
    `document.review_by`（未写时为 `approved_on` 加 `review_every`）早于检查之日；当天不算逾期。
    条目未写的批准日期或复审周期取清单的 `document`；清单本身逾期只报告一次。

    ## 为什么
    多年无人过目的岗位说明书，写的是早已不存在的岗位；久而久之，其他文件也没人信了。

    ## 怎么改
    请复审该文件，然后更新 `approved_on` 或 `review_by`。

    ## 来源
    ISO 9001:2015 第 7.5.2、7.5.3 条：文件应评审其适宜性并保持更新。
    """
    organisation = context.organisation
    base = organisation.manifest.document
    every: tuple[Entity, ...] = (organisation.manifest, organisation.profile)
    for entity in (*every, *organisation.entities()):
        if entity.document is None:
            continue
        due = _due(context, entity.document, base or DocumentHeader())
        if due is not None and due.day < context.today:
            yield _finding(context, entity, due)


def _due(context: Context, own: DocumentHeader, base: DocumentHeader) -> _Due | None:
    """When an entity's own document is to be reviewed; None if it does not say."""
    if own.review_by is not None:
        return _Due(own.review_by, "review_by")
    if own.approved_on is None and own.review_every is None:
        return None  # it has no dates of its own: the manifest speaks for it
    approved = own.approved_on or base.approved_on
    period = own.review_every or base.review_every
    if approved is None or period is None or not period.is_positive:
        return None
    days = context.organisation.profile.calendar.days_per_week
    field = "review_every" if own.approved_on is None else "approved_on"
    return _Due(day_after(approved, period, days), field)


def _finding(context: Context, entity: Entity, due: _Due) -> Finding:
    """The finding, at the date; the period as a related place."""
    organisation = context.organisation
    whole = entity.kind in ("manifest", "organization")
    related = []
    if due.field != "review_by":
        other = "review_every" if due.field == "approved_on" else "approved_on"
        own = getattr(entity.document, other) is not None
        holder = entity if own else organisation.manifest
        label = say("so a review was due on {day}", "因此应于 {day} 复审", day=due.day.isoformat())
        related.append(context.at(holder, "document", other, message=label))
    return Finding(
        context.at(entity, "document", due.field),
        say(
            "the documents of `{name}` were to be reviewed by {day}",
            "`{name}` 的文件应在 {day} 之前复审",
            name=(organisation.name or "orgspec.yaml") if whole else entity,
            day=due.day.isoformat(),
        ),
        say(
            "review them, then write the new {field}",
            "请复审，然后更新 {field}",
            field="`review_by`" if due.field == "review_by" else "`approved_on`",
        ),
        related=tuple(related),
    )
