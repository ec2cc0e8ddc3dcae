"""Who does an approving step without letters: the level that reaches its amount."""

import pytest

from orgspec.testing import compiled

TEXT = """
roles: {lead: {}, head: {}, board: {}}
authorities:
  spend:
    measure: 万元
    levels: [{role: lead, up_to: 1}, {role: head, up_to: 10}, {role: board}]
workflows:
  w: {steps: {approve: {action: approve, authority: {id: spend, up_to: 5}, end: true}}}
"""


def doers(text: str) -> tuple[str, ...]:
    graph = compiled(text).graph
    return graph.rows["step/w/approve"].roles("R")


@pytest.mark.parametrize(
    ("amount", "role"),
    [("5", "head"), ("50000 CNY", "head"), ("10000", "board"), ("0.5", "lead"), ("1", "lead")],
)
def test_amounts_are_compared_in_the_measure_of_the_authority(amount: str, role: str) -> None:
    assert doers(TEXT.replace("up_to: 5}", f"up_to: {amount}}}")) == (role,)


def test_levels_may_be_written_in_any_order() -> None:
    levels = "[{role: board}, {role: head, over: 1, up_to: 10}, {role: lead, over: 0, up_to: 1}]"
    start = TEXT.index("[{role: lead")
    text = TEXT[:start] + levels + TEXT[TEXT.index("\nworkflows") :]
    assert doers(text) == ("head",)


def test_beyond_the_maximum_the_highest_level_is_taken_and_told_that_it_may_not() -> None:
    text = TEXT.replace("measure: 万元", "measure: 万元\n    max: 20")
    text = text.replace("up_to: 5}", "up_to: 30}")
    assert doers(text) == ("board",)
    assert "AUT002" in [d.code for d in compiled(text).diagnostics]
