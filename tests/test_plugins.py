"""Entry points are found wherever a package may have put them."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

from orgspec import plugins

POINTS = "[orgspec.tried]\nfirst = json:dumps\n"


def found(place: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The labels of the group `orgspec.tried` with a place on Python's path."""
    monkeypatch.setattr(sys, "path", [*sys.path, str(place)])
    return [label for label, _ in plugins.entry_points("orgspec.tried")]


@pytest.mark.parametrize("folder", ["tried-1.dist-info", "tried-1.egg-info", "Tried-1.Dist-Info"])
def test_those_of_an_installed_package_are_found(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / folder
    told.mkdir()
    (told / "METADATA").write_text("Name: tried\nVersion: 1\n", encoding="utf-8")
    (told / "PKG-INFO").write_text("Name: tried\nVersion: 1\n", encoding="utf-8")
    (told / "entry_points.txt").write_text(POINTS, encoding="utf-8")
    assert found(tmp_path, monkeypatch) == ["first (json:dumps)"]


def test_those_of_a_package_in_an_archive_are_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "tried.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("tried-1.dist-info/METADATA", "Name: tried\nVersion: 1\n")
        packed.writestr("tried-1.dist-info/entry_points.txt", POINTS)
    assert found(archive, monkeypatch) == ["first (json:dumps)"]


def test_a_group_that_nobody_names_has_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(tmp_path / "nowhere", monkeypatch) == []
    assert plugins.named("orgspec.tried", "first") is None
