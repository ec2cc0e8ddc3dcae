"""What each side hands to the other, on which terms."""

from __future__ import annotations

from orgspec.document import Block, Facts, inline
from orgspec.graph.escalation import bearer_of_handoff, landings
from orgspec.graph.joint_work import direction
from orgspec.graph.passing_hands import handlers
from orgspec.model.workflow import Handoff
from orgspec.view.bearers import first_names
from orgspec.view.job.standing import names
from orgspec.view.pact.frame import Pact
from orgspec.view.tables.cells import opening

_MOST_ARTIFACTS = 2
_MOST_BESIDE = 4  # posts of a side that are named beside those of the other


def handoff_name(pact: Pact, handoff: Handoff) -> str:
    """The name of a handoff, else what passes, else from whom to whom."""
    if handoff.name is not None:
        return handoff.in_(pact.locale)
    graph, locale = pact.graph, pact.locale
    artifacts = [
        artifact.in_(locale)
        for address in graph.links.targets(handoff.address, "artifacts")
        if (artifact := graph.organisation.find(address)) is not None
    ]
    if artifacts:
        return first_names(artifacts, locale, _MOST_ARTIFACTS)
    ends = (names(graph, locale, graph.links.targets(handoff.address, f)) for f in ("from", "to"))
    return " → ".join(ends)


def handoffs(pact: Pact, section: int) -> tuple[Block, ...]:
    """The handoffs of each direction, one card each."""
    blocks: list[Block] = []
    clauses = 0
    one, other = pact.sides
    every = [pact.graph.organisation.handoffs[id_] for id_ in pact.work.handoffs]
    for giver, taker in ((one, other), (other, one)):
        mine = [h for h in every if direction(pact.graph, h, one, other) == (giver, taker)]
        if not mine:
            continue
        title = pact.words("gives_to", giver=pact.name(giver), taker=pact.name(taker))
        blocks.append(pact.clause(section, clauses, title))
        for index, handoff in enumerate(mine):
            blocks.append(pact.item(section, clauses, index, handoff_name(pact, handoff)))
            blocks.append(_card(pact, handoff, giver, taker))
        clauses += 1
    return tuple(blocks)


def _card(pact: Pact, handoff: Handoff, giver: str, taker: str) -> Facts:
    """The terms of one handoff; what nothing says is left out."""
    graph, words, locale = pact.graph, pact.words, pact.locale
    links = graph.links

    sides = {side: handlers(graph, handoff, side) for side in (giver, taker)}

    def posts(side: str) -> str:
        return words.join([graph.role(role).in_(locale) for role in sides[side]])

    rows = [
        ("passes", names(graph, locale, links.targets(handoff.address, "artifacts"))),
        ("trigger", handoff.trigger.in_(locale) if handoff.trigger else ""),
        ("given_within", handoff.within.text(locale) if handoff.within else ""),
        ("needed_within", handoff.needed_within.text(locale) if handoff.needed_within else ""),
        ("giver", posts(giver)),
        ("taker", posts(taker)),
        ("channel", names(graph, locale, links.targets(handoff.address, "channel"))),
        ("escalation", _escalation(pact, handoff)),
        ("accepted_when", "\n".join(text.in_(locale) for text in handoff.acceptance)),
        ("on_reject", handoff.on_reject.in_(locale) if handoff.on_reject else ""),
    ]
    wide = ["passes", "trigger", "accepted_when", "on_reject"]
    if max(map(len, sides.values())) > _MOST_BESIDE:
        wide += ["giver", "taker"]
    pairs = tuple((words(key), inline(text)) for key, text in rows if text)
    listed = [words("accepted_when")] if len(handoff.acceptance) > 1 else []
    return Facts(pairs, wide=frozenset(map(words, wide)), listed=frozenset(listed))


def _escalation(pact: Pact, handoff: Handoff) -> str:
    """To whom a late handoff goes: the ladder, else the superior of the giver's head."""
    graph, words = pact.graph, pact.words
    bearer = bearer_of_handoff(graph, handoff)
    lines = []
    for landing in landings(graph, handoff, bearer):
        if landing.role is not None and landing.is_left:
            to = graph.role(landing.role).in_(pact.locale)
            after = landing.rung.after
            late = after.text(pact.locale) if after is not None else ""
            lines.append(
                words("rung_after", after=late, to=to) if late else words("rung_at_once", to=to)
            )
    if not handoff.escalation:
        head = graph.head_of.get(bearer.unit) if bearer.unit is not None else None
        superior = graph.reporting.above.get(head) if head is not None else None
        if superior is not None:
            lines.append(words("rung_at_once", to=graph.role(superior).in_(pact.locale)))
    return opening(words("semicolon").join(lines))
