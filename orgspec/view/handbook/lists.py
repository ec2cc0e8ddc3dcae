"""The lists that only the handbook has: departments, and agreements between them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from orgspec.document import Align, Column, Document, Row
from orgspec.graph.graph import Graph
from orgspec.graph.joint_work import Pair, joint_work
from orgspec.view.frame import framed
from orgspec.view.job.tables import filled_table
from orgspec.view.tables.cells import strong, text
from orgspec.view.tables.tally import human
from orgspec.view.words import Words


def department_list(
    graph: Graph, locale: str, units: Collection[str] | None = None, *, draft: bool = False
) -> Document:
    """Departments, by default all, each followed by those below it.

    They stand with their heads, their posts and their missions.
    """
    words = Words(locale)
    told = [
        (graph.department(id_), depth)
        for id_, depth in graph.departments.walked(graph.organisation.departments)
        if units is None or id_ in units
    ]
    least = min((depth for _, depth in told), default=0)
    rows = [
        Row(
            (
                strong(unit.in_(locale), depth=depth - least),
                text(_head(graph, locale, unit.id, words)),
                text(str(_posts(graph, unit.id))),
                text(unit.mission.in_(locale) if unit.mission else ""),
            )
        )
        for unit, depth in told
    ]
    columns = (
        Column(words("hb_unit"), 2), Column(words("hb_head"), 2),
        Column(words("posts_count"), 1, Align.END), Column(words("hb_mission"), 5),
    )  # fmt: skip
    blocks = (filled_table(columns, rows, least=1),)
    return framed(graph, locale, words("hb_unit_list"), blocks, draft=draft)


def volume_list(
    graph: Graph, locale: str, units: Iterable[str], *, draft: bool = False
) -> Document:
    """The volumes of the handbook: a department each, with its head and its posts."""
    words = Words(locale)
    rows = [
        Row(
            (
                text(str(number)),
                strong(graph.department(unit).in_(locale)),
                text(_head(graph, locale, unit, words)),
                text(str(_posts(graph, unit))),
            )
        )
        for number, unit in enumerate(units, 1)
    ]
    columns = (
        Column(words("hb_number"), 0.8, Align.CENTER),
        Column(words("hb_unit"), 3), Column(words("hb_head"), 3),
        Column(words("posts_count"), 0.8, Align.END),
    )  # fmt: skip
    blocks = (filled_table(columns, rows, least=4),)
    return framed(graph, locale, words("hb_volumes"), blocks, draft=draft)


def _posts(graph: Graph, department: str) -> int:
    """How many posts a department has with all below it; agents and systems hold none."""
    return len(human(map(graph.role, graph.all_roles_of(department))))


def _head(graph: Graph, locale: str, department: str, words: Words) -> str:
    """The post at the head of a department, and who holds it."""
    head = graph.head_of.get(department)
    if head is None:
        return ""
    holders = [person.in_(locale) for person, _, _ in graph.holds_of_role.get(head, ())]
    post = graph.role(head).in_(locale)
    return " · ".join(part for part in (post, words.join(holders)) if part)


def agreement_list(
    graph: Graph, locale: str, agreed: Iterable[Pair], *, draft: bool = False
) -> Document:
    """The agreements between departments: who, and in how many matters.

    Each follows in full, in the same order.
    """
    words = Words(locale)
    rows = []
    for index, pair in enumerate(agreed, 1):
        joint = joint_work(graph, *pair)
        counts = (joint.handoffs, joint.crossings, joint.duties)
        rows.append(
            Row(
                (
                    text(str(index)),
                    *(strong(graph.department(unit).in_(locale)) for unit in pair),
                    *(text(str(len(found))) for found in counts),
                )
            )
        )
    columns = (
        Column(words("hb_number"), 0.9, Align.CENTER),
        Column(words("hb_one"), 2.6), Column(words("hb_other"), 2.6),
        Column(words("hb_handoffs"), 1.2, Align.END), Column(words("hb_crossings"), 1.3, Align.END),
        Column(words("hb_duties"), 1.3, Align.END),
    )  # fmt: skip
    blocks = (filled_table(columns, rows, least=6),)
    return framed(graph, locale, words("hb_agreement_list"), blocks, draft=draft)
