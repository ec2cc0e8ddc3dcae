"""`orgspec` and `python -m orgspec`."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line. Asking for the version alone imports nothing else.

    The garbage collector is off: what a run loads lives till its end and holds hardly a cycle,
    and looking for them over and over costs a third of a check. A command that makes much after
    loading turns it on again (`orgspec.cli.collector`).
    """
    if sys.argv[1:] in (["--version"], ["-V"]):
        from orgspec.version import __version__

        sys.stdout.write(f"orgspec {__version__}\n")
        return
    gc.disable()
    from orgspec.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
