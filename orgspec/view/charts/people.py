"""A card for each person, in lines of reporting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from orgspec.document import Card, CardKind, Line
from orgspec.model.role import Role
from orgspec.view.charts.drawing import Drawing
from orgspec.view.staffing import staffing

MOST_VACANCIES = 6
"""Vacancies of one post that have a card each; more share one."""


@dataclass(slots=True)
class _People:
    """What is known while a chart of people is drawn.

    `main` is the post under which each person stands: the first that he holds in the chart.
    """

    main: dict[str, str] = field(default_factory=dict)
    posts: dict[str, list[Role]] = field(default_factory=dict)


def people(drawing: Drawing, roles: Sequence[Role]) -> None:
    """Everybody once, with all his posts; posts that nobody holds stand as vacancies.

    Those who report to a post stand below the first of its holders.
    """
    known = _People()
    for role in roles:
        for person, _, _ in drawing.graph.holds_of_role.get(role.id, ()):
            known.main.setdefault(person.id, role.id)
            known.posts.setdefault(person.id, []).append(role)
    for role in roles:
        _cards(drawing, role, known)
    _lines(drawing, roles)
    drawing.dotted(roles, {role.id for role in roles})


def _cards(drawing: Drawing, role: Role, known: _People) -> None:
    """The cards of those who stand under a post, and of its vacancies."""
    held = drawing.graph.holds_of_role.get(role.id, ())
    vacant = int(staffing(drawing.graph, (role,)).vacant)
    for person, hold, _ in held:
        id_ = f"person/{person.id}"
        if known.main[person.id] == role.id:
            name = person.in_(drawing.locale)
            shown = drawing.words("acting", name=name) if hold.acting else name
            photo = drawing.photo(person.address)
            drawing.card(id_, role, None, title=shown, person=name, photo=photo)
            titles = [each.in_(drawing.locale) for each in known.posts[person.id]]
            joined = drawing.words.join(tuple(dict.fromkeys(titles)))
            card = replace(drawing.cards[id_], subtitle=joined, address=person.address)
            drawing.cards[id_] = card
        drawing.first.setdefault(role.address, id_)
    if not held and not vacant:
        drawing.card(role.address, role, None, text=drawing.pill(role))
    elif vacant > MOST_VACANCIES or (vacant > 1 and not held):
        drawing.card(f"{role.address}/vacant", role, None, vacant=True, text=drawing.pill(role))
    else:
        for index in range(vacant):
            drawing.card(f"{role.address}/vacant-{index + 1}", role, None, vacant=True)


def _lines(drawing: Drawing, roles: Sequence[Role]) -> None:
    """A line to each card from the card of the superior; a root, or an anchor above several."""
    above = drawing.graph.reporting.above
    inside = {role.address: role.id for role in roles}
    owner = _owners(drawing, inside)
    tops: list[str] = []
    for id_, card in list(drawing.cards.items()):
        role = owner.get(id_, "")
        superior = drawing.first.get(f"role/{above.get(role, '')}")
        if superior is None or superior == id_ or role in drawing.setting.circles:
            tops.append(id_)
        else:
            drawing.lines.append(Line(superior, card.id))
    if len(tops) == 1:
        card = drawing.cards[tops[0]]
        if card.kind is CardKind.POST:
            drawing.cards[tops[0]] = replace(card, kind=CardKind.ROOT)
        return
    anchor = drawing.anchor(len(tops))
    if anchor is not None:
        held: Card = drawing.cards.pop(anchor)
        drawing.cards = {anchor: held, **drawing.cards}
        drawing.lines += [Line(anchor, top) for top in tops]


def _owners(drawing: Drawing, inside: dict[str, str]) -> dict[str, str]:
    """Card → the post under which it stands."""
    owner: dict[str, str] = {}
    for address, role in inside.items():
        for person, _, _ in drawing.graph.holds_of_role.get(role, ()):
            owner.setdefault(f"person/{person.id}", role)
        owner[address] = role
        owner |= {id_: role for id_ in _vacancies(address) if id_ in drawing.cards}
    return owner


def _vacancies(address: str) -> tuple[str, ...]:
    """The ids that the vacancies of a post may have."""
    numbered = (f"{address}/vacant-{index + 1}" for index in range(MOST_VACANCIES))
    return (f"{address}/vacant", *numbered)
