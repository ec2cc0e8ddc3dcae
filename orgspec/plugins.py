"""Entry points: the one door through which other packages add to orgspec."""

from __future__ import annotations

from collections.abc import Callable, Iterator


def entry_points(group: str) -> Iterator[tuple[str, Callable[[], object]]]:
    """The entry points of a group, sorted by name: each name with a function that loads it."""
    from importlib.metadata import entry_points as installed

    for point in sorted(installed(group=group), key=lambda p: (p.name, p.value)):
        yield f"{point.name} ({point.value})", point.load
