"""The posts of each grade."""

from __future__ import annotations

from orgspec.document import Align, Block, Column, Row
from orgspec.graph.graph import Graph
from orgspec.model.role import Role
from orgspec.model.values import grade as grades
from orgspec.model.values.errors import BadValue
from orgspec.reckoning import Count
from orgspec.view.job.tables import filled_table
from orgspec.view.tables.cells import text, total
from orgspec.view.tables.tally import figure_columns, figures, human, tally
from orgspec.view.words import Words


def grade_of(role: Role) -> grades.Grade | None:
    """The grade of a post, as it is written where it cannot be read; None if it has none."""
    if not role.grade:
        return None
    try:
        return grades.parse(role.grade)
    except BadValue:
        return grades.Grade(role.grade, role.grade)


def grade_text(role: Role, locale: str) -> str:
    """The grade of a post as people print it, empty if it has none."""
    grade = grade_of(role)
    return grade.text(locale) if grade is not None else ""


def by_grade(graph: Graph, locale: str, roles: tuple[Role, ...]) -> tuple[Block, ...]:
    """What each grade or range of grades has, highest first; nothing where no post has one."""
    words = Words(locale)
    people = human(roles)
    ladder = [grade.casefold() for grade in graph.organisation.profile.grades]
    members: dict[grades.Grade | None, list[Role]] = {}
    for role in people:
        members.setdefault(grade_of(role), []).append(role)
    if set(members) <= {None}:
        return ()

    def place(grade: grades.Grade | None) -> tuple[bool, int, int]:
        if grade is None:
            return True, 0, 0
        high, low = (
            ladder.index(g.casefold()) if g.casefold() in ladder else -1
            for g in (grade.high, grade.low)
        )
        return False, -high, -low

    rows = []
    for grade in sorted(members, key=place):
        sum_ = tally(graph, members[grade])
        name = grade.text(locale) if grade is not None else words("no_grade")
        cells = (text(name), text(str(sum_.roles)), *figures(sum_))
        rows.append(Row(cells, sums=tuple(role.address for role in members[grade])))
    all_ = tally(graph, people)
    rows.append(total((text(words("grand_total")), text(str(all_.roles)), *figures(all_))))
    columns = (
        Column(words("grade"), 3),
        Column(words("posts_count"), 0.8, Align.END, rule=Count("post")),
        *figure_columns(words),
    )
    return (filled_table(columns, rows, least=3, digest=True),)
