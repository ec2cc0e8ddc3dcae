"""Every post of a chart with all that is told of it, for pages that fold and search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from orgspec.document import CardKind, LegendEntry, Mention, Post, PostTree
from orgspec.model.role import Role
from orgspec.view.chart_words import PAGE_LABELS
from orgspec.view.charts.photos import photos_in
from orgspec.view.charts.setting import Setting
from orgspec.view.charts.telling import Telling
from orgspec.view.initials import initial
from orgspec.view.staffing import number, pill, staffing
from orgspec.view.words import Words

MOST_CARDS = 12  # cards of one role; those of a role that more people hold share one


def post_tree(
    setting: Setting,
    roles: tuple[Role, ...],
    department: str | None = None,
    colours_shown: tuple[LegendEntry, ...] = (),
) -> PostTree:
    """All cards of some roles, superiors before those below them.

    Who holds a role that leads nobody has a card of his own, up to `MOST_CARDS`; its vacancies
    share one. Superiors by a dotted line that are not among the roles come last.
    """
    posts = _Posts(Telling(setting, roles, department))
    posts.lay(roles)
    posts.dot(roles)
    posts.picture()
    labels = page_labels(setting.words)
    return PostTree(posts.telling.units, tuple(posts.posts), posts.legend(colours_shown), labels)


def page_labels(words: Words) -> dict[str, str]:
    """The fixed words of the page in its language."""
    return {label: words(word) for label, word in PAGE_LABELS.items()}


class _Posts:
    """Collects the posts of one chart."""

    def __init__(self, telling: Telling) -> None:
        self.telling = telling
        self.graph = telling.graph
        self.locale = telling.locale
        self.words = telling.words
        self.department = telling.department
        self.posts: list[Post] = []
        self.first: dict[str, int] = {}  # role → its first card

    # --- the tree ---

    def lay(self, roles: tuple[Role, ...]) -> None:
        """The cards of all roles, below their superiors."""
        below = self._below(roles)
        roots = below.pop(None, [])
        top = self._anchor() if len(roots) > 1 else -1
        waiting = [(role, top) for role in reversed(roots)]
        while waiting:
            role, above = waiting.pop()
            under = below.get(role.id, [])
            index = self._cards(role, above, leads=bool(under))
            waiting += [(each, index) for each in reversed(under)]

    def _below(self, roles: tuple[Role, ...]) -> dict[str | None, list[Role]]:
        """Superior → the roles below it; None for those at the top, and all in circles."""
        inside = {role.id for role in roles}
        above = self.graph.reporting.above
        circles = self.graph.reporting.in_cycles()
        found: dict[str | None, list[Role]] = {}
        for role in roles:
            superior = above.get(role.id)
            top = superior not in inside or role.id in circles
            found.setdefault(None if top else superior, []).append(role)
        return found

    def _anchor(self) -> int:
        """A card that holds several tops together."""
        organisation = self.graph.organisation
        unit = organisation.departments[self.department] if self.department else None
        name = unit.in_(self.locale) if unit else organisation.profile.in_(self.locale)
        address = unit.address if unit else "organization"
        title = name or self.words("org_chart")
        self.posts.append(Post(address, title, kind=CardKind.ROOT, initial=initial(title)))
        return 0

    # --- the cards of a role ---

    def _cards(self, role: Role, above: int, *, leads: bool) -> int:
        """Add the cards of a role; the index of the first."""
        index = self.first[role.id] = len(self.posts)
        people = self.graph.holds_of_role.get(role.id, ())
        staff = staffing(self.graph, (role,))
        also = self.telling.also(role)
        about = self.telling.about(role, above)
        holders = self.telling.holders(role)
        names = {p.address: self.telling.also(p) for p, _, _ in people}
        if not leads and holders and 1 < len(holders) + bool(staff.vacant) <= MOST_CARDS:
            for each in holders:
                known = " ".join(filter(None, (also, names[each.address])))
                self._add(about, holders=(each,), also=known)
            if staff.vacant:
                self._add(about, kind=CardKind.VACANT, pill=self._missing(role), also=also)
            return index
        nobody = staff.filled == 0 and not people
        kind = CardKind.ROOT if above == -1 and not self.posts else CardKind.POST
        known = " ".join(filter(None, (also, *names.values())))
        shown = self._missing(role) if nobody else self._pill(role)
        kind = CardKind.VACANT if nobody else kind
        self._add(about, holders=holders, kind=kind, pill=shown, also=known)
        return index

    def _add(
        self,
        about: Post,
        *,
        holders: tuple[Mention, ...] = (),
        kind: CardKind = CardKind.POST,
        pill: str = "",
        also: str = "",
    ) -> None:
        """Add one card of the role that `about` tells of."""
        shown = holders[:3]
        names = [self.words("acting", name=h.name) if h.note else h.name for h in shown]
        heading = self.words.join(names)
        if len(holders) > len(shown):
            more = len(holders) - len(shown)
            heading = self.words("ch_others", names=heading, n=more)
        sign = initial(holders[0].name if holders else about.title)
        sign = self.words("vacant_initial") if kind is CardKind.VACANT else sign
        card = replace(about, heading=heading, initial=sign, kind=kind, pill=pill)
        self.posts.append(replace(card, holders=holders, also=also))

    def _pill(self, role: Role) -> str:
        """Posts of the departments that a role heads, else of the role where it has several."""
        headed = self.graph.headed_by.get(role.id, ())
        if headed:
            unique = dict.fromkeys(r for d in headed for r in self.graph.all_roles_of(d))
            return pill(staffing(self.graph, [self.graph.role(r) for r in unique]), self.words)
        staff = staffing(self.graph, (role,))
        return pill(staff, self.words) if staff.planned != 1 or staff.vacant else ""

    def _missing(self, role: Role) -> str:
        """What a vacancy says of itself: how many posts wait, where it is not one."""
        vacant = staffing(self.graph, (role,)).vacant
        few = vacant <= 1
        return self.words("vacant_pill") if few else self.words("vacant", n=number(vacant))

    def picture(self) -> None:
        """The photos of those who have a card to themselves."""
        photos = photos_in(self.graph, self.department)
        for index, post in enumerate(self.posts):
            if photos and len(post.holders) == 1:
                photo = photos.get(post.holders[0].address, b"")
                self.posts[index] = replace(post, photo=photo)

    # --- dotted lines ---

    def dot(self, roles: tuple[Role, ...]) -> None:
        """The dotted lines; superiors outside the chart get a card at its end."""
        for role in roles:
            targets = tuple(self._dotted(role))
            if not targets:
                continue
            for index in self._cards_of(role):
                post = self.posts[index]
                self.posts[index] = replace(post, dotted=targets)

    def _dotted(self, role: Role) -> Iterator[int]:
        """The cards of the dotted superiors of a role."""
        for target in self.graph.links.targets(role.address, "dotted_to"):
            superior = target.partition("/")[2]
            if superior not in self.first:
                self.first[superior] = len(self.posts)
                other = self.graph.role(superior)
                title = other.in_(self.locale)
                home = self.graph.department_of_role.get(superior)
                unit = self.graph.department(home).in_(self.locale) if home else ""
                outside = Post(target, unit or title, kind=CardKind.OUTSIDE, heading=title)
                self.posts.append(replace(outside, initial=initial(title)))
            yield self.first[superior]

    def _cards_of(self, role: Role) -> Iterator[int]:
        """The cards of a role: they stand side by side."""
        index = self.first[role.id]
        while index < len(self.posts) and self.posts[index].address == role.address:
            yield index
            index += 1

    def legend(self, shown: tuple[LegendEntry, ...]) -> tuple[LegendEntry, ...]:
        """The colours, then the kinds of cards and lines that occur."""
        entries = [entry for entry in shown if entry.kind == "colour"]
        if any(post.kind is CardKind.VACANT for post in self.posts):
            entries.append(LegendEntry("vacant", self.words("vacant_post")))
        if any(post.above >= 0 for post in self.posts):
            entries.append(LegendEntry("solid", self.words("solid")))
        if any(post.dotted for post in self.posts):
            entries.append(LegendEntry("dotted", self.words("dotted")))
        return tuple(entries)
