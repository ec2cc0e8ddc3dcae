"""Where a specification lies in its repository."""

from pathlib import Path

from orgspec.workspace.repository import base_of


def made(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def test_it_is_the_folder_below_the_root_of_the_repository(tmp_path: Path) -> None:
    made(tmp_path / ".git")
    assert base_of(made(tmp_path / "规范" / "总部")) == "规范/总部"
    assert base_of(tmp_path) == ""


def test_a_worktree_and_a_submodule_are_repositories_too(tmp_path: Path) -> None:
    made(tmp_path / ".git")
    inner = made(tmp_path / "module" / "spec")
    (tmp_path / "module" / ".git").write_text("gitdir: elsewhere")
    assert base_of(inner) == "spec"


def test_the_current_folder_does_not_matter_in_a_repository(tmp_path: Path) -> None:
    made(tmp_path / ".git")
    spec = made(tmp_path / "a" / "spec")
    assert base_of(spec, tmp_path / "a") == "a/spec"


def test_without_a_repository_it_is_the_folder_below_the_current_one(tmp_path: Path) -> None:
    spec = made(tmp_path / "a" / "spec")
    assert base_of(spec, tmp_path) == "a/spec"
    assert base_of(spec, tmp_path / "elsewhere") == ""


def test_links_and_dots_are_followed(tmp_path: Path) -> None:
    made(tmp_path / ".git")
    spec = made(tmp_path / "spec")
    (tmp_path / "link").symlink_to(spec)
    assert base_of(tmp_path / "link") == "spec"
    assert base_of(spec / ".." / "spec") == "spec"
