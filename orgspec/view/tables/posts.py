"""A post as a row of a table: its number, its grade, how it is filled, and by whom."""

from __future__ import annotations

from decimal import Decimal

from orgspec.document import Cell, Row
from orgspec.graph.graph import Graph
from orgspec.model.role import Role
from orgspec.model.values import percent
from orgspec.view.staffing import uncounted
from orgspec.view.tables.cells import strong, text
from orgspec.view.tables.grades import grade_text
from orgspec.view.tables.tally import figures, human, tally
from orgspec.view.words import Words


def post_row(graph: Graph, role: Role, locale: str) -> Row:
    """One post; what no person fills says so and counts nowhere."""
    counts = figures(tally(graph, (role,))) if human([role]) else [Cell()] * 4
    return Row(
        (
            strong(role.in_(locale), uncounted(role, Words(locale))),
            text(role.number or ""),
            text(grade_text(role, locale)),
            *counts,
            _holders(graph, role, locale),
        ),
        key=role.address,
    )


def _holders(graph: Graph, role: Role, locale: str) -> Cell:
    """Who holds a post, with the share where it is not all of a person, and who acts in it."""
    words = Words(locale)
    names = []
    for person, hold, _ in graph.holds_of_role.get(role.id, ()):
        name = words("acting", name=person.in_(locale)) if hold.acting else person.in_(locale)
        share = graph.coverage.share(person, hold) * 100
        if share != 100 and not hold.acting:
            name = words(
                "holder_share", name=name, share=percent.text(share.quantize(Decimal(1)), locale)
            )
        names.append(name)
    return text(words.join(names))
