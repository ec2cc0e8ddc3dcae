"""Every planted defect is found where it is, and nothing else is said."""

from __future__ import annotations

import pytest

from orgspec.analysis.registry import registry
from tests.mutation.operator import Operator, first, judge, operators
from tests.mutation.sample import sample, sound_samples

NAMES = sound_samples()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("planting", operators(), ids=lambda each: f"{each.code}-{each.name}")
def test_a_planted_defect_is_found_at_its_place_and_alone(planting: Operator, name: str) -> None:
    organisation = sample(name)
    for mutant in first(planting.plant(organisation), 1):
        verdict = judge(planting, organisation, mutant)
        assert verdict.found, f"{planting.code} is silent at {mutant.at}"
        assert not verdict.surplus, f"besides {planting.code} at {mutant.at}"


def test_every_check_has_an_operator() -> None:
    planted = {each.code for each in operators()}
    assert planted == {code for code in registry().rules if code[:3] not in ("SYN", "PLG")}


@pytest.mark.parametrize("planting", operators(), ids=lambda each: f"{each.code}-{each.name}")
def test_an_operator_finds_a_place_in_some_organisation(planting: Operator) -> None:
    assert any(next(planting.plant(sample(name)), None) for name in NAMES)
