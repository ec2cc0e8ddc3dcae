"""The verbs of duties and steps, and their classes, which separation of duties compares."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from orgspec.model.values.action_words import NAMES, WORDS
from orgspec.model.values.wording import is_chinese, normal

CLASSES: tuple[str, ...] = tuple(NAMES)
"""The classes of verbs: ask, handle, check, authorise, record, hold, pay, …"""


@cache
def known_verbs() -> Mapping[str, str]:
    """Every known verb with its class; for near names and documentation."""
    return MappingProxyType(
        {word: verb_class for verb_class, words in WORDS.items() for word in words.split()}
    )


@lru_cache(maxsize=2048)
def verb_class(word: str) -> str | None:
    """The class of a verb in either language, in any case and width; None if it is not known.

    `review` and `复核` are `check`; `approve` and `审批` are `authorise`.
    """
    verb = normal(word).casefold().replace("_", "-").replace(" ", "-")
    verbs = known_verbs()
    return verbs.get(verb) or verbs.get(verb.removesuffix("s")) or _ending(verb)


def _ending(verb: str) -> str | None:
    """The class of an English verb in its -ing or -ed form (`reviewing`, `approved`)."""
    verbs = known_verbs()
    for ending in ("ing", "ed"):
        stem = verb.removesuffix(ending)
        if stem != verb:
            return verbs.get(stem) or verbs.get(f"{stem}e")
    return None


def class_name(verb_class: str, locale: str) -> str:
    """What a class is called: `authorise`, `审批`; an unknown class is its own name."""
    names = NAMES.get(verb_class)
    if names is None:
        return verb_class
    return names[1] if is_chinese(locale) else names[0]
