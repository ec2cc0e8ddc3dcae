"""Lines and columns: the one place that counts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgspec.source import Position, Source


def test_lines_and_columns_begin_at_one() -> None:
    assert Source("a.yaml", "roles:").position(0) == Position(1, 1)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_every_line_break_of_an_editor_ends_a_line(line_break: str) -> None:
    source = Source("a.yaml", f"ab{line_break}cd")
    assert source.position(source.text.index("c")) == Position(2, 1)
    assert [source.line(1), source.line(2)] == ["ab", "cd"]


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_what_no_editor_shows_as_a_line_break_is_none(character: str) -> None:
    source = Source("a.yaml", f"a{character}b\nc")
    assert source.line_count == 2
    assert source.position(2) == Position(1, 3)


def test_a_wide_character_is_one_column() -> None:
    assert Source("a.yaml", "市场部: x").position(3) == Position(1, 4)
    assert Source("a.yaml", "😀x").position(1) == Position(1, 2)


def test_an_offset_past_the_end_is_the_end() -> None:
    source = Source("a.yaml", "a\nbc")
    assert source.position(99) == Position(2, 3)
    assert source.position(-1) == Position(1, 1)


def test_an_empty_text_has_one_line() -> None:
    source = Source("a.yaml", "")
    assert (source.line_count, source.line(1), source.position(0)) == (1, "", Position(1, 1))


def test_the_last_line_break_opens_an_empty_line() -> None:
    source = Source("a.yaml", "a\n")
    assert source.line_count == 2
    assert source.line(2) == ""
    assert source.line_start(2) == 2


@given(st.text(alphabet="ab市\r\n\u2028", max_size=40), st.integers(0, 40))
def test_line_and_column_lead_back_to_the_offset(text: str, offset: int) -> None:
    source = Source("a.yaml", text)
    offset = min(offset, len(text))
    position = source.position(offset)
    assert source.line_start(position.line) + position.column - 1 == offset


@given(st.text(alphabet="ab市\r\n", max_size=40))
def test_the_lines_are_those_of_the_text(text: str) -> None:
    source = Source("a.yaml", text)
    lines = [source.line(number) for number in range(1, source.line_count + 1)]
    assert lines == text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
