"""Which files make up a specification."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from orgspec.diagnostics import Message, say
from orgspec.remembering import digest_of_names
from orgspec.source import Source, Span
from orgspec.syntax.problems import Problem

MANIFEST = "orgspec.yaml"
SUFFIXES = (".yaml", ".yml")
CHECK_ACCESS = say("check that it is there and may be read", "请确认文件存在且可读")


class SpecNotFoundError(Exception):
    """There is no specification at a path, or its manifest cannot be read."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


def locate(path: Path) -> tuple[Path, Path | None, bool]:
    """The root folder, the manifest, and whether the whole folder belongs to the spec.

    A file with a manifest above it belongs to that one's spec; without one it is a spec alone.
    """
    try:
        is_file, is_folder = path.is_file(), path.is_dir()
    except OSError as error:
        raise SpecNotFoundError(unreadable(str(path), error)) from error
    if not is_file and not is_folder:
        raise SpecNotFoundError(
            say(
                "there is no `{path}`; `orgspec init` starts a specification",
                "`{path}` 不存在；可用 `orgspec init` 新建规范",
                path=path,
            )
        )
    folder = path.absolute() if is_folder else path.absolute().parent
    for candidate in (folder, *folder.parents):
        if (candidate / MANIFEST).is_file():
            return candidate, candidate / MANIFEST, True
    if is_file:
        return folder, path.absolute(), False
    raise SpecNotFoundError(
        say(
            "no `{name}` in `{path}` nor in a folder above it; `orgspec init` starts one",
            "`{path}` 及其上级文件夹中没有 `{name}`；可用 `orgspec init` 新建",
            name=MANIFEST,
            path=path,
        )
    )


def files_below(
    root: Path, problems: list[Problem], folders: dict[str, bytes] | None = None
) -> Iterator[Path]:
    """The YAML files below the root, sorted. Hidden folders and specs inside are left out.

    Links to folders are followed last, and only to what was not reached without them. `folders`
    takes every folder that was looked into, with the digest of the names in it.
    """
    reached: set[str] = set()
    pending: list[tuple[Path, tuple[str, ...]]] = [(root, ())]
    links: list[tuple[Path, tuple[str, ...]]] = []
    found: list[Path] = []
    while pending or links:
        folder, trail = pending.pop() if pending else links.pop(0)
        real = os.path.realpath(folder)
        if real in trail:
            problems.append(_loop_problem(root, folder))
        if real in reached:
            continue
        reached.add(real)
        for path, is_folder in _entries(root, folder, problems, folders):
            if not is_folder:
                found.append(path)
            else:
                (links if path.is_symlink() else pending).append((path, (*trail, real)))
    yield from sorted(found)


def _entries(
    root: Path, folder: Path, problems: list[Problem], folders: dict[str, bytes] | None
) -> Iterator[tuple[Path, bool]]:
    """The YAML files and the folders in a folder (True for a folder), sorted."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
        if folders is not None:
            folders[str(folder)] = digest_of_names(entries)
    except OSError as error:
        problems.append(_unreadable_problem(root, folder, error))
        return
    if folder != root and any(entry.name == MANIFEST for entry in entries):
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = Path(entry.path)
        try:
            is_folder = entry.is_dir()
            if not is_folder and not entry.is_file() and entry.is_symlink():
                path.resolve(strict=True)
        except (OSError, RuntimeError) as error:
            if path.suffix in SUFFIXES:
                problems.append(_unreadable_problem(root, path, error))
            continue
        if is_folder or path.suffix in SUFFIXES:
            yield path, is_folder


def unreadable(name: str, error: Exception) -> Message:
    """Why a file or folder could not be read, in the words of the system."""
    reason = getattr(error, "strerror", None) or str(error)
    return say(
        "`{path}` cannot be read: {reason}", "`{path}` 无法读取：{reason}", path=name, reason=reason
    )


def relative(path: Path, root: Path) -> str:
    """A path as people see it: relative to the manifest, forward slashes."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()


def _unreadable_problem(root: Path, path: Path, error: Exception) -> Problem:
    """SYN001 for a folder or link."""
    name = relative(path, root)
    return Problem("SYN001", Source(name, ""), Span(0, 0), unreadable(name, error), CHECK_ACCESS)


def _loop_problem(root: Path, path: Path) -> Problem:
    """SYN001 for a link to a folder that it lies in."""
    name = relative(path, root)
    return Problem(
        "SYN001",
        Source(name, ""),
        Span(0, 0),
        say(
            "`{path}` is a link to a folder that it lies in",
            "`{path}` 是指向其所在文件夹的链接",
            path=name,
        ),
        say(
            "delete the link, or leave it out with `sources`", "请删除该链接，或用 `sources` 排除它"
        ),
    )
