"""In which language the command line speaks."""

from __future__ import annotations

import gettext
import os
from collections.abc import Callable, Sequence

from orgspec.diagnostics.catalogue import BUILT_IN, DOMAIN, home_of, languages, translated
from orgspec.help_page import SPEAKING

LANGUAGES = BUILT_IN
"""The languages that a specification is started in."""


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
    for name in SPEAKING:
        value = os.environ.get(name, "")
        if value:
            return _known(value)
    return "en"


def speak(locale: str) -> None:
    """Let click say its own words (usage, options, wrong use) in `locale`; it asks gettext."""
    gettext.bindtextdomain(DOMAIN, home_of(locale))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = locale


def help_in(locale: str) -> Callable[[str, str], str]:
    """Chooses the text of a locale: called with English and Chinese, it gives one of them.

    In another language it is the catalogue's, whose key is the English text.
    """

    def choose(en: str, zh: str) -> str:
        if locale == "zh":
            return zh
        return en if locale == "en" else translated(en, locale)

    return choose


def _known(tag: str) -> str:
    """Chinese for every `zh` tag, a language that has a catalogue, else English."""
    if tag.lower().startswith("zh"):
        return "zh"
    name = tag.partition(".")[0].partition("@")[0].replace("-", "_")
    known = {each.replace("-", "_").lower(): each for each in languages()}
    short = name.partition("_")[0].lower()
    return known.get(name.lower()) or known.get(short) or "en"
