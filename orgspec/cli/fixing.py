"""`orgspec check --fix` and `--diff`: mending, showing what would be mended, saying what was."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from orgspec.cli.asking import compiled
from orgspec.cli.terminal import Terminal
from orgspec.config import Overrides
from orgspec.diagnostics import Message, say
from orgspec.workspace import Compilation
from orgspec.workspace.fixing import ChangedMeanwhileError, Fixed, fix, fixable, write
from orgspec.workspace.memory import Memory


def mended(
    terminal: Terminal,
    path: Path,
    overrides: Overrides,
    *,
    unsafe: bool,
    jobs: int = 1,
    memory: Memory | None = None,
) -> Fixed:
    """The specification at a path with its fixes, in memory.

    It is checked many times: each time reads and lowers only what the last fixes changed.
    """
    known = memory or Memory()

    def compile_(overrides: Overrides, texts: Mapping[str, str]) -> Compilation:
        return compiled(terminal, path, overrides, texts, jobs=jobs, memory=known)

    return fix(compile_, overrides, unsafe=unsafe)


def written_back(terminal: Terminal, fixed: Fixed) -> None:
    """Write what was mended; where that is not possible all is left as it was, and it leaves with 2."""
    try:
        write(fixed)
    except ChangedMeanwhileError as error:
        terminal.fail(
            say(
                "`{path}` was changed meanwhile; nothing was fixed",
                "`{path}` 在此期间被改动；未作任何修复",
                path=error.path,
            )
        )
    except OSError as error:
        terminal.fail(
            say(
                "`{path}` cannot be written: {why}; nothing was fixed",
                "`{path}` 无法写入：{why}；未作任何修复",
                path=error.filename or "?",
                why=error.strerror or error,
            )
        )


def show_diff(terminal: Terminal, fixed: Fixed) -> int:
    """Print what would change as a unified diff; 1 if anything would, as a formatter has it."""
    from difflib import unified_diff

    for path in sorted(fixed.after):
        old, new = _lines(fixed.before[path]), _lines(fixed.after[path])
        for line in unified_diff(old, new, f"a/{path}", f"b/{path}"):
            sys.stdout.write(
                line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
            )
    if fixed.fixed:
        terminal.note(
            say(
                "findings that would be fixed: {n}; files: {m}",
                "将修复 {m} 个文件中的 {n} 条发现",
                n=len(fixed.fixed),
                m=len(fixed.after),
            )
        )
    return int(bool(fixed.after))


def said(fixed: Fixed | None, compilation: Compilation) -> list[Message]:
    """How much was fixed, and how much more could be."""
    lines = []
    if fixed is not None:
        n = len(fixed.fixed)
        lines.append(say("findings fixed: {n}", "已修复 {n} 条发现", n=n))
    mendable = fixable(compilation, unsafe=True)
    safe = 0 if fixed is not None else len(fixable(compilation, unsafe=False))
    unsafe = sum(1 for each in mendable if each.fix is not None and not each.fix.safe)
    if safe:
        lines.append(say("`--fix` would fix {n}", "`--fix` 可修复 {n} 条", n=safe))
    if unsafe and (safe or fixed):
        more = say(
            "`--fix --unsafe-fixes` would fix {n} more",
            "`--fix --unsafe-fixes` 可再修复 {n} 条",
            n=unsafe,
        )
        lines.append(more)
    elif unsafe:
        every = say(
            "`--fix --unsafe-fixes` would fix {n}",
            "`--fix --unsafe-fixes` 可修复 {n} 条",
            n=unsafe,
        )
        lines.append(every)
    return lines


def _lines(text: str) -> list[str]:
    """The lines of a text with their breaks; only a line feed breaks one, as `diff` has it."""
    return [line for line in text.replace("\n", "\n\0").split("\0") if line]
