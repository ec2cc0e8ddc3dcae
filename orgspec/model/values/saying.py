"""What the name of a duty says: which acts are done with which objects.

Chinese is cut into words by a tokeniser (rjieba), English at its blanks. Only the first clause is
read: `处理外贸合同，确保合规` says what `处理外贸合同` says. The verbs stand in front (`审核合同`,
`review contracts`) or at the end (`合同审核`, `contract review`); words that every duty may hold
(`工作`, `相关`, `related`) are no objects.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from orgspec.late import late
from orgspec.model.values.english import singular
from orgspec.model.values.saying_words import EMPTY, HELPING, JOINING, NOUN_LIKE, OWN
from orgspec.model.values.script import has_han, is_han, plain
from orgspec.model.values.verb_kin import NOUNS, act, is_verb

_STOP = frozenset(EMPTY.split())
_OWN = frozenset(OWN.split())
_AND = frozenset(JOINING.split())
_NOUN_LIKE = frozenset(NOUN_LIKE.split())
_HELPS = frozenset(w + end for w in HELPING if w.isascii() for end in ("", "s", "ing"))
_CLAUSE = late(r"[,，;；。:：(（!！?？]|\.(?:\s|$)")
_WORD = late(r"[a-z0-9]+(?:[-'’.][a-z0-9]+)*|[&/,、]")


class Saying(NamedTuple):
    """What a name says.

    Attributes:
        acts: what is done (see `verb_kin.act`); empty where the name has no verb.
        objects: the words of what it is done with, the same in each script, width and number.
        own: whether the object is one that every unit has of its own (`部门预算`).
        helps: whether it is only helped with.
    """

    acts: frozenset[str]
    objects: frozenset[str]
    own: bool = False
    helps: bool = False


@lru_cache(maxsize=65536)
def saying(text: str) -> Saying:
    """Read the name of a duty, in Chinese or English."""
    clause = first_clause(text)
    helps = help_word(clause)
    words = _words(clause[len(helps) :])
    verbs, objects = _parts(words)
    kept = [word for word in map(lemma, objects) if word not in _STOP]
    found = frozenset(word for word in kept if word not in _OWN)
    own = len(found) < len(frozenset(kept))
    return Saying(frozenset(map(act, verbs)), found, own, bool(helps))


def help_word(text: str) -> str:
    """The word of helping that a text in plain form begins with: `协助`, `take part`; else ""."""
    if not text.startswith(HELPING):
        return ""
    end = max(len(word) for word in HELPING if text.startswith(word))
    if text[:end].isascii():
        while text[end : end + 1].isalpha():  # assists, helping; but not helpdesk
            end += 1
        if text[:end] not in _HELPS:
            return ""
    return text[:end]


def first_clause(text: str) -> str:
    """The first clause of a text, in plain form; the whole if it has none."""
    whole = plain(text)
    clause = next((part for part in _CLAUSE.split(whole) if part.strip()), whole)
    return clause.strip()


@lru_cache(maxsize=16384)
def lemma(word: str) -> str:
    """A word as it compares: an English one in the singular and in British spelling."""
    if not word.isascii() or len(word) < 4:
        return word
    return singular(word).replace("iz", "is").replace("yz", "ys")


def traits(text: str) -> frozenset[str]:
    """What is sure to be among the words of a text, without a tokeniser.

    The characters of Chinese words and the English words, known verbs and empty words left out.
    Where each of two texts has traits that the other lacks, they say different things.
    """
    clause = first_clause(text)
    clause = clause[len(help_word(clause)) :]
    words = (lemma(w) for w in _WORD.findall(clause) if not is_verb(w))
    found = {word for word in words if word[0].isalnum() and word not in _STOP and word not in _OWN}
    if has_han(clause):
        found.update(filter(is_han, _empty().sub(" ", clause)))
    return frozenset(found)


@cache
def _empty() -> re.Pattern[str]:
    """Chinese verbs and empty words, longer ones first."""
    from orgspec.model.values.actions import known_verbs

    words = {word for word in (*known_verbs(), *_STOP, *_OWN) if is_han(word[0])}
    return re.compile("|".join(sorted(words, key=len, reverse=True)))


def _words(clause: str) -> list[tuple[str, bool]]:
    """The words of a clause, each with whether it may be a verb."""
    if not has_han(clause):
        words = _WORD.findall(clause)
        return [(word, is_verb(word) or not index) for index, word in enumerate(words)]
    import rjieba

    tagged = ((word.strip(), tag) for word, tag in rjieba.tag(clause))
    kept = ((word, tag) for word, tag in tagged if word and (word not in _STOP or word in _AND))
    return [(word, is_verb(word) or tag[0] == "v") for word, tag in kept]


def _parts(words: Sequence[tuple[str, bool]]) -> tuple[list[str], list[str]]:
    """The verbs and the other words: verbs stand in front or, if the end has some, there."""
    if not words:
        return [], []
    front, back = _run(words), _run(words[::-1])
    if len(back) < len(words) and _at_end(words):
        verbs, rest = back, words[: -len(back)]
    else:
        verbs, rest = front, words[len(front) :]
    return [w for w, _ in verbs if w not in _AND], [w for w, _ in rest if w[0].isalnum()]


def _at_end(words: Sequence[tuple[str, bool]]) -> bool:
    """Whether the verb stands at the end: what stands in front is none, or rather an object."""
    (first, may), (last, ends) = words[0], words[-1]
    if not ends or (len(words) > 1 and words[1][0] == "of"):
        return False
    if is_verb(last) and (not is_verb(first) or first in _NOUN_LIKE or first in NOUNS):
        return True
    return not may


def _run(words: Sequence[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """The verbs at the beginning, those behind the first only where something joins them."""
    found: list[tuple[str, bool]] = []
    for index, (word, verb) in enumerate(words):
        joined = not found or found[-1][0] in _AND
        joins = word in _AND and bool(found) and index + 1 < len(words) and words[index + 1][1]
        if not (joins or (verb and joined and word not in _AND)):
            break
        found.append((word, verb))
    return found
