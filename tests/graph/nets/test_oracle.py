"""Our verdict on workflows at random is that of brute force."""

from __future__ import annotations

import os
from random import Random

import pytest

from orgspec.graph.nets.soundness import verdict
from tests.graph.nets.oracle import answer
from tests.graph.nets.random_flows import flow_at_random

# How many in all; ORGSPEC_RANDOM_NETS asks for more.
EACH = int(os.environ.get("ORGSPEC_RANDOM_NETS", "3000")) // 20


@pytest.mark.parametrize("seed", range(20))
def test_the_verdict_on_random_nets_is_that_of_brute_force(seed: int) -> None:
    random = Random(seed)
    for number in range(EACH):
        flow = flow_at_random(random)
        ours, theirs = verdict(flow), answer(flow)
        assert ours.decided
        assert (bool(ours.stuck), bool(ours.doubled)) == theirs, (seed, number, flow.steps)
        assert ours.sound == (not any(theirs))


def test_sound_and_unsound_nets_of_each_kind_are_among_them() -> None:
    answers = {answer(flow_at_random(Random(seed))) for seed in range(400)}
    assert len(answers) == 4
