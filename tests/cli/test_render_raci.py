"""`orgspec render raci` and what a build makes of matrices: workflows, and the other way round."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgspec.cli.app import run
from orgspec.workspace import matrix_bounds
from orgspec.workspace.compilation import compile_text
from orgspec.workspace.plan import Wanted, plan

SPEC = """\
organization: {name: Voyage}
departments: {sales: {head: boss}}
roles:
  boss: {department: sales, reports_to: none}
  rep: {department: sales, reports_to: boss}
duties: {selling: {raci: {A: boss, R: rep}}}
workflows:
  order:
    owner: boss
    steps:
      ask: {duty: selling, within: 4 hours, next: close}
      close: {raci: boss, end: true}
  silent:
    steps: {wait: {kind: event, end: true}}
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "orgspec.yaml"
    path.write_text(SPEC, "utf-8")
    return path


def rendered(spec: Path, *arguments: str) -> list[str]:
    target = spec.parent / "made.csv"
    command = ["render", "raci", *arguments, "-f", "csv", "-o", str(target), "-p", str(spec)]
    assert run([*command, "--draft"]) == 0
    return target.read_text("utf-8-sig").splitlines()


def test_a_matrix_is_made_of_a_workflow(spec: Path) -> None:
    lines = rendered(spec, "order")
    assert lines[0].startswith("No.,Step,boss,rep,Limit,")
    assert [line.split(",")[:2] for line in lines[1:3]] == [["1", "ask"], ["2", "close"]]


def test_phases_are_a_column_where_a_step_has_one(spec: Path) -> None:
    spec.write_text(SPEC.replace("raci: boss, end", "raci: boss, phase: last, end"), "utf-8")
    lines = rendered(spec, "order")
    assert lines[0].startswith("No.,Phase,Step,boss,rep,Limit,")
    assert [line.split(",")[:3] for line in lines[1:3]] == [
        ["1", "", "ask"],
        ["2", "last", "close"],
    ]


def test_a_matrix_is_turned_on_request_or_by_the_manifest(spec: Path) -> None:
    assert rendered(spec, "sales", "--transpose")[0].startswith("No.,Department,Party,selling,")
    spec.write_text(SPEC + "outputs: {raci: {transposed: true}}\n", "utf-8")
    assert rendered(spec)[0].startswith("No.,Department,Party,selling,")
    assert rendered(spec, "--no-transpose")[0].startswith("No.,Group,Activity,boss,rep,")


def test_only_matrices_are_turned_and_a_workflow_without_letters_has_none(spec: Path) -> None:
    base = ["-o", "-", "-p", str(spec), "--draft"]
    assert run(["render", "chart", "-f", "svg", "--transpose", *base]) == 2
    assert run(["render", "raci", "workflow/silent", "-f", "csv", *base]) == 2


def test_a_build_makes_the_matrix_of_each_workflow_that_has_letters() -> None:
    def stems(text: str, departments: frozenset[str] = frozenset()) -> list[str]:
        jobs = plan(compile_text(text), Wanted(kinds=frozenset({"raci"}), departments=departments))
        return [job.stem for job in jobs]

    assert stems(SPEC) == ["raci/organization", "raci/department/sales", "raci/workflow/order"]
    assert stems(SPEC + "outputs: {raci: {for: [sales]}}\n") == ["raci/department/sales"]
    assert stems(SPEC + "outputs: {raci: {for: [order]}}\n") == ["raci/workflow/order"]
    chosen = stems(SPEC, departments=frozenset({"sales"}))
    assert chosen == ["raci/department/sales", "raci/workflow/order"]


def test_a_matrix_that_a_format_cannot_hold_is_refused_in_one_sentence(
    spec: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(matrix_bounds, "MOST_CELLS", {"pdf": 1, "html": 1, "csv": 9})
    target = spec.parent / "made.pdf"
    assert run(["render", "raci", "-o", str(target), "-p", str(spec), "--draft"]) == 2
    said = capsys.readouterr().err
    assert "too large for pdf" in said and "`-f csv`" in said
    assert not target.exists()


def test_a_build_tells_which_matrices_it_leaves_out(
    spec: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(matrix_bounds, "MOST_PARTIES", 1)
    out = spec.parent / "out"
    command = ["build", str(spec), "-o", str(out), "--only", "raci", "--format", "csv", "--draft"]
    assert run(command) == 0
    assert "`organization`, has 1 activities × 2 parties" in capsys.readouterr().err
    names = [path.name for path in out.rglob("*.csv")]
    assert "sales.csv" in names and "organization.csv" not in names
