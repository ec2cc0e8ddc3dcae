"""The charts of a document: the first, and those of the departments that stand on it as one card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from orgspec.document import CardKind, Chart
from orgspec.view.charts.drawing import Drawing
from orgspec.view.charts.people import people
from orgspec.view.charts.rows import by_grade
from orgspec.view.charts.setting import Setting
from orgspec.view.charts.units import own_and_units, summaries, top_units

LARGEST = 40  # cards that a printed page bears; above, departments become summary cards
PERSONAL = 30  # cards up to which everyone has a card; above, those of one role share theirs


def chart_for(setting: Setting, department: str | None = None) -> Chart:
    """One chart, of the organisation or of a department, without further pages."""
    by = setting.wish.by
    if by == "grade":
        return _grades(setting, department)
    if by == "department":
        return _units(setting, department)
    whole = _posts(setting, department)
    if setting.wish.is_whole or len(whole.cards) <= LARGEST:
        return whole
    return _summed(setting, department) or whole


def chart_with_pages(setting: Setting, department: str | None = None) -> Chart:
    """One chart with the pages of the departments that stand on it as one card."""
    first = chart_for(setting, department)
    if setting.wish.is_whole or setting.wish.by == "grade":
        return first
    address = f"department/{department}" if department else "organization"
    title = _name(setting, department)
    pages = tuple(_pages(setting, department, first, ((address, title),)))
    own = {address, *(page.address for page in pages)}
    linked = (_linked(page, own, setting) for page in pages)
    first = replace(first, title=title, address=address)
    return replace(_linked(first, own, setting), pages=tuple(linked))


def _pages(
    setting: Setting, department: str | None, chart: Chart, trail: tuple[tuple[str, str], ...]
) -> Iterator[Chart]:
    """The pages below a chart: a department, then those below it."""
    waiting = [(unit, trail) for unit in reversed(_below(setting, department, chart))]
    done = {department}
    while waiting:
        unit, path = waiting.pop()
        if unit in done:
            continue
        done.add(unit)
        page = _page(setting, unit, chart)
        address, title = f"department/{unit}", _name(setting, unit)
        if page is None:
            waiting += [(each, path) for each in reversed(_children(setting, unit))]
            continue
        yield replace(page, title=title, address=address, trail=path)
        here = (*path, (address, title))
        waiting += [(each, here) for each in reversed(_below(setting, unit, page))]


def _page(setting: Setting, unit: str, first: Chart) -> Chart | None:
    """The page of a department; None if it would show nothing that its parent does not."""
    if setting.wish.by == "department":
        return _units(setting, unit) if _children(setting, unit) else None
    if not setting.graph.all_roles_of(unit):
        return None
    page = chart_for(setting, unit)
    cards = {card.id for card in page.cards if card.kind is CardKind.SUMMARY}
    head_only = cards and len(page.cards) - len(cards) <= 1
    return None if head_only and cards <= {card.id for card in first.cards} else page


def _below(setting: Setting, department: str | None, chart: Chart) -> list[str]:
    """The departments that want pages below a chart: those that stand on it as one card."""
    shown = [
        card.address.partition("/")[2]
        for card in chart.cards
        if card.kind in (CardKind.SUMMARY, CardKind.ROOT) and card.id.startswith("department/")
    ]
    if setting.wish.by == "department":
        inside = {f"department/{unit}" for unit in shown}
        return [
            unit for unit in shown
            if unit != department
            and any(f"department/{c}" not in inside for c in _children(setting, unit))
        ]  # fmt: skip
    forest = setting.graph.departments
    found = [unit for unit in shown if unit != department]
    # A department whose parent is here too gets its page below that of the parent.
    return [unit for unit in found if forest.above.get(unit) not in found]


def _linked(chart: Chart, pages: set[str], setting: Setting) -> Chart:
    """The same chart, its summary cards with the pages on which their posts are found."""
    forest = setting.graph.departments

    def page_of(address: str) -> str:
        unit = address.partition("/")[2]
        homes = (f"department/{each}" for each in (unit, *forest.ancestors(unit)))
        found = next((home for home in homes if home in pages), "")
        return "" if found == chart.address else found

    cards = tuple(
        replace(card, page=page_of(card.address))
        if card.id.startswith("department/") and card.address != chart.address
        else card
        for card in chart.cards
    )
    return replace(chart, cards=cards)


def _name(setting: Setting, department: str | None) -> str:
    """What a page is called."""
    if department is not None:
        return setting.graph.department(department).in_(setting.locale)
    name = setting.graph.organisation.profile.in_(setting.locale)
    return name or setting.words("org_chart")


def _children(setting: Setting, department: str | None) -> tuple[str, ...]:
    """The departments right below one, or without parent."""
    if department is None:
        return top_units(Drawing(setting))
    return tuple(setting.graph.departments.below.get(department, ()))


# --- single charts ---


def _posts(setting: Setting, department: str | None) -> Chart:
    """All posts; above `PERSONAL` cards those who hold one role share a card."""
    roles = setting.roles(department)
    drawing = Drawing(setting, department)
    if setting.wish.by == "person":
        people(drawing, roles)
        return drawing.chart(roles)
    drawing.posts(roles)
    if len(drawing.cards) > PERSONAL and not setting.wish.is_whole:
        drawing = Drawing(setting, department, shared=True)
        drawing.posts(roles)
    return drawing.chart(roles)


def _summed(setting: Setting, department: str | None) -> Chart | None:
    """Departments for the posts in them; None where there is no department to sum up by."""
    units = _children(setting, department)
    if not units:
        return None
    roles = setting.roles(department)
    graph = setting.graph
    drawing = Drawing(setting, department)
    if department is None:
        own = tuple(role for role in roles if role.id not in graph.department_of_role)
        if not own:
            summaries(drawing, roles, LARGEST)
            return drawing.chart(roles)
    else:
        head = graph.head_of.get(department)
        ids = (*graph.roles_of_department.get(department, ()), *([head] if head else []))
        own = setting.ordered(set(ids))
    if setting.wish.by == "person" and len(own) <= LARGEST:
        people(drawing, own)
        own_and_units(drawing, (), units)
        return drawing.chart(roles)
    own_and_units(drawing, own, units)
    if len(drawing.cards) > PERSONAL:
        drawing = Drawing(setting, department, shared=True)
        own_and_units(drawing, own, units)
    return drawing.chart(roles)


def _units(setting: Setting, department: str | None) -> Chart:
    """Departments alone."""
    roles = setting.roles(department)
    drawing = Drawing(setting, department)
    most = None if setting.wish.is_whole else LARGEST
    if top_units(drawing):
        summaries(drawing, roles, most)
    else:
        drawing.posts(roles)
    return drawing.chart(roles)


def _grades(setting: Setting, department: str | None) -> Chart:
    """Rows of grades; where cards are many, those of one role share one."""
    roles = setting.roles(department)
    chart = by_grade(Drawing(setting, department), roles)
    if setting.wish.is_whole or len(chart.cards) <= PERSONAL:
        return chart
    return by_grade(Drawing(setting, department, shared=True), roles)
