"""Regular expressions that are compiled when they are first used.

To compile one takes from a tenth of a millisecond to two, the more the larger a range of characters
it names, and most runs use few of those that the modules hold.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    """Stands for a pattern: what is asked of it is the pattern's own from the first time on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._written = pattern, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)  # what looks through a module for marks does not search
        found = getattr(re.compile(*self._written), name)
        setattr(self, name, found)
        return found


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as `re.compile` gives it, only later. An error in it is raised at its first use."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
