"""Templates of the user's own, in place of ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgspec.cli.app import run
from orgspec.testing import check

SPEC = """
organization: {name: Voyage, locales: [en]}
roles: {boss: {reports_to: none, name: The Boss}}
duties: {selling: {raci: boss}}
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    (tmp_path / "orgspec.yaml").write_text(SPEC, encoding="utf-8")
    return tmp_path


def build(spec: Path) -> int:
    wanted = ["--only", "raci", "--format", "html"]
    return run(["build", str(spec), "-o", str(spec / "out"), *wanted])


def page(spec: Path) -> str:
    return (spec / "out" / "en" / "raci" / "organization.html").read_text(encoding="utf-8")


def test_a_template_that_the_manifest_names_makes_the_whole_page(spec: Path) -> None:
    (spec / "forms").mkdir()
    (spec / "forms" / "raci.html").write_text("<head></head>OUR FORM {{ document.title }}")
    with (spec / "orgspec.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write("outputs: {raci: {template: forms/raci.html}}\n")
    assert build(spec) == 0
    assert "OUR FORM Responsibility matrix (RACI)" in page(spec)


def test_a_template_beside_the_manifest_wins_over_ours(spec: Path) -> None:
    (spec / "templates" / "html").mkdir(parents=True)
    (spec / "templates" / "html" / "matrix.html").write_text("OUR MATRIX")
    assert build(spec) == 0
    assert "OUR MATRIX" in page(spec)
    assert "Responsibility matrix (RACI)" in page(spec)


@pytest.mark.parametrize("text", ["{% if %}", "{{ nothing.at.all }}"])
def test_a_template_that_cannot_be_used_is_named(
    text: str, spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (spec / "form.html").write_text(text)
    with (spec / "orgspec.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write("outputs: {raci: {template: form.html}}\n")
    assert build(spec) == 2
    assert "template form.html:1: " in capsys.readouterr().err
    assert not (spec / "out" / "en").exists()


def test_a_template_that_is_missing_is_an_error(spec: Path) -> None:
    with (spec / "orgspec.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write("outputs: {raci: {template: form.html}}\n")
    assert build(spec) == 1


def test_only_templates_of_formats_that_take_one_and_enabled_locales_are_known() -> None:
    check(
        """
    organization: {name: Voyage, locales: [en]}
    outputs: {charts: {template: form.docx, locales: [fr]}, kpis: {template: {html: a.md, csv: b.csv}}}
    #                            ^^^^^^^^^            ^^                            ^^^^       ^^^^^ SYN010
    roles: {boss: {reports_to: none}}
    """,
        select="SYN010",
    )
