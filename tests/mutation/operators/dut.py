"""Defects of duties: gaps, overlaps, things that nobody makes or takes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from orgspec.graph.contacts import Contacts
from tests.mutation.operator import Mutant, operator
from tests.mutation.sample import Data, Sample, put


def _shown(sample: Sample, duty: str, field: str) -> bool:
    """Whether half of the duties of a duty's R roles have a field once this one lacks it."""
    organisation, graph = sample.organisation, sample.graph
    roles = graph.row(organisation.duties[duty]).roles("R")
    peers = {
        row.of.id
        for role in roles
        for row, acts_as in graph.rows_of_role.get(role, ())
        if acts_as == "R" and row.of.kind == "duty"
    }
    having = sum(bool(getattr(organisation.duties[peer], field)) for peer in peers - {duty})
    return bool(peers) and 2 * having >= len(peers)


@operator("DUT001")
def a_duty_loses_its_tasks(sample: Sample) -> Iterator[Mutant]:
    for duty in sample.organisation.duties.values():
        if duty.tasks and not sample.graph.steps_of(duty) and _shown(sample, duty.id, "tasks"):
            yield Mutant(duty.address, put("duties", duty.id, "tasks", None))


@operator("DUT002")
def a_duty_loses_its_deliverables(sample: Sample) -> Iterator[Mutant]:
    for duty in sample.organisation.duties.values():
        if not duty.deliverables or sample.graph.steps_of(duty):
            continue
        if _shown(sample, duty.id, "deliverables") and not _is_wanted(sample, duty.deliverables):
            yield Mutant(duty.address, put("duties", duty.id, "deliverables", None))


def _is_wanted(sample: Sample, artifacts: tuple[str, ...]) -> bool:
    """Whether anything but its giver names one of some artifacts."""
    links = (sample.sound.program.links.to(f"artifact/{each}") for each in artifacts)
    return any(len([x for x in to if x.route[0] != "object"]) > 1 for to in links)


@operator("DUT004")
def a_function_that_nobody_carries_is_added(sample: Sample) -> Iterator[Mutant]:
    for unit in sample.organisation.departments.values():
        written = sample.data["departments"][unit.id].get("functions")
        if isinstance(written, dict) and any(
            d.fulfils for d in sample.organisation.duties.values()
        ):
            yield Mutant(
                f"function/{unit.id}/planted-work",
                put("departments", unit.id, "functions", "planted-work", {"name": "Planted Work"}),
            )


@operator("DUT005")
def a_post_without_work_is_founded(sample: Sample) -> Iterator[Mutant]:
    for unit, head in sample.graph.head_of.items():
        around = (unit, *sample.graph.departments.ancestors(unit))
        links = [x for each in around for x in sample.graph.links.to(f"department/{each}")]
        named = any(link.route[0] == "raci" for link in links)
        if len(sample.graph.roles_of_department.get(unit, ())) > 1 and not named:
            new = {"name": "Planted Post", "department": unit, "reports_to": head}
            also = frozenset({"STF001", "STF003", "JD001", "ORG006", "RAC011"})
            yield Mutant("role/planted-post", put("roles", "planted-post", new), also=also)


@operator("DUT011")
def an_artifact_that_nobody_takes_is_made(sample: Sample) -> Iterator[Mutant]:
    for duty in sample.organisation.duties.values():
        written = sample.data["duties"][duty.id].get("deliverables")
        if not isinstance(written, list) or sample.graph.steps_of(duty):
            continue

        def add(data: Data, id_: str = duty.id) -> None:
            data["duties"][id_]["deliverables"].append("planted-paper")
            data.setdefault("artifacts", {})["planted-paper"] = {"name": "Planted Paper"}

        yield Mutant(duty.address, add)


@operator("DUT012")
def an_artifact_that_nobody_gives_is_taken(sample: Sample) -> Iterator[Mutant]:
    for duty in sample.organisation.duties.values():
        written = sample.data["duties"][duty.id].get("inputs")
        if not isinstance(written, list):
            continue

        def add(data: Data, id_: str = duty.id) -> None:
            data["duties"][id_]["inputs"].append("planted-paper")
            data.setdefault("artifacts", {})["planted-paper"] = {"name": "Planted Paper"}

        yield Mutant(duty.address, add)


@operator("DUT013")
def two_make_one_artifact_that_nobody_owns(sample: Sample) -> Iterator[Mutant]:
    """What one duty gives another gives too, and it has no owner any more."""
    organisation, graph = sample.organisation, sample.graph
    order = list(organisation.duties)
    for duty in organisation.duties.values():
        written = sample.data["duties"][duty.id].get("deliverables")
        if not isinstance(written, list) or graph.steps_of(duty):
            continue
        mine = set(graph.row(duty).roles("R"))
        for other in organisation.duties.values():
            theirs = set(graph.row(other).roles("R"))
            alone = [a for a in other.deliverables if len(graph.artifacts.givers(a)) == 1]
            if not mine or not theirs or mine & theirs or not alone:
                continue

            def add(data: Data, id_: str = duty.id, artifact: str = alone[0]) -> None:
                data["duties"][id_]["deliverables"].append(artifact)
                data["artifacts"][artifact].pop("owner", None)

            _, later = sorted((duty.id, other.id), key=order.index)
            yield Mutant(f"duty/{later}", add, also=frozenset({"HND001", "RAC008"}))
            break


_HELPS = re.compile(r"(?i)help|assist|support|take part|参与|协助|配合|支持")


def _twin(sample: Sample, *, exclusive: bool) -> Iterator[Mutant]:
    """A duty on the object of another, with its verb, of another role of its department."""
    organisation, graph = sample.organisation, sample.graph
    kept_apart = {each.object for each in organisation.separations.values()}
    objects = Counter(duty.object for duty in organisation.duties.values())
    objects.update(step.object for step in organisation.steps.values())
    for duty in organisation.duties.values():
        row = graph.row(duty)
        doers, answers = row.roles("R"), row.roles("A")
        if not duty.object or not duty.action or duty.split_by or duty.exclusive:
            continue
        if len(doers) != 1 or not answers or duty.object in kept_apart:
            continue
        if any(_HELPS.match(name) for name in (duty.name.written() if duty.name else ())):
            continue
        if exclusive and (objects[duty.object] > 1 or graph.steps_of(duty)):
            continue
        home = graph.department_of_role.get(doers[0])
        taken = {*doers, *answers}
        for other in graph.roles_of_department.get(home or "", ()):
            if other in taken or organisation.roles[other].nature != "human":
                continue
            if graph.is_below(answers[0], other):
                continue

            def plant(data: Data, id_: str = duty.id, a: str = answers[0], r: str = other) -> None:
                copied = {key: data["duties"][id_][key] for key in ("object", "action")}
                new = {"name": "Planted Work", "raci": {"A": a, "R": r}, "tasks": ["Plant it"]}
                data["duties"]["planted-work"] = {**new, **copied}
                if exclusive:
                    data["duties"][id_]["exclusive"] = "true"

            yield Mutant("duty/planted-work", plant, also=frozenset({"DUT002", "DUT015"}))
            break


@operator("DUT006")
def another_does_the_same(sample: Sample) -> Iterator[Mutant]:
    yield from _twin(sample, exclusive=False)


@operator("DUT007")
def another_does_what_only_one_may(sample: Sample) -> Iterator[Mutant]:
    yield from _twin(sample, exclusive=True)


@operator("DUT009")
def a_duty_that_only_helps_is_added(sample: Sample) -> Iterator[Mutant]:
    for role in sample.organisation.roles.values():
        does = [r for r, acts_as in sample.graph.rows_of_role.get(role.id, ()) if acts_as == "R"]
        if role.nature != "human" or not does:
            continue
        new: Data = {
            "raci": {"A": role.id, "R": role.id},
            "tasks": ["Plant it"],
        }
        locales = sample.organisation.locales
        names = {"zh": "协助核对种植清单", "en": "Assist with planting lists"}
        new["name"] = {locale: names[locale] for locale in locales}
        also = frozenset({"DUT002", "DUT015"})
        yield Mutant("duty/planted-help", put("duties", "planted-help", new), also=also)


@operator("DUT014")
def a_duty_is_settled_with_somebody_who_knows_nothing_of_it(sample: Sample) -> Iterator[Mutant]:
    organisation, graph = sample.organisation, sample.graph
    contacts = Contacts(graph)
    every = organisation.duties.values()
    partners = {r for d in every if d.coordination for r in graph.row(d).roles("R", "A")}
    for duty in every:
        written = sample.data["duties"][duty.id].get("coordination", [])
        doers = graph.row(duty).roles("R")
        home = {graph.department_of_role.get(role) for role in doers}
        for party in sorted(partners):
            near = graph.department_of_role.get(party) in home
            if doers and not near and not contacts.answer(f"role/{party}", doers):
                new = [*written, {"with": party, "about": "planted matters"}]
                change = put("duties", duty.id, "coordination", new)
                yield Mutant(duty.address, change, text=party)
                break


@operator("DUT015")
def two_duties_take_more_than_the_time(sample: Sample) -> Iterator[Mutant]:
    """Two duties that one role does alone: each takes most of the time."""
    graph, duties = sample.graph, sample.organisation.duties
    alone: dict[str, list[str]] = {}
    for duty in duties.values():
        doers = graph.row(duty).roles("R")
        if len(doers) == 1:
            alone.setdefault(doers[0], []).append(duty.id)
    for role, some in alone.items():
        if len(some) > 1:

            def fill(data: Data, some: list[str] = some) -> None:
                for duty in some[:2]:
                    data["duties"][duty]["effort"] = "70%"

            yield Mutant(f"role/{role}", fill)
