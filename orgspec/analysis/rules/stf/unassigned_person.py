"""STF012: unassigned-person."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Message, Severity, say
from orgspec.graph.coverage import Holding
from orgspec.graph.written import is_written
from orgspec.model.role import Person


@rule("STF012", "unassigned-person", since="0.1", severity=Severity.INFO, yields_to=("STF011",))
def unassigned_person(context: Context) -> Iterator[Finding]:
    """
    A person who holds no role, neither today nor from a day to come.

    ## Why
    Everyone has something to do (人人有事干). Who holds no post has no duties, no superior and no
    place in the chart: a hold was forgotten, or the person has left and is still listed.

    ## Example
    ```yaml
    roles:
      manager: {reports_to: none}
    people:
      li-na: {holds: manager}
      wang-wei: {name: Wang Wei}
    ```

    ## Instead
    ```yaml
    roles:
      manager: {reports_to: none}
      clerk: {reports_to: manager}
    people:
      li-na: {holds: manager}
      wang-wei: {name: Wang Wei, holds: clerk}
    ```

    ## Source
    人人有事干，事事有人管.

    ---
    没有担任任何岗位的人，今日没有，将来也没有。

    ## 为什么
    人人都应有事干。没有岗位，就没有职责、没有上级、图上也没有位置：要么漏写了任职，
    要么人已离开而名单未改。

    ## 怎么改
    请用 `holds` 写明所任岗位，或把此人从名单中删去。

    ## 来源
    人人有事干，事事有人管。
    """
    for person in context.organisation.people.values():
        if any(hold.until is None or hold.until >= context.today for hold in person.holds):
            continue
        ended = [Holding(person, hold, place) for place, hold in enumerate(person.holds)]
        if not ended and is_written(context.program, person.address, "holds"):
            continue  # it could not be read, which is the finding
        yield Finding(
            context.at(person),
            _message(person),
            say(
                "write the role as `holds`, or remove the person from the list",
                "请用 `holds` 写明岗位，或把此人从名单中删去",
            ),
            related=tuple(_until(context, each) for each in ended),
        )


def _message(person: Person) -> Message:
    """That the person has no post, or none any more."""
    if person.holds:
        return say(
            "`{person}` holds no role any more", "`{person}` 已不再担任任何岗位", person=person
        )
    return say("`{person}` holds no role", "`{person}` 没有担任任何岗位", person=person)


def _until(context: Context, holding: Holding) -> Label:
    """A hold that is over."""
    said = say("until {day}", "至 {day} 为止", day=holding.hold.until)
    return context.at(holding.person, "holds", holding.place, "until", message=said)
