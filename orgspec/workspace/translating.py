"""The file of confirmed translations beside the manifest: read and written."""

from __future__ import annotations

from pathlib import Path

from orgspec.model.translations import Translations
from orgspec.syntax.limits import Limits
from orgspec.syntax.reader import Tree
from orgspec.workspace.reading import read_file
from orgspec.workspace.writing import write_text

LOCK = "translations.lock"


def lock_beside(manifest: Path | None, limits: Limits) -> Tree | None:
    """What the file beside a manifest holds; None where there is none.

    A file that cannot be read is a problem of its tree. It is no file of the specification:
    nothing that it holds declares anything.
    """
    if manifest is None:
        return None
    path = manifest.parent / LOCK
    if not path.is_symlink() and not path.exists():
        return None
    return read_file(path, manifest.parent, limits)


def write_lock(root: Path, translations: Translations) -> Path:
    """Write the file beside the manifest, whole or not at all; left alone if nothing changes.

    Raises:
        OSError: it cannot be written; what was there before is untouched.
    """
    path, text = root / LOCK, translations.text()
    try:
        same = path.read_bytes() == text.encode("utf-8")
    except OSError:
        same = False
    if not same:
        write_text(path, text)
    return path
