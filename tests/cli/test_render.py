"""`orgspec render`, with our own views and with those of plugins."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from orgspec.cli.app import run

SPEC = """
organization: {name: Voyage Trading}
departments: {sales: {head: boss, mission: sell}}
roles:
  boss: {reports_to: none, department: sales, name: The Boss}
  rep: {reports_to: boss, department: sales}
duties:
  selling: {raci: {A: boss, R: rep}}
"""


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    folder = tmp_path / "spec"
    folder.mkdir()
    (folder / "orgspec.yaml").write_text(SPEC, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("view", "address", "name", "begins"),
    [
        ("chart", "organization", "chart.svg", b"<"),
        ("chart", "department/sales", "chart.mmd", b""),
        ("raci", "sales", "raci.csv", b"\xef\xbb\xbf"),
        ("job-description", "role/rep", "rep.docx", b"PK"),
        ("job-description", "rep", "rep.pdf", b"%PDF"),
    ],
)
def test_one_document_is_written_in_the_format_of_its_name(
    view: str, address: str, name: str, begins: bytes, spec: Path, tmp_path: Path
) -> None:
    out = tmp_path / name
    assert run(["render", view, address, "-o", str(out), "-p", str(spec)]) == 0
    assert out.read_bytes().startswith(begins)


def test_a_mistyped_address_gets_near_names(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["render", "raci", "sale", "-f", "md", "-o", "-", "-p", str(spec)]) == 2
    assert "`department/sales`" in capsys.readouterr().err


def test_an_unknown_format_names_those_that_there_are(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["render", "chart", "-f", "xls", "-o", "-", "-p", str(spec)]) == 2
    assert "`svg`" in capsys.readouterr().err


def test_a_spec_with_errors_is_rendered_only_as_a_draft(spec: Path, tmp_path: Path) -> None:
    (spec / "more.yaml").write_text("roles: {x: {reports_to: nobody}}", encoding="utf-8")
    out = tmp_path / "rep.md"
    arguments = ["render", "job-description", "rep", "-o", str(out), "-p", str(spec)]
    assert run(arguments) == 1
    assert not out.exists()
    assert run([*arguments, "--draft"]) == 0
    assert "DRAFT" in out.read_text(encoding="utf-8")


def test_an_unwritable_output_is_said_so(spec: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = spec / "orgspec.yaml" / "chart.svg"
    assert run(["render", "chart", "-o", str(out), "-p", str(spec)]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_plugins_bring_views_and_formats(
    spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    (site / "greeting-1.dist-info").mkdir(parents=True)
    (site / "greeting-1.dist-info" / "METADATA").write_text("Name: greeting\nVersion: 1\n")
    (site / "greeting-1.dist-info" / "entry_points.txt").write_text(
        "[orgspec.views]\nhello = greeting:view\n[orgspec.renderers]\nshout = greeting:shout\n"
    )
    (site / "greeting.py").write_text(
        textwrap.dedent("""
        from orgspec import Document

        def view(graph, locale, address):
            return Document("hello " + address, locale, graph.organisation.name, ())

        def shout(document):
            return document.title.upper().encode()
        """)
    )
    monkeypatch.syspath_prepend(str(site))
    out = tmp_path / "hello.txt"
    arguments = ["render", "hello", "role/rep", "-f", "shout", "-o", str(out), "-p", str(spec)]
    assert run(arguments) == 0
    assert out.read_bytes() == b"HELLO ROLE/REP"
