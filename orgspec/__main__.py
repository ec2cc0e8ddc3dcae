"""`orgspec` and `python -m orgspec`."""

from __future__ import annotations

import gc
import sys
import time

from orgspec import remembering

_BEGUN = time.perf_counter()


def main() -> None:
    """Run the command line. Asking for the version alone imports nothing else, nor does a check
    of what has not changed since it was last asked for.

    The garbage collector is off: what a run loads lives till its end and holds hardly a cycle,
    and looking for them over and over costs a third of a check. A command that makes much after
    loading turns it on again (`orgspec.cli.collector`).
    """
    if sys.argv[1:] in (["--version"], ["-V"]):
        from orgspec.version import __version__

        sys.stdout.write(f"orgspec {__version__}\n")
        return
    arguments = sys.argv[1:]
    key = remembering.key_of(arguments)
    known = remembering.recalled(key)
    if known is not None:
        sys.exit(_said(*known))
    gc.disable()
    from orgspec.cli.app import run

    sys.exit(run(arguments, key))


def _said(status: int, text: str) -> int:
    """Print an answer that was remembered, with the time that it took now."""
    seconds = f"{time.perf_counter() - _BEGUN:.2f}"
    try:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
        sys.stdout.write(text.replace(remembering.TIME, seconds))
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stderr.close()
        return 141
    return status


if __name__ == "__main__":
    main()
