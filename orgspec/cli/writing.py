"""Writing what a command makes, and saying so where that cannot be done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from orgspec.cli.terminal import Terminal
from orgspec.diagnostics import Message, say


@contextmanager
def written(terminal: Terminal, output: Path) -> Iterator[None]:
    """Say so where the output cannot be written or a library is missing, and leave with 2."""
    from orgspec.render.errors import RendererMissing

    try:
        yield
    except OSError as error:
        terminal.fail(
            say(
                "`{path}` cannot be written: {why}",
                "`{path}` 无法写入：{why}",
                path=output,
                why=error.strerror or error,
            )
        )
    except RendererMissing as missing:
        terminal.fail(Message(missing.said("en"), missing.said("zh")))
