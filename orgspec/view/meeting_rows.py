"""Meetings as a table: when, who chairs, who comes, what comes of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from orgspec.document import Block, Cell, Column, Row, inline
from orgspec.graph.gatherings import gathering
from orgspec.graph.graph import Graph
from orgspec.model.cooperation import Meeting
from orgspec.view.job.standing import names
from orgspec.view.job.tables import filled_table
from orgspec.view.tables.cells import strong, text
from orgspec.view.tables.meetings import when_of
from orgspec.view.tables.who import attendees_of, chair_of
from orgspec.view.words import Words


def meeting_table(
    graph: Graph, locale: str, meetings: Iterable[Meeting], department: str | None = None
) -> tuple[Block, ...]:
    """The meetings as a table; nothing for none.

    A meeting that each department holds is chaired by the head of `department` where it is named.
    """
    words = Words(locale)
    rows = []
    for meeting in meetings:
        made = [
            words("outputs") + words("colon") + outputs
            if (outputs := names(graph, locale, graph.links.targets(meeting.address, "outputs")))
            else "",
            words("decides") + words("colon") + words("semicolon").join(decided)
            if (decided := _decided(graph, locale, meeting))
            else "",
        ]
        rows.append(
            Row(
                (
                    strong(meeting.in_(locale)),
                    _when(meeting, locale),
                    text(_chair(graph, meeting, department, locale)),
                    text(attendees_of(graph, meeting, locale)),
                    text("\n".join(line for line in made if line)),
                )
            )
        )
    columns = (
        Column(words("meeting"), 1.6),
        Column(words("when"), 1.3),
        Column(words("chair"), 1.1),
        Column(words("attendees"), 2.2),
        Column(words("result_of_meeting"), 2.2),
    )
    return (filled_table(columns, rows, least=1),) if rows else ()


def _chair(graph: Graph, meeting: Meeting, department: str | None, locale: str) -> str:
    """Who chairs a meeting; of one that a known department holds, its head."""
    head = graph.head_of.get(department) if department is not None else None
    if meeting.chair == "head" and head is not None:
        return graph.role(head).in_(locale)
    return chair_of(graph, meeting, locale)


def _decided(graph: Graph, locale: str, meeting: Meeting) -> list[str]:
    """What a meeting decides: names of duties, which have commas of their own."""
    targets = graph.links.targets(meeting.address, "decides")
    return [name for target in targets if (name := names(graph, locale, [target]))]


def _when(meeting: Meeting, locale: str) -> Cell:
    """How often, on which day, from when to when; how long, where no time says it."""
    when = when_of(meeting, locale)
    if meeting.time or meeting.duration is None:
        return when
    return replace(when, lines=(*when.lines, inline(meeting.duration.text(locale))))


def meetings_of(graph: Graph, department: str) -> tuple[Meeting, ...]:
    """The meetings to which somebody of a department comes, itself not those below.

    Those of a committee without posts of its own are the ones that decide its duties.
    """
    if not graph.roles_of_department.get(department) and department not in graph.head_of:
        duties = {f"duty/{duty}" for duty in graph.duties_of_department.get(department, ())}
        return tuple(
            meeting
            for meeting in graph.organisation.meetings.values()
            if not duties.isdisjoint(graph.links.targets(meeting.address, "decides"))
        )
    unit = graph.department(department)
    near = _near(graph, department)
    found = []
    for meeting in graph.organisation.meetings.values():
        if meeting.each is not None:
            if meeting.each in ("department", unit.unit):
                found.append(meeting)
        elif _comes(graph, meeting, department, near):
            found.append(meeting)
    return tuple(found)


def joint_meetings(graph: Graph, one: str, other: str) -> tuple[Meeting, ...]:
    """The meetings in which two departments come together; not those that each holds by itself."""
    near = {unit: _near(graph, unit) for unit in (one, other)}
    return tuple(
        meeting
        for meeting in graph.organisation.meetings.values()
        if meeting.each is None and all(_comes(graph, meeting, unit, near[unit]) for unit in near)
    )


def _near(graph: Graph, department: str) -> frozenset[str]:
    """The addresses by which a meeting may name somebody of a department."""
    units = (department, *graph.departments.ancestors(department))
    roles = [*graph.roles_of_department.get(department, ()), graph.head_of.get(department)]
    return frozenset((*(f"department/{x}" for x in units), *(f"role/{x}" for x in roles if x)))


def _comes(graph: Graph, meeting: Meeting, department: str, near: frozenset[str]) -> bool:
    """Whether somebody of a department comes to a meeting."""
    links = (
        x for field in ("chair", "attendees") for x in graph.links.targets(meeting.address, field)
    )
    named = "everyone" in meeting.attendees or any(
        target in near or target.startswith("person/") for target in links
    )
    who = gathering(graph, meeting) if named else None
    if who is None:
        return False
    own = {*graph.roles_of_department.get(department, ())}
    if department in graph.head_of:
        own.add(graph.head_of[department])
    return who.everyone or not own.isdisjoint(who.roles)
