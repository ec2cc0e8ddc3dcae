"""How alike two names of duties are: the measure behind `overlap_similarity`.

Of the acts and of the object words, each, twice what both names have by what each has (Dice's
measure, 0 to 1); the lesser of the two is the likeness. Where each name has an object word that
the other lacks (`进口合同`, `出口合同`) they are about different things: 0. Likewise where one has
no object word at all.
"""

from __future__ import annotations

from orgspec.model.values.saying import Saying
from orgspec.model.values.verb_kin import same_act


def likeness_of_objects(one: Saying, other: Saying) -> float:
    """How alike the objects of two names are, from 0 to 1."""
    if not one.objects or not other.objects:
        return 0.0
    if not (one.objects <= other.objects or other.objects <= one.objects):
        return 0.0
    return _dice(len(one.objects & other.objects), one.objects, other.objects)


def likeness_of_acts(one: frozenset[str], other: frozenset[str]) -> float:
    """How alike two sets of acts are, from 0 to 1; two empty ones are the same."""
    if one == other:
        return 1.0
    shared = sum(any(same_act(act, theirs) for theirs in other) for act in one)
    return min(1.0, _dice(shared, one, other))


def _dice(shared: int, one: frozenset[str], other: frozenset[str]) -> float:
    """Twice what is shared by what there is."""
    return 2 * shared / max(1, len(one) + len(other))
