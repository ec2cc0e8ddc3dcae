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
    except Exception as error:
        if not type(error).__module__.startswith("jinja2"):
            raise
        terminal.fail(_template_trouble(error))


def _template_trouble(error: Exception) -> Message:
    """What is wrong with a template of the user's own, and on which line if that is known."""
    name = getattr(error, "name", None) or getattr(error, "filename", None) or "?"
    line = getattr(error, "lineno", None)
    return say(
        "the template `{name}` cannot be used: {why}",
        "模板 `{name}` 无法使用：{why}",
        name=f"{name}:{line}" if line else name,
        why=getattr(error, "message", None) or error,
    )
