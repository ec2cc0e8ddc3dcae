"""Every planted defect is found where it is, and nothing else is said."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pytest

from orgspec.analysis.registry import registry
from tests.mutation.operator import Mutant, Operator, first, judge, operators
from tests.mutation.sample import Sample, sample, sound_samples

NAMES = sound_samples()


TRIED = 3
"""How many organisations each operator is tried in here; `python -m tests.mutation` takes all."""


def places(planting: Operator) -> Iterator[tuple[Sample, Mutant]]:
    """A place in each of some organisations; every operator begins with another one."""
    begin = operators().index(planting) % len(NAMES)
    for name in (*NAMES[begin:], *NAMES[:begin]):
        for mutant in first(planting.plant(sample(name)), 1):
            yield sample(name), mutant


@pytest.mark.parametrize("planting", operators(), ids=lambda each: f"{each.code}-{each.name}")
def test_a_planted_defect_is_found_at_its_place_and_alone(planting: Operator) -> None:
    tried = list(islice(places(planting), TRIED))
    assert tried, "no organisation offers a place"
    for organisation, mutant in tried:
        verdict = judge(planting, organisation, mutant)
        where = f"{mutant.at} of {organisation.name}"
        assert verdict.found, f"{planting.code} is silent at {where}"
        assert not verdict.surplus, f"besides {planting.code} at {where}"


def test_every_check_has_an_operator() -> None:
    planted = {each.code for each in operators()}
    assert planted == {code for code in registry().rules if code[:3] not in ("SYN", "PLG")}
