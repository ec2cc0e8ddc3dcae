"""What the last build into a folder made, and of which documents: what need not be made again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from orgspec.remembering import BUILDS, program, read_record, stamp_of, write_record

_BESIDE = ("templates",)  # of a checkout: what renderers read besides their code


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made: the digest of its document, and of its bytes.

    Attributes:
        stamp: size and time of change of the file as it was put into place.
    """

    print: str
    sha256: str
    stamp: tuple[int, int]


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
        self._files: dict[str, tuple[str, str, tuple[int, int]]] = known or {}

    def find(self, path: str, print_: str) -> Made | None:
        """The file at a path if it was made of that very document and is still as it was."""
        entry = self._files.get(path)
        if entry is None or entry[0] != print_:
            return None
        made = Made(*entry)
        try:
            return made if stamp_of(str(self._folder / path)) == made.stamp else None
        except OSError:
            return None

    def keep(self, prints: Iterable[tuple[str, str, str]], *, all_: bool) -> None:
        """Remember files that are in place: path, digest of the document, digest of the bytes.

        `all_` says that they are all that the folder holds; else what is known of others stays.
        """
        files = {} if all_ else dict(self._files)
        for path, print_, sha256 in prints:
            try:
                files[path] = (print_, sha256, stamp_of(str(self._folder / path)))
            except OSError:
                files.pop(path, None)
        write_record(BUILDS, self._key, {"program": self._program, "files": files})
