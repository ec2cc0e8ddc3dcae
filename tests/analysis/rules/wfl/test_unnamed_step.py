"""WFL016: unnamed-step."""

import pytest

from orgspec.analysis.rules.wfl.unnamed_step import tells_nothing
from orgspec.testing import check


@pytest.mark.parametrize(
    "id_",
    [
        "step1",
        "task-2",
        "s3",
        "node_4",
        "Step_12",
        "Activity_0x1ab2c",
        "Gateway-1"[8:],
        "步骤3",
        "环节一",
        "2",
        "task",
        "sid-8f14e45f",
        "Task_1q2w3e4",
        "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
    ],
)
def test_numbers_and_tool_ids_tell_nothing(id_: str) -> None:
    assert tells_nothing(id_.strip("-"))


@pytest.mark.parametrize(
    "id_",
    [
        "quotation",
        "check-2",
        "sign-contract",
        "报价",
        "第一次报价",
        "a",
        "b2b-order",
        "task-force",
        "step-down",
        "node-setup",
        "activity-plan",
        "decade",
        "event-planning",
        "3d-model",
        "feedback",
    ],
)
def test_words_tell_something(id_: str) -> None:
    assert not tells_nothing(id_)


def test_a_numbered_step_is_found_at_its_id_unless_it_has_a_name_or_is_a_gateway() -> None:
    (found,) = check(
        """
    workflows:
      order:
        steps:
          step1: {next: step2}
    #     ^^^^^ WFL016
          step2: {name: confirm, next: node3}
          node3: {kind: gateway, next: done}
          done: {end: true}
    """,
        select="WFL016",
    )
    assert "step1" in found.message.in_("zh")
