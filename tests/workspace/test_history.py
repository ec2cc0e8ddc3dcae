"""The revision record from git: real repositories, and everything that is none."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from orgspec.document import Section, Table, plain
from orgspec.view.job_description import job_description
from orgspec.workspace import compile_path
from orgspec.workspace.enclosures import accompanied
from orgspec.workspace.history import History, history_of

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

ROLES = """roles:
  boss:
    name: Boss
    reports_to: none
  clerk:
    name: Clerk
    reports_to: boss
"""
MANIFEST = 'orgspec: 1\norganization: {name: Shop, locales: [en]}\ndocument: {version: "1", revisions: git}\n'


def git(folder: Path, *words: str, day: str = "2026-01-02") -> None:
    """Run git in a folder as one who has no settings."""
    who = {"GIT_AUTHOR_NAME": "王丽", "GIT_AUTHOR_EMAIL": "w@x", "GIT_COMMITTER_NAME": "c"}
    own = {"GIT_COMMITTER_EMAIL": "c@x", "GIT_AUTHOR_DATE": f"{day}T00:30:00 +0800"}
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(
        ["git", *words], cwd=folder, check=True, capture_output=True,
        env={**os.environ, **who, **own, **nobody},
    )  # fmt: skip


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """A specification below the root of a repository with two commits."""
    root = tmp_path / "shop" / "规范"
    root.mkdir(parents=True)
    git(root.parent, "init", "-q")
    (root / "orgspec.yaml").write_text(MANIFEST, encoding="utf-8")
    (root / "roles.yaml").write_text(ROLES, encoding="utf-8")
    git(root.parent, "add", "-A")
    git(root.parent, "commit", "-qm", "Founded")
    (root / "roles.yaml").write_text(ROLES.replace("Clerk", "Senior clerk"), encoding="utf-8")
    git(root.parent, "commit", "-qam", "Clerk is senior", day="2026-02-03")
    return root


def told(root: Path) -> History:
    return history_of(root, compile_path(root).program.origins)


def subjects(history: History, address: str) -> list[str]:
    return [each.subject for each in history.record.of([address])]


def table(root: Path, role: str) -> list[list[str]]:
    """The revision record of a job description as printed: the head, then the rows."""
    compilation, _ = accompanied(compile_path(root), ["job-descriptions"])
    document = job_description(compilation.graph, role, "en")
    for section in document.blocks:
        if isinstance(section, Section) and section.title == "Revision record":
            (found,) = section.blocks
            assert isinstance(found, Table)
            rows = [[" ".join(map(plain, cell.lines)) for cell in row.cells] for row in found.rows]
            return [[column.title for column in found.columns], *rows]
    return []


def test_each_declaration_has_the_commits_of_its_own_lines_newest_first(spec: Path) -> None:
    history = told(spec)
    assert (history.known, history.shallow) == (True, False)
    assert subjects(history, "role/clerk") == ["Clerk is senior", "Founded"]
    assert subjects(history, "role/boss") == ["Founded"]


def test_a_job_description_lists_date_author_subject_and_short_name(spec: Path) -> None:
    head, newest, oldest = table(spec, "clerk")
    assert head == ["Date", "By", "Change", "Commit"]
    assert newest[:3] == ["2026-02-03", "王丽", "Clerk is senior"]
    assert oldest[:3] == ["2026-01-02", "王丽", "Founded"]
    assert len(newest[3]) == 8


def test_the_day_is_that_of_the_authors_clock(spec: Path) -> None:
    assert [each.day for each in told(spec).record.of(["role/boss"])] == ["2026-01-02"]


def test_changes_written_down_stand_before_commits_and_own_ones_alone(spec: Path) -> None:
    manifest = spec / "orgspec.yaml"
    manifest.write_text(MANIFEST.replace("git}", "git, changes: [New shop]}"), encoding="utf-8")
    assert [row[-2] for row in table(spec, "clerk")[1:]] == [
        "New shop",
        "Clerk is senior",
        "Founded",
    ]
    roles = (spec / "roles.yaml").read_text(encoding="utf-8")
    own = roles.replace("name: Boss", "name: Boss\n    document: {changes: [By hand]}")
    (spec / "roles.yaml").write_text(own, encoding="utf-8")
    assert table(spec, "boss") == [["Version", "Date", "Change"], ["1", "", "By hand"]]


def test_without_the_option_git_is_not_asked(spec: Path) -> None:
    (spec / "orgspec.yaml").write_text(MANIFEST.replace(", revisions: git", ""), encoding="utf-8")
    compilation, notes = accompanied(compile_path(spec), ["job-descriptions"])
    assert not compilation.graph.beside.record.commits
    assert notes == []
    assert table(spec, "clerk") == []


def test_lines_that_nobody_committed_are_told(spec: Path) -> None:
    text = (spec / "roles.yaml").read_text(encoding="utf-8")
    (spec / "roles.yaml").write_text("# moved\n\n" + text.replace("Senior", "Chief"), "utf-8")
    history = told(spec)
    assert history.record.is_pending(["role/clerk"])
    assert not history.record.is_pending(["role/boss"])
    assert subjects(history, "role/boss") == ["Founded"]
    assert table(spec, "clerk")[1] == ["", "", "Changes that are not committed yet", ""]


def test_a_new_file_has_no_commits_yet(spec: Path) -> None:
    (spec / "more.yaml").write_text("roles: {guard: {reports_to: boss}}\n", encoding="utf-8")
    history = told(spec)
    assert subjects(history, "role/guard") == []
    assert history.record.is_pending(["role/guard"])


def test_a_file_that_was_renamed_keeps_its_history(spec: Path) -> None:
    git(spec, "mv", "roles.yaml", "posts.yaml")
    git(spec, "commit", "-qm", "Renamed")
    assert subjects(told(spec), "role/clerk") == ["Clerk is senior", "Founded"]


def test_lines_end_as_they_may_in_the_folder(spec: Path) -> None:
    text = (spec / "roles.yaml").read_text(encoding="utf-8")
    (spec / "roles.yaml").write_bytes(text.replace("\n", "\r\n").encode())
    assert subjects(told(spec), "role/clerk") == ["Clerk is senior", "Founded"]
    assert not told(spec).record.pending


def test_a_shallow_clone_does_not_take_its_oldest_commit_for_the_first(spec: Path) -> None:
    git(spec.parent.parent, "clone", "-q", "--depth=1", spec.parent.as_uri(), "copy")
    copy = spec.parent.parent / "copy" / spec.name
    history = told(copy)
    assert (history.known, history.shallow, subjects(history, "role/clerk")) == (True, True, [])
    _, notes = accompanied(compile_path(copy), ["job-descriptions"])
    assert "shallow clone" in notes[0].in_("en")


def test_without_a_repository_or_a_commit_there_is_no_record(tmp_path: Path) -> None:
    (tmp_path / "orgspec.yaml").write_text(MANIFEST + ROLES, encoding="utf-8")
    (tmp_path / ".git").write_text("gitdir: nowhere\n", encoding="utf-8")
    assert told(tmp_path) == History(told(tmp_path).record)
    assert table(tmp_path, "boss") == []
    _, notes = accompanied(compile_path(tmp_path), ["handbook"])
    assert "in no repository" in notes[0].in_("en")
    (tmp_path / ".git").unlink()
    git(tmp_path, "init", "-q")
    assert not told(tmp_path).known


def test_without_git_there_is_no_record(spec: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert not told(spec).known


def test_a_program_of_that_name_in_the_specification_is_not_run(
    spec: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (spec / "git").write_text("#!/bin/sh\ntouch ran\n", encoding="utf-8")
    (spec / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(spec))
    assert not told(spec).known
    assert not (spec / "ran").exists()


def test_nothing_that_the_repository_says_is_run(spec: Path, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch '{tmp_path}/ran'\ncat\n", encoding="utf-8")
    trap.chmod(0o755)
    for key in ("core.fsmonitor", "core.pager", "diff.x.textconv", "filter.x.clean",
                "filter.x.smudge", "diff.external", "core.editor"):  # fmt: skip
        git(spec, "config", key, str(trap))
    (spec / ".gitattributes").write_text("*.yaml diff=x filter=x\n", encoding="utf-8")
    assert subjects(told(spec), "role/clerk") == ["Clerk is senior", "Founded"]
    assert not (tmp_path / "ran").exists()


def test_variables_of_another_repository_do_not_lead_astray(
    spec: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert told(spec).known
