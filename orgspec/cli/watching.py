"""`orgspec check --watch`: check again whenever a file of the specification changes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import click

from orgspec.cli.collector import collect_while_waiting
from orgspec.cli.terminal import Terminal
from orgspec.config import Overrides
from orgspec.diagnostics import say
from orgspec.workspace.watching import state_of, wait

_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


def watched(terminal: Terminal, path: Path, overrides: Overrides, once: Callable[[], int]) -> int:
    """Run `once`, and again after every change, until Ctrl-C; the status of the last run.

    The screen is cleared on a terminal only: what goes into a file or a pipe stays whole. What
    cannot be read at the start ends it; later on, it waits for the next change.
    """
    status: int | None = None
    while True:
        try:
            if sys.stdout.isatty():
                sys.stdout.write(_CLEAR)
            before = state_of(path, overrides)
            terminal.started = time.perf_counter()
            try:
                status = once()
            except click.exceptions.Exit as stop:
                if status is None:
                    raise
                status = stop.exit_code
            sys.stdout.flush()
            terminal.note(say("waiting for changes; Ctrl-C ends", "等待改动；按 Ctrl-C 结束"))
            collect_while_waiting()
            wait(path, overrides, before)
        except KeyboardInterrupt:
            click.echo("", err=True)
            return 130 if status is None else status
