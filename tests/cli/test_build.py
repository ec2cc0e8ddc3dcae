"""`orgspec build`: refuses what is wrong, marks what is a draft."""

import json
from pathlib import Path

import pytest

from orgspec.cli.app import run

SOUND = "organization: Voyage\nroles: {director: {reports_to: none}}\n"
WRONG = "organization: Voyage\nroles: {director: {reports_to: none, deputy: ghost}}\n"
LIGHT = ("--format", "md", "--jobs", "1", "--lang", "en")


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "orgspec.yaml").write_text(SOUND)
    return tmp_path / "spec"


def written(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_a_sound_specification_is_built(spec: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(["build", str(spec), "-o", str(out), *LIGHT]) == 0
    assert "en/job-descriptions/director.md" in written(out)
    assert json.loads((out / "manifest.json").read_text(encoding="utf-8"))["artifacts"]


def test_errors_are_shown_and_nothing_is_written(
    spec: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (spec / "orgspec.yaml").write_text(WRONG)
    out = tmp_path / "out"
    assert run(["build", str(spec), "-o", str(out), *LIGHT]) == 1
    captured = capsys.readouterr()
    assert "REF001" in captured.err
    assert "--draft" in captured.err
    assert not out.exists()


def test_errors_leave_the_last_build_as_it_was(spec: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(["build", str(spec), "-o", str(out), *LIGHT])
    before = {name: (out / name).read_bytes() for name in written(out)}
    (spec / "orgspec.yaml").write_text(WRONG)
    assert run(["build", str(spec), "-o", str(out), *LIGHT]) == 1
    assert {name: (out / name).read_bytes() for name in written(out)} == before


def test_a_draft_is_built_in_spite_of_errors_and_marked(spec: Path, tmp_path: Path) -> None:
    (spec / "orgspec.yaml").write_text(WRONG)
    out = tmp_path / "out"
    assert run(["build", str(spec), "-o", str(out), "--draft", *LIGHT]) == 0
    text = (out / "en/job-descriptions/director.md").read_text(encoding="utf-8")
    assert "draft" in text.lower()


def test_a_sound_specification_is_no_draft_though_asked_for(spec: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(["build", str(spec), "-o", str(out), "--draft", *LIGHT]) == 0
    text = (out / "en/job-descriptions/director.md").read_text(encoding="utf-8")
    assert "draft" not in text.lower()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--only", "posters"),
        ("--format", "gif"),
        ("--locale", "fr"),
        ("--department", "ghost"),
        ("--role", "ghost"),
        ("--jobs", "-1"),
    ],
)
def test_a_selection_that_means_nothing_is_wrong_use(
    arguments: tuple[str, str], spec: Path, tmp_path: Path
) -> None:
    assert run(["build", str(spec), "-o", str(tmp_path / "out"), *arguments]) == 2
    assert not (tmp_path / "out").exists()


def test_an_output_that_cannot_be_written_is_said(
    spec: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("mine")
    assert run(["build", str(spec), "-o", str(tmp_path / "file"), *LIGHT]) == 2
    assert "file" in capsys.readouterr().err
    assert (tmp_path / "file").read_text() == "mine"


def test_a_specification_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    assert run(["build", str(tmp_path / "nowhere"), "-o", str(tmp_path / "out")]) == 2
