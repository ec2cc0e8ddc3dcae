"""How many lines a text takes in a column, as they are counted before it is set."""

from __future__ import annotations

import pytest

from orgspec.render import fonts
from orgspec.render.press.measuring import lines_in, measured, smaller


def lines(text: str, room: float) -> int:
    return lines_in(measured(text, fonts.faces()), room)


@pytest.mark.parametrize(
    ("text", "line", "count"),
    [
        ("Market Development Lead", "Market Development Lead", 1),
        ("Market Development Lead", "Development Lead", 2),
        ("Market Development Lead", "Development", 3),
        ("Spending ≤ EUR 5,000: 3 Approve", "≤ EUR 5,000: 3", 3),
        ("市场开发主管", "市场开发主管", 1),
        ("市场开发主管", "市场开发", 2),
        ("市场，开发", "市场", 3),
    ],
)
def test_a_line_holds_as_many_words_as_there_is_room_for(text: str, line: str, count: int) -> None:
    assert lines(text, 1.02 * fonts.width(line, 1.0)) == count


def test_smaller_type_takes_fewer_lines() -> None:
    text = measured("Market Development Lead", fonts.faces())
    room = 0.95 * text.width
    assert (lines_in(text, room), lines_in(smaller(text), room)) == (2, 1)
