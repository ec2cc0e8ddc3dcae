"""`orgspec render workflow`: which workflow, which lanes, which formats."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgspec.cli.app import run

SPEC = """
organization: {name: Shop}
departments: {sales: {head: boss, mission: sell, name: Sales}}
roles:
  boss: {reports_to: none, department: sales, name: The Boss}
  rep: {reports_to: boss, department: sales, name: The Rep}
workflows:
  order:
    owner: boss
    within: 2 working days
    steps:
      ask: {raci: {A: boss, R: rep}, within: 4 hours, next: close}
      close: {raci: boss, within: 4 hours, end: true}
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    folder = tmp_path / "spec"
    folder.mkdir()
    (folder / "orgspec.yaml").write_text(SPEC, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("order.svg", b"<svg"),
        ("order.png", b"\x89PNG"),
        ("order.pdf", b"%PDF"),
        ("order.html", b"<!"),
        ("order.md", b"# "),
        ("order.docx", b"PK"),
        ("order.xlsx", b"PK"),
        ("order.bpmn", b"<?xml"),
    ],
)
def test_a_workflow_is_written_in_every_format(
    name: str, begins: bytes, spec: Path, tmp_path: Path
) -> None:
    out = tmp_path / name
    assert run(["render", "workflow", "order", "-o", str(out), "-p", str(spec)]) == 0
    assert out.read_bytes().startswith(begins)


def test_lanes_stand_for_roles_or_for_departments(spec: Path, tmp_path: Path) -> None:
    roles, departments = tmp_path / "roles.svg", tmp_path / "departments.svg"
    common = ["render", "workflow", "workflow/order", "-p", str(spec), "-o"]
    assert run([*common, str(roles)]) == 0
    assert run([*common, str(departments), "--lanes", "department"]) == 0
    assert "The Rep" in roles.read_text(encoding="utf-8")
    text = departments.read_text(encoding="utf-8")
    assert text.index("Sales") < text.index("The Rep"), "who does it stands on the card instead"


def test_lanes_stand_for_phases_where_steps_name_them(
    spec: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "order.svg"
    command = ["render", "workflow", "order", "-o", str(out), "-p", str(spec), "--lanes", "phase"]
    assert run(command) == 2
    assert "no step of workflow `order` names its `phase`" in capsys.readouterr().err
    assert not out.exists()
    written = SPEC.replace("ask: {raci", "ask: {phase: Opening Moves, raci")
    (spec / "orgspec.yaml").write_text(written, encoding="utf-8")
    assert run(command) == 0
    assert "Opening Moves" in out.read_text(encoding="utf-8")


def test_a_mistyped_workflow_gets_near_names(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["render", "workflow", "ordre", "-f", "md", "-o", "-", "-p", str(spec)]) == 2
    assert "`workflow/order`" in capsys.readouterr().err


def test_of_the_organisation_the_handoffs_are_drawn_if_there_are_any(
    spec: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "map.svg"
    command = ["render", "workflow", "-o", str(out), "-p", str(spec)]
    assert run(command) == 2
    assert "no handoff leads" in capsys.readouterr().err
    more = "  store: {head: keeper, mission: keep}\nhandoffs: {h: {from: sales, to: store}}\n"
    (spec / "more.yaml").write_text(f"departments:\n{more}", encoding="utf-8")
    role = "roles: {keeper: {department: store, reports_to: boss}}\n"
    (spec / "roles.yaml").write_text(role, encoding="utf-8")
    assert run([*command, "--draft"]) == 0
    assert 'data-id="department/store"' in out.read_text(encoding="utf-8")
