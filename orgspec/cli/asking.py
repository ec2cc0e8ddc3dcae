"""What the commands share of reading their arguments: lists, and the path of a specification."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from orgspec.analysis.stopwatch import Stopwatch
from orgspec.cli.terminal import Terminal
from orgspec.config import Overrides
from orgspec.diagnostics import say
from orgspec.syntax.limits import Limits, limits_from
from orgspec.workspace import Compilation, SpecNotFoundError, compile_path
from orgspec.workspace.memory import Memory


def several(values: tuple[str, ...]) -> tuple[str, ...]:
    """The values of an option that may be repeated and may hold commas: `a,b` and `c` are three."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def limits_of(terminal: Terminal) -> Limits:
    """The limits that the environment sets; where it sets none that can be, it leaves with 2."""
    try:
        return limits_from(os.environ)
    except ValueError as error:
        terminal.fail(
            say(
                "the environment variable {name} must be a whole number above zero",
                "环境变量 {name} 应为大于零的整数",
                name=error,
            )
        )


def compiled(
    terminal: Terminal,
    path: Path,
    overrides: Overrides | None = None,
    texts: Mapping[str, str] | None = None,
    watch: Stopwatch | None = None,
    jobs: int = 1,
    memory: Memory | None = None,
) -> Compilation:
    """The specification at a path; where there is none it says so and leaves with 2.

    `texts` stand in place of what is on the disk, by path relative to the manifest. `watch` is
    told where the time goes; `jobs` and `memory` are those of `compile_path`.
    """
    try:
        return compile_path(
            path,
            overrides,
            limits=limits_of(terminal),
            progress=terminal.progress,
            texts=texts,
            watch=watch,
            jobs=jobs,
            memory=memory,
        )
    except SpecNotFoundError as error:
        terminal.fail(error.message)
