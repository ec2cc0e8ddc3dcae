"""Names that a writer may have meant: at most four, the nearest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from unicodedata import normalize

_CANDIDATES = 24
"""How many names with common letter pairs are measured exactly."""

_POSTINGS = 1500
"""How many entries of the index are looked at for one word: a bound, not a promise."""

_SMALL = 1000
"""Up to so many names, those two slips away are looked for even where one is a single slip away."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"

_SEPARATORS = str.maketrans("", "", " -_./")


def near(word: str, candidates: Iterable[str], limit: int = 4) -> tuple[str, ...]:
    """The candidates that `word` may be a slip of, the nearest first, never `word` itself.

    Case, width, separators and the order of parts count little: `Sales_Rep` and `rep-sales` are
    near `sales-rep`. Give a tuple where many words are looked up among the same candidates: its
    index is kept.
    """
    names = candidates if isinstance(candidates, tuple) else tuple(candidates)
    return _index(names).near(word, limit)


@lru_cache(maxsize=8)
def _index(names: tuple[str, ...]) -> NearNames:
    """The index of a tuple of names, kept for the next word."""
    return NearNames(names)


class NearNames:
    """An index of names by their pairs of letters; building takes about 5 µs a name."""

    __slots__ = ("_by_key", "_keys", "_names", "_postings")

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(dict.fromkeys(names))
        self._keys = tuple(map(_key, self._names))
        self._by_key: dict[str, list[int]] = {}
        self._postings: dict[str, list[int]] = {}
        for place, key in enumerate(self._keys):
            self._by_key.setdefault(key, []).append(place)
            for pair in _pairs(key):
                self._postings.setdefault(pair, []).append(place)

    def near(self, word: str, limit: int = 4) -> tuple[str, ...]:
        """The names that `word` may be a slip of, the nearest first."""
        key = _key(word[:200])
        if not key:
            return ()
        found = []
        places = {place for slip in _slips(key) for place in self._by_key.get(slip, ())}
        if not places or len(self._names) <= _SMALL:
            places.update(self._alike(key))
        for place in places:
            name = self._names[place]
            if name != word and (distance := _slip(key, self._keys[place])) is not None:
                found.append((distance, abs(len(name) - len(word)), name))
        return tuple(name for _, _, name in sorted(found)[:limit])

    def _alike(self, key: str) -> list[int]:
        """The places of the names that share most pairs with a key, the rarest pairs first."""
        known = {pair: self._postings[pair] for pair in _pairs(key) if pair in self._postings}
        shared: Counter[int] = Counter()
        looked_at = 0
        # Pairs that are equally rare in a fixed order: where the bound cuts off must not change.
        for _, postings in sorted(known.items(), key=lambda each: (len(each[1]), each[0])):
            if looked_at and looked_at + len(postings) > _POSTINGS:
                postings = postings[:: 1 + len(postings) // max(1, _POSTINGS - looked_at)]
            shared.update(postings)
            looked_at += len(postings)
            if looked_at >= _POSTINGS:
                break
        size = len(key)
        ranked = sorted(
            (abs(len(self._keys[place]) - size) - 2 * count, place)
            for place, count in shared.items()
        )
        return [place for _, place in ranked[:_CANDIDATES]]


def _key(name: str) -> str:
    """What counts of a name: its letters, without case, width and separators."""
    text = name if name.isascii() else normalize("NFKC", name)
    return text.casefold().translate(_SEPARATORS)


def _slips(key: str) -> Iterator[str]:
    """The key and what one slip makes of it: a letter dropped, swapped, added or changed."""
    yield key
    for i in range(len(key)):
        head, tail = key[:i], key[i:]
        yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _LETTERS:
            yield head + letter + tail
            yield head + letter + tail[1:]
    for letter in _LETTERS:
        yield key + letter


def _pairs(key: str) -> set[str]:
    """Pairs of neighbouring letters; its two ends and, of Chinese, single letters count too."""
    pairs = {key[i : i + 2] for i in range(len(key) - 1)}
    pairs.add("^" + key[:1])
    pairs.add(key[-1:] + "$")
    if not key.isascii():
        pairs.update(letter for letter in key if letter > "\u2e80")
    return pairs


def _slip(word: str, name: str) -> int | None:
    """How far two keys are apart; None if too far to be a slip."""
    if word == name:
        return 0
    longer = max(len(word), len(name))
    allowed = max(1, longer // 3) if longer > 2 else 1
    if longer <= 2 and not set(word) & set(name):
        return None
    shorter = min(len(word), len(name))
    if longer - shorter > allowed:
        inside = shorter >= 2 and (name.startswith(word) or word.startswith(name))
        return longer - shorter if inside and longer <= 3 * shorter else None
    if sorted(word) == sorted(name) and longer > 5:
        return 2
    return _distance(word, name, min(allowed, 4))


def _distance(one: str, other: str, allowed: int) -> int | None:
    """The Damerau–Levenshtein distance (neighbours swapped count one), None if above `allowed`."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, against in enumerate(other, 1):
            cost = before[j - 1] + (letter != against)
            cost = min(cost, before[j] + 1, row[j - 1] + 1)
            if last and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > allowed:
            return None
    return row[-1] if row[-1] <= allowed else None
