"""Our verdict on workflows at random is that of brute force."""

from __future__ import annotations

import os
from random import Random

import pytest

from orgspec.graph.nets.exploring import explore, order_of
from orgspec.graph.nets.net import net_of
from orgspec.graph.nets.reduction import strides
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


@pytest.mark.parametrize("seed", range(4))
def test_without_rounds_one_order_of_the_moves_tells_the_same(seed: int) -> None:
    random = Random(seed)
    compared = 0
    for _ in range(EACH):
        flow = flow_at_random(random)
        net = net_of(flow)
        order = order_of(strides(net))
        if order is None:
            continue
        compared += 1
        space = explore(strides(net), net.starts, order=order)
        doubled = any(target is None for out in space.ways for _, target in out)
        left = any(state and not out for state, out in zip(space.states, space.ways, strict=True))
        theirs = answer(flow)
        assert doubled == theirs.doubled
        if not doubled:
            assert left == theirs.stuck
    assert compared > EACH // 10
