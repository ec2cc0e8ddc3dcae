"""What services run: the hooks of pre-commit, the GitHub action, the GitLab template.

Their files are checked by their schemas, and their very commands are run in a repository.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "tests" / "report" / "schemas"
WRONG = "organization: 远航\nroles: {director: {reports_to: none, deputy: ghost}}\n"
SOUND = "organization: 远航\nroles: {director: {reports_to: none}}\n"


def loaded(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def problems(document: Any, schema: str) -> list[str]:
    rules = json.loads((SCHEMAS / schema).read_text(encoding="utf-8"))
    return [error.message for error in Draft7Validator(rules).iter_errors(document)]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a specification in a folder of it, and `orgspec` on its path."""
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "规范").mkdir()
    (tmp_path / "规范" / "orgspec.yaml").write_text(WRONG, encoding="utf-8")
    binary = tmp_path / "bin" / "orgspec"
    binary.parent.mkdir()
    binary.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m orgspec "$@"\n')
    binary.chmod(0o755)
    for name in ("pip", "python3"):  # what would install it
        (tmp_path / "bin" / name).write_text('#!/bin/sh\necho "$@" >> "$INSTALLED"\n')
        (tmp_path / "bin" / name).chmod(0o755)
    return tmp_path


def shell(
    script: str, repository: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a script as the services do: bash, stopping at the first error."""
    whole = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("LC_", "ORGSPEC", "GITHUB"))},
        "LANG": "C.UTF-8",
        "PATH": f"{repository / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "INSTALLED": str(repository / "installed"),
        **environment,
    }
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=repository,
        env=whole,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


# --- the GitHub action ---


def test_the_action_is_one_by_its_schema() -> None:
    assert problems(loaded("action.yml"), "github-action.json") == []


def test_the_action_puts_no_input_into_a_script() -> None:
    for step in loaded("action.yml")["runs"]["steps"]:
        assert "${{" not in step["run"]


def action(repository: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], Path]:
    """Run the action's check with some inputs; its process, and the folder of its outputs."""
    document = loaded("action.yml")
    given = {name: each["default"] for name, each in document["inputs"].items()} | inputs
    folder = repository / "runner"
    folder.mkdir(exist_ok=True)
    step = next(step for step in document["runs"]["steps"] if step["id"] == "check")
    environment = {
        key: given[value.removeprefix("${{ inputs.").removesuffix(" }}")]
        for key, value in step["env"].items()
        if value.startswith("${{ inputs.")
    }
    environment["ORGSPEC"] = "orgspec"
    environment["GITHUB_OUTPUT"] = str(folder / "output")
    environment["GITHUB_STEP_SUMMARY"] = str(folder / "summary")
    return shell(step["run"], repository, environment), folder


def test_the_action_annotates_and_fails(repository: Path) -> None:
    done, folder = action(repository, path="规范")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=规范/orgspec.yaml,line=2,")
    assert "REF001" in (folder / "summary").read_text(encoding="utf-8")


def test_the_action_passes_a_sound_specification(repository: Path) -> None:
    (repository / "规范" / "orgspec.yaml").write_text(SOUND, encoding="utf-8")
    done, folder = action(repository, path="规范", args="--select REF,RAC")
    assert (done.returncode, done.stdout) == (0, "")
    assert "no problems" in (folder / "summary").read_text(encoding="utf-8")


def test_the_action_writes_sarif_and_says_where(repository: Path) -> None:
    done, folder = action(repository, path="规范", format="sarif", language="zh", summary="false")
    assert done.returncode == 1
    assert (folder / "output").read_text() == "report=orgspec.sarif\n"
    log = json.loads((repository / "orgspec.sarif").read_text(encoding="utf-8"))
    assert log["runs"][0]["language"] == "zh"
    assert not (folder / "summary").exists()


def test_the_action_takes_options_but_no_commands(repository: Path) -> None:
    evil = "--select REF $(touch evil) ; touch evil *"
    done, _ = action(repository, path="规范", args=evil)
    assert done.returncode == 2
    assert not (repository / "evil").exists()
    done, _ = action(repository, path="规范", args="--severity REF001=warning --select REF001")
    assert done.returncode == 0
    done, _ = action(
        repository, path="规范", args="--severity REF001=warning --select REF001", strict="true"
    )
    assert done.returncode == 1


def test_the_action_installs_its_own_version_or_the_one_asked_for(repository: Path) -> None:
    document = loaded("action.yml")
    step = next(step for step in document["runs"]["steps"] if step["id"] == "install")
    assert step["env"]["ORGSPEC_SOURCE"] == "${{ inputs.version || github.action_path }}"
    binary = repository / "orgspec" / "bin"
    binary.mkdir(parents=True)
    (repository / "bin" / "python3").rename(binary / "python")
    (repository / "bin" / "python3").symlink_to(binary / "python")
    environment = {
        "RUNNER_TEMP": str(repository),
        "GITHUB_OUTPUT": str(repository / "output"),
        "ORGSPEC_PYTHON": "python3",
        "ORGSPEC_SOURCE": "orgspec==0.1.0",
    }
    assert shell(step["run"], repository, environment).returncode == 0
    said = (repository / "installed").read_text()
    assert said.splitlines()[-1].endswith(" orgspec==0.1.0")
    assert (repository / "output").read_text() == f"orgspec={binary}/orgspec\n"


# --- the GitLab template ---


def test_the_template_is_one_by_its_schema() -> None:
    assert problems(loaded("ci/gitlab.yml"), "gitlab-ci.json") == []


@pytest.mark.parametrize(("text", "status"), [(WRONG, 1), (SOUND, 0)])
def test_the_template_leaves_its_reports_whether_it_fails_or_not(
    repository: Path, text: str, status: int
) -> None:
    (repository / "规范" / "orgspec.yaml").write_text(text, encoding="utf-8")
    document = loaded("ci/gitlab.yml")
    job = document["orgspec"]
    environment = {
        **document["variables"],
        "ORGSPEC_PATH": "规范",
        "ORGSPEC_ARGS": "--select REF,RAC",
    }
    done = shell("\n".join(job["script"]), repository, environment)
    assert done.returncode == status, done.stderr
    assert (repository / "installed").read_text().endswith(" orgspec\n")
    reports = job["artifacts"]["reports"]
    entries = json.loads((repository / reports["codequality"]).read_text(encoding="utf-8"))
    assert [each["location"]["path"] for each in entries] == ["规范/orgspec.yaml"] * status
    assert (repository / reports["junit"]).read_text(encoding="utf-8").startswith("<?xml")
    assert job["artifacts"]["when"] == "always"


# --- the hooks of pre-commit ---


def test_the_hooks_are_those_of_pre_commit() -> None:
    pytest.importorskip("pre_commit")
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"]
    subprocess.run(command, cwd=ROOT, check=True)


def test_the_hooks_run_commands_that_there_are(repository: Path) -> None:
    for hook in loaded(".pre-commit-hooks.yaml"):
        done = shell(f"{hook['entry']} 规范", repository, {})
        assert done.returncode == 1, done.stderr
        assert "REF001" in done.stdout


@pytest.mark.parametrize(("text", "status"), [(WRONG, 1), (SOUND, 0)])
def test_pre_commit_runs_the_hook_of_a_checkout(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, text: str, status: int
) -> None:
    """As people have it, but for the environment: there the hook is found as it is here."""
    pytest.importorskip("pre_commit")
    hooks = tmp_path_factory.mktemp("hooks")
    manifest = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    (hooks / ".pre-commit-hooks.yaml").write_text(manifest.replace(": python", ": system"))
    commit(hooks)
    (repository / "orgspec.yaml").write_text(text, encoding="utf-8")  # pre-commit runs in the root
    commit(repository)
    command = f'"{sys.executable}" -m pre_commit try-repo "{hooks}" orgspec-check --all-files'
    done = shell(command, repository, {"PRE_COMMIT_HOME": str(repository / "cache")})
    assert done.returncode == status, done.stdout + done.stderr
    assert ("REF001" in done.stdout) == bool(status)
    assert ("Passed" if status == 0 else "Failed") in done.stdout


def commit(folder: Path) -> None:
    """Make all files of a folder a commit."""
    if not (folder / ".git").exists():
        subprocess.run(["git", "init", "-q", str(folder)], check=True)
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, "add", "."], cwd=folder, check=True)
    subprocess.run(["git", *who, "commit", "-qm", "all"], cwd=folder, check=True)
