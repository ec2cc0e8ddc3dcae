"""Documents about departments: the charter of each, and an agreement for each pair."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from orgspec.document import Document
from orgspec.graph.graph import Graph
from orgspec.graph.joint_work import Pair, is_pair, pairs
from orgspec.model.organisation import Organisation
from orgspec.view.agreement import agreement
from orgspec.view.department_charter import department_charter

UNIT_KINDS = ("departments", "agreements")

_DASHES = re.compile("-+")


def unit_subjects(
    graph: Graph, kind: str, chosen: Callable[[str], bool]
) -> Iterator[tuple[str, str]]:
    """What documents of a kind are about, as address and name; `chosen` is asked of departments.

    An agreement is made if either of its parties is chosen.
    """
    if kind == "departments":
        for department in graph.organisation.departments.values():
            if chosen(department.id):
                yield department.address, department.id
        return
    for one, other in pairs(graph):
        if chosen(one) or chosen(other):
            name = joined(one, other)
            yield f"agreement/{name}", name


def unit_document(graph: Graph, address: str, locale: str, *, draft: bool = False) -> Document:
    """The charter of a department, or the agreement of a pair, at an address.

    Raises:
        KeyError: the address names no department and no pair of departments.
    """
    kind, _, id_ = address.partition("/")
    if kind == "department":
        return department_charter(graph, id_, locale, draft=draft)
    pair = parted(graph.organisation, id_)
    if pair is None:
        raise KeyError(address)
    return agreement(graph, *pair, locale, draft=draft)


def joined(one: str, other: str) -> str:
    """The name of a pair, `a--b`; of ids with dashes in a row, with one dash more than these."""
    longest = max((len(run) for run in _DASHES.findall(f"{one} {other}")), default=0)
    return one + "-" * max(2, longest + 1 if longest > 1 else 2) + other


def parted(organisation: Organisation, name: str) -> Pair | None:
    """The two departments that a name (`a--b`, in either order) joins; None for none."""
    for place in range(1, len(name)):
        one, other = name[:place], name[place:].lstrip("-")
        known = one in organisation.departments and other in organisation.departments
        if known and joined(one, other) == name:
            return one, other
    return None


def partners(graph: Graph, department: str) -> tuple[str, ...]:
    """The departments with which one works together."""
    return tuple(
        other if one == department else one
        for one, other in pairs(graph)
        if department in (one, other)
    )


def agreed_address(graph: Graph, named: tuple[str, ...]) -> str | None:
    """The address of the agreement that is asked for: `a--b`, or two departments; None for none.

    Names may be addresses (`department/a`). The parties stand in the order of declaration.
    """
    bare = [name.rpartition("/")[2] for name in named]
    organisation = graph.organisation
    pair = parted(organisation, bare[0]) if len(bare) == 1 else None
    if len(bare) == 2 and all(name in organisation.departments for name in bare):
        pair = bare[0], bare[1]
    if pair is None or pair[0] == pair[1] or not is_pair(graph, *pair):
        return None
    order = list(organisation.departments)
    one, other = sorted(pair, key=order.index)
    return f"agreement/{joined(one, other)}" if other in partners(graph, one) else None
