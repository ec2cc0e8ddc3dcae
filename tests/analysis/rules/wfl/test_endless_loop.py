"""WFL007: loops that nothing ends."""

from __future__ import annotations

import pytest

from orgspec.testing import check, findings

LOOP = """
roles: {clerk: {reports_to: none}}
workflows:
  ordering:
    owner: clerk
    steps:
      draft: {raci: clerk, next: review}
      review: {raci: clerk, next: [send, draft]}
      #                     ^^^^ WFL007
      send: {raci: clerk, end: true}
"""


def test_a_loop_without_condition_and_bound_is_found_where_it_is_decided() -> None:
    (found,) = check(LOOP, select="WFL007")
    assert "`draft`, `review`" in found.message.in_("en")
    assert "`draft`、`review`" in found.message.in_("zh")
    assert found.help is not None
    assert "to: draft" in found.help.in_("en")


@pytest.mark.parametrize(
    "ways",
    [
        "[{to: send, when: good}, draft]",
        "[send, {to: draft, when: something is missing}]",
        "[send, {to: draft, at_most: 2}]",
    ],
)
def test_a_condition_or_a_bound_is_enough(ways: str) -> None:
    assert not findings(LOOP.replace("[send, draft]", ways), select="WFL007")


def test_the_bound_may_stand_anywhere_in_the_loop() -> None:
    text = LOOP.replace("next: review}", "next: [{to: review, at_most: 3}]}")
    assert not findings(text, select="WFL007")


def test_a_loop_without_a_way_out_is_another_finding() -> None:
    text = LOOP.replace("[send, draft]", "draft")
    assert not findings(text, select="WFL007")


def test_a_step_that_leads_to_itself_is_a_loop() -> None:
    text = LOOP.replace("next: review}", "next: [draft, review]}").replace("[send, draft]", "send")
    assert len(findings(text, select="WFL007")) == 1


def test_choices_without_condition_in_such_a_loop_are_not_told_again() -> None:
    assert {d.code for d in findings(LOOP, select="WFL007,WFL008")} == {"WFL007"}
