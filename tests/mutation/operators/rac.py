"""Defects of responsibility: who answers, who works, who is asked and told."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.model.duty import Duty
from tests.mutation.operator import Mutant, operator
from tests.mutation.operators.stf import answers, single, stands_in, unmanned
from tests.mutation.sample import Data, Sample, put

LOAD = frozenset(
    ("DUT005", "DUT006", "DUT013", "DUT015", "HND001", "HND003", "KPI009", "RAC008",
     "RAC009", "RAC011", "RAC012", "RAC013", "RAC014", "RAC015", "RAC017", "RAC018",
     "SOD001", "SOD002", "SOD003", "STF006", "WFL013")
)  # fmt: skip
"""What speaks too where most letters of a department go to one role."""


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


def has_effort(sample: Sample, duty: Duty) -> bool:
    """Whether a role that does a duty says of any of its duties how much time it takes."""
    doers = {*sample.graph.row(duty).roles("R")}
    return any(
        each.effort and doers & {*sample.graph.row(each).roles("R")}
        for each in sample.organisation.duties.values()
    )


def in_plain(sample: Sample, duty: Duty, *signs: str) -> bool:
    """Whether no step takes the letters over, no effort is counted on them, and every role behind
    them has more to do."""
    row = sample.data["duties"][duty.id]["raci"]
    parties = [party for sign in signs for party in letter(row, sign)]
    if sample.graph.steps_of(duty) or has_effort(sample, duty):
        return False
    return all(party in sample.organisation.roles and has_more(sample, party) for party in parties)


@operator("RAC001")
def nobody_answers(sample: Sample) -> Iterator[Mutant]:
    for duty, _ in with_letters(sample, "A", "R"):
        if in_plain(sample, duty, "A"):
            yield Mutant(duty.address, put("duties", duty.id, "raci", "A", None))


@operator("RAC002")
def two_answer(sample: Sample) -> Iterator[Mutant]:
    for duty, row in with_letters(sample, "A", "C"):
        roles = sample.organisation.roles
        asked = [p for p in letter(row, "C") if p in roles and roles[p].nature == "human"]
        second = next(iter(asked), None)
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


CROWD = frozenset(
    ("RAC008", "RAC009", "RAC012", "RAC013", "RAC018", "DUT006", "DUT013", "SOD002", "STF008")
)
"""What speaks too where many get one letter."""


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
        if (
            duty.split_by
            or has_effort(sample, duty)
            or len(free) < lacking
            or sample.graph.steps_of(duty)
        ):
            continue
        if sample.most.get(sign, size) < size:
            continue
        new = {**row, sign: [*letter(row, sign), *free[:lacking]]}
        yield Mutant(duty.address, put("duties", duty.id, "raci", new), also=CROWD)


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


@operator("RAC014")
def a_post_only_listens(sample: Sample) -> Iterator[Mutant]:
    for duty, row in with_letters(sample, "A", "R"):
        home = sample.graph.department_of_duty.get(duty.id)
        if home is None or len(letter(row, "C")) > 4:
            continue
        new = {"name": "Planted Adviser", "department": home, "reports_to": letter(row, "A")[0]}

        def add(data: Data, id_: str = duty.id, new: dict[str, str] = new) -> None:
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


@operator("RAC017")
def who_answers_may_not_decide(sample: Sample) -> Iterator[Mutant]:
    for duty, row in with_letters(sample, "A", "R"):
        answers = letter(row, "A")[0]
        for authority in sample.organisation.authorities.values():
            deciders = {role for level in authority.levels for role in level.role}
            if duty.authorities or answers not in sample.organisation.roles:
                continue
            if deciders and answers not in deciders:
                change = put("duties", duty.id, "authorities", authority.id)
                yield Mutant(duty.address, change, text=authority.id)
                break


@operator("RAC018")
def the_subordinate_answers_and_the_superior_works(sample: Sample) -> Iterator[Mutant]:
    roles = sample.organisation.roles
    for duty, row in with_letters(sample, "A", "R"):
        above, below = letter(row, "A")[0], letter(row, "R")
        if has_effort(sample, duty):
            continue
        parent = sample.graph.reporting.above.get(below[0])
        human = below[0] in roles and roles[below[0]].nature == "human"
        if not human or sample.graph.steps_of(duty):
            continue
        if len(below) == 1 and parent == above:
            new = {**row, "A": below[0], "R": above}
            yield Mutant(duty.address, put("duties", duty.id, "raci", new), also=LOAD | {"RAC010"})


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


@operator("RAC022")
def a_machine_answers(sample: Sample) -> Iterator[Mutant]:
    for duty, row in with_letters(sample, "A", "R"):
        above = letter(row, "A")[0]
        decided = any(x.route[0] == "decides" for x in sample.graph.links.to(duty.address))
        if not in_plain(sample, duty, "A") or duty.authorities or decided:
            continue
        if above in letter(row, "R"):
            continue
        home = sample.graph.department_of_role.get(above)
        agent = {"name": "Planted Agent", "kind": "ai-agent", "reports_to": above}

        def plant(
            data: Data, id_: str = duty.id, agent: Data = agent, home: str | None = home
        ) -> None:
            data["roles"]["planted-agent"] = {**agent, **({"department": home} if home else {})}
            data["duties"][id_]["raci"]["A"] = "planted-agent"

        yield Mutant(duty.address, plant, text="planted-agent")


@operator("RAC023")
def the_post_that_answers_is_empty(sample: Sample) -> Iterator[Mutant]:
    for role, empty in unmanned(sample):
        if answers(sample, role.id):
            yield Mutant(role.address, put("roles", role.id, "headcount", empty))


@operator("RAC023")
def who_answers_and_their_deputy_are_gone(sample: Sample) -> Iterator[Mutant]:
    """Nobody is listed any more as who holds a role that answers for something."""
    for role, person in single(sample):
        if not answers(sample, role) or stands_in(sample, role):
            continue
        home = sample.graph.department_of_role.get(role)
        near = [r for r in sample.graph.roles_of_department.get(home or "", ()) if r != role]
        if not any(sample.graph.coverage.active(r) for r in near):
            continue  # nobody would be declared for the department any more
        if sample.graph.links.to(f"person/{person}"):
            continue

        def leave(data: Data, role: str = role, person: str = person) -> None:
            del data["people"][person]
            data["roles"][role].pop("deputy", None)

        yield Mutant(f"role/{role}", leave, also=frozenset({"STF006"}))
