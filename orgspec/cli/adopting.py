"""`orgspec check --write-baseline`: hold back what is found today."""

from __future__ import annotations

import os
from pathlib import Path

from orgspec.analysis.baseline import text_of
from orgspec.cli.asking import compiled
from orgspec.cli.terminal import Terminal
from orgspec.cli.writing import written
from orgspec.config import Overrides
from orgspec.diagnostics import say
from orgspec.workspace import Compilation, write_text
from orgspec.workspace.adoption import renewed
from orgspec.workspace.baselines import baseline_path


def adopted(
    terminal: Terminal, path: Path, overrides: Overrides, compilation: Compilation, *, force: bool
) -> Compilation:
    """Write the baseline and check again with it.

    A file that cannot be parsed hides what it holds: then nothing is written, and neither where
    the baseline that is there cannot be read, unless it may be written anew.
    """
    target = baseline_path(compilation.root, overrides)
    shown = os.path.relpath(target)
    if compilation.program.broken:
        terminal.fail(
            say(
                "`{path}` cannot be parsed: mend it before a baseline is written",
                "`{path}` 无法解析：请先改正再写入基线",
                path=compilation.program.broken[0].path,
            ),
            1,
        )
    if target.is_file() and compilation.baseline is None and not force:
        terminal.fail(
            say(
                "`{path}` is no baseline; `--force` writes it anew",
                "`{path}` 不是有效的基线；可用 `--force` 重新生成",
                path=shown,
            )
        )
    counts = renewed(compilation, grow=force)
    with written(terminal, target):
        write_text(target, text_of(counts))
    terminal.note(
        say(
            "`{path}` holds {n} back",
            "`{path}` 暂缓 {n} 条发现",
            path=shown,
            n=sum(counts.values()),
        )
    )
    return compiled(terminal, path, overrides)
