"""Taking a value out of a text."""

import pytest

from orgspec.syntax.nodes import Step
from orgspec.syntax.removal import removal
from orgspec.testing import compiled


def left(text: str, *route: Step) -> str | None:
    """What is left of a text without a value of role `a`; None if it cannot be taken out."""
    edit = removal(compiled(text).program.origins["role/a"], route)
    return None if edit is None else text[: edit.span.start] + edit.text + text[edit.span.end :]


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        ("[b, c, d]", "[b, d]"),
        ("[b, c]", "[b]"),
        ("[b, c, ]", "[b, ]"),
        ("[b, c,\n    d]", "[b,\n    d]"),
        ("[b,\n    c,\n    d]", "[b,\n    d]"),
        ("[b,  # one\n    c,  # two\n    d]", "[b,  # one\n    # two\n    d]"),
        ("[b,  # one\n    c]", "[b,  # one\n    ]"),
        ("\n    - b  # one\n    - c\n    - d", "\n    - b  # one\n    - d"),
        ("\n    - b\n    - c  # two\n    - d", "\n    - b\n    # two\n    - d"),
        ("\n    - b\n    # above\n    - c", "\n    - b\n    # above"),
        ("\n    - b\r\n    - c\r\n    - d", "\n    - b\r\n    - d"),
    ],
)
def test_the_second_item_goes_and_comments_stay(written: str, mended: str) -> None:
    text = f"roles:\n  a:\n    dotted_to: {written}\n    name: A\n"
    assert left(text, "dotted_to", 1) == f"roles:\n  a:\n    dotted_to: {mended}\n    name: A\n"


def test_the_last_value_leaves_an_empty_list() -> None:
    assert left("roles: {a: {dotted_to: b}}", "dotted_to", 0) == "roles: {a: {dotted_to: []}}"
    assert left("roles: {a: {dotted_to: [b]}}", "dotted_to", 0) == "roles: {a: {dotted_to: []}}"


def test_what_would_take_a_comment_along_or_an_anchor_away_is_left_alone() -> None:
    assert left("roles:\n  a:\n    dotted_to: [b # who?\n      ]\n", "dotted_to", 0) is None
    assert left("roles:\n  a:\n    dotted_to: [b, c  # x\n      , d]\n", "dotted_to", 1) is None
    kpis = "roles:\n  a:\n    kpis:\n      - b\n      - kpi: c  # x\n        weight: 30%\n"
    assert left(kpis, "kpis", 1) is None
    assert left("roles:\n  a:\n    dotted_to:\n      - b\n      - &x c\n", "dotted_to", 1) is None


def test_what_is_not_there_is_not_taken_out() -> None:
    assert left("roles: {a: {dotted_to: [b, c]}}", "dotted_to", 2) is None
    assert left("roles: {a: {dotted_to: [b, c]}}", "reports_to", 0) is None
