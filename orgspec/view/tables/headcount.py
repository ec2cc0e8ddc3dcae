"""The table of posts (定编表): planned, filled, vacant, over, by department and by grade."""

from __future__ import annotations

from orgspec.document import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Emphasis,
    Paragraph,
    Row,
    Section,
    inline,
)
from orgspec.graph.graph import Graph
from orgspec.model.role import Role
from orgspec.reckoning import Count
from orgspec.view.frame import framed
from orgspec.view.job.tables import filled_table
from orgspec.view.staffing import number
from orgspec.view.tables.cells import group, text, total
from orgspec.view.tables.grades import by_grade
from orgspec.view.tables.posts import post_row
from orgspec.view.tables.tally import Tally, figure_columns, figures, human, tally
from orgspec.view.words import Words


def headcount(
    graph: Graph, locale: str, department: str | None = None, *, draft: bool = False
) -> Document:
    """The posts of the organisation, or of one department with all below it."""
    words = Words(locale)
    unit = graph.department(department) if department is not None else None
    roles = _roles(graph, department)
    parts = [
        ("hc_departments", _by_department(graph, locale, roles, department)),
        ("hc_posts", _posts(graph, locale, roles)),
        ("hc_grades", by_grade(graph, locale, roles)),
    ]
    sections = tuple(Section(words(title), blocks, key=title) for title, blocks in parts if blocks)
    title = (
        words("department_headcount", name=unit.in_(locale)) if unit else words("headcount_table")
    )
    return framed(
        graph, locale, title, sections, entity=unit,
        subtitle=_size(graph, locale, roles), draft=draft,
    )  # fmt: skip


def _roles(graph: Graph, department: str | None) -> tuple[Role, ...]:
    """The roles of the table, in written order."""
    every = graph.organisation.roles.values()
    if department is None:
        return tuple(every)
    wanted = frozenset(graph.all_roles_of(department))
    return tuple(role for role in every if role.id in wanted)


def _size(graph: Graph, locale: str, roles: tuple[Role, ...]) -> str:
    """The organisation and its posts in one line."""
    words = Words(locale)
    sum_ = tally(graph, human(roles))
    facts = [words("established", n=number(sum_.planned))]
    if sum_.filled is not None:
        facts.append(words("filled", n=number(sum_.filled)))
    if sum_.filled is not None or sum_.vacant:
        facts.append(words("vacant", n=number(sum_.vacant)))
    name = graph.organisation.profile.in_(locale) if graph.organisation.profile.name else ""
    return " · ".join(part for part in (name, *facts) if part)


# --- departments ---


def _by_department(
    graph: Graph, locale: str, roles: tuple[Role, ...], within: str | None
) -> tuple[Block, ...]:
    """What each department has with all below it; nothing where there is just one."""
    words = Words(locale)
    here = {role.id: role for role in human(roles)}
    shown: list[tuple[str, int, Tally, tuple[str, ...]]] = []
    for unit, depth in graph.departments.walked(graph.organisation.departments):
        own = [here[role] for role in graph.all_roles_of(unit) if role in here]
        if own and (within is None or graph.within(unit, within)):
            name, keys = graph.department(unit).in_(locale), tuple(role.address for role in own)
            shown.append((name, depth, tally(graph, own), keys))
    if len(shown) < 2:
        return ()
    least = min(depth for _, depth, *_ in shown)
    rows = [
        Row((text(name, depth=depth - least), text(str(sum_.roles)), *figures(sum_)), sums=keys)
        for name, depth, sum_, keys in shown
    ]
    all_ = tally(graph, here.values())
    if shown[0][2] != all_:  # one at the top has all the others below it
        cells = (text(words("grand_total")), text(str(all_.roles)), *figures(all_))
        rows.append(total(cells, [role.address for role in here.values()]))
    nested = any(depth > least for _, depth, *_ in shown)
    columns = (
        Column(words("unit_with_all" if nested else "unit"), 3),
        Column(words("posts_count"), 0.8, Align.END, rule=Count("post")),
        *figure_columns(words),
    )
    return (filled_table(columns, rows, least=3, digest=True),)


# --- posts ---


def _posts(graph: Graph, locale: str, roles: tuple[Role, ...]) -> tuple[Block, ...]:
    """Every post below its department, with a sub-total for each; what no person fills comes last."""
    words = Words(locale)
    rows: list[Row] = []
    grouped = _grouped(graph, locale, roles)
    for title, members in grouped:
        people = human(members)
        rows.append(group(title))
        rows += [post_row(graph, role, locale) for role in people]
        rows += [post_row(graph, role, locale) for role in members if role not in people]
        if len(people) > 1 and len(grouped) > 1:
            rows.append(_sum(graph, words("subtotal"), people))
    rows.append(_sum(graph, words("grand_total"), human(roles)))
    columns = (
        Column(words("post"), 2.2, key="post"), Column(words("post_number"), 1.4),
        Column(words("grade"), 1.1),
        *figure_columns(words), Column(words("holders"), 2.4),
    )  # fmt: skip
    table = filled_table(columns, rows, least=1, group=words("unit"))
    return (table, *_unknown(graph, locale, roles))


def _sum(graph: Graph, title: str, roles: list[Role]) -> Row:
    """The sum of some posts."""
    return total((text(title), Cell(), Cell(), *figures(tally(graph, roles)), Cell()))


def _grouped(graph: Graph, locale: str, roles: tuple[Role, ...]) -> list[tuple[str, list[Role]]]:
    """The roles of each department in the order of the chart, then those without one."""
    words = Words(locale)
    by_unit: dict[str | None, list[Role]] = {}
    for role in roles:
        by_unit.setdefault(graph.department_of_role.get(role.id), []).append(role)
    known = [
        (graph.department(unit).in_(locale), by_unit.pop(unit))
        for unit, _ in graph.departments.walked(graph.organisation.departments)
        if unit in by_unit
    ]
    rest = [role for members in by_unit.values() for role in members]
    return [*known, (words("no_department"), rest)] if rest else known


def _unknown(graph: Graph, locale: str, roles: tuple[Role, ...]) -> tuple[Block, ...]:
    """What is not known, where it is known of some posts."""
    known = {graph.filled(role) is not None for role in human(roles)}
    if len(known) < 2:
        return ()
    return (Paragraph(inline(Words(locale)("unknown_filling"), Emphasis.MUTED)),)
