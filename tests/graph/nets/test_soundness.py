"""Runs that cannot end, and steps that run twice, each with a shortest run."""

from __future__ import annotations

from typing import Any

from orgspec.graph.flow import Flow
from orgspec.graph.nets.net import net_of
from orgspec.graph.nets.reduction import reduced
from orgspec.graph.nets.soundness import verdict
from tests.graph.nets.random_flows import flow_from, step


def flow(**steps: Any) -> Flow:
    """Steps by name: what `next` holds, `None` for an end; a tuple forks; `J` before joins."""
    made = []
    for name, then in steps.items():
        fields: dict[str, Any] = {"join": "all" if name.startswith("J") else None}
        if then is None:
            fields["end"] = True
        else:
            ways = then if isinstance(then, list) else [then]
            fields["next"] = [{"all": list(w)} if isinstance(w, tuple) else {"to": w} for w in ways]
        made.append(step(name, fields))
    return flow_from(made)


def names(moves: Any) -> list[str]:
    return [move.step.partition("/")[2] for move in moves]


def test_one_after_the_other_with_choices_and_loops_is_sound() -> None:
    assert verdict(flow(a=["b", "c"], b="d", c=["a", "d"], d=None)).sound


def test_a_fork_that_is_joined_is_sound_and_needs_no_exploring() -> None:
    sound = flow(a=("b", "c"), b="J", c="d", d="J", J="e", e=None)
    assert verdict(sound).sound
    assert len(reduced(net_of(sound))) == 1


def test_a_branch_may_end_by_itself() -> None:
    assert verdict(flow(a=("b", "c"), b=None, c="d", d=None)).sound


def test_a_join_waits_for_ever_for_a_branch_that_was_not_chosen() -> None:
    found = verdict(flow(a=("b", "c"), b=["J", "x"], c="J", J=None, x=None))
    (stuck,) = found.stuck
    assert not found.sound
    assert (stuck.join, stuck.come, stuck.missing) == ("w/J", ("w/c",), ("w/b",))
    assert stuck.turn is not None
    assert (stuck.turn.step, stuck.turn.branch) == ("w/b", 1)
    assert sorted(names(stuck.run)) == ["a", "b", "c"]


def test_a_join_of_two_sides_of_a_choice_can_never_be_done() -> None:
    (stuck,) = verdict(flow(a=["b", "c"], b="J", c="J", J=None)).stuck
    assert stuck.turn is None
    assert names(stuck.run) == ["a", "b"]


def test_what_waits_behind_a_deadlock_is_not_told_again() -> None:
    found = verdict(
        flow(a=("b", "c", "d"), b=["J1", "x"], c="J1", J1="J2", d="J2", J2=None, x=None)
    )
    assert [stuck.join for stuck in found.stuck] == ["w/J1"]


def test_branches_that_meet_without_waiting_run_a_step_twice() -> None:
    found = verdict(flow(a=("b", "c"), b="d", c="d", d="e", e=None))
    (doubled,) = found.doubled
    assert doubled.step == "w/d"
    assert doubled.fork is not None
    assert doubled.fork.step == "w/a"
    assert set(doubled.sources) == {"w/b", "w/c"}
    assert names(doubled.run) in (["a", "b", "c"], ["a", "c", "b"])


def test_a_loop_that_forks_again_runs_a_step_twice() -> None:
    found = verdict(flow(a=("a", "J"), J=None))
    assert [doubled.step for doubled in found.doubled] == ["w/J"]


def test_many_branches_of_many_steps_are_decided_at_once() -> None:
    steps: dict[str, Any] = {"a": tuple(f"b{i}s0" for i in range(30)), "J": None}
    for branch in range(30):
        for number in range(10):
            after = f"b{branch}s{number + 1}" if number < 9 else "J"
            back = [f"b{branch}s0"] if number == 5 else []
            steps[f"b{branch}s{number}"] = [after, *back]
    assert verdict(flow(**steps), most=10).sound


def test_beyond_the_bound_the_answer_is_that_it_is_open() -> None:
    steps: dict[str, Any] = {"a": tuple(f"b{i}" for i in range(12)), "J": None, "x": None}
    steps |= {f"b{i}": ["J", f"c{i}"] for i in range(12)} | {f"c{i}": None for i in range(12)}
    open_ = verdict(flow(**steps), most=10)
    assert not open_.decided
    assert not open_.sound
    assert verdict(flow(**steps)).stuck


def test_a_run_may_begin_at_any_start() -> None:
    first = step("a", {"start": True, "next": [{"to": "J"}]})
    second = step("b", {"start": True, "next": [{"to": "J"}]})
    (stuck,) = verdict(flow_from([first, second, step("J", {"join": "all", "end": True})])).stuck
    assert stuck.join == "w/J"
