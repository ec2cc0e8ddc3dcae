"""The forms of `orgspec check`, from the command line."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from orgspec.cli.app import run
from orgspec.cli.reporting import FORMS

WRONG = "organization: Voyage\nroles: {director: {reports_to: none, deputy: ghost}}\n"
SOUND = "organization: Voyage\nroles: {director: {reports_to: none}}\n"
MACHINES = [form for form in FORMS if form != "text"]


@pytest.fixture
def check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    """Write a specification below a repository's root and check it from there."""
    for name in ("ORGSPEC_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "规范"
    folder.mkdir()
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)

    def call(text: str, *arguments: str) -> tuple[int, str, str]:
        (folder / "orgspec.yaml").write_text(text, encoding="utf-8")
        status = run(["check", "规范", "--select", "REF001,PLG", *arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


Check = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("form", MACHINES)
def test_every_form_is_printed_alone_and_exits_as_ever(check: Check, form: str) -> None:
    assert check(SOUND, "--format", form)[0] == 0
    status, out, err = check(WRONG, "--format", form)
    assert (status, err) == (1, "")
    assert "ghost" in out
    assert check(WRONG, "--format", form, "--exit-zero")[0] == 0


@pytest.mark.parametrize("form", MACHINES)
def test_every_form_can_go_to_a_file(check: Check, form: str, tmp_path: Path) -> None:
    printed = check(WRONG, "--format", form)[1]
    target = tmp_path / "out" / f"report.{form}"
    assert check(WRONG, "--format", form, "--output-file", str(target))[:2] == (1, "")
    assert target.read_text(encoding="utf-8") == printed


def test_paths_for_services_start_at_the_repository_and_json_at_the_manifest(check: Check) -> None:
    (entry,) = json.loads(check(WRONG, "--format", "gitlab")[1])
    assert entry["location"]["path"] == "规范/orgspec.yaml"
    (found,) = json.loads(check(WRONG, "--format", "json")[1])["diagnostics"]
    assert found["path"] == "orgspec.yaml"


def test_only_what_the_profile_shows_is_reported(check: Check) -> None:
    quiet = check(WRONG, "--format", "gitlab", "--profile", "starter", "--severity", "REF001=info")
    assert quiet[:2] == (0, "[]\n")
    loud = check(WRONG, "--format", "gitlab", "--profile", "strict", "--severity", "REF001=info")
    assert len(json.loads(loud[1])) == 1


def test_machines_get_every_finding_whatever_the_limit_of_the_terminal(check: Check) -> None:
    many = "roles: {a: {reports_to: none, deputy: [b, c, d, e, f]}}\n"
    out = check(many, "--format", "gitlab", "--max-findings", "2")[1]
    assert len(json.loads(out)) == 5


def test_statistics_come_as_json_too(check: Check) -> None:
    status, out, _ = check(WRONG, "--statistics", "--format", "json")
    assert status == 1
    assert json.loads(out) == {
        "version": 1,
        "statistics": [
            {"code": "REF001", "name": "unresolved-reference", "count": 1, "fixable": None}
        ],
    }
    assert json.loads(check(SOUND, "--statistics", "--format", "json")[1])["statistics"] == []


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_statistics_in_another_form_are_refused(check: Check, lang: str) -> None:
    status, out, err = check(WRONG, "--statistics", "--format", "sarif", "--lang", lang)
    assert (status, out) == (2, "")
    assert "sarif" in err


@pytest.mark.parametrize(
    ("code", "near"),
    [
        ("ref", "REF"),
        ("ref001", "REF001"),
        ("RFE", "REF"),
        ("no-acountable", "no-accountable"),
        ("No-Accountable", "no-accountable"),
    ],
)
@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_code_names_the_near_ones(
    check: Check, option: str, code: str, near: str
) -> None:
    status, out, err = check(SOUND, option, code)
    assert (status, out) == (2, "")
    assert f"`{near}`" in err


def test_an_unknown_code_that_is_near_nothing_names_the_list(check: Check) -> None:
    assert "`orgspec rules`" in check(SOUND, "--select", "qqqqqqqq")[2]


def test_half_a_surrogate_pair_can_be_written(check: Check, tmp_path: Path) -> None:
    text = 'roles: {a: {reports_to: "\\ud800"}}\n'
    for form in FORMS:
        target = tmp_path / "report"
        status = check(text, "--format", form, "--output-file", str(target))[0]
        assert status in (0, 1)
        target.read_text(encoding="utf-8")


def test_a_report_does_not_load_what_it_does_not_need() -> None:
    script = (
        "import sys, orgspec.cli.check, orgspec.cli.reporting;"
        "assert not {'orgspec.report.formats', 'orgspec.report.sarif'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
