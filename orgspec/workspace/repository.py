"""Where a specification lies in its repository: services want paths from there."""

from __future__ import annotations

import os
from pathlib import Path


def base_of(root: Path, here: Path | None = None) -> str:
    """The folder of a specification below the root of its repository, with forward slashes.

    Without a git repository it is the folder below the current one (or `here`), and empty where
    the specification is no part of that either. Empty as well where it is the root itself.
    """
    folder = Path(os.path.realpath(root))
    top = next((f for f in (folder, *folder.parents) if (f / ".git").exists()), None)
    if top is None:
        top = Path(os.path.realpath(here or Path.cwd()))
    if not folder.is_relative_to(top) or folder == top:
        return ""
    return folder.relative_to(top).as_posix()
