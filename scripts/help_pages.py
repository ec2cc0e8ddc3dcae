"""The pages that `--help` prints, as click makes them on a terminal that is wide enough."""

from __future__ import annotations

import io
import os
from contextlib import redirect_stdout

from orgspec.cli.app import COMMANDS, run
from orgspec.help_page import FOLDER, WHOLE, WIDTH


def pages() -> dict[str, str]:
    """Path below the repository → page, for each command and language."""
    return {
        f"templates/{FOLDER}/{locale}/{name}.txt": page(name, locale)
        for locale in ("en", "zh")
        for name in (WHOLE, *COMMANDS)
    }


def page(name: str, locale: str) -> str:
    """What click prints of a command, or of the whole, in a language."""
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = str(WIDTH)
    said = io.StringIO()
    try:
        with redirect_stdout(said):
            run(["--lang", locale, *([] if name == WHOLE else [name]), "--help"])
    finally:
        if before is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = before
    return said.getvalue()
