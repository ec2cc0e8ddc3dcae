"""An organisation without some of its people, posts, departments, partners or systems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from orgspec.graph.graph import Graph
from orgspec.graph.reporting import bare
from orgspec.graph.supposing.applying import applied
from orgspec.graph.supposing.rewriting import Edits, changed
from orgspec.model.entity import Entity
from orgspec.model.program import Link, Program
from orgspec.syntax.nodes import Step


def without(graph: Graph, addresses: Iterable[str]) -> Program:
    """The organisation of a graph after some parties are gone.

    A person takes all holds along; a cell that named the person means the post as before. A role
    takes its cells, levels and deputyships along, and its reports go to its superior. A department
    takes all below it, its roles and its functions along.

    Where the last people of a department go, its posts are empty: they do not become posts of
    which nothing is said.
    """
    gone = tuple(dict.fromkeys(x for address in addresses for x in _whole(graph, address)))
    edits: dict[str, dict[tuple[Step, ...], str | None]] = {}
    for address in gone:
        for link in graph.links.to(address):
            if link.source not in gone:
                edits.setdefault(link.source, {})[link.route] = _instead(graph, link, gone)
    roles = frozenset(bare(x) for x in gone if x.startswith("role/"))
    return emptied(graph, applied(graph.program, edits, gone, _relieved(graph, roles)))


def _whole(graph: Graph, address: str) -> Iterator[str]:
    """What goes with an entity, itself first."""
    yield address
    if address.startswith("department/"):
        units = (bare(address), *graph.departments.descendants(bare(address)))
        for unit in units:
            yield f"department/{unit}"
            yield from (f"role/{role}" for role in graph.roles_of_department.get(unit, ()))
            yield from (x.address for x in graph.organisation.departments[unit].functions)


def _instead(graph: Graph, link: Link, gone: tuple[str, ...]) -> str | None:
    """What is named in place of what is gone: the superior of a superior, the post of a person."""
    target = link.target or ""
    if target.startswith("role/") and link.route[0] == "reports_to":
        above = graph.reporting.ancestors(bare(target))
        left = (role for role in above if f"role/{role}" not in gone)
        return next((f"role/{role}" for role in left if f"role/{role}" != link.source), None)
    if target.startswith("person/") and link.route[0] == "raci":
        role = graph.primary_role.get(bare(target))
        return f"role/{role}" if role is not None and f"role/{role}" not in gone else None
    return None


def _relieved(graph: Graph, roles: frozenset[str]) -> Mapping[str, Entity]:
    """Duties without the effort of roles that are gone: a key is no reference."""
    found: dict[str, Entity] = {}
    for duty in graph.organisation.duties.values() if roles else ():
        kept = {key: share for key, share in duty.effort.items() if _id(key) not in roles}
        if len(kept) < len(duty.effort):
            found[duty.address] = changed(duty, effort=kept)
    return found


def _id(key: str) -> str:
    """The id in a key of `effort`, which may be an address."""
    return key.removeprefix("role/")


def emptied(before: Graph, program: Program) -> Program:
    """The organisation with `current: 0` where people were declared before, and none are now."""
    after = Graph(program, before.today)
    left = before.coverage.staffed - after.coverage.staffed
    also: dict[str, Entity] = {
        role.address: changed(role, headcount=changed(role.headcount, current=Decimal(0)))
        for role in program.organisation.roles.values()
        if role.nature == "human" and after.department_of_role.get(role.id) in left
    }
    edits: Mapping[str, Edits] = {}
    return applied(program, edits, (), also) if also else program
