"""The file of a baseline: where it lies, reading it, writing it."""

from __future__ import annotations

from pathlib import Path

from orgspec.analysis.baseline import Baseline, parse
from orgspec.config import Overrides
from orgspec.diagnostics import Message, say
from orgspec.source import Source, Span
from orgspec.syntax.limits import Limits
from orgspec.syntax.problems import Problem
from orgspec.workspace.discovery import CHECK_ACCESS, relative, unreadable

BASELINE = "orgspec-baseline.json"


def baseline_path(root: Path, overrides: Overrides) -> Path:
    """Where the baseline lies, whether it is there or not."""
    return overrides.baseline.absolute() if overrides.baseline else root / BASELINE


def read_baseline(
    root: Path, overrides: Overrides, problems: list[Problem], limits: Limits
) -> Baseline | None:
    """The baseline in force; what is wrong with its file is added to the problems."""
    path = baseline_path(root, overrides)
    if not overrides.with_baseline or not path.exists():
        return None
    name = relative(path, root)
    try:
        size = path.stat().st_size
        if size > limits.file_bytes:
            problems.append(_unusable(name, _too_large(name, size)))
            return None
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, ValueError) as error:
        problems.append(_unusable(name, unreadable(name, error)))
        return None
    parsed = parse(Source(name, text))
    if isinstance(parsed, Problem):
        problems.append(parsed)
        return None
    return parsed


def _unusable(name: str, why: Message) -> Problem:
    """SYN010 for a file that could not even be opened."""
    return Problem("SYN010", Source(name, ""), Span(0, 0), why, CHECK_ACCESS)


def _too_large(name: str, size: int) -> Message:
    """A file beyond the limit."""
    return say("`{path}` has {n} bytes, which is too much", "`{path}` 有 {n} 字节，过大", path=name, n=f"{size:,}")  # fmt: skip
