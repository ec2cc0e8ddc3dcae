"""Charts in which departments stand for the posts in them."""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.document import Card, CardKind, Line
from orgspec.model.role import Role
from orgspec.view.charts.drawing import Drawing
from orgspec.view.initials import initial
from orgspec.view.staffing import pill, staffing
from orgspec.view.tables.tally import human


def top_units(drawing: Drawing) -> tuple[str, ...]:
    """The highest departments of a chart: the one that it is about, else those without parent."""
    if drawing.department is not None:
        return (drawing.department,)
    forest = drawing.graph.departments
    return tuple(d for d in drawing.graph.organisation.departments if d not in forest.above)


def summaries(drawing: Drawing, roles: Sequence[Role], most: int | None) -> None:
    """A card for each department, level by level as long as there are `most` at most."""
    forest = drawing.graph.departments
    tops = top_units(drawing)
    levels: list[tuple[str, ...]] = [tops]
    while levels[-1] and (most is None or sum(map(len, levels)) <= most):
        levels.append(tuple(c for d in levels[-1] for c in forest.below.get(d, ())))
    while most is not None and len(levels) > 1 and sum(map(len, levels)) > most:
        levels.pop()
    shown = dict.fromkeys(d for level in levels for d in level)
    root = _top_card(drawing, roles) if len(tops) > 1 else None
    for department in shown:
        parent = forest.above.get(department)
        above = f"department/{parent}" if parent in shown else root
        summary(drawing, department, above, is_root=above is None)


def _top_card(drawing: Drawing, roles: Sequence[Role]) -> str | None:
    """The card above several departments: the top role, else the organisation."""
    tops = [r for r in roles if r.id in drawing.graph.top_roles]
    if len(tops) == 1:
        drawing.role(tops[0], None, is_root=True)
        return next(iter(drawing.cards))
    return drawing.anchor(2)


def own_and_units(drawing: Drawing, own: Sequence[Role], units: Sequence[str]) -> None:
    """The posts of a department itself, and a card for each department below it.

    A department hangs below the post that its head reports to, else below the head of all.
    """
    drawing.posts(own)
    graph = drawing.graph
    top = _holder_of_all(drawing, own)
    for unit in units:
        head = graph.head_of.get(unit, "")
        superior = graph.reporting.above.get(head, "")
        above = drawing.first.get(f"role/{superior}", top)
        summary(drawing, unit, above, is_root=above is None)


def _holder_of_all(drawing: Drawing, own: Sequence[Role]) -> str | None:
    """The card that departments hang below for want of a better one."""
    if "anchor" in drawing.cards:
        return "anchor"
    head = drawing.graph.head_of.get(drawing.department or "")
    if head and f"role/{head}" in drawing.first:
        return drawing.first[f"role/{head}"]
    if own:
        return drawing.first.get(own[0].address)
    return drawing.anchor(2)


def summary(drawing: Drawing, department: str, above: str | None, *, is_root: bool) -> None:
    """One department as a card: its name, its head, its posts."""
    graph, locale, words = drawing.graph, drawing.locale, drawing.words
    unit = graph.department(department)
    roles = [graph.role(r) for r in graph.all_roles_of(department)]
    people = human(roles)
    head = graph.head_of.get(department)
    holders = graph.holds_of_role.get(head, ()) if head else ()
    names = words.join([person.in_(locale) for person, _, _ in holders])
    post = graph.role(head).in_(locale) if head else ""
    drawing.cards[unit.address] = Card(
        id=unit.address,
        title=unit.in_(locale),
        subtitle=f"{post} · {names}" if post and names else post,
        code=words.counted("roles_count", len(people)) if people else "",
        initial=initial(unit.in_(locale)),
        pill=pill(staffing(graph, roles), words) if roles else "",
        kind=CardKind.ROOT if is_root else CardKind.SUMMARY,
        colour=drawing.tint.of_unit(department),
        address=unit.address,
    )
    if above is not None:
        drawing.lines.append(Line(above, unit.address))
