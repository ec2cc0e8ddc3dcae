"""Who comes to a meeting, by name."""

from __future__ import annotations

from orgspec.graph.graph import Graph
from orgspec.model.cooperation import Meeting
from orgspec.view.job.standing import names
from orgspec.view.words import Words


def chair_of(graph: Graph, meeting: Meeting, locale: str) -> str:
    """Who leads a meeting; of one that every department holds, its head."""
    if meeting.chair == "head":
        return Words(locale)("head_of_unit", unit=_unit(meeting, locale))
    return names(graph, locale, graph.links.targets(meeting.address, "chair"))


def attendees_of(graph: Graph, meeting: Meeting, locale: str) -> str:
    """Who comes beside the chair."""
    words = Words(locale)
    if "everyone" in meeting.attendees:
        return words("everyone")
    written = names(graph, locale, graph.links.targets(meeting.address, "attendees"))
    own = words("members_of_unit", unit=_unit(meeting, locale)) if meeting.each else ""
    return words.join([own, written])


def _unit(meeting: Meeting, locale: str) -> str:
    """What kind of unit holds a meeting each."""
    return Words(locale)(f"unit_{meeting.each or 'department'}")
