"""The shipped libraries of separations: which activities must not lie in one hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from orgspec.frozen import frozen
from orgspec.model.values.incompatible_words import ACTIVITIES, LIBRARIES, MATTERS, PAIRS
from orgspec.model.values.script import plain
from orgspec.model.values.wording import is_chinese

_APART = re.compile(r"[\s_\-./]+")
_LONGEST = 4
"""How many English words a matter has at most."""


@frozen
class Activity:
    """Something that people do: some verb classes on some matters.

    Attributes:
        id: its key in the data.
        name: what it is called in English and Chinese.
        acts: the pairs of matter and verb class that it consists of.
    """

    id: str
    name: tuple[str, str]
    acts: tuple[tuple[str, str], ...]

    def in_(self, locale: str) -> str:
        """Its name in a locale."""
        return self.name[1] if is_chinese(locale) else self.name[0]


@frozen
class Library:
    """Pairs of activities that published practice holds apart.

    Attributes:
        id: what `use` calls it.
        name: its name in English and Chinese.
        pairs: the incompatible pairs, as written.
        acts: (matter, verb class) → the ids of its activities.
    """

    id: str
    name: tuple[str, str]
    pairs: tuple[tuple[str, str], ...]
    acts: Mapping[tuple[str, str], tuple[str, ...]]

    @property
    def matters(self) -> frozenset[str]:
        """The matters that it is about."""
        return frozenset(matter for matter, _ in self.acts)


@cache
def activities() -> Mapping[str, Activity]:
    """Every activity by id."""
    return {id_: Activity(id_, (en, zh), _acts(acts)) for id_, (en, zh, acts) in ACTIVITIES.items()}


def _acts(text: str) -> tuple[tuple[str, str], ...]:
    """Matters with verb classes, as the data writes them."""
    found: list[tuple[str, str]] = []
    for part in text.split(";"):
        matter, _, classes = part.partition(":")
        found.extend((matter.strip(), verb) for verb in classes.split())
    return tuple(found)


@cache
def library(id_: str) -> Library | None:
    """A shipped library; None if there is none of that id."""
    if id_ not in LIBRARIES:
        return None
    written = [pair.partition("/") for pair in PAIRS[id_].split()]
    pairs = tuple((one, other) for one, _, other in written)
    acts: dict[tuple[str, str], tuple[str, ...]] = {}
    for activity in dict.fromkeys(each for pair in pairs for each in pair):
        for act in activities()[activity].acts:
            acts[act] = (*acts.get(act, ()), activity)
    return Library(id_, LIBRARIES[id_], pairs, acts)


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    """Word of an object → the matters that it means."""
    found: dict[str, tuple[str, ...]] = {}
    for matter, words in MATTERS.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), matter)
    return found


@cache
def _ends() -> frozenset[str]:
    """What the words end in, an English word or two Han characters: settles nearly every name."""
    words = _words()
    found = {word[-2:] for word in words if not word.isascii()}
    last = {word.rpartition("-")[2] for word in words if word.isascii()}
    return frozenset(found.union(*((word, f"{word}s", f"{word}es") for word in last)))


def matters_of(name: str) -> tuple[str, ...]:
    """The matters that an object is one of, by the word that its name ends in; the longest counts.

    `supplier-payments` is a `payment`, `进口采购合同` a `purchase-order` and a `contract`.
    """
    if name.isascii():
        likely = _APART.split(name)[-1].casefold() in _ends()
    else:
        likely = plain(name.strip()[-2:]) in _ends()
    return _matters(plain(name)) if likely else ()


@lru_cache(maxsize=1024)
def _matters(text: str) -> tuple[str, ...]:
    """The matters of a normalised name."""
    words = _words()
    if text.isascii():
        parts = [part for part in _APART.split(text) if part][-_LONGEST:]
        ends = ["-".join(parts[index:]) for index in range(len(parts))]
        forms = [(end, end.removesuffix("s"), end.removesuffix("es")) for end in ends]
        return next((words[form] for each in forms for form in each if form in words), ())
    return next((words[text[i:]] for i in range(len(text)) if text[i:] in words), ())
