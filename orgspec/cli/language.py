"""In which language the command line speaks."""

from __future__ import annotations

import gettext
import os
from collections.abc import Callable, Sequence

from orgspec.resources import folder

LANGUAGES = ("zh", "en")
_DOMAIN = "orgspec"


def language(arguments: Sequence[str]) -> str:
    """`--lang` if given, else the environment's (`LC_ALL`, `LC_MESSAGES`, `LANG`), else English.

    It is read before the arguments are parsed, since the help texts depend on it.
    """
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith("--lang="):
            return _known(argument[7:])
        if argument == "--lang" and index + 1 < len(arguments):
            return _known(arguments[index + 1])
    for name in ("ORGSPEC_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return _known(value)
    return "en"


def speak(locale: str) -> None:
    """Let click say its own words (usage, options, wrong use) in `locale`; it asks gettext."""
    gettext.bindtextdomain(_DOMAIN, str(folder("templates") / "locale"))
    gettext.textdomain(_DOMAIN)
    os.environ["LANGUAGE"] = locale


def help_in(locale: str) -> Callable[[str, str], str]:
    """Chooses the text of a locale: called with English and Chinese, it gives one of them."""

    def choose(en: str, zh: str) -> str:
        return zh if locale == "zh" else en

    return choose


def _known(tag: str) -> str:
    """Chinese for every `zh` tag, else English."""
    return "zh" if tag.lower().startswith("zh") else "en"
