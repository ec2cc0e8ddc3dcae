"""Noticing that a specification changed: by looking, which works on every kind of disk."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from orgspec.config import Overrides
from orgspec.syntax.problems import Problem
from orgspec.workspace.baselines import baseline_path
from orgspec.workspace.discovery import SpecNotFoundError, files_below, locate
from orgspec.workspace.translating import LOCK

INTERVAL = 0.3
"""Seconds between two looks; some hundred files cost a few milliseconds each time."""

State = frozenset[tuple[str, int, int]]


def state_of(path: Path, overrides: Overrides) -> State:
    """The files of the specification at a path as they are now: name, time and size of each."""
    try:
        root, manifest, whole = locate(path)
    except SpecNotFoundError:
        return frozenset()
    problems: list[Problem] = []
    files = list(files_below(root, problems)) if whole else [p for p in (manifest,) if p]
    state = set()
    for file in (*files, baseline_path(root, overrides), root / LOCK):
        try:
            about = file.stat()
        except OSError:
            continue
        state.add((str(file), about.st_mtime_ns, about.st_size))
    return frozenset(state)


def wait(path: Path, overrides: Overrides, before: State) -> State:
    """Wait until the files are no longer as they were, and no longer changing either."""
    now = before
    while now == before:
        time.sleep(INTERVAL)
        now = state_of(path, overrides)
    return _settled(lambda: state_of(path, overrides), now)


def _settled(look: Callable[[], State], now: State) -> State:
    """The state once two looks see the same: an editor may write several files."""
    for _ in range(20):
        time.sleep(INTERVAL / 3)
        later = look()
        if later == now:
            break
        now = later
    return now
