"""Who the post is and where it stands."""

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
    inline,
)
from orgspec.graph.graph import Graph
from orgspec.model.role import Role
from orgspec.view.label import Label
from orgspec.view.org_chart import initial
from orgspec.view.palette import colour_of
from orgspec.view.staffing import number, staffing, uncounted
from orgspec.view.tables.grades import grade_text
from orgspec.view.words import Words

MANY_REPORTS = 3  # more of them are named in a row of their own
MOST_REPORTS = 6  # cards of direct reports in the small figure


def identification(graph: Graph, role: Role, locale: str) -> tuple[Block, ...]:
    """Post, number, department, superior, subordinates, headcount, grade, holders."""
    words = Words(locale)
    links = graph.links
    rows: list[tuple[str, str]] = [
        ("post", role.in_(locale)),
        ("post_number", role.number or ""),
        ("department", department_line(graph, role, locale)),
        ("grade", grade_text(role, locale)),
        (
            "superior",
            names(graph, locale, links.targets(role.address, "reports_to")) or words("none"),
        ),
        ("subordinates", _reports(graph, role, locale)),
        ("dotted_superior", names(graph, locale, links.targets(role.address, "dotted_to"))),
        ("headcount", _headcount(graph, role, words)),
        ("deputy", names(graph, locale, links.targets(role.address, "deputy"))),
        (
            "holders",
            words.join([p.in_(locale) for p, _, _ in graph.holds_of_role.get(role.id, ())]),
        ),
    ]
    pairs: list[tuple[str, Inline]] = []
    for key, value in rows:
        if value:
            strong = Emphasis.STRONG if key == "post" else Emphasis.PLAIN
            label = holders_label(graph, role, words) if key == "holders" else words(key)
            pairs.append((label, inline(value, strong)))
    many = len(graph.reporting.below.get(role.id, ())) > MANY_REPORTS
    return (Facts(tuple(pairs), wide=frozenset({words("subordinates")}) if many else frozenset()),)


def holders_label(graph: Graph, role: Role, words: Words) -> str:
    """What stands before those who hold a post: one, or several."""
    held = len(graph.holds_of_role.get(role.id, ()))
    several = held > 1 or role.headcount.planned > 1
    return words("holders") if several else Label(words("sign_holder"), "holders")


def names(graph: Graph, locale: str, addresses: tuple[str, ...] | list[str]) -> str:
    """The names of some entities in a row."""
    found = (graph.organisation.find(address) for address in addresses)
    return Words(locale).join([entity.in_(locale) for entity in found if entity is not None])


def department_line(graph: Graph, role: Role, locale: str) -> str:
    """The department, with the one above it where that is not the whole company."""
    home = graph.department_of_role.get(role.id)
    if home is None:
        return ""
    unit = graph.department(home)
    above = graph.departments.above.get(home)
    if above is None or graph.department(above).unit == "company":
        return unit.in_(locale)
    return f"{graph.department(above).in_(locale)} · {unit.in_(locale)}"


def _reports(graph: Graph, role: Role, locale: str) -> str:
    """Direct reports, with how many there are of a post that several hold."""
    words = Words(locale)
    below = [graph.role(r) for r in graph.reporting.below.get(role.id, ())]
    if not below:
        return words("none")
    shown = []
    for each in below:
        planned = each.headcount.planned
        count = f" × {number(planned)}" if planned > 1 else ""
        shown.append(each.in_(locale) + count)
    return words.join(shown)


def _headcount(graph: Graph, role: Role, words: Words) -> str:
    """Planned posts, and how many of them are filled where that is known; what is no post at all."""
    if role.nature != "human":
        return uncounted(role, words)
    staff = staffing(graph, (role,))
    if staff.filled is None:
        return words("people_count", n=number(role.headcount.planned))
    if staff.filled == staff.planned:
        return words.counted("people_full", staff.planned, number(staff.planned))
    return words(
        "people_filled",
        n=number(staff.planned),
        filled=number(staff.filled),
        vacant=number(staff.vacant),
    )


def position(graph: Graph, role: Role, locale: str) -> tuple[Block, ...]:
    """A small figure: the superior, the post itself, its direct reports."""
    superior = graph.reporting.above.get(role.id)
    below = graph.reporting.below.get(role.id, ())
    if (superior is None or superior == role.id) and not below:
        return ()
    cards, lines = [], []

    def card(id_: str, kind: CardKind) -> Card:
        each = graph.role(id_)
        home = graph.department_of_role.get(id_, "")
        unit = graph.organisation.departments.get(home)
        return Card(
            id_, each.in_(locale), unit.in_(locale) if unit else "", kind=kind,
            initial=initial(each.in_(locale)), colour=colour_of(graph, home),
            assistant=each.assistant, address=each.address,
        )  # fmt: skip

    if superior is not None and superior != role.id:
        cards.append(card(superior, CardKind.POST))
        lines.append(Line(superior, role.id))
    cards.append(card(role.id, CardKind.ROOT))
    shown = [r for r in below if r not in (superior, role.id)]
    # A single one more takes the place of the card that would count it.
    more = len(shown) - MOST_REPORTS if len(shown) > MOST_REPORTS + 1 else 0
    for each in shown[: len(shown) - more]:
        cards.append(card(each, CardKind.POST))
        lines.append(Line(role.id, each))
    if more:
        cards.append(Card("more", f"+ {more}", kind=CardKind.OUTSIDE, colour=5))
        lines.append(Line(role.id, "more"))
    dotted = [t.partition("/")[2] for t in graph.links.targets(role.address, "dotted_to")]
    for each in dotted:
        if each not in {c.id for c in cards}:
            cards.append(card(each, CardKind.OUTSIDE))
            lines.append(Line(each, role.id, dotted=True, label=Words(locale)("dotted")))
    alt = Words(locale).join([c.title for c in cards])
    return (Figure(Chart(tuple(cards), tuple(lines), alt=alt)),)
