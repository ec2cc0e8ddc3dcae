"""Defects of responsibility: who answers, who works, who is asked and told."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.model.duty import Duty
from tests.mutation.operator import Mutant, operator
from tests.mutation.sample import Data, Sample, put


def letter(row: dict[str, object], sign: str) -> list[str]:
    """The parties under a letter, as they are written."""
    cell = row.get(sign) or []
    return list(cell) if isinstance(cell, list) else [str(cell)]


def with_letters(sample: Sample, *signs: str) -> Iterator[tuple[Duty, dict[str, object]]]:
    """Duties of which no step is written, whose row has each of some letters."""
    for duty in sample.organisation.duties.values():
        row = sample.data["duties"][duty.id].get("raci")
        if isinstance(row, dict) and all(letter(row, sign) for sign in signs):
            yield duty, row


def has_more(sample: Sample, role: str) -> bool:
    """Whether a role does or answers for several things: one less leaves it work."""
    borne = sample.graph.rows_of_role.get(role, ())
    return len({row.address for row, acts_as in borne if acts_as in "ARS"}) > 2


def in_plain(sample: Sample, duty: Duty, *signs: str) -> bool:
    """Whether no step takes the letters over and every role behind them has more to do."""
    row = sample.data["duties"][duty.id]["raci"]
    parties = [party for sign in signs for party in letter(row, sign)]
    return not sample.graph.steps_of(duty) and all(
        party in sample.organisation.roles and has_more(sample, party) for party in parties
    )


@operator("RAC001")
def nobody_answers(sample: Sample) -> Iterator[Mutant]:
    for duty, _ in with_letters(sample, "A", "R"):
        if in_plain(sample, duty, "A"):
            yield Mutant(duty.address, put("duties", duty.id, "raci", "A", None))


@operator("RAC002")
def two_answer(sample: Sample) -> Iterator[Mutant]:
    for duty, row in with_letters(sample, "A", "C"):
        second = next((p for p in letter(row, "C") if p in sample.organisation.roles), None)
        if second is None:
            continue
        rest = [party for party in letter(row, "C") if party != second]
        new = {**row, "A": [*letter(row, "A"), second], "C": rest}
        yield Mutant(duty.address, put("duties", duty.id, "raci", new))


@operator("RAC003")
def nobody_does_it(sample: Sample) -> Iterator[Mutant]:
    for duty, _ in with_letters(sample, "A", "R"):
        if in_plain(sample, duty, "R"):
            yield Mutant(duty.address, put("duties", duty.id, "raci", "R", None))


@operator("RAC004")
def nobody_answers_and_nobody_does_it(sample: Sample) -> Iterator[Mutant]:
    for duty, _ in with_letters(sample, "A", "R"):
        if in_plain(sample, duty, "A", "R"):
            yield Mutant(duty.address, put("duties", duty.id, "raci", None))


def _crowd(sample: Sample, sign: str, size: int) -> Iterator[Mutant]:
    """Rows in which the roles of one department and more all get one letter."""
    for duty, row in with_letters(sample, "A", "R"):
        home = sample.graph.department_of_duty.get(duty.id)
        taken = {party for each in row for party in letter(row, each)}
        near = sample.graph.all_roles_of(home) if home else ()
        free = [
            r
            for r in dict.fromkeys((*near, *sample.organisation.roles))
            if r not in taken and sample.organisation.roles[r].nature == "human"
        ]
        lacking = size - len(letter(row, sign))
        if duty.split_by or len(free) < lacking or sample.graph.steps_of(duty):
            continue
        new = {**row, sign: [*letter(row, sign), *free[:lacking]]}
        also = frozenset({"RAC009", "RAC012", "RAC013", "RAC018", "RAC008", "DUT013", "KPI009"})
        yield Mutant(duty.address, put("duties", duty.id, "raci", new), also=also)


@operator("RAC005")
def a_crowd_does_it(sample: Sample) -> Iterator[Mutant]:
    yield from _crowd(sample, "R", 4)


@operator("RAC006")
def a_crowd_is_asked(sample: Sample) -> Iterator[Mutant]:
    yield from _crowd(sample, "C", 6)


@operator("RAC007")
def a_crowd_is_told(sample: Sample) -> Iterator[Mutant]:
    yield from _crowd(sample, "I", 7)


@operator("RAC008")
def nobody_across_is_told(sample: Sample) -> Iterator[Mutant]:
    """A duty whose A heads one department and whose R sits in another; it tells nobody."""
    graph = sample.graph
    handed = {frozenset((h.from_, h.to)) for h in sample.organisation.handoffs.values()}
    for unit, head in graph.head_of.items():
        for other, roles in graph.roles_of_department.items():
            if graph.related(unit, other) or graph.department_of_role.get(head) != unit:
                continue
            if frozenset((unit, other)) in handed or roles[0] in graph.headed_by:
                continue
            new = {
                "name": "Planted Work",
                "raci": {"A": head, "R": roles[0]},
                "tasks": ["Plant it"],
                "action": "dispose",
                "object": "planted-thing",
            }
            also = frozenset({"DUT002", "RAC010", "RAC011", "RAC018", "DUT013"})
            change = put("duties", "planted-work", new)
            yield Mutant("duty/planted-work", change, also=also)


def _department(sample: Sample) -> Iterator[tuple[str, str, list[str], list[str]]]:
    """Departments of four roles and eight duties: id, head, the other roles, plain duties."""
    for unit, head in sample.graph.head_of.items():
        roles = sample.graph.roles_of_department.get(unit, ())
        humans = [r for r in roles if sample.organisation.roles[r].nature == "human"]
        duties = sample.graph.duties_of_department.get(unit, ())
        plain = [d for d in duties if isinstance(sample.data["duties"][d].get("raci"), dict)]
        if len(humans) >= 4 and len(plain) == len(duties) >= 8 and head in humans:
            yield unit, head, [r for r in humans if r != head], plain


_LOAD = frozenset(
    ("RAC008", "RAC009", "RAC012", "RAC013", "RAC014", "RAC015", "RAC018", "DUT005", "DUT013",
     "KPI009", "STF006", "RAC017", "SOD001", "SOD002", "DUT006", "WFL013", "HND001", "HND003")
)  # fmt: skip
"""What speaks too where most letters of a department go to one role."""


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

            yield Mutant(f"role/{role}", heap, also=_LOAD)


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
            yield Mutant(mutant.at, mutant.plant, also=_LOAD)


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

        yield Mutant(f"department/{unit}", take, also=_LOAD)


@operator("RAC012")
def a_role_of_one_does_most(sample: Sample) -> Iterator[Mutant]:
    yield from _heap(sample, "R", 0.8)


@operator("RAC013")
def a_role_is_asked_about_most(sample: Sample) -> Iterator[Mutant]:
    yield from _heap(sample, "C", 0.7)


@operator("RAC014")
def a_post_only_listens(sample: Sample) -> Iterator[Mutant]:
    for duty, row in with_letters(sample, "A", "R"):
        home = sample.graph.department_of_duty.get(duty.id)
        if home is None or len(letter(row, "C")) > 4:
            continue
        new = {"name": "Planted Adviser", "department": home, "reports_to": letter(row, "A")[0]}

        def add(data: Data, id_: str = duty.id, new: dict[str, object] = new) -> None:
            data["roles"]["planted-adviser"] = new
            cells = data["duties"][id_]["raci"]
            cells["C"] = [*letter(cells, "C"), "planted-adviser"]

        also = frozenset({"KPI002", "STF001", "STF003", "JD001", "RAC009", "ORG006"})
        if letter(row, "A")[0] in sample.organisation.roles:
            yield Mutant("role/planted-adviser", add, also=also)


@operator("RAC015")
def a_party_stands_in_two_letters(sample: Sample) -> Iterator[Mutant]:
    for duty, row in with_letters(sample, "A", "R"):
        new = {**row, "I": [*letter(row, "I"), letter(row, "R")[0]]}
        if len(letter(row, "I")) < 6:
            yield Mutant(duty.address, put("duties", duty.id, "raci", new))


@operator("RAC016")
def a_letter_of_no_scheme_is_written(sample: Sample) -> Iterator[Mutant]:
    for duty, row in with_letters(sample, "A", "R", "I"):
        new = {("Q" if sign == "I" else sign): cell for sign, cell in row.items()}
        yield Mutant(duty.address, put("duties", duty.id, "raci", new), text="Q")


@operator("RAC018")
def the_subordinate_answers_and_the_superior_works(sample: Sample) -> Iterator[Mutant]:
    for duty, row in with_letters(sample, "A", "R"):
        above, below = letter(row, "A")[0], letter(row, "R")
        parent = sample.graph.reporting.above.get(below[0])
        if len(below) == 1 and parent == above and not sample.graph.steps_of(duty):
            new = {**row, "A": below[0], "R": above}
            yield Mutant(duty.address, put("duties", duty.id, "raci", new), also=_LOAD | {"RAC010"})


@operator("RAC020")
def a_department_answers(sample: Sample) -> Iterator[Mutant]:
    for duty, row in with_letters(sample, "A", "R"):
        for unit in sample.graph.headed_by.get(letter(row, "A")[0], ()):
            told = [party for sign in "SCI" for party in letter(row, sign)]
            if unit not in told:
                yield Mutant(duty.address, put("duties", duty.id, "raci", "A", unit), text=unit)


@operator("RAC021")
def a_person_stands_in_the_matrix(sample: Sample) -> Iterator[Mutant]:
    held = {role: person for person, role in sample.graph.primary_role.items()}
    for duty, row in with_letters(sample, "A", "R"):
        person = held.get(letter(row, "R")[0])
        if person is not None and len(letter(row, "R")) == 1:
            yield Mutant(duty.address, put("duties", duty.id, "raci", "R", person), text=person)
