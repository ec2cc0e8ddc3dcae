"""What a baseline is to hold after a check: all that was found, or less than before."""

from __future__ import annotations

from collections.abc import Mapping

from orgspec.analysis.baseline import Entry, counted, shrunk
from orgspec.analysis.registry import registry
from orgspec.workspace.compilation import Compilation


def renewed(compilation: Compilation, *, grow: bool) -> Mapping[Entry, int]:
    """The entries of a baseline written now, each with its number.

    Where there is one already it only loses what has gone, unless it may `grow`: then it holds
    all findings that the profile prints. Entries of checks that did not run stay as they were.
    What the reader and plugins find is never held back.
    """
    rules, held = registry().rules, compilation.held
    old = compilation.baseline.counts if compilation.baseline is not None else {}
    old = {entry: count for entry, count in old.items() if entry.code in rules}
    if compilation.baseline is not None and not grow:
        return shrunk(old, counted([*compilation.diagnostics, *held]), compilation.ran)
    kept = {entry: count for entry, count in old.items() if entry.code not in compilation.ran}
    told = (d for d in compilation.shown if d.address and not rules[d.code].always)
    return {**kept, **counted([*told, *held])}
