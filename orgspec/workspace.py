"""From a path to a checked organisation. The only module that touches the disk."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from orgspec.analysis.engine import Result, analyse
from orgspec.analysis.registry import registry
from orgspec.config import Overrides, selection_of, today_of
from orgspec.diagnostics import Diagnostic, Message, Severity, say
from orgspec.model.linking import link
from orgspec.model.lowering import lower
from orgspec.model.organisation import Organisation
from orgspec.model.program import Program
from orgspec.source import Source, Span
from orgspec.syntax.limits import DEFAULT_LIMITS, Limits
from orgspec.syntax.problems import Problem
from orgspec.syntax.reader import Tree, read

MANIFEST = "orgspec.yaml"
_SUFFIXES = (".yaml", ".yml")
Progress = Callable[[str, int, int], None]


class SpecNotFoundError(Exception):
    """There is no specification at a path, or its manifest cannot be read."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.en)
        self.message = message


@dataclass(frozen=True, slots=True)
class Compilation:
    """A specification, compiled and checked.

    Attributes:
        root: the folder that paths are relative to.
        diagnostics: all findings of the selected rules, sorted; infos included.
        files: how many files were read.
        visible: the severities that the profile prints.
    """

    root: Path
    program: Program
    diagnostics: tuple[Diagnostic, ...]
    withheld: tuple[str, ...]
    files: int
    visible: frozenset[Severity]
    today: dt.date

    @property
    def organisation(self) -> Organisation:
        """The organisation that was compiled."""
        return self.program.organisation

    @property
    def shown(self) -> tuple[Diagnostic, ...]:
        """The findings that the profile prints."""
        return tuple(d for d in self.diagnostics if d.severity in self.visible)

    def count(self, severity: Severity) -> int:
        """How many findings of a severity there are."""
        return sum(1 for d in self.diagnostics if d.severity is severity)


def compile_path(
    path: str | Path,
    overrides: Overrides | None = None,
    *,
    limits: Limits = DEFAULT_LIMITS,
    progress: Progress | None = None,
) -> Compilation:
    """Read, compile and check the specification at a path.

    `path` is a folder with `orgspec.yaml`, a folder inside one, or one file.

    Raises:
        SpecNotFoundError: nothing is there, or the manifest cannot be read.
    """
    root, manifest, whole = locate(Path(path))
    problems: list[Problem] = []
    if whole:
        files = list(_files(root, problems))
    else:
        files = [manifest] if manifest is not None else []
    trees, main = _read_all(root, files, manifest, problems, limits, progress)
    return compile_trees(root, trees, main, problems, overrides or Overrides())


def compile_text(
    text: str, overrides: Overrides | None = None, *, name: str = MANIFEST
) -> Compilation:
    """Compile one text as a whole specification, as if it stood in a manifest of that name."""
    tree = read(Source(name, text.removeprefix("\ufeff")))
    return compile_trees(Path(), [tree], tree, [], overrides or Overrides())


def compile_trees(
    root: Path, trees: list[Tree], manifest: Tree | None, problems: list[Problem], overrides: Overrides
) -> Compilation:
    """Lower, link and analyse what was read."""
    lowering = lower(trees, manifest)
    organisation = lowering.organisation()
    anchor_tree = manifest or (trees[0] if trees else Tree(Source(MANIFEST, "")))
    every = [*problems, *(p for tree in trees for p in tree.problems), *lowering.problems]
    program = Program(
        organisation,
        link(organisation),
        lowering.origins,
        every,
        tuple(tree.source for tree in trees if tree.broken),
        (anchor_tree.source, _first_line(anchor_tree.source)),
    )
    today = today_of(organisation, overrides)
    selection = selection_of(organisation, overrides)
    result: Result = analyse(program, selection, today, registry())
    return Compilation(
        root,
        program,
        result.diagnostics,
        result.withheld,
        len(trees),
        frozenset(s for s in Severity if selection.visible(s)),
        today,
    )


def _first_line(source: Source) -> Span:
    """The first line that says something: where findings about the whole are shown."""
    for number in range(1, min(source.line_count, 50) + 1):
        line = source.line(number)
        if line.strip() and not line.lstrip().startswith("#"):
            start = source.text.find(line)
            return Span(start, start + len(line.rstrip()))
    return Span(0, 0)


# --- finding the files ---


def locate(path: Path) -> tuple[Path, Path | None, bool]:
    """The root folder, the manifest, and whether the whole folder belongs to the spec.

    A file with a manifest above it belongs to that one's spec; without one it is a spec alone.
    """
    try:
        is_file, is_folder = path.is_file(), path.is_dir()
    except OSError as error:
        raise SpecNotFoundError(_unreadable(str(path), error)) from error
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


def _files(root: Path, problems: list[Problem]) -> Iterator[Path]:
    """The YAML files below the root, sorted. Hidden folders and specs inside are left out."""
    pending = [(root, (os.path.realpath(root),))]
    found: list[Path] = []
    while pending:
        folder, trail = pending.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            problems.append(_unreadable_problem(root, folder, error))
            continue
        if folder != root and any(entry.name == MANIFEST for entry in entries):
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = Path(entry.path)
            try:
                is_folder = entry.is_dir()
                if not is_folder and not entry.is_file() and entry.is_symlink():
                    path.resolve(strict=True)
            except (OSError, RuntimeError) as error:
                if path.suffix in _SUFFIXES:
                    problems.append(_unreadable_problem(root, path, error))
                continue
            if is_folder:
                real = os.path.realpath(path)
                if real in trail:
                    problems.append(_loop_problem(root, path))
                else:
                    pending.append((path, (*trail, real)))
            elif path.suffix in _SUFFIXES:
                found.append(path)
    yield from sorted(found)


def _read_all(
    root: Path,
    files: list[Path],
    manifest: Path | None,
    problems: list[Problem],
    limits: Limits,
    progress: Progress | None,
) -> tuple[list[Tree], Tree | None]:
    """Read the manifest first, then what its `sources` name."""
    trees: list[Tree] = []
    main: Tree | None = None
    if manifest is not None:
        main = read_file(manifest, root, limits)
        if any(problem.code == "SYN001" for problem in main.problems):
            raise SpecNotFoundError(main.problems[0].message)
        trees.append(main)
    rest = [path for path in files if path != manifest]
    globs = _source_globs(main)
    if globs:
        from orgspec.analysis.selection import path_matches

        names = [path.relative_to(root).as_posix() for path in rest]
        rest = [
            path
            for path, name in zip(rest, names, strict=True)
            if any(path_matches(name, glob) for glob in globs)
        ]
    for index, path in enumerate(rest):
        if progress is not None:
            progress("read", index, len(rest))
        tree = read_file(path, root, limits)
        problems.extend(p for p in tree.problems if p.code == "SYN001")
        tree.problems[:] = [p for p in tree.problems if p.code != "SYN001"]
        trees.append(tree)
    return trees, main


def _source_globs(main: Tree | None) -> tuple[str, ...]:
    """The manifest's `sources`, read before anything is lowered."""
    root = main.root if main is not None else None
    written = root.get("sources") if isinstance(root, dict) else None
    if isinstance(written, str):
        return (written,)
    if isinstance(written, list):
        return tuple(glob for glob in written if isinstance(glob, str))
    return ()


def read_file(path: Path, root: Path, limits: Limits) -> Tree:
    """Read one file; what cannot be read is a problem of its tree, never an exception."""
    name = _relative(path, root)
    try:
        for _ in range(3):
            before = path.stat()
            if before.st_size > limits.file_bytes:
                return _too_large(name, before.st_size, limits)
            data = path.read_bytes()
            after = path.stat()
            if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
                return _decode(name, data, limits)
    except (OSError, ValueError, RuntimeError) as error:
        source = Source(name, "")
        problem = Problem("SYN001", source, Span(0, 0), _unreadable(name, error), _CHECK_ACCESS)
        return Tree(source, problems=[problem], broken=True)
    source = Source(name, "")
    message = say("`{path}` changes while it is read", "`{path}` 在读取时不断变化", path=name)
    return Tree(source, problems=[Problem("SYN001", source, Span(0, 0), message, _CHECK_ACCESS)], broken=True)


def _decode(name: str, data: bytes, limits: Limits) -> Tree:
    """The tree of a file's bytes."""
    try:
        return read(Source(name, data.decode("utf-8-sig")), limits)
    except UnicodeDecodeError as error:
        text = data.decode("utf-8-sig", errors="replace")
        offset = len(data[: error.start].decode("utf-8-sig", errors="replace"))
        source = Source(name, text)
        problem = Problem(
            "SYN002",
            source,
            Span(min(offset, len(text)), min(offset + 1, len(text))),
            say("this file is not UTF-8", "此文件不是 UTF-8 编码"),
            _encoding_help(data),
        )
        return Tree(source, problems=[problem], broken=True)


def _encoding_help(data: bytes) -> Message:
    """What the bytes may be instead."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return say("it is UTF-16: save it as UTF-8", "这是 UTF-16 编码：请另存为 UTF-8")
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return say("save the file as UTF-8", "请将文件另存为 UTF-8")
    return say("it looks like GBK (GB 18030): save it as UTF-8", "看起来是 GBK（GB 18030）编码：请另存为 UTF-8")


def _too_large(name: str, size: int, limits: Limits) -> Tree:
    """A file beyond the limit."""
    source = Source(name, "")
    message = say(
        "`{path}` has {size} bytes, more than the limit of {limit}",
        "`{path}` 有 {size} 字节，超过上限 {limit}",
        path=name,
        size=f"{size:,}",
        limit=f"{limits.file_bytes:,}",
    )
    advice = say("split it, or leave it out with `sources`", "请拆分文件，或用 `sources` 排除它")
    return Tree(source, problems=[Problem("SYN006", source, Span(0, 0), message, advice)], broken=True)


_CHECK_ACCESS = say("check that it is there and may be read", "请确认文件存在且可读")


def _unreadable(name: str, error: Exception) -> Message:
    """Why a file or folder could not be read, in the words of the system."""
    reason = getattr(error, "strerror", None) or str(error)
    return say("`{path}` cannot be read: {reason}", "`{path}` 无法读取：{reason}", path=name, reason=reason)


def _relative(path: Path, root: Path) -> str:
    """A path as people see it: relative to the manifest, forward slashes."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.as_posix()


def _unreadable_problem(root: Path, path: Path, error: Exception) -> Problem:
    """SYN001 for a folder or link."""
    name = _relative(path, root)
    return Problem("SYN001", Source(name, ""), Span(0, 0), _unreadable(name, error), _CHECK_ACCESS)


def _loop_problem(root: Path, path: Path) -> Problem:
    """SYN001 for a link to a folder that it lies in."""
    name = _relative(path, root)
    return Problem(
        "SYN001",
        Source(name, ""),
        Span(0, 0),
        say("`{path}` is a link to a folder that it lies in", "`{path}` 是指向其所在文件夹的链接", path=name),
        say("delete the link, or leave it out with `sources`", "请删除该链接，或用 `sources` 排除它"),
    )


# --- writing ---


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file to the side and move it into place: it is never half-written.

    Raises:
        OSError: it cannot be written; what was there before is untouched.
    """
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_text(path: Path, text: str) -> None:
    """Write a text file as UTF-8, the same way."""
    write_bytes(path, text.encode("utf-8"))
