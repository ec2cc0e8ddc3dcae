"""Defects of duties: gaps, overlaps, things that nobody makes or takes."""

from __future__ import annotations

from collections.abc import Iterator

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
        links = sample.sound.program.links.to(f"department/{unit}")
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
def two_make_one_artifact(sample: Sample) -> Iterator[Mutant]:
    organisation, graph = sample.organisation, sample.graph
    for duty in organisation.duties.values():
        written = sample.data["duties"][duty.id].get("deliverables")
        if not isinstance(written, list) or graph.steps_of(duty):
            continue
        mine = set(graph.row(duty).roles("R"))
        for other in organisation.duties.values():
            theirs = set(graph.row(other).roles("R"))
            free = [
                a
                for a in other.deliverables
                if a in organisation.artifacts and not organisation.artifacts[a].owner
            ]
            if not mine or not theirs or mine & theirs or not free:
                continue

            def add(data: Data, id_: str = duty.id, artifact: str = free[0]) -> None:
                data["duties"][id_]["deliverables"].append(artifact)

            yield Mutant(duty.address, add, also=frozenset({"HND001", "RAC008"}))
            break
