"""Files to trees; what cannot be read is a problem, never an exception."""

from __future__ import annotations

import stat
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from orgspec.analysis.globs import path_matches
from orgspec.diagnostics import Message, say
from orgspec.source import Source, Span
from orgspec.syntax.limits import Limits
from orgspec.syntax.problems import Problem
from orgspec.syntax.reader import Tree, read
from orgspec.workspace.discovery import CHECK_ACCESS, SpecNotFoundError, relative, unreadable
from orgspec.workspace.reading_together import read_together

Progress = Callable[[str, int, int], None]
Trees = dict[str, Tree]
"""Files that were read earlier, by path relative to the root: each holds for its very text."""


def read_all(
    root: Path,
    files: list[Path],
    manifest: Path | None,
    problems: list[Problem],
    limits: Limits,
    progress: Progress | None,
    texts: Mapping[str, str] | None = None,
    kept: Trees | None = None,
    processes: int = 1,
) -> tuple[Generator[Tree, None, None], Tree | None]:
    """Read the manifest, and what its `sources` name as it is asked for; the manifest comes first.

    `texts` stand in place of what is on the disk, by path relative to the root. `kept` gives the
    tree of what it has, and takes that of the rest. `problems` is complete after the last tree.
    """
    read_one = partial(read_file, root=root, limits=limits, texts=texts, kept=kept)
    together = processes if not kept else 1  # what is known need not be read
    main: Tree | None = None
    if manifest is not None:
        main = read_one(manifest)
        if any(problem.code == "SYN001" for problem in main.problems):
            raise SpecNotFoundError(main.problems[0].message)
    rest = [path for path in files if path != manifest]
    globs = _source_globs(main)
    if globs:
        rest = [path for path in rest if _wanted(relative(path, root), globs)]
        problems[:] = [p for p in problems if _wanted(p.source.path, globs)]

    def trees() -> Generator[Tree, None, None]:
        if main is not None:
            yield main
        for index, tree in enumerate(_read(rest, read_one, kept, together)):
            if progress is not None:
                progress("read", index, len(rest))
            problems.extend(p for p in tree.problems if p.code == "SYN001")
            tree.problems[:] = [p for p in tree.problems if p.code != "SYN001"]
            yield tree

    return trees(), main


def _read(
    paths: Sequence[Path], read_one: Callable[[Path], Tree], kept: Trees | None, processes: int
) -> Iterator[Tree]:
    """The trees of some files, in order."""
    if processes == 1:
        yield from map(read_one, paths)
        return
    for tree in read_together([(path, size_of(path)) for path in paths], read_one, processes):
        if kept is not None and not tree.broken:
            kept[tree.source.path] = tree
        yield tree


def size_of(path: Path) -> int:
    """The bytes of a file; none if it cannot be asked."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _source_globs(main: Tree | None) -> tuple[str, ...]:
    """The manifest's `sources`, read before anything is lowered."""
    root = main.root if main is not None else None
    written = root.get("sources") if isinstance(root, dict) else None
    if isinstance(written, str):
        return (written,)
    if isinstance(written, list):
        return tuple(glob for glob in written if isinstance(glob, str))
    return ()


def _wanted(name: str, globs: tuple[str, ...]) -> bool:
    """Whether `sources` names a file, or files that might lie in a folder of that name."""
    return any(path_matches(name, glob) or path_matches(f"{name}/x.yaml", glob) for glob in globs)


def read_file(
    path: Path,
    root: Path,
    limits: Limits,
    texts: Mapping[str, str] | None = None,
    kept: Trees | None = None,
) -> Tree:
    """Read one file; what cannot be read is a problem of its tree, never an exception."""
    name = relative(path, root)
    if texts and name in texts:
        return _tree(name, texts[name], limits, kept)
    try:
        for _ in range(3):
            before = path.stat()
            if not stat.S_ISREG(before.st_mode):
                return _no_file(name)
            if before.st_size > limits.file_bytes:
                return _too_large(name, before.st_size, limits)
            data = path.read_bytes()
            after = path.stat()
            if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
                return _decode(name, data, limits, kept)
    except (OSError, ValueError, RuntimeError) as error:
        source = Source(name, "")
        problem = Problem("SYN001", source, Span(0, 0), unreadable(name, error), CHECK_ACCESS)
        return Tree(source, problems=[problem], broken=True)
    source = Source(name, "")
    message = say("`{path}` changes while it is read", "`{path}` 在读取时不断变化", path=name)
    return Tree(
        source, problems=[Problem("SYN001", source, Span(0, 0), message, CHECK_ACCESS)], broken=True
    )


def _tree(name: str, text: str, limits: Limits, kept: Trees | None) -> Tree:
    """The tree of a text: the one that is kept if it is of the same text."""
    if kept is None:
        return read(Source(name, text), limits)
    tree = kept.get(name)
    if tree is None or tree.source.text != text:
        tree = kept[name] = read(Source(name, text), limits)
    return tree


def _decode(name: str, data: bytes, limits: Limits, kept: Trees | None) -> Tree:
    """The tree of a file's bytes."""
    try:
        return _tree(name, data.decode("utf-8-sig"), limits, kept)
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
    return say(
        "it looks like GBK (GB 18030): save it as UTF-8",
        "看起来是 GBK（GB 18030）编码：请另存为 UTF-8",
    )


def _no_file(name: str) -> Tree:
    """A pipe or a device, which might never end."""
    source = Source(name, "")
    message = say("`{path}` is no ordinary file", "`{path}` 不是普通文件", path=name)
    return Tree(
        source, problems=[Problem("SYN001", source, Span(0, 0), message, CHECK_ACCESS)], broken=True
    )


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
    return Tree(
        source, problems=[Problem("SYN006", source, Span(0, 0), message, advice)], broken=True
    )
