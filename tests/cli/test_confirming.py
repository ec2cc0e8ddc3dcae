"""`orgspec check --write-translations`."""

from pathlib import Path

import pytest

from orgspec.cli.app import run
from tests.workspace.specs import spec

TEXT = """
organization: {name: Voyage, locales: [en, zh]}
roles: {director: {reports_to: none, name: {en: Director, zh: 总经理}}}
"""


def call(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """Exit status, and all that was printed."""
    status = run(["check", "--lang=en", *arguments, "--select", "I18N"])
    captured = capsys.readouterr()
    return status, captured.out + captured.err


def test_it_confirms_what_is_written_and_the_finding_goes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec(tmp_path, {"orgspec.yaml": TEXT})
    status, said = call(capsys, str(tmp_path), "--write-translations")
    assert status == 0
    assert "1 texts" in said or "1 text" in said
    spec(tmp_path, {"orgspec.yaml": TEXT.replace("en: Director", "en: Managing director")})
    assert "I18N002" in call(capsys, str(tmp_path))[1]
    assert "I18N002" not in call(capsys, str(tmp_path), "--write-translations")[1]
    assert "I18N002" not in call(capsys, str(tmp_path))[1]


def test_it_replaces_a_file_that_cannot_be_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec(tmp_path, {"orgspec.yaml": TEXT, "translations.lock": "<<<<<<<"})
    assert call(capsys, str(tmp_path))[0] == 1
    assert call(capsys, str(tmp_path), "--write-translations")[0] == 0


def test_nothing_is_forgotten_where_a_file_cannot_be_parsed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec(tmp_path, {"orgspec.yaml": TEXT})
    call(capsys, str(tmp_path), "--write-translations")
    before = (tmp_path / "translations.lock").read_bytes()
    spec(tmp_path, {"duties.yaml": "duties: {"})
    status, said = call(capsys, str(tmp_path), "--write-translations")
    assert status == 1
    assert "is not written" in said
    assert (tmp_path / "translations.lock").read_bytes() == before


def test_a_file_alone_has_no_place_for_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec(tmp_path, {"alone.yaml": "roles: {director: {reports_to: none}}\n"})
    assert call(capsys, str(tmp_path / "alone.yaml"), "--write-translations")[0] == 2
    assert not (tmp_path / "translations.lock").exists()
