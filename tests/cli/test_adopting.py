"""A team with an old, dirty specification: a baseline, then only what is new."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from orgspec.cli.app import run
from tests.workspace.specs import spec

DIRTY = """
roles:
  a: {reports_to: none}
  b: {reports_to: gone}
  c: {reports_to: lost}
"""
Check = Callable[..., tuple[int, str, str]]


@pytest.fixture
def check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Check:
    """Write the manifest if a text is given, check, and give status, output and errors."""
    monkeypatch.chdir(tmp_path)

    def call(text: str | None, *arguments: str) -> tuple[int, str, str]:
        if text is not None:
            spec(tmp_path, {"orgspec.yaml": text})
        status = run(["--lang", "en", "check", "--select", "REF,SYN,CHG", *arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


def entries(folder: Path, name: str = "orgspec-baseline.json") -> list[tuple[str, int]]:
    written = json.loads((folder / name).read_text(encoding="utf-8"))["findings"]
    return [(entry["address"], entry["count"]) for entry in written]


def test_check_write_check_is_green_until_something_new_comes(check: Check, tmp_path: Path) -> None:
    assert check(DIRTY)[0] == 1
    status, out, err = check(None, "--write-baseline")
    assert status == 0
    assert "holds 2 back" in err
    status, out, _ = check(None)
    assert status == 0
    assert out.startswith("no problems, 2 held back by the baseline")
    status, out, _ = check(DIRTY + "  d: {reports_to: new}\n")
    assert status == 1
    assert "`new`" in out
    assert "`gone`" not in out


def test_moved_lines_are_not_new_and_a_renamed_entity_is(check: Check) -> None:
    check(DIRTY, "--write-baseline")
    assert check("# moved\n\n\n" + DIRTY)[0] == 0
    assert check(DIRTY.replace("b:", "renamed:"))[0] == 1


def test_writing_again_only_takes_out_what_has_gone(check: Check, tmp_path: Path) -> None:
    check(DIRTY, "--write-baseline")
    mended = DIRTY.replace("gone", "a") + "  d: {reports_to: new}\n"
    status, out, _ = check(mended, "--write-baseline")
    assert entries(tmp_path) == [("role/c", 1)]
    assert status == 1
    assert "`new`" in out
    check(None, "--write-baseline", "--force")
    assert entries(tmp_path) == [("role/c", 1), ("role/d", 1)]


def test_a_partial_run_takes_out_only_what_it_judged(check: Check, tmp_path: Path) -> None:
    check(DIRTY, "--write-baseline")
    run(["check", "--select", "ORG002", "--write-baseline"])
    assert len(entries(tmp_path)) == 2
    run(["check", "--select", "ORG002", "--write-baseline", "--force"])
    assert len(entries(tmp_path)) == 2


def test_what_has_gone_is_told_until_it_is_taken_out(check: Check) -> None:
    check(DIRTY, "--write-baseline")
    status, out, _ = check(DIRTY.replace("gone", "a"))
    assert status == 0
    assert "warning[CHG005]" in out
    assert "orgspec-baseline.json:4" in out
    assert "CHG005" not in check(None, "--write-baseline")[1]


def test_what_the_reader_finds_is_never_held_back(check: Check, tmp_path: Path) -> None:
    status, out, _ = check(DIRTY + "  x: {headcount: [}\n", "--write-baseline")
    assert status == 1
    assert not (tmp_path / "orgspec-baseline.json").exists()
    status, out, _ = check(DIRTY + "  x: {reports_to: a, headcount: soon}\n", "--write-baseline")
    assert status == 1
    assert "SYN007" in out
    assert "SYN007" not in (tmp_path / "orgspec-baseline.json").read_text()


def test_a_broken_baseline_is_a_finding_with_its_place(check: Check, tmp_path: Path) -> None:
    spec(tmp_path, {"orgspec-baseline.json": '{"version": 1,\n "findings": oops}'})
    status, out, err = check(DIRTY)
    assert status == 1
    assert "error[SYN010]" in out
    assert "orgspec-baseline.json:2:14" in out
    assert "Traceback" not in out + err
    assert check(None, "--write-baseline")[0] == 2
    assert check(None, "--write-baseline", "--force")[0] == 0
    assert len(entries(tmp_path)) == 2


@pytest.mark.parametrize("data", [b"\xff\xfe", b"\x00", b"", b'{"version": 9, "findings": []}'])
def test_no_baseline_makes_it_crash(check: Check, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "orgspec-baseline.json").write_bytes(data)
    status, out, _ = check(DIRTY)
    assert status == 1
    assert "SYN010" in out


def test_a_baseline_may_lie_elsewhere(check: Check, tmp_path: Path) -> None:
    assert check(DIRTY, "--write-baseline", "--baseline", "ci/known.json")[0] == 0
    assert len(entries(tmp_path, "ci/known.json")) == 2
    assert check(None)[0] == 1
    assert check(None, "--baseline", "ci/known.json")[0] == 0
    assert check(None, "--baseline", "ci/nothing.json")[0] == 2


def test_it_can_be_left_out(check: Check) -> None:
    check(DIRTY, "--write-baseline")
    assert check(None, "--no-baseline")[0] == 1


def test_the_other_commands_hold_back_the_same(check: Check, tmp_path: Path) -> None:
    check(DIRTY, "--write-baseline")
    assert run(["build", "--only", "raci", "--format", "csv", "-o", str(tmp_path / "out")]) == 0


def test_a_second_finding_of_the_same_kind_is_new(check: Check) -> None:
    two = DIRTY + "duties: {d: {raci: {A/R: a, C: [gone]}}}\n"
    check(two, "--write-baseline")
    assert check(two)[0] == 0
    status, out, _ = check(two.replace("C: [gone]", "C: [gone, lost]"))
    assert status == 1
    assert out.count("error[") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["--force"],
        ["--unsafe-fixes"],
        ["--fix", "--diff"],
        ["--write-baseline", "--no-baseline"],
        ["--baseline", "x.json", "--no-baseline"],
        ["--watch", "--write-baseline"],
        ["--watch", "--diff"],
    ],
)
def test_options_without_effect_are_refused(check: Check, arguments: list[str]) -> None:
    status, out, err = check(DIRTY, *arguments)
    assert (status, out) == (2, "")
    assert "--" in err


def test_it_speaks_chinese(check: Check, capsys: pytest.CaptureFixture[str]) -> None:
    check(DIRTY)
    run(["check", "--select", "REF", "--write-baseline", "--lang", "zh"])
    captured = capsys.readouterr()
    assert "暂缓 2 条发现" in captured.err
    assert "没有发现问题，基线暂缓 2 条" in captured.out
