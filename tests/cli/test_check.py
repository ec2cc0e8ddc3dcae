"""`orgspec check`: what it prints, what it exits with."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from orgspec.cli.app import run
from orgspec.diagnostics import say

ROOT = Path(__file__).resolve().parents[2]
SOUND = "organization: Voyage\nroles: {director: {reports_to: none}}\n"
WRONG = "organization: Voyage\nroles: {director: {reports_to: none, deputy: ghost}}\n"
WARNING = "organization: Voyage\nroles: {director: {reports_to: none}}\nduties: {d: {tasks: [制单,审单], raci: director}}\n"


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """No language or colours of the machine that the tests run on."""
    for name in ("ORGSPEC_LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.fixture
def check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Iterator[Callable[..., tuple[int, str, str]]]:
    """Write a manifest and check it: exit status, standard output, standard error."""

    def call(text: str, *arguments: str) -> tuple[int, str, str]:
        (tmp_path / "orgspec.yaml").write_text(text, encoding="utf-8")
        status = run(["check", str(tmp_path), *arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    yield call


Check = Callable[..., tuple[int, str, str]]


# --- exit status ---


def test_a_sound_specification_exits_with_0_and_one_line(check: Check) -> None:
    status, out, err = check(SOUND)
    assert (status, err) == (0, "")
    assert out.count("\n") == 1
    assert out.startswith("no problems")


def test_errors_exit_with_1(check: Check) -> None:
    status, out, _ = check(WRONG)
    assert status == 1
    assert "error[REF001]" in out
    assert "1 error" in out.splitlines()[-1]


def test_warnings_exit_with_0_and_under_strict_with_1(check: Check) -> None:
    settings = ("--select", "SYN012")
    assert check(WARNING, *settings)[0] == 0
    assert "warning[SYN012]" in check(WARNING, *settings)[1]
    assert check(WARNING, *settings, "--strict")[0] == 1


def test_errors_can_be_made_to_exit_with_0(check: Check) -> None:
    status, out, _ = check(WRONG, "--exit-zero")
    assert status == 0
    assert "REF001" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "no/such/folder"],
        ["check", "--format", "yaml"],
        ["check", "--no-such-option"],
        ["check", "--profile", "sloppy"],
        ["check", "--as-of", "tomorrow"],
        ["check", "--max-findings", "0"],
        ["check", "a", "b"],
        ["chek"],
        ["--lang", "fr", "check"],
        ["--lang"],
    ],
)
def test_wrong_use_exits_with_2_and_says_why(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.strip()
    assert "Traceback" not in captured.err


def test_a_folder_without_a_manifest_exits_with_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(tmp_path)]) == 2
    assert "orgspec init" in capsys.readouterr().err


def test_an_unreadable_file_of_the_spec_exits_with_1(check: Check, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "gone.yaml")
    status, out, _ = check(SOUND)
    assert status == 1
    assert "error[SYN001]" in out


# --- selection ---


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize("code", ["XYZ", "REF999", "no-such-name", "ref001"])
def test_an_unknown_code_is_refused(check: Check, option: str, code: str) -> None:
    status, out, err = check(WRONG, option, code)
    assert (status, out) == (2, "")
    assert f"`{code}`" in err


def test_codes_can_be_chosen_and_left_out(check: Check) -> None:
    assert "REF001" not in check(WRONG, "--ignore", "REF")[1]
    assert "REF001" in check(WRONG, "--select", "ORG,REF")[1]
    assert "REF001" not in check(WRONG, "--select", "ORG", "--select", "DUT")[1]


def test_the_severity_of_a_check_can_be_set(check: Check) -> None:
    assert check(WRONG, "--severity", "REF001=warning")[0] == 0
    assert "warning[REF001]" in check(WRONG, "--severity", "REF001=warning")[1]
    for bad in ("REF001", "REF001=bad", "=error", "NOPE=error"):
        assert check(WRONG, "--severity", bad)[0] == 2


def test_the_starter_profile_prints_errors_only(check: Check) -> None:
    assert "SYN012" in check(WARNING)[1]
    assert "SYN012" not in check(WARNING, "--profile", "starter")[1]


# --- forms of the report ---


def test_json_is_json_and_nothing_else(check: Check) -> None:
    status, out, _ = check(WRONG, "--format", "json")
    whole = json.loads(out)
    assert status == 1
    assert "REF001" in {each["code"] for each in whole["diagnostics"]}
    assert whole["summary"]["error"] == 1
    assert whole["diagnostics"][0]["path"] == "orgspec.yaml"


def test_the_report_can_be_written_to_a_file(check: Check, tmp_path: Path) -> None:
    target = tmp_path / "deep" / "report.json"
    status, out, _ = check(WRONG, "--format", "json", "--output-file", str(target))
    assert (status, out) == (1, "")
    assert json.loads(target.read_text(encoding="utf-8"))["summary"]["error"] == 1


def test_a_dash_is_standard_output(check: Check, tmp_path: Path) -> None:
    out = check(WRONG, "--format", "json", "--output-file", "-")[1]
    assert json.loads(out)["version"] == 1
    assert not (tmp_path / "-").exists()


def test_a_report_that_cannot_be_written_exits_with_2(check: Check, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    status, _, err = check(SOUND, "--output-file", str(tmp_path / "file" / "report.txt"))
    assert status == 2
    assert "report.txt" in err


def test_statistics_count_by_code(check: Check) -> None:
    out = check(WRONG, "--statistics", "--select", "REF001")[1]
    assert out.split() == ["1", "REF001", "unresolved-reference"]


def test_the_number_of_findings_printed_can_be_limited(check: Check) -> None:
    many = "roles: {a: {reports_to: none, deputy: [b, c, d, e, f]}}\n"
    out = check(many, "--select", "REF001", "--max-findings", "2")[1]
    assert out.count("error[REF001]") == 2
    assert "3 more" in out


def test_quiet_says_nothing_of_a_sound_specification(check: Check) -> None:
    assert check(SOUND, "--quiet") == (0, "", "")


# --- language and colour ---


@pytest.mark.parametrize("place", ["before", "between", "after", "equals"])
def test_the_language_may_stand_anywhere(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "orgspec.yaml").write_text(WRONG)
    path = str(tmp_path)
    arguments = {
        "before": ["--lang", "zh", "check", path],
        "between": ["check", "--lang", "zh", path],
        "after": ["check", path, "--lang", "zh"],
        "equals": ["check", path, "--lang=zh"],
    }[place]
    assert run(arguments) == 1
    assert "没有声明" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("variables", "chinese"),
    [
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "en_GB.UTF-8"}, False),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "en_US.UTF-8", "ORGSPEC_LANG": "zh"}, True),
    ],
)
def test_without_a_choice_the_environment_decides(
    variables: dict[str, str], chinese: bool, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert ("没有发现问题" in check(SOUND)[1]) is chinese


def test_there_is_colour_on_request_only(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" not in check(WRONG)[1]
    assert "\x1b[" in check(WRONG, "--color")[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in check(WRONG)[1]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_help_has_examples_in_both_languages(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--help", "--lang", lang]) == 0
    out = capsys.readouterr().out
    assert "orgspec check samples" in out or "--strict" in out
    assert say("Examples", "示例").in_(lang) in out


# --- as a process ---


def process(
    *arguments: str, cwd: Path = ROOT, **variables: str
) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    command = [sys.executable, "-m", "orgspec", *arguments]
    return subprocess.run(
        command, cwd=cwd, capture_output=True, env=environment, timeout=60, check=False
    )


def test_the_program_exits_with_the_status_of_the_check(tmp_path: Path) -> None:
    (tmp_path / "orgspec.yaml").write_text(WRONG)
    result = process("check", str(tmp_path), LANG="C")
    assert result.returncode == 1
    assert b"Traceback" not in result.stderr


def test_the_report_is_the_same_on_every_run(tmp_path: Path) -> None:
    sample = Path(__file__).resolve().parents[2] / "samples" / "broken"
    seeds = [
        process("check", str(sample), "--format", "json", "--profile", "strict",
                "--as-of", "2026-01-01", PYTHONHASHSEED=seed)
        for seed in ("1", "2", "33")
    ]  # fmt: skip
    assert len({result.stdout for result in seeds}) == 1
    assert seeds[0].returncode == 1
    assert json.loads(seeds[0].stdout)["summary"]["error"] > 0


def test_a_path_may_be_written_in_any_way(tmp_path: Path) -> None:
    (tmp_path / "org").mkdir()
    (tmp_path / "orgspec.yaml").write_text(WRONG)
    ways = [
        (".", tmp_path),
        ("org/..", tmp_path),
        ("..", tmp_path / "org"),
        (".", tmp_path / "org"),
    ]
    ways += [("orgspec.yaml", tmp_path), ("../orgspec.yaml", tmp_path / "org")]
    for path, cwd in ways:
        result = process("check", path, "--format", "json", cwd=cwd)
        (found,) = [d for d in json.loads(result.stdout)["diagnostics"] if d["code"] == "REF001"]
        assert found["path"] == "orgspec.yaml", path


def test_chinese_is_printed_whatever_the_encoding_of_the_machine(tmp_path: Path) -> None:
    (tmp_path / "orgspec.yaml").write_text(SOUND)
    result = process("check", str(tmp_path), "--lang", "zh", LANG="C", PYTHONIOENCODING="ascii")
    assert result.returncode == 0
    assert "没有发现问题" in result.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_traceback(tmp_path: Path) -> None:
    roles = ", ".join(f"r{n}: {{reports_to: none, deputy: ghost{n}}}" for n in range(3000))
    (tmp_path / "orgspec.yaml").write_text(f"roles: {{{roles}}}\n")
    command = f'"{sys.executable}" -m orgspec check "{tmp_path}" --select REF001 | head -1'
    result = subprocess.run(
        command, shell=True, capture_output=True, timeout=60, check=False, cwd=Path.cwd()
    )
    assert b"Traceback" not in result.stderr
    assert b"Exception" not in result.stderr


def test_a_run_can_be_profiled_by_stage_and_by_rule(check: Check) -> None:
    status, said, told = check(SOUND, "--profile-run")
    assert (status, said.count("\n")) == (0, 1)
    for stage in ("reading", "lowering", "linking", "rules: ", "reporting", "in all"):
        assert stage in told
    lines = [line.split() for line in told.splitlines() if line]
    assert all(line[1] == "ms" and line[2].endswith("%") for line in lines)
    total = next(float(line[0]) for line in lines if line[3:] == ["in", "all"])
    parts = lines[: [line[3:] for line in lines].index(["in", "all"])]
    assert sum(float(line[0]) for line in parts) == pytest.approx(total, abs=1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(
    "arguments",
    [["check", "--no-cache"], ["rules"], ["--help"], ["rules", "-h"], ["--lang", "en", "--help"]],
)
def test_an_output_that_is_full_is_told_in_a_sentence(arguments: list[str], tmp_path: Path) -> None:
    (tmp_path / "orgspec.yaml").write_text(SOUND, encoding="utf-8")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "orgspec", *arguments],
            cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=full,
            stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == "error: standard output cannot be written: No space left on device\n"


def test_a_check_of_its_own_process_says_all_and_exits_with_its_status(tmp_path: Path) -> None:
    (tmp_path / "orgspec.yaml").write_text(WRONG, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "orgspec", "check", str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "ghost" in done.stdout
    assert done.stdout.splitlines()[-1].startswith("1 error")
