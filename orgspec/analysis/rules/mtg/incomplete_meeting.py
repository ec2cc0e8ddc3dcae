"""MTG001: incomplete-meeting."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Severity, quoted, say
from orgspec.graph.written import is_written
from orgspec.model.cooperation import Meeting


@rule("MTG001", "incomplete-meeting", since="0.1", severity=Severity.WARNING)
def incomplete_meeting(context: Context) -> Iterator[Finding]:
    """
    A meeting without `chair`, without `attendees` (or `each`), or without a `frequency` that is a
    cadence (`as needed` is fine, `regularly` and 定期 are none); or without `outputs`, where half of
    the meetings have them.

    ## Why
    A meeting that nobody calls, that nobody must attend or that has no day is the first to be left
    out. One that leaves nothing behind is held again.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director}
    duties:
      leading: {raci: director}
      quoting: {raci: seller}
    meetings:
      sales-review: {chair: director, attendees: seller}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none}
      seller: {reports_to: director}
    duties:
      leading: {raci: director}
      quoting: {raci: seller}
    meetings:
      sales-review: {chair: director, attendees: seller, frequency: weekly}
    ```

    ## Source
    Practice of meeting sheets (会议管理表): who calls, who comes, when, what comes of it.

    ---
    会议缺少 `chair`、`attendees`（或 `each`），或没有明确的 `frequency`
    （“按需”可以，“定期”不算）；半数会议写了 `outputs` 时，缺少 `outputs` 也算。

    ## 为什么
    没人召集、没人必须参加、没有时间的会议最先被取消；没有成果的会议，只会一开再开。

    ## 怎么改
    请写明主持人、参加者和频率，例如 `weekly`、每周；并写明会议产出。

    ## 来源
    会议管理表的做法：谁召集、谁参加、何时开、产出什么。
    """
    meetings = context.organisation.meetings.values()
    kept = context.half(meetings, lambda meeting: meeting.outputs)
    for meeting in meetings:
        missing = [
            field
            for field in ("chair", "attendees", "frequency")
            if _lacks(context, meeting, field)
        ]
        if kept and _lacks(context, meeting, "outputs"):
            missing.append("outputs")
        vague = _is_vague(meeting)
        if missing:
            yield _incomplete(context, meeting, missing, vague)
        elif vague:
            yield _irregular(context, meeting)


def _lacks(context: Context, meeting: Meeting, field: str) -> bool:
    """Whether a meeting does not say something; what could not be read is no gap."""
    if field == "attendees" and meeting.each is not None:
        return False
    if getattr(meeting, field):
        return False
    fields = ("attendees", "each") if field == "attendees" else (field,)
    return not any(is_written(context.program, meeting.address, each) for each in fields)


def _is_vague(meeting: Meeting) -> bool:
    """Whether the frequency is a text that names no time."""
    often = meeting.frequency
    return often is not None and not often.is_cadence and not often.on_demand


def _incomplete(context: Context, meeting: Meeting, missing: list[str], vague: bool) -> Finding:
    """Something is not written at all."""
    related: tuple[Label, ...] = ()
    if vague:
        note = say("no cadence either", "也不是明确的频率")
        related = (context.at(meeting, "frequency", message=note),)
    return Finding(
        context.at(meeting),
        say(
            "meeting `{meeting}` does not say {missing}",
            "会议 `{meeting}` 未写明 {missing}",
            meeting=meeting,
            missing=quoted(missing),
        ),
        say(
            "write who calls it, who comes, how often, and what comes of it",
            "请写明由谁主持、谁参加、多久一次、产出什么",
        ),
        related=related,
    )


def _irregular(context: Context, meeting: Meeting) -> Finding:
    """The frequency says nothing."""
    return Finding(
        context.at(meeting, "frequency"),
        say(
            "meeting `{meeting}` has no cadence: {text}",
            "会议 `{meeting}` 没有明确的频率：{text}",
            meeting=meeting,
            text=meeting.frequency,
        ),
        say(
            "write a cadence such as `weekly` or `2 per month`, or `as needed`",
            "请写明频率，例如 `每周`、`每月2次`，或 `按需`",
        ),
    )
