"""`orgspec render chart`: what it shows, and what it is printed on."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest

from orgspec.cli.app import run
from orgspec.cli.chart_options import note_if_coarse
from orgspec.cli.terminal import Terminal
from orgspec.render import png, raster
from orgspec.testing import compiled
from orgspec.workspace.chart_wishes import wish_of
from orgspec.workspace.plan import Wanted, plan

SPEC = """
organization: {name: Voyage Trading}
departments: {sales: {head: boss, mission: sell}}
roles:
  boss: {reports_to: none, department: sales, name: The Boss, grade: M1}
  rep: {reports_to: boss, department: sales, grade: P2}
duties:
  selling: {raci: {A: boss, R: rep}}
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    folder = tmp_path / "spec"
    folder.mkdir()
    (folder / "orgspec.yaml").write_text(SPEC, encoding="utf-8")
    return folder


def rendered(spec: Path, name: str, *options: str) -> bytes:
    out = spec.parent / name
    assert run(["render", "chart", "-o", str(out), "-p", str(spec), *options]) == 0
    return out.read_bytes()


def size(made: bytes) -> tuple[int, int]:
    box = pypdf.PdfReader(io.BytesIO(made)).pages[0].mediabox
    return round(box.width), round(box.height)


def test_paper_is_named_in_any_case(spec: Path) -> None:
    made = rendered(spec, "a.pdf", "--paper", "a3", "--orientation", "Landscape")
    assert size(made) == (1191, 842)


def test_a_chart_by_grade_has_its_grades_in_every_format(spec: Path) -> None:
    for name in ("a.svg", "a.mmd", "a.dot", "a.html"):
        assert b"M1" in rendered(spec, name, "--by", "grade")


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("a.pdf", ["--paper", "A33"], "`A3`"),
        ("a.pdf", ["--orientation", "landscpe"], "`landscape`"),
        ("a.svg", ["--by", "persn"], "`person`"),
        ("a.svg", ["--colour", "grad"], "`grade`"),
        ("a.svg", ["--tile"], "for pdf, not for svg"),
        ("a.pdf", ["--dpi", "200"], "for png, not for pdf"),
    ],
)
def test_wrong_options_are_refused_with_what_would_fit(
    name: str, options: list[str], said: str, spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = spec.parent / name
    assert run(["render", "chart", "-o", str(out), "-p", str(spec), *options]) == 2
    assert said in capsys.readouterr().err


def test_options_of_charts_are_for_charts(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "raci", "-o", "-", "-f", "pdf", "-p", str(spec), "--paper", "A3"]) == 2
    assert "`--paper` is for `chart`" in capsys.readouterr().err


def test_the_manifest_says_how_charts_are_drawn_and_the_command_line_has_the_last_word(
    spec: Path,
) -> None:
    settings = "outputs: {charts: {paper: a3, orientation: portrait}}\n"
    (spec / "orgspec.yaml").write_text(settings + SPEC, encoding="utf-8")
    assert size(rendered(spec, "a.pdf")) == (842, 1191)
    assert size(rendered(spec, "a.pdf", "--paper", "A4")) == (595, 842)


def test_every_setting_of_charts_reaches_the_build() -> None:
    settings = (
        "{paper: A2, orientation: landscape, tile: true, by: person, colour: location, dpi: 150}"
    )
    compilation = compiled(SPEC + f"outputs: {{charts: {settings}}}\n")
    wish = next(job.wish for job in plan(compilation, Wanted()) if job.kind == "charts")
    assert (wish.paper.size, wish.paper.orientation, wish.paper.tiled) == ("A2", "landscape", True)
    assert (wish.by, wish.colour, wish.dpi) == ("person", "location", 150)


@pytest.mark.parametrize(
    ("settings", "near"),
    [
        ("{paper: A33}", "`A3`"), ("{orientation: portait}", "`portrait`"),
        ("{by: persons}", "`person`"), ("{colour: grades}", "`grade`"), ("{dpi: 9000}", "600"),
    ],
)  # fmt: skip
def test_a_wrong_setting_is_found_where_it_stands(settings: str, near: str) -> None:
    compilation = compiled(SPEC + f"outputs: {{charts: {settings}}}\n")
    found = [d for d in compilation.diagnostics if near in d.message.en]
    assert len(found) == 1


def test_what_is_asked_for_goes_over_what_the_manifest_says() -> None:
    compilation = compiled(SPEC + "outputs: {charts: {by: person, tile: true}}\n")
    output = compilation.organisation.manifest.outputs["charts"]
    wish = wish_of(output, {"tile": False, "by": "role"})
    assert (wish.by, wish.paper.tiled, wish.is_whole) == ("role", False, False)


@pytest.mark.parametrize(
    ("wide", "asked", "told"), [(96, 0, ""), (2400, 0, "-f svg"), (96, 36, "")]
)
def test_a_picture_too_coarse_to_read_is_told_of(
    wide: float, asked: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96"/>'
    made = png._sized(raster.png(svg, 96, 96, 1.0), wide)
    note_if_coarse(Terminal(), "charts", "png", asked, made)
    assert told in (said := capsys.readouterr().err) and bool(said) == bool(told)
    note_if_coarse(Terminal("zh"), "charts", "png", asked, made)
    assert ("每英寸只有 4 像素" in capsys.readouterr().err) == bool(told)
