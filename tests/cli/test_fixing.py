"""`orgspec check --fix` and `--diff`."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from orgspec.cli.app import run
from tests.workspace.specs import spec

TEXT = """roles:
  boss: {reports_to: none, grade: P1, grade: P1}  # leads
  clerk: {reports_to: bos}
"""
Check = Callable[..., tuple[int, str, str]]


@pytest.fixture
def check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Check:
    spec(tmp_path, {"orgspec.yaml": TEXT})

    def call(*arguments: str) -> tuple[int, str, str]:
        status = run(["--lang", "en", "check", str(tmp_path), "--select", "REF", *arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


def text_in(folder: Path) -> str:
    return (folder / "orgspec.yaml").read_text(encoding="utf-8")


def test_it_says_what_could_be_fixed(check: Check, tmp_path: Path) -> None:
    out = check()[1]
    assert "`--fix` would fix 1\n`--fix --unsafe-fixes` would fix 1 more\n" in out
    assert text_in(tmp_path) == TEXT


def test_fix_mends_what_is_safe_and_tells_the_rest(check: Check, tmp_path: Path) -> None:
    status, out, _ = check("--fix")
    assert status == 1
    assert "REF003" not in out
    assert "error[REF001]" in out
    assert "findings fixed: 1\n`--fix --unsafe-fixes` would fix 1 more\n" in out
    assert text_in(tmp_path) == TEXT.replace(", grade: P1}", "}")


def test_unsafe_fixes_go_further(check: Check, tmp_path: Path) -> None:
    status, out, _ = check("--fix", "--unsafe-fixes")
    assert status == 0
    assert "findings fixed: 2\nno problems" in out
    assert "reports_to: boss}" in text_in(tmp_path)


def test_diff_shows_a_patch_that_git_takes_and_writes_nothing(check: Check, tmp_path: Path) -> None:
    status, out, err = check("--diff", "--unsafe-fixes")
    assert status == 1
    assert "findings that would be fixed: 2; files: 1" in err
    assert text_in(tmp_path) == TEXT
    subprocess.run(["git", "apply"], input=out, cwd=tmp_path, text=True, check=True)
    assert check("--diff", "--unsafe-fixes")[:2] == (0, "")
    assert check()[0] == 0


def test_diff_keeps_line_ends_and_says_where_the_last_is_missing(
    check: Check, tmp_path: Path
) -> None:
    text = TEXT.replace("\n", "\r\n").rstrip()
    (tmp_path / "orgspec.yaml").write_bytes(text.encode())
    out = check("--diff", "--unsafe-fixes")[1]
    assert "\\ No newline at end of file" in out
    subprocess.run(["git", "apply"], input=out.encode(), cwd=tmp_path, check=True)
    data = (tmp_path / "orgspec.yaml").read_bytes()
    assert data == text.replace(", grade: P1}", "}").replace("bos}", "boss}").encode()


def test_a_file_that_may_not_be_written_is_said_and_all_stays(check: Check, tmp_path: Path) -> None:
    (tmp_path / "orgspec.yaml").chmod(0o444)
    status, out, err = check("--fix")
    assert (status, out) == (2, "")
    assert "orgspec.yaml` cannot be written" in err
    assert text_in(tmp_path) == TEXT


def test_the_report_of_machines_is_what_is_left(check: Check) -> None:
    out = check("--fix", "--format", "json")[1]
    assert [d["code"] for d in json.loads(out)["diagnostics"]] == ["REF001"]


def test_statistics_mark_what_can_be_fixed(check: Check) -> None:
    lines = check("--statistics")[1].splitlines()
    assert lines == [
        "     1  REF001  [-] unresolved-reference",
        "     1  REF003  [*] duplicate-key",
        "[*] `--fix` mends some · [-] `--fix --unsafe-fixes` does",
    ]


def test_it_speaks_chinese(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spec(tmp_path, {"orgspec.yaml": TEXT})
    run(["--lang", "zh", "check", str(tmp_path), "--fix"])
    assert "已修复 1 条发现\n`--fix --unsafe-fixes` 可再修复 1 条\n" in capsys.readouterr().out
