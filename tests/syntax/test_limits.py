"""The limits of the reader can be set where orgspec runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgspec.cli.app import run
from orgspec.syntax.limits import DEFAULT_LIMITS, limits_from


def test_without_settings_the_defaults_hold() -> None:
    assert limits_from({}) == DEFAULT_LIMITS


def test_each_limit_has_a_variable_of_its_own() -> None:
    limits = limits_from({"ORGSPEC_MAX_DEPTH": "7", "ORGSPEC_MAX_ENTITIES": "9"})
    assert (limits.depth, limits.entities) == (7, 9)
    assert limits.file_bytes == DEFAULT_LIMITS.file_bytes


@pytest.mark.parametrize("text", ["0", "-1", "many", "1.5", "٣"])
def test_what_is_no_whole_number_is_refused_by_name(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "orgspec.yaml").write_text("roles: {a: {reports_to: none}}", encoding="utf-8")
    monkeypatch.setenv("ORGSPEC_MAX_DEPTH", text)
    assert run(["check", str(tmp_path)]) == 2
    assert "ORGSPEC_MAX_DEPTH" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ORGSPEC_MAX_DEPTH", "2"),
        ("ORGSPEC_MAX_FILE_BYTES", "20"),
        ("ORGSPEC_MAX_ENTITIES", "1"),
        ("ORGSPEC_MAX_ALIAS_NODES", "1"),
    ],
)
def test_a_limit_that_is_set_holds(
    name: str,
    value: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    spec = "roles: {a: {reports_to: none}, b: &x {reports_to: a}, c: *x}\n"
    (tmp_path / "orgspec.yaml").write_text(spec, encoding="utf-8")
    monkeypatch.setenv(name, value)
    assert run(["check", str(tmp_path)]) == 1
    assert "SYN006" in capsys.readouterr().out
