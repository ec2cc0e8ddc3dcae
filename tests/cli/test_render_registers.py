"""`orgspec render` and `build` of registers: where they lie, and what is not printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgspec.cli.app import run

SPEC = """
organization: {name: Voyage Trading, locales: [en]}
departments: {sales: {head: boss, mission: sell}}
roles:
  boss: {reports_to: none, department: sales, name: The Boss}
  rep: {reports_to: boss, department: sales, kpis: [sold]}
duties:
  selling: {raci: {A: boss, R: rep}, kpis: [sold]}
kpis: {sold: {name: Sold, target: ≥ 10 per month, formula: shipped, measures: duty/selling}}
meetings: {sync: {name: Sync, chair: boss, attendees: [rep], frequency: weekly, day: monday, time: 09:00}}
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    folder = tmp_path / "spec"
    folder.mkdir()
    (folder / "orgspec.yaml").write_text(SPEC, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("view", "address", "name", "holds"),
    [
        ("headcount", "organization", "h.md", "Planned"),
        ("headcount", "department/sales", "h.csv", "Planned"),
        ("kpi", "rep", "k.md", "Sold"),
        ("kpis", "role/rep", "k.html", "Sold"),
        ("meetings", "organization", "m.ics", "RRULE:FREQ=WEEKLY;BYDAY=MO"),
    ],
)
def test_a_register_is_written_in_the_format_of_its_name(
    view: str, address: str, name: str, holds: str, spec: Path, tmp_path: Path
) -> None:
    out = tmp_path / name
    assert run(["render", view, address, "-o", str(out), "-p", str(spec)]) == 0
    assert holds in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("view", "address", "words"),
    [
        ("risks", "organization", "nothing to print: the specification declares no `risks`"),
        ("glossary", "organization", "declares no `glossary`"),
        ("kpis", "boss", "nothing to print: `role/boss` lists no declared KPI"),
        ("meetings", "sales", "`meetings` is about the whole organisation: leave out `sales`"),
        ("kpis", "bos", "did you mean `role/boss`"),
    ],
)
def test_what_cannot_be_printed_is_said(
    view: str, address: str, words: str, spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        run(["--lang", "en", "render", view, address, "-f", "md", "-o", "-", "-p", str(spec)]) == 2
    )
    assert words in capsys.readouterr().err


def test_a_build_leaves_out_registers_that_would_be_empty(spec: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    kinds = "headcount,kpis,risks,glossary,authorities,meetings"
    assert run(["build", str(spec), "-o", str(out), "--only", kinds, "--format", "md,ics"]) == 0
    made = sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())
    assert made == [
        "en/headcount.md", "en/kpis/rep.md", "en/meetings.ics", "en/meetings.md", "manifest.json",
    ]  # fmt: skip


def test_outputs_say_which_registers_are_made(spec: Path, tmp_path: Path) -> None:
    text = (
        SPEC
        + "outputs: {headcount: {formats: [csv], for: [sales]}, kpis: false, meetings: {formats: [ics]}}\n"
    )
    (spec / "orgspec.yaml").write_text(text, encoding="utf-8")
    out = tmp_path / "out"
    assert run(["build", str(spec), "-o", str(out), "--only", "headcount,kpis,meetings"]) == 0
    made = sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())
    assert made == ["en/headcount/department/sales.csv", "en/meetings.ics", "manifest.json"]
