"""What a department is, what it exists for, and where it stands."""

from __future__ import annotations

from orgspec.document import (
    Block,
    Card,
    CardKind,
    Chart,
    Emphasis,
    Facts,
    Figure,
    Inline,
    Line,
    Paragraph,
    inline,
)
from orgspec.graph.graph import Graph
from orgspec.model.department import Department
from orgspec.model.role import Role
from orgspec.view.bearers import head_line
from orgspec.view.org_chart import initial
from orgspec.view.palette import colours
from orgspec.view.revisions import revisions as recorded
from orgspec.view.staffing import number, pill, staffing
from orgspec.view.words import Words

MOST_BELOW = 8  # cards below the department in the small figure


def identification(graph: Graph, unit: Department, locale: str) -> tuple[Block, ...]:
    """Name, kind, category, place, head, headcount."""
    words = Words(locale)
    above = graph.departments.above.get(unit.id)
    below = graph.departments.below.get(unit.id, ())
    rows: list[tuple[str, str]] = [
        ("unit_name", unit.in_(locale)),
        ("unit_kind", words(f"unit_{unit.unit}").capitalize()),
        ("unit_category", words(f"category_{unit.category}") if unit.category else ""),
        ("unit_above", graph.department(above).in_(locale) if above else words("none")),
        ("unit_head", head_line(graph, unit.id, locale) or words("none")),
        ("unit_posts", _headcount(graph, unit, words)),
        ("units_below", words.join([graph.department(each).in_(locale) for each in below])),
    ]
    pairs: list[tuple[str, Inline]] = []
    for key, value in rows:
        if value:
            strong = Emphasis.STRONG if key == "unit_name" else Emphasis.PLAIN
            pairs.append((words(key), inline(value, strong)))
    return (Facts(tuple(pairs), wide=frozenset({words("units_below")})),)


def _headcount(graph: Graph, unit: Department, words: Words) -> str:
    """Its own posts, and those with all departments below."""
    own = [graph.role(r) for r in graph.roles_of_department.get(unit.id, ())]
    every = [graph.role(r) for r in graph.all_roles_of(unit.id)]
    if len(own) == len(every):
        return _count(graph, own, words) if own else ""
    return words("unit_posts_below", own=_count(graph, own, words), all=_count(graph, every, words))


def _count(graph: Graph, roles: list[Role], words: Words) -> str:
    """Planned posts, and how many of them are filled where that is known."""
    staff = staffing(graph, roles)
    planned = number(staff.planned)
    if staff.filled is None:
        return words("people_count", n=planned)
    if staff.filled == staff.planned:
        return words.counted("people_full", staff.planned, planned)
    return words(
        "people_filled", n=planned, filled=number(staff.filled), vacant=number(staff.vacant)
    )


def mission(graph: Graph, unit: Department, locale: str) -> tuple[Block, ...]:
    """What the department exists for, and what it is."""
    texts = [text.in_(locale) for text in (unit.mission, unit.description) if text is not None]
    return tuple(Paragraph(inline(text)) for text in texts)


def position(graph: Graph, unit: Department, locale: str) -> tuple[Block, ...]:
    """A small figure: the department above, the department, and those below it or its posts."""
    drawing = _Drawing(graph, locale)
    above = graph.departments.above.get(unit.id)
    if above == unit.id or unit.id in graph.departments.in_cycles():
        above = None
    if above is not None:
        drawing.unit(above, CardKind.SUMMARY, None)
    drawing.unit(unit.id, CardKind.ROOT, above)
    below = [each for each in graph.departments.below.get(unit.id, ()) if each != unit.id]
    if below:
        for each in _shown(below):
            drawing.unit(each, CardKind.SUMMARY, unit.id)
    else:
        # The card of the department names its head.
        head = graph.head_of.get(unit.id)
        below = [role for role in graph.roles_of_department.get(unit.id, ()) if role != head]
        for role in _shown(below):
            drawing.post(role, unit.id)
    if more := len(below) - len(_shown(below)):
        drawing.more(more, unit.id)
    if len(drawing.cards) < 2:
        return ()
    alt = Words(locale).join([card.title for card in drawing.cards])
    return (Figure(Chart(tuple(drawing.cards), tuple(drawing.lines), alt=alt)),)


def _shown(below: list[str]) -> list[str]:
    """Those below that have a card; a single one more takes the place of the card that counts."""
    return below if len(below) <= MOST_BELOW + 1 else below[:MOST_BELOW]


def revisions(graph: Graph, unit: Department, locale: str) -> tuple[Block, ...]:
    """What changed in the department, its functions, and the duties that carry them."""
    functions = [function.address for function in unit.functions]
    carried = {
        link.source
        for function in functions
        for link in graph.links.to(function)
        if link.route[0] == "fulfils"
    }
    return recorded(graph, unit, locale, {*functions, *carried})


class _Drawing:
    """Collects the cards and lines of the small figure."""

    def __init__(self, graph: Graph, locale: str) -> None:
        self.graph = graph
        self.locale = locale
        self.words = Words(locale)
        self.colours = colours(graph)
        self.cards: list[Card] = []
        self.lines: list[Line] = []

    def unit(self, id_: str, kind: CardKind, above: str | None) -> None:
        """A card of a department, with its head and its posts."""
        unit = self.graph.department(id_)
        roles = [self.graph.role(role) for role in self.graph.all_roles_of(id_)]
        name = unit.in_(self.locale)
        self._add(
            Card(
                unit.address, name, head_line(self.graph, id_, self.locale), kind=kind,
                initial=initial(name), colour=self.colours.get(id_, 5), address=unit.address,
                pill=pill(staffing(self.graph, roles), self.words) if roles else "",
            ),
            above,
        )  # fmt: skip

    def post(self, id_: str, above: str) -> None:
        """A card of a post; one that nobody holds is drawn as vacant."""
        role = self.graph.role(id_)
        name = role.in_(self.locale)
        staff = staffing(self.graph, (role,))
        vacant = staff.filled is not None and staff.filled == 0 and staff.vacant > 0
        people = [p.in_(self.locale) for p, _, _ in self.graph.holds_of_role.get(id_, ())]
        self._add(
            Card(
                role.address, name, self.words.join(people), initial=initial(name),
                kind=CardKind.VACANT if vacant else CardKind.POST, address=role.address,
                colour=self.colours.get(above, 5), assistant=role.assistant,
                pill=pill(staff, self.words) if staff.planned != 1 or vacant else "",
            ),
            above,
        )  # fmt: skip

    def more(self, count: int, above: str) -> None:
        """A card for those that find no room."""
        self._add(Card("more", f"+ {count}", kind=CardKind.OUTSIDE, colour=5), above)

    def _add(self, card: Card, above: str | None) -> None:
        """A card and the line to the department above it."""
        self.cards.append(card)
        if above is not None:
            self.lines.append(Line(f"department/{above}", card.id))
