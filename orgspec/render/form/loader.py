"""Templates that a template includes or extends: those that lie in a folder, and no others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BaseLoader, TemplateNotFound
from jinja2.loaders import split_template_path

if TYPE_CHECKING:
    from jinja2 import Environment

_LARGEST = 4_000_000  # bytes
SUFFIXES = (".html", ".htm", ".md", ".jinja", ".j2", ".css", ".js", ".svg", ".txt")
"""What a template may include: text that is meant for pages. Not `.git/config`, nor a key."""


class FolderLoader(BaseLoader):
    """Finds templates below folders, the first folder first.

    A name with `..`, a hidden file or folder, a link that leads out of the folder, and a file that
    is no page text is not found.
    """

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self.folders = folders

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The text of a template, the name by which messages call it, whether it still holds."""
        pieces = split_template_path(template)
        hidden = any(piece.startswith(".") for piece in pieces)
        if pieces and not hidden and pieces[-1].lower().endswith(SUFFIXES):
            for folder in self.folders:
                path = folder.joinpath(*pieces)
                if _is_inside(path, folder):
                    return _read(path, template), template, _unchanged(path)
        raise TemplateNotFound(template)


def _is_inside(path: Path, folder: Path) -> bool:
    """Whether a path is a file of bearable size that lies below a folder, links followed."""
    try:
        real = path.resolve()
        inside = real.is_relative_to(folder.resolve())
        return inside and real.is_file() and real.stat().st_size <= _LARGEST
    except (OSError, RuntimeError, ValueError):
        return False


def _read(path: Path, template: str) -> str:
    """The text of a file.

    Raises:
        TemplateNotFound: it cannot be read, or is no text in UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateNotFound(template) from error


def _unchanged(path: Path) -> Callable[[], bool]:
    """Whether a file is as it was when it was read."""

    def stamp() -> tuple[int, int] | None:
        try:
            found = path.stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size

    before = stamp()
    return lambda: before is not None and stamp() == before
