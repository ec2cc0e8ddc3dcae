"""Defects of authority: amounts that nobody or two may decide, limits upside down."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from orgspec.model.governance import Authority
from tests.mutation.operator import Mutant, operator
from tests.mutation.operators.wfl import place, steps, written
from tests.mutation.sample import Data, Sample, put


def _levels(sample: Sample) -> Iterator[tuple[Authority, list[Data]]]:
    """Authorities whose levels are bounded by plain numbers, all but the last."""
    for authority in sample.organisation.authorities.values():
        levels = sample.data["authorities"][authority.id].get("levels")
        if not isinstance(levels, list) or len(levels) < 2:
            continue
        plain = not any("condition" in level or "over" in level for level in levels)
        if plain and all(level.get("up_to", "").isdigit() for level in levels[:-1]):
            yield authority, levels


def _roles(level: Data) -> list[str]:
    """The roles of a level, as written."""
    role = level["role"]
    return list(role) if isinstance(role, list) else [role]


@operator("AUT001")
def an_amount_is_left_to_nobody(sample: Sample) -> Iterator[Mutant]:
    for authority, levels in _levels(sample):
        ends = int(levels[0]["up_to"])
        change = put("authorities", authority.id, "levels", 1, "over", str(ends + 1))
        yield Mutant(authority.address, change)


@operator("AUT001")
def an_amount_is_given_to_two(sample: Sample) -> Iterator[Mutant]:
    for authority, levels in _levels(sample):
        ends = int(levels[0]["up_to"])
        change = put("authorities", authority.id, "levels", 1, "over", str(ends - 1))
        yield Mutant(authority.address, change)


@operator("AUT002")
def a_step_decides_more_than_it_may(sample: Sample) -> Iterator[Mutant]:
    for authority, levels in _levels(sample):
        limits = {role: int(x["up_to"]) for x in levels if "up_to" in x for role in _roles(x)}
        most = max(limits.values())
        for workflow, step in steps(sample):
            row = sample.graph.row(step)
            who = {*row.roles("R"), *row.roles("A")}
            if "authority" not in written(sample, workflow, step) or not who:
                continue
            named = step.authority is not None and step.authority.id == authority.id
            if named and all(limits.get(role, most) < most for role in who):
                new = {"id": authority.id, "up_to": str(most)}
                yield Mutant(step.address, put(*place(workflow, step), "authority", new))


@operator("AUT003")
def nobody_holds_an_authority(sample: Sample) -> Iterator[Mutant]:
    for authority in sample.organisation.authorities.values():
        yield Mutant(authority.address, put("authorities", authority.id, "levels", None))


@operator("AUT004")
def an_authority_that_nothing_uses_is_written(sample: Sample) -> Iterator[Mutant]:
    for top in sample.graph.top_roles:
        if len(sample.organisation.authorities) > 1:
            new = {"name": "Planted Right", "measure": "planted", "levels": [{"role": top}]}
            yield Mutant("authority/planted-right", put("authorities", "planted-right", new))


@operator("AUT005")
def who_may_decide_is_forbidden_to(sample: Sample) -> Iterator[Mutant]:
    for authority, levels in _levels(sample):
        denied = sample.data["authorities"][authority.id].get("denied", [])
        denied = denied if isinstance(denied, list) else [denied]
        role = _roles(levels[0])[0]
        change = put("authorities", authority.id, "denied", [*denied, role])
        yield Mutant(authority.address, change, text=role)


@operator("AUT007")
def the_superior_may_decide_less(sample: Sample) -> Iterator[Mutant]:
    for authority, levels in _levels(sample):
        for index, (one, other) in enumerate(pairwise(levels)):
            below, above = _roles(one), _roles(other)
            if len(below) == 1 == len(above) and sample.graph.is_below(below[0], above[0]):

                def swap(
                    data: Data, id_: str = authority.id, index: int = index,
                    roles: tuple[str, str] = (above[0], below[0]),
                ) -> None:  # fmt: skip
                    levels = data["authorities"][id_]["levels"]
                    levels[index]["role"], levels[index + 1]["role"] = roles

                also = frozenset({"AUT002"})  # a step takes what the superior could decide before
                yield Mutant(authority.address, swap, also=also)
