"""The commits that the declarations of a specification come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from orgspec.frozen import frozen


@frozen
class Revision:
    """A commit.

    Attributes:
        commit: its whole name, hexadecimal.
        moment: when it was written, in seconds since 1970, for the order.
        day: the same as its author wrote it (2026-07-01), in the time zone of the author.
    """

    commit: str
    moment: int
    day: str
    author: str
    subject: str


@frozen
class Record:
    """Address of an entity → the commits that its lines come from; and who has newer lines.

    `pending` are the entities with lines that no commit has yet.
    """

    commits: Mapping[str, frozenset[Revision]] = field(default_factory=dict)
    pending: frozenset[str] = frozenset()

    def of(self, addresses: Iterable[str]) -> tuple[Revision, ...]:
        """The commits of some entities, newest first."""
        found = {each for about in addresses for each in self.commits.get(about, ())}
        return tuple(sorted(found, key=lambda each: (-each.moment, each.commit)))

    def is_pending(self, addresses: Iterable[str]) -> bool:
        """Whether any of some entities has lines that no commit has yet."""
        return not self.pending.isdisjoint(addresses)


@frozen
class Beside:
    """What documents show that stands in no declaration: photos (by person), the history."""

    photos: Mapping[str, bytes] = field(default_factory=dict)
    record: Record = Record()
