"""Files are written to the side and moved into place."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file to the side and move it into place: it is never half-written.

    A file that was there keeps its permissions.

    Raises:
        OSError: it cannot be written; what was there before is untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    staged = _staged(path, data)
    try:
        staged.replace(path)
    except BaseException:
        staged.unlink(missing_ok=True)
        raise


def write_text(path: Path, text: str) -> None:
    """Write a text file as UTF-8, the same way."""
    write_bytes(path, text.encode("utf-8"))


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write over files that are there, all or none.

    Raises:
        OSError: one of them is write-protected or cannot be written; all are as they were.
    """
    for path in files:
        mode = path.stat().st_mode
        if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(path, os.W_OK):
            # Moving a new file into place would not ask the old one's leave.
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    before = {path: path.read_bytes() for path in files}
    staged: dict[Path, Path] = {}
    moved: list[Path] = []
    try:
        for path, data in files.items():
            staged[path] = _staged(path, data)
        for path, aside in staged.items():
            aside.replace(path)
            moved.append(path)
    except BaseException:
        for path in moved:
            write_bytes(path, before[path])
        for aside in staged.values():
            aside.unlink(missing_ok=True)
        raise


def _staged(path: Path, data: bytes) -> Path:
    """A file beside `path` with the bytes that it shall hold, and its permissions."""
    import tempfile

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        aside.chmod(_mode(path))
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    return aside


def _mode(path: Path) -> int:
    """The permissions of a file: those that it has, else those that the user's mask leaves."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask
