"""Languages beside English and Chinese: gettext catalogues, each a file that is dropped in.

`<folder>/<language>/LC_MESSAGES/orgspec.mo`, whose keys are the English sentences. The folders are
those of `ORGSPEC_LOCALE_PATH`, then the one that ships. What a catalogue lacks is said in English.
"""

from __future__ import annotations

import gettext
import os
from functools import cache
from itertools import pairwise
from pathlib import Path

from orgspec.resources import folder

DOMAIN = "orgspec"
VARIABLE = "ORGSPEC_LOCALE_PATH"
BUILT_IN = ("zh", "en")
"""The languages that stand beside each other in the code itself."""


def translated(text: str, locale: str) -> str:
    """An English sentence in another language, or as it is where no catalogue has it."""
    return _catalogue(locale, folders()).gettext(text) if text else text


def plural(one: str, many: str, count: int, locale: str) -> str:
    """The form of an English sentence that a number takes in a language, `{n}` filled in."""
    english = locale.lower().startswith("en")
    pattern = (one if count == 1 else many) if english else _plural(one, many, count, locale)
    try:
        return pattern.format(n=count)
    except (KeyError, IndexError, ValueError):
        return (one if count == 1 else many).format(n=count)


def folders() -> tuple[str, ...]:
    """Where catalogues are looked for, the user's own before the one that ships."""
    own = os.environ.get(VARIABLE, "").split(os.pathsep)
    return (*(name for name in own if name), _shipped())


def home_of(locale: str) -> str:
    """The folder whose catalogue speaks a language; the one that ships where none does."""
    return next((name for name in folders() if _loaded(locale, name)), _shipped())


def languages() -> tuple[str, ...]:
    """Every language that can be spoken: Chinese, English, and those of the catalogues."""
    return (*BUILT_IN, *_added(folders()))


@cache
def _added(places: tuple[str, ...]) -> tuple[str, ...]:
    """The languages of catalogues that can be read, sorted."""
    found = {
        path.parent.parent.name
        for place in places
        for path in Path(place).glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    }
    return tuple(
        sorted(tag for tag in found - set(BUILT_IN) if any(_loaded(tag, p) for p in places))
    )


def _plural(one: str, many: str, count: int, locale: str) -> str:
    """The form that a catalogue gives."""
    return _catalogue(locale, folders()).ngettext(one, many, count)


@cache
def _catalogue(locale: str, places: tuple[str, ...]) -> gettext.NullTranslations:
    """The catalogues of a language, each answering what those before it lack."""
    loaded = [made for place in places if (made := _loaded(locale, place))]
    if not loaded:
        return gettext.NullTranslations()
    for first, after in pairwise(loaded):
        first.add_fallback(after)
    return loaded[0]


def _loaded(locale: str, place: str) -> gettext.NullTranslations | None:
    """The catalogue of a language in a folder; None if there is none or it is no catalogue."""
    try:
        return gettext.translation(DOMAIN, place, [locale.replace("-", "_")])
    except Exception:  # whatever a damaged file makes gettext raise must not stop a check
        return None


@cache
def _shipped() -> str:
    """The folder of catalogues that ships."""
    return str(folder("templates") / "locale")
