"""Which program this is: its version, alone, so that asking for it costs nothing."""

import os
import sys

__version__ = "0.1.0"


def program(*folders: str) -> tuple[object, ...]:
    """Which program this is: its version, what is installed beside it, in a checkout its files.

    `folders` are those of the checkout, beside the package, that count as well.
    """
    package = os.path.dirname(os.path.abspath(__file__))
    places = [p for p in sys.path if p.endswith("-packages") and os.path.isdir(p)]
    beside = tuple((path, os.stat(path).st_mtime_ns) for path in places)
    root = os.path.dirname(package)
    if not os.path.exists(os.path.join(root, "pyproject.toml")):
        return (__version__, beside)
    code = _last_change(package, ".py")
    return (__version__, beside, code, *(_last_change(os.path.join(root, f), "") for f in folders))


def _last_change(folder: str, ending: str) -> tuple[int, int]:
    """How many files of an ending are below a folder, and when one of them was last changed."""
    count, last, folders = 0, 0, [folder]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        folders.append(entry.path)
                elif entry.name.endswith(ending):
                    count, last = count + 1, max(last, entry.stat().st_mtime_ns)
    return count, last
