"""Writing what a command makes, and saying so where that cannot be done."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from orgspec.cli.terminal import Terminal
from orgspec.diagnostics import Message, say


@contextmanager
def written(terminal: Terminal, output: Path) -> Iterator[None]:
    """Say so where the output cannot be made or written or a library is missing; leave with 2."""
    from orgspec.render.errors import RendererMissing, RenderingFailed
    from orgspec.render.form.trouble import TemplateTrouble

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
    except (RendererMissing, RenderingFailed) as error:
        terminal.fail(Message(error.said("en"), error.said("zh")))
    except TemplateTrouble as found:
        terminal.fail(found.message())


def write_to(data: bytes, output: Path) -> None:
    """Write a document, to standard output for `-`."""
    from orgspec.workspace import write_bytes

    if str(output) == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_bytes(output, data)
