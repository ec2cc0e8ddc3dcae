"""`orgspec` and `python -m orgspec`."""

from __future__ import annotations

import gc
import os
import sys
import time

from orgspec import remembering

_BEGUN = time.perf_counter()


def main() -> None:
    """Run the command line. Asking for the version or for help imports nothing else."""
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        from orgspec.version import __version__

        sys.stdout.write(f"orgspec {__version__}\n")
        return
    if arguments[-1:] in (["--help"], ["-h"]):
        from orgspec.help_page import ready

        page = ready(arguments)
        if page is not None:
            sys.exit(_said(0, page))
    status = answered(arguments)
    if "check" in arguments:
        _leave(status)
    sys.exit(status)


def answered(arguments: list[str]) -> int:
    """Run a command and give its exit status; a check of what has not changed imports nothing.

    The garbage collector is off: what a run loads lives till its end and holds hardly a cycle,
    and looking for them over and over costs a third of a check. A command that makes much after
    loading turns it on again (`orgspec.cli.collector`).
    """
    key = remembering.key_of(arguments)
    known = remembering.recalled(key)
    if known is not None:
        return _said(*known)
    gc.disable()
    from orgspec.cli.app import run

    return run(arguments, key)


def _leave(status: int) -> None:
    """End the process without taking apart what it holds.

    To free a large organisation object by object would take a sixth of the check again, and the
    system frees all of it at once. A check leaves nothing behind that would have to be closed.
    """
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return  # nobody reads any more: Python's own way out says so as always
    os._exit(status)


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
    except OSError as error:
        from orgspec.cli.app import unwritable
        from orgspec.cli.language import language

        return unwritable(language(sys.argv[1:]), error)
    return status


if __name__ == "__main__":
    main()
