"""What the commands share of the terminal: language, colour, progress, writing."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass, field
from typing import NoReturn

import click

from orgspec.diagnostics import Message, say
from orgspec.report.style import Style

_ERROR = say("error: ", "错误：")


@dataclass(slots=True)
class Terminal:
    """The state of one run of the command line.

    `key` is the name under which its answer may be remembered; "" if it may not.
    """

    locale: str = "en"
    quiet: bool = False
    colour: bool | None = None
    key: str = ""
    started: float = field(default_factory=time.perf_counter)

    @property
    def style(self) -> Style:
        """Colours if standard output is a terminal that wants them."""
        if self.colour is not None:
            return Style(self.colour)
        if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
            return Style(False)
        return Style(sys.stdout.isatty())

    @property
    def seconds(self) -> float:
        """How long the run has taken so far."""
        return time.perf_counter() - self.started

    def say(self, text: str) -> None:
        """Write a line to standard output."""
        click.echo(text, color=True)

    def note(self, message: Message) -> None:
        """Write a line to standard error, unless asked to be quiet."""
        if not self.quiet:
            click.echo(message.in_(self.locale), err=True)

    def fail(self, message: Message, status: int = 2) -> NoReturn:
        """Say what is wrong on standard error and leave with a status."""
        click.echo(_ERROR.in_(self.locale) + message.in_(self.locale), err=True)
        raise click.exceptions.Exit(status)

    def progress(self, what: str, done: int, total: int) -> None:
        """A bar on standard error, on a terminal only, once work has taken a while."""
        if self.quiet or not sys.stderr.isatty() or self.seconds < 0.5 or total == 0:
            return
        filled = 24 * done // total
        bar = "█" * filled + "░" * (24 - filled)
        sys.stderr.write(f"\r{bar} {done}/{total} {what[:40]}\x1b[K")
        if done >= total:
            sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
