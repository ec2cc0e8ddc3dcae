"""An organisation in which one post has become part of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.graph.rows import STRENGTH
from orgspec.graph.supposing.applying import applied
from orgspec.graph.supposing.removal import emptied
from orgspec.graph.supposing.rewriting import changed
from orgspec.model.duty import Duty
from orgspec.model.entity import Entity
from orgspec.model.program import Program
from orgspec.model.role import Headcount, Hold, Person, Role
from orgspec.model.values.scheme import Scheme
from orgspec.model.workflow import Step
from orgspec.syntax.nodes import Step as RouteStep


def merged(graph: Graph, kept: str, absorbed: str) -> Program:
    """The organisation of a graph with the role `absorbed` made part of `kept` (bare ids).

    Whatever names the absorbed role names the kept one: cells, holds, reports, levels,
    departments headed. Its posts and KPIs are added, and its deputies come after those of the kept
    one, which reports to whom it reported to unless that was the absorbed one. A handoff between
    the two is none any more.
    """
    gone = [f"role/{absorbed}", *_idle_handoffs(graph, {f"role/{kept}", f"role/{absorbed}"})]
    edits: dict[str, dict[tuple[RouteStep, ...], str | None]] = {}
    for address in gone:
        for link in graph.links.to(address):
            new = kept if link.target == gone[0] else None
            edits.setdefault(link.source, {})[link.route] = new
    edits.pop(f"role/{kept}", None)
    also: dict[str, Entity] = {f"role/{kept}": _united(graph, kept, absorbed)}
    also.update(_efforts(graph, kept, absorbed))
    program = applied(graph.program, edits, gone, also)
    return emptied(graph, applied(program, {}, (), _tidied(program, edits, kept)))


def _idle_handoffs(graph: Graph, both: set[str]) -> Iterator[str]:
    """The handoffs from one of the two to the other."""
    for handoff in graph.organisation.handoffs.values():
        ends = [graph.links.targets(handoff.address, side) for side in ("from", "to")]
        if all(end and end[0] in both for end in ends):
            yield handoff.address


def _united(graph: Graph, kept: str, absorbed: str) -> Role:
    """The kept role with what the other one brings: posts, KPIs, deputies, dotted lines."""
    one, other = graph.role(kept), graph.role(absorbed)
    return changed(
        one,
        reports_to=_superiors(graph, one, other),
        dotted_to=_names(one, other, one.dotted_to, other.dotted_to),
        deputy=_names(one, other, one.deputy, other.deputy),
        headcount=_posts(one.headcount, other.headcount),
        kpis=(*one.kpis, *(u for u in other.kpis if u.kpi not in {mine.kpi for mine in one.kpis})),
    )


def _superiors(graph: Graph, one: Role, other: Role) -> tuple[str, ...]:
    """To whom the united role reports: never to itself."""
    above = graph.reporting.ancestors(one.id)
    if graph.reporting.above.get(one.id) != other.id:
        return one.reports_to
    left = next((role for role in above if role not in (one.id, other.id)), None)
    return (left,) if left is not None else other.reports_to


def _names(one: Role, other: Role, *lists: tuple[str, ...]) -> tuple[str, ...]:
    """All names of some lists, each once, without the two roles themselves."""
    both = {name for role in (one, other) for name in (role.id, role.address)}
    return tuple(dict.fromkeys(name for names in lists for name in names if name not in both))


def _posts(one: Headcount, other: Headcount) -> Headcount:
    """The posts of both together."""
    said = [each.current for each in (one, other) if each.current is not None]
    current = sum(said, Decimal(0)) if said else None
    return changed(one, planned=one.planned + other.planned, current=current)


def _efforts(graph: Graph, kept: str, absorbed: str) -> Mapping[str, Entity]:
    """Duties whose `effort` has a key for the absorbed role: its share is the kept one's."""
    found: dict[str, Entity] = {}
    for duty in graph.organisation.duties.values():
        key = next((k for k in duty.effort if k.removeprefix("role/") == absorbed), None)
        if key is not None:
            efforts = {k: v for k, v in duty.effort.items() if k != key}
            efforts[kept] = efforts.get(kept, Decimal(0)) + duty.effort[key]
            found[duty.address] = changed(duty, effort=efforts)
    return found


def _tidied(program: Program, touched: Iterable[str], kept: str) -> Mapping[str, Entity]:
    """People and rows in which the kept role now stands twice, with the stronger alone."""
    found: dict[str, Entity] = {}
    for address in touched:
        entity = program.organisation.find(address)
        if isinstance(entity, Person):
            found[address] = changed(entity, holds=_one_hold(entity.holds, kept))
        elif isinstance(entity, Duty | Step) and entity.raci:
            found[address] = changed(
                entity, raci=_stronger(program.organisation.scheme, entity, kept)
            )
    return found


def _one_hold(holds: tuple[Hold, ...], kept: str) -> tuple[Hold, ...]:
    """The holds of a person, those of the kept role as one where both are in force together."""
    mine = [hold for hold in holds if bare(f"/{hold.role}".replace("/role/", "/")) == kept]
    if len(mine) < 2 or any(h.until or h.acting for h in mine):
        return holds
    shares = [hold.share for hold in mine]
    share = sum((s for s in shares if s is not None), Decimal(0)) if None not in shares else None
    one = changed(mine[0], share=share, primary=any(hold.primary for hold in mine))
    return tuple(one if hold is mine[0] else hold for hold in holds if hold not in mine[1:])


def _stronger(scheme: Scheme, row: Duty | Step, kept: str) -> Mapping[str, tuple[str, ...]]:
    """The letters of a row: who answers or does it is not asked or told as well."""
    names = (kept, f"role/{kept}")
    acts = {
        key: min((STRENGTH.index(scheme.acts_as(s) or "I") for s in scheme.signs(key)), default=9)
        for key, parties in row.raci.items()
        if any(name in parties for name in names)
    }
    strongest = min(acts.values(), default=9)
    keep = {key for key, act in acts.items() if act <= 1 or (act == strongest)}
    return {
        key: tuple(p for p in parties if p not in names) if key in acts.keys() - keep else parties
        for key, parties in row.raci.items()
    }
