"""The agreement of two departments on how they work together (分工协作协议)."""

from __future__ import annotations

from collections.abc import Callable

from orgspec.document import Block, Document, Section
from orgspec.graph.graph import Graph
from orgspec.graph.joint_work import joint_work
from orgspec.view.frame import framed
from orgspec.view.pact import closing, parties, passing, work
from orgspec.view.pact.frame import Pact
from orgspec.view.words import Words

Part = Callable[[Pact, int], tuple[Block, ...]]

_PARTS: tuple[tuple[str, Part], ...] = (
    ("p_parties", parties.parties),
    ("p_scope", parties.scope),
    ("p_handoffs", passing.handoffs),
    ("p_workflows", work.workflows),
    ("p_duties", work.duties),
    ("p_coordination", work.coordination),
    ("p_contacts", parties.contacts),
    ("p_escalation", closing.escalation),
    ("p_terms", closing.terms),
    ("s_revisions", closing.revisions),
    ("p_signatures", closing.signatures),
)


def agreement(graph: Graph, one: str, other: str, locale: str, *, draft: bool = False) -> Document:
    """What two departments (ids, in either order) owe each other, as their heads sign it."""
    words = Words(locale)
    pact = Pact(graph, joint_work(graph, one, other), locale, words)
    sections: list[Section] = []
    for title, part in _PARTS:
        blocks = part(pact, len(sections))
        if blocks:
            number = words.section(len(sections))
            sections.append(Section(words(title), blocks, number, key=title))
    first, second = map(pact.name, pact.sides)
    return framed(
        graph,
        locale,
        words("agreement"),
        tuple(sections),
        subject=f"{first} · {second}",
        subtitle=words("agreement_between", both=pact.both),
        running=f"{first} · {second}",
        draft=draft,
        usual=words.characters("agreement"),
    )
