"""What the last build into a folder made, and of which documents: what need not be made again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from orgspec.remembering import BUILDS, read_record, write_record
from orgspec.version import program

_BESIDE = ("templates",)  # of a checkout: what renderers read besides their code

Stamp = tuple[int, int, int]
"""The size of a file, when it was last changed, and which file of its disk it is."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made: the digest of its document, and of its bytes.

    Attributes:
        stamp: that of the file as it was put into place.
    """

    print: str
    sha256: str
    stamp: Stamp


def stamp_of(path: Path) -> Stamp:
    """What tells whether a file is still the one that it was; moving it changes nothing.

    Raises:
        OSError: it is not there, or may not be asked for.
    """
    found = path.stat()
    return found.st_size, found.st_mtime_ns, found.st_ino


class MadeBefore:
    """The files of the last build into a folder by their path below it.

    A file counts only if the same program made it and nobody has touched it since.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = hashlib.sha256(str(folder.absolute()).encode(errors="replace")).hexdigest()[:32]
        self._program = repr(program(*_BESIDE))
        record = read_record(BUILDS, self._key) or {}
        known = record.get("files") if record.get("program") == self._program else None
        self._files: dict[str, tuple[str, str, Stamp]] = known or {}

    def find(self, path: str, print_: str) -> Made | None:
        """The file at a path if it was made of that very document and is still as it was."""
        entry = self._files.get(path)
        if entry is None or entry[0] != print_:
            return None
        made = Made(*entry)
        return made if self.stands(path, made) else None

    def stands(self, path: str, made: Made) -> bool:
        """Whether a file is still as it was put into place."""
        try:
            return stamp_of(self._folder / path) == made.stamp
        except OSError:
            return False

    def keep(self, made: Iterable[tuple[str, Made]], *, all_: bool) -> None:
        """Remember files by their path, with the stamps that they had when they were written.

        Stamps are not taken from what is in place now: another build may have put its own there.
        `all_` says that they are all that the folder holds; else what is known of others stays.
        """
        files = {} if all_ else dict(self._files)
        files.update((path, (each.print, each.sha256, each.stamp)) for path, each in made)
        write_record(BUILDS, self._key, {"program": self._program, "files": files})
