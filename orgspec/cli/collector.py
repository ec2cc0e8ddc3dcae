"""The garbage collector in a process that loads first and works after."""

from __future__ import annotations

import gc

# Of each document thousands of things remain until it is done: to look at them again and again
# would take a tenth of the time.
_MADE = 50_000


def collect_from_here() -> None:
    """Turn the collector on for what is made from here on.

    For commands that go on for long once the specification is loaded: rendering leaves cycles
    behind. What was loaded before stays to the end of the process and is never looked at.
    """
    gc.freeze()
    gc.set_threshold(_MADE)
    gc.enable()


def collect_while_waiting() -> None:
    """Free what the last run left in cycles; what remains is for the next, and not looked at again.

    For commands that run over and over with the collector off.
    """
    gc.collect()
    gc.freeze()
