"""Where the files that ship beside the code lie, in a checkout and in an installed wheel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def folder(name: str) -> Path:
    """The folder `schemas`, `templates` or `samples`.

    A wheel carries it inside the package as `_<name>`; in a checkout it stands beside the package.

    Raises:
        FileNotFoundError: the folder is in neither place: the installation is damaged.
    """
    for candidate in (_PACKAGE / f"_{name}", _PACKAGE.parent / name):
        if candidate.is_dir():
            return candidate
    raise FileNotFoundError(f"orgspec's own folder '{name}' is missing; install orgspec again")


@contextmanager
def staged(files: Iterable[tuple[str, bytes]]) -> Iterator[Path]:
    """A folder that holds files, by name, for programs that read nothing but files."""
    import tempfile  # with all that it imports a tenth of what a command takes to start

    with tempfile.TemporaryDirectory(prefix="orgspec-") as name:
        for each, data in files:
            (Path(name) / each).write_bytes(data)
        yield Path(name)
