"""Collects the cards and lines of one chart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from orgspec.document import Card, CardKind, Chart, LegendEntry, Line
from orgspec.graph.graph import Graph
from orgspec.model.role import Role
from orgspec.view.charts.colouring import Colouring
from orgspec.view.charts.photos import photos_in
from orgspec.view.charts.setting import Setting
from orgspec.view.initials import initial
from orgspec.view.staffing import number, pill, staffing
from orgspec.view.words import Words


class Drawing:
    """The cards and lines of a chart, as they are found.

    If `shared`, those who hold one role share a card. Cards are told apart by their ids: the
    address of a role, with the person behind it where a role has several cards.
    """

    def __init__(
        self, setting: Setting, department: str | None = None, *, shared: bool = False
    ) -> None:
        self.setting = setting
        self.graph: Graph = setting.graph
        self.locale = setting.locale
        self.words: Words = setting.words
        self.department = department
        self.shared = shared
        self.tint: Colouring = setting.colouring(department)
        self.cards: dict[str, Card] = {}
        self.lines: list[Line] = []
        self.photos = photos_in(self.graph, department)
        self.first: dict[str, str] = {}  # address of a role → its first card

    def chart(self, roles: Sequence[Role]) -> Chart:
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
        plain = (CardKind.OUTSIDE, CardKind.VACANT)
        used = {card.colour for card in self.cards.values() if card.kind not in plain}
        entries = [entry for entry in self.tint.entries if entry.colour in used]
        if any(card.kind is CardKind.VACANT for card in self.cards.values()):
            entries.append(LegendEntry("vacant", self.words("vacant_post")))
        if any(not line.dotted for line in self.lines):
            entries.append(LegendEntry("solid", self.words("solid")))
        if any(line.dotted for line in self.lines):
            entries.append(LegendEntry("dotted", self.words("dotted")))
        return tuple(entries)

    # --- posts ---

    def posts(self, roles: Sequence[Role]) -> None:
        """A card for each post or holder, in lines of reporting."""
        inside = {role.id for role in roles}
        above, circles = self.graph.reporting.above, self.setting.circles
        roots = [r for r in roles if r.id in circles or above.get(r.id) not in inside]
        top = self.anchor(len(roots))
        for role in roles:
            superior = above.get(role.id)
            if role.id in circles or superior not in inside:
                superior = None
            self.role(role, f"role/{superior}" if superior else top,
                      is_root=superior is None and top is None)  # fmt: skip
        self.dotted(roles, inside)

    def anchor(self, tops: int) -> str | None:
        """A card that holds several tops together, unless there is one top."""
        if tops <= 1:
            return None
        organisation = self.graph.organisation
        unit = organisation.departments[self.department] if self.department else None
        name = unit.in_(self.locale) if unit else organisation.profile.in_(self.locale)
        title = name or self.words("org_chart")
        self.cards["anchor"] = Card("anchor", title, initial=initial(title), kind=CardKind.ROOT)
        return "anchor"

    def role(self, role: Role, above: str | None, *, is_root: bool) -> None:
        """The cards of one role: one, or one a holder where nobody reports to it."""
        id_ = f"role/{role.id}"
        people = self.graph.holds_of_role.get(role.id, ())
        staff = staffing(self.graph, (role,))
        vacant = int(staff.vacant)
        if self._one_each(role, len(people), vacant):
            for person, hold, _ in people:
                name = person.in_(self.locale)
                shown = self.words("acting", name=name) if hold.acting else name
                self.card(f"{id_}/{person.id}", role, above, title=shown, person=name,
                          photo=self.photo(person.address))  # fmt: skip
            for index in range(vacant):
                self.card(f"{id_}/vacant-{index + 1}", role, above, vacant=True)
            return
        names = [person.in_(self.locale) for person, _, _ in people]
        empty = staff.filled is not None and staff.filled == 0 and not people
        posts_only = self.setting.wish.by == "role"
        several = posts_only or (self.shared and staff.planned > 1)
        self.card(
            id_, role, above, title="" if several else self.words.join(names),
            person=names[0] if names and not several else "", vacant=empty and not posts_only,
            is_root=is_root, text=self.pill(role), holders=self._names(names) if several else "",
            photo=self.photo(people[0][0].address) if len(people) == 1 and not several else b"",
        )  # fmt: skip

    def photo(self, person: str) -> bytes:
        """The photo of a person by his address, or nothing."""
        return self.photos.get(person, b"")

    def _one_each(self, role: Role, people: int, vacant: int) -> bool:
        """Whether each holder of a role has a card."""
        leads = bool(self.graph.reporting.below.get(role.id))
        free = not self.shared and self.setting.wish.by != "role"
        return people + vacant > 1 and not leads and people > 0 and free

    def _names(self, names: Sequence[str]) -> str:
        """The names of those who share a card; of very many, the first."""
        most = 8
        joined = self.words.join(tuple(names[:most]))
        if len(names) <= most:
            return joined
        return self.words("ch_others", names=joined, n=len(names) - most)

    def pill(self, role: Role) -> str:
        """Posts of the departments that a role heads, else of the role where it has several."""
        headed = self.graph.headed_by.get(role.id, ())
        if headed:
            unique = dict.fromkeys(r for d in headed for r in self.graph.all_roles_of(d))
            return pill(staffing(self.graph, [self.graph.role(r) for r in unique]), self.words)
        staff = staffing(self.graph, (role,))
        posts = pill(staff, self.words) if staff.planned != 1 or staff.vacant else ""
        missing = number(staff.vacant) if staff.vacant else ""
        return self.words("pill_vacant", pill=posts, n=missing) if missing else posts

    def card(
        self, id_: str, role: Role, above: str | None, *, title: str = "", person: str = "",
        vacant: bool = False, is_root: bool = False, text: str = "", holders: str = "",
        photo: bytes = b"",
    ) -> None:  # fmt: skip
        """One card and the solid line above it; `holders` are those who share it."""
        name = role.in_(self.locale)
        if vacant:
            kind, title = CardKind.VACANT, self.words("recruiting")
            person = self.words("vacant_initial")
            text = text or self.words("vacant_pill")
        else:
            kind = CardKind.ROOT if is_root else CardKind.POST
        below = name if title else self._home(role)
        self.cards[id_] = Card(
            id=id_,
            title=title or name,
            subtitle=holders or below,
            code=self.code(role),
            initial=initial(person or name),
            pill=text,
            kind=kind,
            colour=self.tint.of_role(role),
            assistant=role.assistant,
            photo=photo,
            address=role.address,
        )
        self.first.setdefault(role.address, id_)
        if above is not None:
            self.lines.append(Line(above, id_))

    def code(self, role: Role) -> str:
        """The number of a post, and its grade or place where the colours tell of these."""
        return " · ".join(filter(None, (role.number or "", self.setting.remark(role))))

    def _home(self, role: Role) -> str:
        """The name of a role's department if it has one of its own."""
        department = self.graph.department_of_role.get(role.id, "")
        unit = self.graph.organisation.departments.get(department)
        return unit.in_(self.locale) if unit and unit.name else ""

    # --- dotted lines ---

    def dotted(self, roles: Iterable[Role], inside: set[str]) -> None:
        """The dotted lines of some roles; superiors outside the chart get a card of their own."""
        for role in roles:
            mine = self.first.get(role.address)
            if mine is None:
                continue
            for target in self.graph.links.targets(role.address, "dotted_to"):
                superior = target.partition("/")[2]
                end = self.first.get(target)
                if superior not in inside and end is None:
                    self._outside(target, superior)
                    end = target
                if end is not None and end != mine:
                    self.lines.append(Line(end, mine, dotted=True, label=self.words("dotted")))

    def _outside(self, target: str, superior: str) -> None:
        """The card of a superior that is not in the chart."""
        if target in self.cards:
            return
        department = self.graph.department_of_role.get(superior)
        unit = self.graph.department(department).in_(self.locale) if department else ""
        name = self.graph.role(superior).in_(self.locale)
        self.cards[target] = Card(
            target, name, unit, kind=CardKind.OUTSIDE, colour=5, address=target
        )
