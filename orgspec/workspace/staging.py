"""Files that are written to the side and put into place together, so that a failure harms none."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """A folder on the same disk to write into; gone afterwards, whatever happens."""
    stage = Path(tempfile.mkdtemp(prefix=".orgspec-", dir=folder))
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other builds from putting their files into a folder meanwhile, where the system can."""
    try:
        from fcntl import LOCK_EX, flock
    except ImportError:  # Windows locks no folders
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # nor do some disks of a network
            flock(handle, LOCK_EX)
        yield
    finally:
        os.close(handle)


def put_aside(stage: Path, path: str, data: bytes) -> None:
    """Write one file to the side."""
    target = stage / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)


def move(stage: Path, folder: Path, paths: Iterable[str]) -> None:
    """Move files into place, in the order given."""
    for path in paths:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            (stage / path).replace(target)
        except FileNotFoundError:  # another build has just removed the folder as empty
            target.parent.mkdir(parents=True, exist_ok=True)
            (stage / path).replace(target)


def remove(folder: Path, paths: Iterable[str]) -> None:
    """Remove files of an earlier build, and folders left empty."""
    root = folder.resolve()
    for path in paths:
        target = (folder / path).resolve()
        if root not in target.parents:
            continue  # a damaged listing must not reach outside
        target.unlink(missing_ok=True)
        with suppress(OSError):  # another build may be putting files there
            for parent in target.parents:
                if parent == root or any(parent.iterdir()):
                    break
                parent.rmdir()
