"""The pages that `--help` prints, kept ready: to work one out takes the commands and click.

They are generated (`python -m scripts.generate_docs`), so that they say what click would say, which
is asked wherever another page may be wanted: on a narrow terminal, in a third language, for a
shell's completion. Like `orgspec.remembering` this module imports nothing that takes time.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # as `typing` has it, whose import takes as long again
if TYPE_CHECKING:
    from typing import Any

FOLDER = "help"
"""Below the folder of templates: a folder a language, a file a command."""

WHOLE = "orgspec"
"""The name of the page that lists the commands."""

SPEAKING = ("ORGSPEC_LANG", "LC_ALL", "LC_MESSAGES", "LANG")
"""Variables that say the language of messages; the first that says anything counts."""

WIDTH = 80
"""From so many columns on a page is no wider."""

_ASKING = ("--help", "-h")
_OTHERWISE = ("ORGSPEC_LOCALE_PATH", "_ORGSPEC_COMPLETE")


def ready(arguments: list[str]) -> str | None:
    """The page that the arguments ask for, as it is printed; None if it is not kept or not alone."""
    if not 1 <= len(arguments) <= 2 or arguments[-1] not in _ASKING:
        return None
    name = arguments[0] if len(arguments) == 2 else WHOLE
    locale = _locale()
    if locale is None or not name.replace("-", "").isalpha() or _columns() < WIDTH:
        return None
    if any(variable in os.environ for variable in _OTHERWISE):
        return None
    here = os.path.dirname(os.path.abspath(__file__))
    for folder in (os.path.join(here, "_templates"), os.path.join(here, os.pardir, "templates")):
        try:
            with open(os.path.join(folder, FOLDER, locale, f"{name}.txt"), "rb") as file:
                return file.read().decode()
        except (OSError, UnicodeDecodeError):
            continue
    return None


def _locale() -> str | None:
    """The language of the environment if it is one that the code itself speaks."""
    said = next((value for name in SPEAKING if (value := os.environ.get(name))), "en")
    if said[:2].lower() == "zh":
        return "zh"
    return "en" if said.partition(".")[0].partition("_")[0] in ("en", "C", "POSIX") else None


def _columns() -> int:
    """How wide the terminal is, as click would find it."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told) > 0:
        return int(told)
    try:
        stream: Any = sys.__stdout__
        return os.get_terminal_size(stream.fileno()).columns or WIDTH
    except (AttributeError, ValueError, OSError):
        return WIDTH
