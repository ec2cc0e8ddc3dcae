"""Where the time of a check goes: by stage, and by rule."""

from __future__ import annotations

import time
from collections.abc import Callable


class Stopwatch:
    """Seconds by stage and by code of a rule, in the order in which they ran.

    What several rules share is worked out in the first of them that asks, and counted there.
    `starting` are the seconds that had passed before it was made.
    """

    def __init__(
        self, starting: float = 0.0, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        self.stages: dict[str, float] = {"starting": starting} if starting else {}
        self.rules: dict[str, float] = {}
        self._clock = clock
        self._last = clock()

    def stage(self, name: str) -> None:
        """All time since the last stage or rule was that of this stage."""
        self.stages[name] = self.stages.get(name, 0.0) + self._lap()

    def rule(self, code: str) -> None:
        """All time since the last stage or rule was that of this rule."""
        self.rules[code] = self.rules.get(code, 0.0) + self._lap()

    def _lap(self) -> float:
        """The seconds since the last lap."""
        now = self._clock()
        taken, self._last = now - self._last, now
        return taken
