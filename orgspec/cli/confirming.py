"""Confirming translations: each is then held to be made from the default text beside it."""

from __future__ import annotations

from pathlib import Path

from orgspec.cli.asking import compiled
from orgspec.cli.terminal import Terminal
from orgspec.cli.writing import written
from orgspec.config import Overrides
from orgspec.diagnostics import say
from orgspec.model.translations import confirmed as translations_of
from orgspec.workspace import LOCK, MANIFEST, Compilation, write_lock


def confirmed(
    terminal: Terminal, path: Path, overrides: Overrides, compilation: Compilation
) -> Compilation:
    """Write `translations.lock` beside the manifest, and check again with it.

    Where a file could not be read its translations are unknown: nothing is written then, lest
    they be forgotten. A specification of one language has none; nor has one without a manifest
    a place for them.
    """
    root = compilation.root
    if not (root / MANIFEST).is_file():
        terminal.fail(
            say(
                "`{lock}` lies beside `{manifest}`, and there is none in `{folder}`",
                "`{lock}` 位于 `{manifest}` 旁，而 `{folder}` 中没有清单",
                lock=LOCK,
                manifest=MANIFEST,
                folder=root,
            )
        )
    if compilation.program.broken:
        terminal.note(
            say(
                "`{lock}` is not written: a file could not be read, and what it translates is unknown",
                "未写入 `{lock}`：有文件无法读取，其中的译文不明",
                lock=LOCK,
            )
        )
        return compilation
    translations = translations_of(compilation.organisation)
    with written(terminal, root / LOCK):
        write_lock(root, translations)
    terminal.note(
        say(
            "`{lock}`: {n} texts with confirmed translations",
            "`{lock}`：已确认 {n} 段文字的译文",
            lock=LOCK,
            n=len(translations.recorded),
        )
    )
    return compiled(terminal, path, overrides)
