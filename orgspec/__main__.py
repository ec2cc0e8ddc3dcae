"""`orgspec` and `python -m orgspec`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line. Asking for the version alone imports nothing else."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from orgspec.version import __version__

        sys.stdout.write(f"orgspec {__version__}\n")
        return
    from orgspec.cli.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
