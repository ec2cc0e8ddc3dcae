"""Duties that only help by their name, and the duties that lead on the same object."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from orgspec.graph.graph import Graph
from orgspec.graph.meaning import declared_object
from orgspec.late import late
from orgspec.model.duty import Duty
from orgspec.model.values.saying import help_word, lemma, saying
from orgspec.model.values.saying_words import HELPING_PARTY, SOMEBODY
from orgspec.model.values.script import plain
from orgspec.model.values.unit_names import stem
from orgspec.model.values.verb_kin import is_verb

_PARTY_TABLES = ("department", "role", "partner", "person")
_WORD = late(r"[a-z0-9]+|[\u3400-\u9fff]+")
_BEFORE = late(r"\A\s*(?:对|给|the |our |all |other )?")


class Helper(NamedTuple):
    """A duty that only helps.

    Attributes:
        word: the word that says so, in plain form.
        object: the object that it declares; None if none.
        words: the words of its object by its name.
    """

    duty: Duty
    word: str
    object: str | None
    words: frozenset[str]


def helpers(graph: Graph) -> Iterator[Helper]:
    """The duties whose name begins with a word of helping, in any locale; in written order."""
    parties: frozenset[str] | None = None
    for duty in graph.organisation.duties.values():
        for text in duty.name.written() if duty.name else ():
            name = plain(text)
            word = help_word(name)
            if not word and name.startswith(HELPING_PARTY):
                parties = parties if parties is not None else _parties(graph)
                word = _supporting(name, parties)
            if word:
                said = saying(name[len(word) :])
                words = frozenset(w for w in said.objects if not is_verb(w)) or said.objects
                yield Helper(duty, word, declared_object(graph, duty), words)
                break


def _supporting(name: str, parties: frozenset[str]) -> str:
    """The word of support that a name begins with, if a party follows; else ""."""
    word = next(w for w in HELPING_PARTY if name.startswith(w))
    rest = name[len(word) :]
    if word.isascii() and rest[:1] not in ("", " ", "s", "i"):
        return ""
    if word.isascii():
        rest = re.sub(r"^(?:s|ing)\b", "", rest)
    rest = _BEFORE.sub("", rest, count=1)
    found = (rest[:end] for end in range(1, min(len(rest), 40) + 1))
    for start in found:
        following = rest[len(start) : len(start) + 1]
        if start in parties and not (start.isascii() and following.isalnum()):
            return word
    return ""


def _parties(graph: Graph) -> frozenset[str]:
    """The names of parties, and words for any of them, in plain form."""
    found = set(SOMEBODY.split())
    for kind in _PARTY_TABLES:
        for entity in graph.organisation.table(kind).values():
            names = (entity.id, *entity.names)
            found.update(map(plain, names))
            found.update(stem(name) for name in names if kind == "department")
    return frozenset(found - {""})


class Leads:
    """The duties that do not only help, by their objects; the index is made when asked for."""

    def __init__(self, graph: Graph, helping: frozenset[str]) -> None:
        self._graph = graph
        self._duties = [d for d in graph.organisation.duties.values() if d.id not in helping]

    def has(self, helper: Helper) -> bool:
        """Whether another role has a duty on the object of one that helps.

        That is one with the declared object; else one whose name has half of the words at least.
        """
        own = self._roles(helper.duty)
        if helper.object is not None and any(
            not self._roles(duty) <= own for duty in self._by_object.get(helper.object, ())
        ):
            return True
        counts = Counter(index for word in helper.words for index in self._having(word))
        least = len(helper.words) / 2
        return any(
            count >= least and not self._roles(self._duties[index]) <= own
            for index, count in counts.items()
        )

    def _roles(self, duty: Duty) -> frozenset[str]:
        """The roles that do a duty or answer for it."""
        return frozenset(self._graph.row(duty).roles("R", "A"))

    @cached_property
    def _by_object(self) -> dict[str, list[Duty]]:
        found: dict[str, list[Duty]] = {}
        for duty in self._duties:
            about = declared_object(self._graph, duty)
            if about is not None:
                found.setdefault(about, []).append(duty)
        return found

    @cached_property
    def _names(self) -> list[str]:
        """The names of the leads in plain form, all locales of one as one text."""
        return [
            plain("\n".join(duty.name.written()) if duty.name else duty.id) for duty in self._duties
        ]

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        """English word, or two Han characters → the places of the names that have it."""
        found: dict[str, list[int]] = {}
        for index, name in enumerate(self._names):
            for gram in dict.fromkeys(_grams(name)):
                found.setdefault(gram, []).append(index)
        return found

    def _having(self, word: str) -> list[int]:
        """The places of the names that have a word."""
        gram = next(iter(_grams(word)), "")
        places = self._index.get(gram, [])
        return places if word.isascii() else [x for x in places if word in self._names[x]]


def _grams(text: str) -> Iterator[str]:
    """English words in the singular; each two neighbouring Han characters, one alone as it is."""
    for run in _WORD.findall(text):
        if run.isascii():
            yield lemma(run)
        elif len(run) == 1:
            yield run
        else:
            yield from (run[i : i + 2] for i in range(len(run) - 1))
