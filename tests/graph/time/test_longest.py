"""The longest run of a net, against all of its runs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from orgspec.graph.time.longest import longest
from orgspec.graph.time.walks import Net, Way, order_of

D = Decimal


def _runs(net: Net) -> Iterator[Decimal]:
    """How long each run takes: every path, each way back so often at most."""
    back = order_of(net).back
    left = {way: way.times * back.count(way) for way in back}

    def go(node: int, spent: Decimal) -> Iterator[Decimal]:
        spent += net.lengths[node]
        yield spent
        for way in net.ways:
            if way.source != node:
                continue
            if way not in left:
                yield from go(way.target, spent + way.wait)
            elif left[way] > 0:
                left[way] -= 1
                yield from go(way.target, spent + way.wait)
                left[way] += 1

    for start in net.starts:
        yield from go(start, D(0))


@st.composite
def _acyclic(draw: st.DrawFn) -> Net:
    count = draw(st.integers(1, 8))
    lengths = [D(n) for n in draw(st.lists(st.integers(0, 9), min_size=count, max_size=count))]
    pairs = [(a, b) for a in range(count) for b in range(a + 1, count)]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=12, unique=True)) if pairs else []
    return Net(lengths, [Way(a, b, D(draw(st.integers(0, 2)))) for a, b in chosen], [0])


@st.composite
def _with_one_loop(draw: st.DrawFn) -> Net:
    """A net without loops, behind a first node to which some node leads back."""
    net = draw(_acyclic())
    source = draw(st.sampled_from(order_of(net).nodes))
    back = Way(source, 0, D(draw(st.integers(0, 2))), draw(st.integers(0, 3)))
    return Net(net.lengths, [*net.ways, back], net.starts)


@given(_acyclic())
@settings(max_examples=150, deadline=None)
def test_without_loops_it_is_the_longest_of_all_paths(net: Net) -> None:
    assert longest(net).total == max(_runs(net))


@given(_with_one_loop())
@settings(max_examples=100, deadline=None)
def test_a_loop_counts_as_often_as_it_may_be_taken(net: Net) -> None:
    assert longest(net).total == max(_runs(net))


@given(_acyclic(), st.data())
@settings(max_examples=100, deadline=None)
def test_whatever_the_loops_what_is_told_is_a_run_that_can_happen(
    net: Net, data: st.DataObject
) -> None:
    nodes = st.integers(0, len(net.lengths) - 1)
    for _ in range(data.draw(st.integers(0, 2))):
        way = Way(data.draw(nodes), data.draw(nodes), D(0), data.draw(st.integers(0, 1)))
        net = Net(net.lengths, [*net.ways, way], net.starts)
    found = longest(net)
    assert found.total <= max(_runs(net))
    assert all(slack >= 0 for slack in found.slack.values())
    assert found.total == sum(
        v.times * (net.lengths[v.node] + (v.way.wait if v.way else 0)) for v in found.visits
    )


def test_two_loops_inside_one_another_are_each_taken_as_often_as_they_may() -> None:
    ways = [Way(0, 1, D(0)), Way(1, 2, D(0)), Way(2, 1, D(0), 2), Way(2, 0, D(0), 1)]
    assert longest(Net([D(1), D(10), D(100)], ways, [0])).total == 111 + 2 * 110 + 111


def test_a_loop_on_a_branch_that_another_turn_comes_by_is_taken_too() -> None:
    # 0 → (1 with a loop of its own | 2 with one) → 3, and back to 0 once.
    ways = [Way(0, 1, D(0)), Way(0, 2, D(0)), Way(1, 3, D(0)), Way(2, 3, D(0))]
    ways += [Way(1, 1, D(0), 3), Way(2, 2, D(0), 3), Way(3, 0, D(0), 1)]
    assert longest(Net([D(0), D(5), D(5), D(0)], ways, [0])).total == 40


def test_a_step_beside_the_path_has_the_difference_as_slack() -> None:
    ways = [Way(0, 1, D(0)), Way(0, 2, D(0)), Way(1, 3, D(0)), Way(2, 3, D(0))]
    found = longest(Net([D(1), D(5), D(2), D(1)], ways, [0]))
    assert [visit.node for visit in found.visits] == [0, 1, 3]
    assert found.slack == {0: 0, 1: 0, 2: 3, 3: 0}


def test_ten_thousand_steps_with_loops_in_loops_take_no_time() -> None:
    count = 10_000
    ways = [Way(n, n + 1, D(0)) for n in range(count - 1)]
    ways += [Way(count - 1 - n, n, D(0), 2) for n in range(count // 2)]
    began = time.process_time()
    longest(Net([D(1)] * count, ways, [0]))
    assert time.process_time() - began < 2
