"""The cards of any chart as a tree that folds: of posts, people, departments or grades."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from orgspec.document import Card, CardKind, Chart, ChartRow, Mention, Post, PostTree
from orgspec.model.role import Role
from orgspec.view.charts.setting import Setting
from orgspec.view.charts.telling import Telling
from orgspec.view.initials import initial
from orgspec.view.post_tree import page_labels

_GREY = 5
_LONGEST_SIGN = 3  # characters of a grade that fit into the circle of its card


def card_tree(setting: Setting, chart: Chart, department: str | None) -> PostTree:
    """The tree of a chart that shows everything: its cards below one another, or in its rows.

    Each row becomes a card that stands for those in it; they are found by its name too.
    """
    telling = Telling(setting, setting.roles(department), department)
    posts = _Cards(telling, chart)
    if chart.rows:
        posts.lay_rows(chart.rows)
    else:
        posts.lay()
    labels = page_labels(setting.words)
    if setting.wish.by in ("grade", "department"):
        labels["tree"] = setting.words(f"ch_tree_{setting.wish.by}")
    return PostTree(telling.units, tuple(posts.posts), chart.legend, labels)


class _Cards:
    """Turns the cards of one chart into posts."""

    def __init__(self, telling: Telling, chart: Chart) -> None:
        self.telling = telling
        self.cards = {card.id: card for card in chart.cards}
        self.below: dict[str, list[str]] = {}
        self.dotted: dict[str, list[str]] = {}
        for line in chart.lines:
            if line.dotted:
                self.dotted.setdefault(line.subordinate, []).append(line.superior)
            else:
                self.below.setdefault(line.superior, []).append(line.subordinate)
        self.roles: Mapping[str, Role] = {
            role.address: role for role in telling.setting.roles(None)
        }
        self.posts: list[Post] = []

    def lay(self) -> None:
        """All cards, superiors before those below them."""
        led = {each for below in self.below.values() for each in below}
        place: dict[str, int] = {}
        waiting = [(id_, -1) for id_ in reversed(self.cards) if id_ not in led]
        while waiting:
            id_, above = waiting.pop()
            place[id_] = len(self.posts)
            self.posts.append(self._post(self.cards[id_], above))
            waiting += [(each, place[id_]) for each in reversed(self.below.get(id_, []))]
        for id_, superiors in self.dotted.items():
            dotted = tuple(place[each] for each in superiors if each in place)
            self.posts[place[id_]] = replace(self.posts[place[id_]], dotted=dotted)

    def lay_rows(self, rows: tuple[ChartRow, ...]) -> None:
        """The organisation, its rows below it, the cards of each below that."""
        organisation = self.telling.graph.organisation
        title = organisation.profile.in_(self.telling.locale) or self.telling.words("org_chart")
        address = "organization"
        if self.telling.department is not None:
            unit = self.telling.graph.department(self.telling.department)
            title, address = unit.in_(self.telling.locale), unit.address
        sign = initial(title)
        self.posts.append(Post(address, title, kind=CardKind.ROOT, initial=sign))
        for row in rows:
            above = len(self.posts)
            self.posts.append(self._group(row))
            for id_ in row.cards:
                post = self._post(self.cards[id_], above)
                self.posts.append(replace(post, also=f"{post.also} {row.title}".strip()))

    def _group(self, row: ChartRow) -> Post:
        """The card that stands for a row: in the colour of those in it where it tells the grade."""
        by_grade = self.telling.setting.wish.colour == "grade"
        colour = self.cards[row.cards[0]].colour if by_grade else _GREY
        sign = row.title if len(row.title) <= _LONGEST_SIGN else initial(row.title)
        without = row.title == self.telling.words("no_grade")
        return Post(
            f"grade/{'none' if without else row.title}", row.title, 0, kind=CardKind.SUMMARY, pill=row.note, initial=sign,
            colour=colour,
        )  # fmt: skip

    def _post(self, card: Card, above: int) -> Post:
        """A card of the drawing with all that is told of what it stands for."""
        role = self.roles.get(card.address)
        post = self._told(card, role, above)
        home = self.telling.unit_index.get(card.address.removeprefix("department/"), post.unit)
        vacant = card.kind is CardKind.VACANT
        named = not vacant and card.subtitle not in ("", self._unit(post))
        return replace(
            post,
            title=card.subtitle if vacant or named else card.title,
            heading=card.title if named else "",
            initial=card.initial,
            pill=card.pill,
            kind=card.kind,
            unit=home,
            holders=tuple(self._holders(card, role)),
            photo=card.photo,
            assistant=card.assistant,
            colour=card.colour,
            remark=post.remark if role else card.code,
        )

    def _unit(self, post: Post) -> str:
        """The name of the department of a post."""
        return self.telling.units[post.unit].name if post.unit >= 0 else ""

    def _told(self, card: Card, role: Role | None, above: int) -> Post:
        """What is told of a post, of a person by his first post, or of anything else."""
        graph = self.telling.graph
        if role is not None:
            also = " ".join((self.telling.also(role), *self._names(card, role)))
            return replace(self.telling.about(role, above), also=also.strip())
        post = Post(card.address or "organization", card.title, above)
        kind, _, id_ = card.address.partition("/")
        entity = graph.organisation.find(card.address)
        if kind != "person" or entity is None:
            return post if entity is None else replace(post, also=self.telling.also(entity))
        main = self.telling.about(graph.role(graph.primary_role[id_]), above)
        return replace(
            main, address=card.address, also=self.telling.also(entity), number="", posts=""
        )

    def _holders(self, card: Card, role: Role | None) -> Iterator[Mention]:
        """Those who stand on a card: everybody who holds its role, or the one it names."""
        own = card.id.rpartition("/")[2]
        for each in self.telling.holders(role) if role is not None else ():
            alone = card.id != card.address
            if not alone or each.address == f"person/{own}":
                yield each

    def _names(self, card: Card, role: Role) -> Iterator[str]:
        """The names in other languages of those who stand on a card."""
        people = self.telling.graph.holds_of_role.get(role.id, ())
        shown = {each.address for each in self._holders(card, role)}
        return (self.telling.also(p) for p, _, _ in people if p.address in shown)
