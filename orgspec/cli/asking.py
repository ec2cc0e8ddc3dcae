"""What the commands share of reading their arguments: lists, and the path of a specification."""

from __future__ import annotations

from pathlib import Path

from orgspec.cli.terminal import Terminal
from orgspec.config import Overrides
from orgspec.workspace import Compilation, SpecNotFoundError, compile_path


def several(values: tuple[str, ...]) -> tuple[str, ...]:
    """The values of an option that may be repeated and may hold commas: `a,b` and `c` are three."""
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())


def compiled(terminal: Terminal, path: Path, overrides: Overrides | None = None) -> Compilation:
    """The specification at a path; where there is none it says so and leaves with 2."""
    try:
        return compile_path(path, overrides, progress=terminal.progress)
    except SpecNotFoundError as error:
        terminal.fail(error.message)
