"""Widths on a terminal."""

import pytest

from orgspec.report.columns import printable, width


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("abc", 3),
        ("", 0),
        ("市场部", 6),
        ("（A）", 5),
        ("e\u0301", 1),
        ("a\u200bb", 2),
        ("→", 1),
        ("😀", 2),
        ("ｱ", 1),
        ("한", 2),
    ],
)
def test_wide_characters_take_two_columns_and_marks_none(text: str, columns: int) -> None:
    assert width(text) == columns


def test_control_characters_become_visible() -> None:
    assert printable("a\x1b[31mb\x07") == "a␀[31mb␀"


def test_a_tab_is_four_spaces() -> None:
    assert printable("a\tb") == "a    b"
