"""What names that nothing declares may mean: what follows from a slip is not judged."""

from __future__ import annotations

from collections.abc import Iterable

from orgspec.diagnostics.near import near
from orgspec.model.program import Link

_LOOKED_UP = 50
"""How many unresolved names are looked up; beyond that a spec has other troubles."""


def meant(links: Iterable[Link], ids: Iterable[str], *kinds: str) -> frozenset[str]:
    """The ids that unresolved references may mean, of those that admit one of the kinds."""
    texts = dict.fromkeys(
        x.text.removeprefix(f"{k}/") for x in links for k in kinds if k in x.kinds
    )
    if not texts:
        return frozenset()
    candidates = tuple(ids)
    wanted = list(texts)[:_LOOKED_UP]
    return frozenset(name for text in wanted for name in near(text, candidates))
