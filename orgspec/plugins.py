"""Entry points: the one door through which other packages add to orgspec."""

from __future__ import annotations

from collections.abc import Callable, Iterator


def entry_points(group: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """The entry points of a group, sorted by name: each name with a function that loads it."""
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
