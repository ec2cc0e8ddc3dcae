"""BPMN out and in again: nothing changes, however often."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from orgspec.interchange.bpmn.elements import BPMN, BPMNDI, DC
from orgspec.interchange.bpmn.exporting import write_bpmn
from orgspec.resources import folder
from orgspec.testing import compiled as spec
from orgspec.workspace import compile_path
from tests.interchange.exchanging import FILES, again, compiled, exported, imported

SAMPLES = sorted(path.parent.name for path in folder("samples").glob("*/orgspec.yaml"))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_exported_imported_and_exported_is_the_same_to_the_byte(name: str) -> None:
    compilation = compile_path(folder("samples") / name)
    first = exported(compilation)
    assert exported(again(first)) == first


@pytest.mark.parametrize("name", sorted(path.name for path in FILES.glob("*.bpmn")))
def test_a_foreign_file_is_stable_after_its_first_export(name: str) -> None:
    first = exported(compiled(imported(name)))
    assert exported(again(first)) == first


def test_an_imported_export_has_the_same_steps_and_ways() -> None:
    before = compile_path(folder("samples") / "small-firm")
    after = again(exported(before))
    assert list(after.organisation.steps) == list(before.organisation.steps)
    for id_, step in before.organisation.steps.items():
        other = after.organisation.steps[id_]
        assert [way.targets for way in other.next] == [way.targets for way in step.next]
        assert (other.within, other.end, other.join) == (step.within, step.end, step.join)


def test_a_locale_is_exported_whole() -> None:
    compilation = compile_path(folder("samples") / "trade-site")
    english = write_bpmn(compilation.graph, None, "en").data
    assert again(english).organisation.locales == ("en",)


WORKFLOW = """
    organization: {name: Firm, locales: [en]}
    roles: {clerk: {reports_to: none}, boss: {}}
    workflows:
      orders:
        owner: boss
        steps:
          take: {raci: {A: boss, R: clerk}, within: 3 working days, next: [{all: [pack, bill], when: big}, {to: pack, otherwise: true}]}
          pack: {raci: {A: boss, R: clerk}, end: true}
          bill: {raci: {A: boss, R: boss}, escalation: [{after: 1 day, to: boss}], within: 4 hours, end: true}
"""


def elements(data: bytes, tag: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(data).iter(f"{{{BPMN}}}{tag}"))


def test_what_bpmn_wants_is_drawn_between_the_steps() -> None:
    data = exported(spec(WORKFLOW))
    assert len(elements(data, "startEvent")) == 1
    assert len(elements(data, "exclusiveGateway")) == 2  # the choice, and what merges at `pack`
    assert len(elements(data, "parallelGateway")) == 1
    assert [e.get("name") for e in elements(data, "lane")] == ["clerk", "boss"]


def test_a_limit_is_a_timer_that_does_not_interrupt_and_tells_whom_it_escalates_to() -> None:
    data = exported(spec(WORKFLOW))
    texts = [e.text for e in elements(data, "timeDuration")]
    assert texts == ["P3D", "PT4H"]
    assert {e.get("cancelActivity") for e in elements(data, "boundaryEvent")} == {"false"}
    names = [e.get("name") for e in elements(data, "endEvent")]
    assert "Overdue: tell boss" in names and "Overdue" in names


def test_every_condition_is_written_and_the_other_way_is_the_default() -> None:
    data = exported(spec(WORKFLOW))
    assert [e.text for e in elements(data, "conditionExpression")] == ["big"]
    assert [e.get("default") for e in elements(data, "exclusiveGateway")].count(None) == 1


def boxes(root: ElementTree.Element, plane: ElementTree.Element) -> list[tuple[int, int, int, int]]:
    """Left, upper, right and lower edges of the nodes and data of a diagram."""
    tags = {e.get("id"): e.tag.rpartition("}")[2] for e in root.iter() if e.get("id")}
    found = []
    for shape in plane.iter(f"{{{BPMNDI}}}BPMNShape"):
        bounds = shape.find(f"{{{DC}}}Bounds")
        assert bounds is not None
        x, y, w, h = (int(bounds.get(key, "")) for key in ("x", "y", "width", "height"))
        if tags[shape.get("bpmnElement")] not in ("participant", "lane", "boundaryEvent"):
            found.append((x, y, x + w, y + h))
    return found


@pytest.mark.parametrize("name", ["purchase.bpmn", "nets.bpmn", "leave.bpmn"])
def test_shapes_never_overlap(name: str) -> None:
    root = ElementTree.fromstring(exported(compiled(imported(name))))
    for plane in root.iter(f"{{{BPMNDI}}}BPMNPlane"):
        placed = boxes(root, plane)
        for place, (x, y, right, low) in enumerate(placed):
            for ox, oy, other_right, other_low in placed[place + 1 :]:
                assert right <= ox or other_right <= x or low <= oy or other_low <= y


def test_ids_are_ascii_whatever_the_names_are() -> None:
    data = exported(compiled(imported("leave.bpmn")))
    ids = [e.get("id", "") for e in ElementTree.fromstring(data).iter()]
    assert all(id_.isascii() for id_ in ids)
    assert len([i for i in ids if i]) == len({i for i in ids if i})


def test_one_workflow_takes_with_it_what_it_calls() -> None:
    compilation = compiled(imported("leave.bpmn"))
    assert len(elements(exported(compilation, "workflow/请假流程"), "process")) == 2
    alone = compiled(imported("nets.bpmn"))
    assert len(elements(exported(alone, "workflow/nets"), "process")) == 1


def test_what_an_editor_changed_in_our_drawing_is_a_step_then() -> None:
    data = exported(spec(WORKFLOW)).decode()
    more = data.replace(
        "</bpmn:process>",
        '<bpmn:task id="new" name="New"/><bpmn:sequenceFlow id="n" sourceRef="orders.take.choice"'
        ' targetRef="new"/><bpmn:sequenceFlow id="n2" sourceRef="orders.take"'
        ' targetRef="orders.take.choice"/></bpmn:process>',
    )
    found = again(more.encode()).organisation.workflows["orders"]
    assert {"take", "pack", "bill", "new"} < {step.local for step in found.steps}


def test_what_cannot_be_written_is_said() -> None:
    compilation = compile_path(folder("samples") / "trade-department")
    losses = write_bpmn(compilation.graph, None, "en").losses
    texts = {(loss.path, loss.what.in_("en")) for loss in losses}
    assert ("step/order-processing/quotation", "left out: `authority`") in texts
    assert any("duties left out" in text for _, text in texts)


def test_the_files_of_a_specification_hold_all_of_it(tmp_path: Path) -> None:
    from orgspec.interchange.files import files_of

    of = imported("purchase.bpmn")
    for name, text in files_of(of.collections).items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert exported(compile_path(tmp_path)) == exported(compiled(of))
