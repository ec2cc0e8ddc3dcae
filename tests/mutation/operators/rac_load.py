"""Defects of load: one role in too many rows of its department."""

from __future__ import annotations

from collections.abc import Iterator

from tests.mutation.operator import Mutant, operator
from tests.mutation.operators.rac import LOAD, letter
from tests.mutation.sample import Data, Sample


def _department(sample: Sample) -> Iterator[tuple[str, str, list[str], list[str]]]:
    """Departments of four roles and eight duties: id, head, the other roles, plain duties."""
    for unit, head in sample.graph.head_of.items():
        roles = sample.graph.roles_of_department.get(unit, ())
        humans = [r for r in roles if sample.organisation.roles[r].nature == "human"]
        duties = sample.graph.duties_of_department.get(unit, ())
        plain = [d for d in duties if isinstance(sample.data["duties"][d].get("raci"), dict)]
        if len(humans) >= 4 and len(plain) == len(duties) >= 8 and head in humans:
            yield unit, head, [r for r in humans if r != head], plain


def _heap(sample: Sample, sign: str, share: float) -> Iterator[Mutant]:
    """Departments in which one role that is not the head gets a letter in most duties."""
    for _, head, others, duties in _department(sample):
        single = [r for r in others if sample.organisation.roles[r].headcount.planned == 1]
        for role in single[:1]:
            some = duties[: int(len(duties) * share) + 1]

            def heap(
                data: Data, who: tuple[str, str] = (role, head), some: list[str] = some
            ) -> None:
                for duty in some:
                    _give(data["duties"][duty]["raci"], sign, *who)

            yield Mutant(f"role/{role}", heap, also=LOAD)


def _apart(row: dict[str, object]) -> None:
    """Write `A/R: x` as `A: x, R: x`."""
    both = row.pop("A/R", None)
    if both is not None:
        row.update(A=both, R=[*letter(row, "R"), str(both)])


def _give(row: dict[str, object], sign: str, role: str, head: str) -> None:
    """Give a role one letter of a row and no other; where A or R falls empty, the head has it."""
    _apart(row)
    for each in list(row):
        row[each] = [party for party in letter(row, each) if party != role]
        if not row[each]:
            del row[each]
    row[sign] = role if sign in "AR" else [*letter(row, sign), role]
    for each in "AR":
        row.setdefault(each, head)


@operator("RAC009")
def a_role_takes_part_in_everything(sample: Sample) -> Iterator[Mutant]:
    """As S, so that it is neither overloaded nor consulted too much."""
    if any(letter_.acts_as == "S" for letter_ in sample.organisation.scheme.letters):
        for mutant in _heap(sample, "S", 0.9):
            yield Mutant(mutant.at, mutant.plant, also=LOAD)


@operator("RAC010")
def a_role_that_leads_nobody_answers_for_most(sample: Sample) -> Iterator[Mutant]:
    yield from _heap(sample, "A", 0.6)


@operator("RAC011")
def the_head_answers_for_everything(sample: Sample) -> Iterator[Mutant]:
    for unit, head, _, duties in _department(sample):

        def take(data: Data, duties: list[str] = duties, head: str = head) -> None:
            for duty in duties:
                row = data["duties"][duty]["raci"]
                _apart(row)
                for each in "SCI":
                    if each in row:
                        row[each] = [party for party in letter(row, each) if party != head]
                row["A"] = head

        yield Mutant(f"department/{unit}", take, also=LOAD)


@operator("RAC012")
def a_role_of_one_does_most(sample: Sample) -> Iterator[Mutant]:
    yield from _heap(sample, "R", 0.8)


@operator("RAC013")
def a_role_is_asked_about_most(sample: Sample) -> Iterator[Mutant]:
    yield from _heap(sample, "C", 0.7)
