"""What an earlier run said or made, for as long as everything that it read is as it was.

A check that is asked again about nothing new takes as long as comparing its inputs: this module
stands before all others of orgspec and imports none of them but the version. It compares contents
of texts, not times of change: a touched file is no changed file, and a restored one is known again.

Records lie in the user's own cache folder and not beside the specification, for that may come from
strangers, and what it says of itself must not count. Each file begins with the digest of the rest,
so that a damaged one is none; it is written to the side and moved into place, so that two runs at
once do not meet in one. Where nothing can be written nothing is remembered.
"""

from __future__ import annotations

import marshal
import os
import sys
import time

from orgspec.version import program

try:  # hashlib loads OpenSSL first, which takes longer than all else here
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

TYPE_CHECKING = False  # as `typing` has it, whose import takes as long again
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

VERSION = 1
"""Of the form of records; another one is not read."""

CHECKS, BUILDS, ORGANISATIONS = "checks", "builds", "organisations"
"""What is remembered: answers to checks, what builds made of what, what checks had loaded."""

MOST = {CHECKS: 64, BUILDS: 64, ORGANISATIONS: 4}
"""How many records of each kind are kept; the oldest go."""

TIME = "\0"
"""Stands in a remembered text where the seconds of the run belong."""

_SPEAKING = (
    "PYTHONPATH",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "NO_COLOR",
    "TERM",
    "SOURCE_DATE_EPOCH",
    "TZ",
)
_NOT_OF = (
    "--no-cache", "--fix", "--unsafe-fixes", "--diff", "--watch", "--write-baseline", "--output-file",
    "--write-translations", "--force", "--profile-run", "--statistics", "--help", "-h", "--",
)  # fmt: skip
_DIGEST = 32
_BOM = b"\xef\xbb\xbf"


class Inputs:
    """All that a check read.

    Attributes:
        files: path → digest of its text.
        folders: path → digest of the names in it.
        stamps: path → size and time of change of what is no text: pictures, fonts, templates.
        absent: paths at which there was nothing.
        until: when the day of the check ends, in seconds since the epoch; None for never.
    """

    __slots__ = ("absent", "files", "folders", "stamps", "until")

    def __init__(
        self,
        files: dict[str, bytes],
        folders: dict[str, bytes],
        stamps: dict[str, tuple[int, int]],
        absent: tuple[str, ...],
        until: float | None,
    ) -> None:
        self.files = files
        self.folders = folders
        self.stamps = stamps
        self.absent = absent
        self.until = until

    def plain(self) -> tuple[object, ...]:
        """All of it as plain data, in the order of the constructor."""
        return self.files, self.folders, self.stamps, self.absent, self.until


def key_of(arguments: list[str]) -> str:
    """The name under which the answer to some arguments is kept; "" for what is not remembered.

    It stands for the command, the folder it is called in, how the answer looks, and the program.
    """
    if "check" not in arguments or any(
        a.startswith("-o") or a.partition("=")[0] in _NOT_OF for a in arguments
    ):
        return ""
    names = sorted(name for name in os.environ if name.startswith("ORGSPEC_") or name in _SPEAKING)
    try:
        parts = (
            VERSION, arguments, os.getcwd(), [(name, os.environ[name]) for name in names],
            sys.stdout is not None and sys.stdout.isatty(), sys.version, program(),
        )  # fmt: skip
    except OSError:
        return ""
    return name_of(parts)


def name_of(parts: tuple[object, ...]) -> str:
    """The name of a record that stands for some plain data."""
    return blake2b(repr(parts).encode(errors="replace"), digest_size=16).hexdigest()


def is_kept(kind: str, key: str = "") -> bool:
    """Whether there is a record of a kind under a key, or at all; be it still right or not."""
    folder = cache_folder(kind)
    return folder is not None and os.path.exists(os.path.join(folder, key))


def recalled(key: str) -> tuple[int, str] | None:
    """The exit status and the text that were remembered under a key, if all is as it was."""
    record = read_record(CHECKS, key) if key else None
    if record is None:
        return None
    try:
        inputs = Inputs(*record["inputs"])
        now = time.time()
        if now < record["since"] or (inputs.until is not None and now >= inputs.until):
            return None
        return (record["status"], record["text"]) if _unchanged(inputs) else None
    except (KeyError, TypeError, ValueError, OSError):
        return None


def remember(key: str, inputs: Inputs, status: int, text: str) -> None:
    """Keep the answer of a check; where that is not possible, nothing happens."""
    record = {"since": time.time(), "inputs": inputs.plain(), "status": status, "text": text}
    write_record(CHECKS, key, record)


def write_record(kind: str, key: str, record: dict[str, Any]) -> None:
    """Keep plain data under a key; where that is not possible, nothing happens."""
    folder = cache_folder(kind)
    if folder is None:
        return
    data = marshal.dumps(record)
    target = os.path.join(folder, key)
    aside = f"{target}.{os.getpid()}"
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        with open(aside, "wb") as file:
            file.write(_digest(data) + data)
        os.replace(aside, target)
        _keep_few(folder, MOST[kind])
    except OSError:
        from contextlib import suppress  # as rare as it is slow

        with suppress(OSError):
            os.unlink(aside)


def read_record(kind: str, key: str) -> dict[str, Any] | None:
    """What was kept under a key; None if there is nothing, or it is damaged."""
    folder = cache_folder(kind)
    if folder is None:
        return None
    try:
        with open(os.path.join(folder, key), "rb", buffering=0) as file:
            data = file.read()
    except OSError:
        return None
    rest = memoryview(data)[_DIGEST:]  # of a large organisation it is many megabytes
    if _digest(rest) != data[:_DIGEST]:
        return None
    record = marshal.loads(rest)  # our own bytes: the digest says so
    return record if isinstance(record, dict) else None


def cache_folder(kind: str = "") -> str | None:
    """Where records of a kind are kept: `ORGSPEC_CACHE_DIR`, else the user's folder for caches.

    None where the user has no folder, or `ORGSPEC_CACHE_DIR` is empty: nothing is kept then.
    """
    environment = os.environ
    if "ORGSPEC_CACHE_DIR" in environment:
        own = environment["ORGSPEC_CACHE_DIR"]
        return os.path.join(own, kind).rstrip(os.sep) if own else None
    if sys.platform == "win32":
        base = environment.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = environment.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "orgspec", kind).rstrip(os.sep) if os.path.isabs(base) else None


def forget() -> int:
    """Remove all records; how many there were.

    Raises:
        OSError: one of them cannot be removed.
    """
    count = 0
    for kind in MOST:
        folder = cache_folder(kind)
        if folder is not None and os.path.isdir(folder):
            with os.scandir(folder) as entries:
                paths = [entry.path for entry in entries]
            for path in paths:
                os.unlink(path)
            count += len(paths)
    return count


def digest_of_text(text: str) -> bytes:
    """The digest of a file by its text, without a byte order mark."""
    return _digest(text.encode(errors="surrogatepass"))


def digest_of_bytes(data: bytes) -> bytes:
    """The same of a file by its bytes."""
    return _digest(data.removeprefix(_BOM))


def stamp_of(path: str) -> tuple[int, int]:
    """The size of a file and when it was last changed, in nanoseconds.

    Raises:
        OSError: it is not there, or may not be asked for.
    """
    found = os.stat(path)
    return found.st_size, found.st_mtime_ns


def digest_of_names(entries: Iterable[os.DirEntry[str]]) -> bytes:
    """The digest of what stands in a folder: names and which of them are folders.

    Hidden ones do not count, as no specification lies in them.
    """
    shown = sorted((e.name, _is_folder(e)) for e in entries if not e.name.startswith("."))
    return _digest(repr(shown).encode(errors="surrogatepass"))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder; what leads nowhere is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _unchanged(inputs: Inputs) -> bool:
    """Whether all that was read is as it was."""
    if any(os.path.lexists(path) for path in inputs.absent):
        return False
    for path, names in inputs.folders.items():
        with os.scandir(path) as entries:
            if digest_of_names(entries) != names:
                return False
    if any(stamp_of(path) != stamp for path, stamp in inputs.stamps.items()):
        return False
    for path, digest in inputs.files.items():
        with open(path, "rb", buffering=0) as file:
            if digest_of_bytes(file.read()) != digest:
                return False
    return True


def _keep_few(folder: str, most: int) -> None:
    """Remove the oldest records beyond so many."""
    with os.scandir(folder) as entries:
        found = [(entry.stat().st_mtime_ns, entry.path) for entry in entries]
    for _, path in sorted(found)[:-most]:
        os.unlink(path)


def _digest(data: bytes | memoryview) -> bytes:
    """The digest of some bytes."""
    return blake2b(data, digest_size=_DIGEST).digest()
