"""The organisation chart: of the whole, and of each department."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from orgspec.document import Card, CardKind, Chart, Document, LegendEntry, Line
from orgspec.graph.graph import Graph
from orgspec.model.role import Role
from orgspec.view.frame import framed
from orgspec.view.initials import initial as initial
from orgspec.view.palette import COLOURS, branch_names, colours
from orgspec.view.post_tree import post_tree
from orgspec.view.staffing import number, pill, staffing
from orgspec.view.words import Words

LARGEST = 40  # cards that a printed page bears; above, departments become summary cards
PERSONAL = 30  # cards up to which everyone has a card; above, those of one role share theirs


def org_chart(
    graph: Graph,
    locale: str,
    department: str | None = None,
    *,
    draft: bool = False,
    folding: bool = False,
) -> Document:
    """The chart of the organisation, or of one department with all below it.

    If `folding`, every post is in it besides, for a page that folds.
    """
    words = Words(locale)
    unit = graph.department(department) if department is not None else None
    chart = chart_of(graph, locale, department)
    if folding:
        roles = _roles(graph, department)
        branches = _Drawing(graph, locale, department).branches()
        tree = post_tree(graph, locale, roles, department, branches)
        chart = replace(chart, tree=tree)
    title = words("department_chart", name=unit.in_(locale)) if unit else words("org_chart")
    name = graph.organisation.profile.in_(locale) if graph.organisation.profile.name else ""
    return framed(
        graph, locale, title, (chart,), entity=unit, subtitle=name, landscape=True, draft=draft
    )


def chart_of(graph: Graph, locale: str, department: str | None = None) -> Chart:
    """The cards and lines; above `PERSONAL` cards those who hold one role share a card.

    Above `LARGEST` even so, departments stand for the posts in them.
    """
    roles = _roles(graph, department)
    drawing = _Drawing(graph, locale, department)
    drawing.posts(roles)
    if len(drawing.cards) > PERSONAL:
        drawing = _Drawing(graph, locale, department, shared=True)
        drawing.posts(roles)
    if len(drawing.cards) > LARGEST:
        drawing = _Drawing(graph, locale, department)
        drawing.summaries(roles)
    return drawing.chart(roles)


def _roles(graph: Graph, department: str | None) -> tuple[Role, ...]:
    """The roles of a chart, in written order."""
    if department is None:
        return tuple(graph.organisation.roles.values())
    wanted = frozenset(graph.all_roles_of(department))
    head = graph.head_of.get(department)
    return tuple(r for r in graph.organisation.roles.values() if r.id in wanted or r.id == head)


class _Drawing:
    """Collects the cards and lines of one chart."""

    def __init__(
        self, graph: Graph, locale: str, department: str | None, *, shared: bool = False
    ) -> None:
        self.graph = graph
        self.locale = locale
        self.words = Words(locale)
        self.department = department
        self.shared = shared
        self.colours = colours(graph, department)
        self.cards: dict[str, Card] = {}
        self.lines: list[Line] = []
        self.first: dict[str, str] = {}  # address of a role → its first card

    def chart(self, roles: tuple[Role, ...]) -> Chart:
        """The finished chart."""
        staff = staffing(self.graph, roles)
        facts = [self.words("established", n=number(staff.planned))]
        if staff.filled is not None:
            facts.append(self.words("filled", n=number(staff.filled)))
        if staff.filled is not None or staff.vacant:
            facts.append(self.words("vacant", n=number(staff.vacant)))
        names = self.words.join([card.title for card in self.cards.values()][:12])
        return Chart(
            tuple(self.cards.values()), tuple(self.lines), self.legend(), tuple(facts), names
        )

    def legend(self) -> tuple[LegendEntry, ...]:
        """Only what the chart shows."""
        used = {card.colour for card in self.cards.values() if card.kind is not CardKind.OUTSIDE}
        entries = [entry for entry in self.branches() if entry.colour in used]
        if any(card.kind is CardKind.VACANT for card in self.cards.values()):
            entries.append(LegendEntry("vacant", self.words("vacant_post")))
        if any(not line.dotted for line in self.lines):
            entries.append(LegendEntry("solid", self.words("solid")))
        if any(line.dotted for line in self.lines):
            entries.append(LegendEntry("dotted", self.words("dotted")))
        return tuple(entries)

    def branches(self) -> tuple[LegendEntry, ...]:
        """The departments that have a colour, and one entry for all that share the first."""
        branches = branch_names(self.graph, self.department)
        entries = [
            LegendEntry("colour", self.graph.department(d).in_(self.locale), self.colours.get(d, 0))
            for d in branches[: COLOURS - 1]
        ]
        if len(branches) >= COLOURS:
            entries.append(LegendEntry("colour", self.words("other"), 0))
        return tuple(entries)

    # --- posts ---

    def posts(self, roles: tuple[Role, ...]) -> None:
        """A card for each post or holder, in lines of reporting."""
        inside = {role.id for role in roles}
        circles = self.graph.reporting.in_cycles()
        roots = [
            r for r in roles
            if r.id in circles or self.graph.reporting.above.get(r.id) not in inside
        ]  # fmt: skip
        top = self._anchor(roots)
        for role in roles:
            superior = self.graph.reporting.above.get(role.id)
            if role.id in circles or superior not in inside:
                superior = None
            above = f"role/{superior}" if superior else top
            self._role(role, above, is_root=superior is None and top is None)
        for role in roles:
            self._dotted(role, inside)

    def _anchor(self, roots: list[Role]) -> str | None:
        """A card that holds several tops together, unless there is one top."""
        if len(roots) <= 1:
            return None
        organisation = self.graph.organisation
        unit = organisation.departments[self.department] if self.department else None
        name = unit.in_(self.locale) if unit else organisation.profile.in_(self.locale)
        self.cards["anchor"] = Card("anchor", name or self.words("org_chart"), kind=CardKind.ROOT)
        return "anchor"

    def _role(self, role: Role, above: str | None, *, is_root: bool) -> None:
        """The cards of one role: one, or one a holder where nobody reports to it."""
        id_ = f"role/{role.id}"
        people = self.graph.holds_of_role.get(role.id, ())
        leads = bool(self.graph.reporting.below.get(role.id))
        staff = staffing(self.graph, (role,))
        vacant = int(staff.vacant)
        if len(people) + vacant > 1 and not leads and people and not self.shared:
            for person, hold, _ in people:
                name = person.in_(self.locale)
                shown = self.words("acting", name=name) if hold.acting else name
                self._card(f"{id_}/{person.id}", role, above, title=shown, person=name)
            for index in range(vacant):
                self._card(f"{id_}/vacant-{index + 1}", role, above, vacant=True)
            return
        names = [person.in_(self.locale) for person, _, _ in people]
        empty = staff.filled is not None and staff.filled == 0 and not people
        several = self.shared and staff.planned > 1
        self._card(
            id_, role, above, title="" if several else self.words.join(names),
            person=names[0] if names and not several else "", vacant=empty, is_root=is_root,
            text=self._pill(role), holders=self.words.join(names) if several else "",
        )  # fmt: skip

    def _pill(self, role: Role) -> str:
        """Posts of the departments that a role heads, else of the role where it has several."""
        headed = self.graph.headed_by.get(role.id, ())
        if headed:
            unique = dict.fromkeys(r for d in headed for r in self.graph.all_roles_of(d))
            return pill(staffing(self.graph, [self.graph.role(r) for r in unique]), self.words)
        staff = staffing(self.graph, (role,))
        posts = pill(staff, self.words) if staff.planned != 1 or staff.vacant else ""
        missing = number(staff.vacant) if staff.vacant else ""
        return self.words("pill_vacant", pill=posts, n=missing) if missing else posts

    def _card(
        self, id_: str, role: Role, above: str | None, *, title: str = "", person: str = "",
        vacant: bool = False, is_root: bool = False, text: str = "", holders: str = "",
    ) -> None:  # fmt: skip
        """One card and the solid line above it; `holders` are those who share it."""
        name = role.in_(self.locale)
        department = self.graph.department_of_role.get(role.id, "")
        if vacant:
            kind, title, person = (
                CardKind.VACANT,
                self.words("recruiting"),
                self.words("vacant_initial"),
            )
            text = text or self.words("vacant_pill")
        else:
            kind = CardKind.ROOT if is_root else CardKind.POST
        unit = self.graph.organisation.departments.get(department)
        self.cards[id_] = Card(
            id=id_,
            title=title or name,
            subtitle=holders
            or (name if title else (unit.in_(self.locale) if unit and unit.name else "")),
            code=role.number or "",
            initial=initial(person or name),
            pill=text,
            kind=kind,
            colour=self.colours.get(department, 5),
            assistant=role.assistant,
            address=role.address,
        )
        self.first.setdefault(role.address, id_)
        if above is not None:
            self.lines.append(Line(above, id_))

    def _dotted(self, role: Role, inside: set[str]) -> None:
        """The dotted lines of a role; superiors outside the chart get a card of their own."""
        mine = self.first.get(role.address)
        for target in self.graph.links.targets(role.address, "dotted_to"):
            if mine is None:
                continue
            superior = target.partition("/")[2]
            if superior not in inside and target not in self.cards:
                other = self.graph.role(superior)
                self.cards[target] = Card(
                    target, other.in_(self.locale), self._unit_name(superior),
                    kind=CardKind.OUTSIDE, colour=5, address=target,
                )  # fmt: skip
            if target in self.cards:
                self.lines.append(Line(target, mine, dotted=True, label=self.words("dotted")))

    def _unit_name(self, role: str) -> str:
        """The name of a role's department, or nothing."""
        department = self.graph.department_of_role.get(role)
        return self.graph.department(department).in_(self.locale) if department else ""

    # --- summaries ---

    def summaries(self, roles: tuple[Role, ...]) -> None:
        """A card for each department, as deep as the page bears; the top role above them."""
        forest = self.graph.departments
        if self.department is not None:
            tops: tuple[str, ...] = (self.department,)
        else:
            tops = tuple(d for d in self.graph.organisation.departments if d not in forest.above)
        levels: list[tuple[str, ...]] = [tops]
        while sum(map(len, levels)) <= LARGEST and levels[-1]:
            levels.append(tuple(c for d in levels[-1] for c in forest.below.get(d, ())))
        while len(levels) > 1 and sum(map(len, levels)) > LARGEST:
            levels.pop()
        root = self._top_card(roles) if len(tops) > 1 else None
        shown = {d for level in levels for d in level}
        for department in (d for level in levels for d in level):
            parent = forest.above.get(department)
            above = f"department/{parent}" if parent in shown else root
            self._summary(department, above, is_root=above is None)

    def _top_card(self, roles: Iterable[Role]) -> str:
        """The card above several departments: the top role, else the organisation."""
        tops = [r for r in roles if r.id in self.graph.top_roles]
        if len(tops) == 1:
            self._role(tops[0], None, is_root=True)
            return next(iter(self.cards))
        name = self.graph.organisation.profile.in_(self.locale)
        self.cards["anchor"] = Card("anchor", name, kind=CardKind.ROOT)
        return "anchor"

    def _summary(self, department: str, above: str | None, *, is_root: bool) -> None:
        """One department as a card: its name, its head, its posts."""
        unit = self.graph.department(department)
        id_ = unit.address
        roles = [self.graph.role(r) for r in self.graph.all_roles_of(department)]
        head = self.graph.head_of.get(department)
        holders = self.graph.holds_of_role.get(head, ()) if head else ()
        names = self.words.join([person.in_(self.locale) for person, _, _ in holders])
        post = self.graph.role(head).in_(self.locale) if head else ""
        self.cards[id_] = Card(
            id=id_,
            title=unit.in_(self.locale),
            subtitle=f"{post} · {names}" if post and names else post,
            code=self.words.counted("roles_count", len(roles)) if roles else "",
            initial=initial(unit.in_(self.locale)),
            pill=pill(staffing(self.graph, roles), self.words) if roles else "",
            kind=CardKind.ROOT if is_root else CardKind.SUMMARY,
            colour=self.colours.get(department, 5),
            address=id_,
        )
        if above is not None:
            self.lines.append(Line(above, id_))
