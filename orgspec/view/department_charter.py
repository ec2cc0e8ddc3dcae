"""The charter of a department (部门职能说明书): what it is for, with whom, and what it owes."""

from __future__ import annotations

from collections.abc import Callable

from orgspec.document import Block, Document, Section
from orgspec.graph.graph import Graph
from orgspec.model.department import Department
from orgspec.view.frame import framed
from orgspec.view.unit import means, staff, standing, work
from orgspec.view.words import Words

Part = Callable[[Graph, Department, str], tuple[Block, ...]]

_PARTS: tuple[tuple[str, Part], ...] = (
    ("c_identification", standing.identification),
    ("c_mission", standing.mission),
    ("c_position", standing.position),
    ("c_functions", work.functions),
    ("c_posts", staff.posts),
    ("c_kpis", staff.kpis),
    ("c_interfaces", work.interfaces),
    ("c_workflows", work.workflows),
    ("c_meetings", means.meetings),
    ("c_systems", means.systems),
    ("c_risks", means.risks),
    ("c_authorities", means.authorities),
    ("c_revisions", standing.revisions),
    ("c_signatures", means.signatures),
)


def department_charter(
    graph: Graph, department: str, locale: str, *, draft: bool = False
) -> Document:
    """Everything that the specification says of a department; empty sections are left out."""
    words = Words(locale)
    unit = graph.department(department)
    sections: list[Section] = []
    for title, part in _PARTS:
        blocks = part(graph, unit, locale)
        if blocks:
            number = words.section(len(sections))
            sections.append(Section(words(title), blocks, number, key=title))
    return framed(
        graph,
        locale,
        words("charter"),
        tuple(sections),
        entity=unit,
        subtitle=unit.in_(locale),
        running=unit.in_(locale),
        draft=draft,
        usual=words.characters("charter"),
    )
