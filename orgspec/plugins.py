"""Entry points: the one door through which other packages add to orgspec."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from importlib.machinery import PathFinder

_METADATA = (".dist-info", "egg-info")  # an egg has a folder of the second name alone


def entry_points(group: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """The entry points of a group, sorted by name: each name with a function that loads it."""
    if not _may_have(group):
        return
    from importlib.metadata import entry_points as installed

    for point in sorted(installed(group=group), key=lambda p: (p.name, p.value)):
        yield f"{point.name} ({point.value})", point.load


def named(group: str, name: str) -> Callable[..., object] | None:
    """What the entry point of a name in a group loads to, or None if there is none.

    Raises:
        Exception: whatever loading it raises; the caller names the plugin.
    """
    for label, load in entry_points(group):
        if label.partition(" ")[0] == name:
            loaded = load()
            if not callable(loaded):
                raise TypeError(f"the entry point {label} of {group} is not callable")
            return loaded
    return None


def _may_have(group: str) -> bool:
    """Whether what is installed may have entry points of a group.

    Nearly nobody has any, and to import what reads them properly takes as long as a twentieth of
    a small check. What does not lie in folders (archives, finders of one's own) may always.
    """
    others = (finder for finder in sys.meta_path if finder is not PathFinder)
    if any(hasattr(finder, "find_distributions") for finder in others):
        return True
    return any(_mentions(place or ".", group.encode()) for place in sys.path)


def _mentions(place: str, group: bytes) -> bool:
    """Whether the metadata of a package in a place speaks of a group; so may what is no folder."""
    if not os.path.isdir(place):
        return os.path.exists(place)
    try:
        for name in os.listdir(place):
            if name.lower().endswith(_METADATA):
                told = os.path.join(place, name, "entry_points.txt")
                if os.path.isfile(told) and group in _text(told):
                    return True
    except OSError:
        return True  # what cannot be looked into is left to what knows more of it
    return False


def _text(path: str) -> bytes:
    """What a file holds."""
    with open(path, "rb") as file:
        return file.read()
