"""A chart by grade: a row for each grade, the highest at the top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from orgspec.document import Chart, ChartRow
from orgspec.model.role import Role
from orgspec.view.charts.drawing import Drawing
from orgspec.view.charts.ladder import grade_steps, top_grade
from orgspec.view.staffing import number, staffing


def by_grade(drawing: Drawing, roles: Sequence[Role]) -> Chart:
    """All posts in the rows of their highest grades, in each row by department."""
    graph = drawing.graph
    order = {d: place for place, d in enumerate(graph.organisation.departments)}
    home = graph.department_of_role
    people = [role for role in roles if role.nature == "human"]
    rows = []
    for grade in (*grade_steps(graph), ""):
        members = [role for role in people if top_grade(role) == grade]
        if not members:
            continue
        members.sort(key=lambda role: order.get(home.get(role.id, ""), -1))
        before = len(drawing.cards)
        for role in members:
            drawing.role(role, None, is_root=False)
        ids = tuple(drawing.cards)[before:]
        staff = staffing(graph, members)
        note = drawing.words.counted("row_posts", staff.planned, number(staff.planned))
        rows.append(ChartRow(grade or drawing.words("no_grade"), note, ids))
    drawing.cards = {i: replace(card, assistant=False) for i, card in drawing.cards.items()}
    chart = drawing.chart(people)
    legend = tuple(entry for entry in chart.legend if entry.kind not in ("solid", "dotted"))
    return replace(chart, rows=tuple(rows), legend=legend)
