"""What an earlier check of a large specification left for this one, and what this one leaves."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from orgspec.cli.asking import limits_of
from orgspec.cli.terminal import Terminal
from orgspec.processes import PAYS
from orgspec.remembering import CHECKS, ORGANISATIONS, is_kept
from orgspec.workspace import Compilation
from orgspec.workspace.memory import Memory

if TYPE_CHECKING:
    from orgspec.workspace.keeping import Kept


class Earlier:
    """A check before this one, for a check whose answer is remembered; else it is nothing.

    To keep what is loaded costs a twentieth of the check. So it is kept when somebody asks again:
    one check for all, as in CI, leaves nothing but its answer.
    """

    def __init__(self, terminal: Terminal, path: Path) -> None:
        self._terminal = terminal
        self._again = bool(terminal.key) and is_kept(CHECKS, terminal.key)
        self._kept: Kept | None = None
        if terminal.key and is_kept(ORGANISATIONS):
            from orgspec.workspace.keeping import kept_at

            self._kept = kept_at(path, limits_of(terminal))

    @property
    def memory(self) -> Memory | None:
        """What need not be done again."""
        return self._kept.memory if self._kept is not None else None

    def leave(self, compilation: Compilation) -> None:
        """Keep what this check had loaded, if that helps the next; its answer is told before."""
        if not self._is_wanted(compilation):
            return
        from orgspec.workspace.keeping import keep

        sys.stdout.flush()
        keep(compilation, limits_of(self._terminal))

    def _is_wanted(self, compilation: Compilation) -> bool:
        """Whether the specification is large, and what was kept of it, if anything, is too old."""
        if not compilation.folders or sum(len(s.text) for s in compilation.sources) < PAYS:
            return False
        if self._kept is None:
            return self._again
        return not self._kept.will_do(compilation)
