"""The job description (岗位说明书): the sections in their classical order, empty ones left out."""

from __future__ import annotations

from collections.abc import Callable

from orgspec.document import Block, Document, Section
from orgspec.graph.graph import Graph
from orgspec.model.role import Role
from orgspec.view.frame import framed, header_of
from orgspec.view.job import approval, background, duties, relations, standing
from orgspec.view.words import Words

Part = Callable[[Graph, Role, str], tuple[Block, ...]]


def job_description(graph: Graph, role_id: str, locale: str, *, draft: bool = False) -> Document:
    """Everything that the specification says of a role, as its holder signs it."""
    words = Words(locale)
    role = graph.role(role_id)
    parts: tuple[tuple[str, Part], ...] = (
        ("s_identification", standing.identification),
        ("s_purpose", background.purpose),
        ("s_position", standing.position),
        ("s_duties", duties.duties),
        ("s_workflows", duties.workflows),
        ("s_authorities", relations.authorities),
        ("s_relations", relations.relations),
        ("s_kpis", approval.kpis),
        ("s_qualifications", background.qualifications),
        ("s_conditions", background.conditions),
        ("s_career", background.career),
        ("s_scenarios", background.scenarios),
        ("s_terms", background.terms),
        ("s_revisions", approval.revisions),
        ("s_signatures", approval.signatures),
    )
    sections: list[Section] = []
    for title, part in parts:
        blocks = part(graph, role, locale)
        if blocks:
            number = words.section(len(sections))
            sections.append(Section(words(title), blocks, number, key=title))
    return framed(
        graph,
        locale,
        words("job_description"),
        tuple(sections),
        entity=role,
        running=header_of(graph, role).number or role.number or "",
        draft=draft,
        usual=words.characters("job_description"),
    )
