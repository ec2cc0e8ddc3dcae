from __future__ import annotations

import pytest

from orgspec.document import Column, Row, Table
from orgspec.render import fonts
from orgspec.render.press.columns import fit
from orgspec.render.press.sheets import A0, A3, A4, LEAST_SCALE, chart_paper
from orgspec.render.press.words import BREAK, breakable
from tests.render.documents import cell


def table(*lines: tuple[str, ...], weights: tuple[float, ...] = (1, 1)) -> Table:
    columns = tuple(Column("", weight) for weight in weights)
    return Table(columns, tuple(Row(tuple(cell(text) for text in line)) for line in lines))


def test_columns_share_the_width_by_weight() -> None:
    laid = fit(table(("字" * 3, "字" * 9), weights=(1, 3)), 400)
    assert laid.widths == pytest.approx((100, 300))


def test_a_column_is_never_narrower_than_its_longest_word() -> None:
    laid = fit(table(("Responsibilities", "字" * 99), weights=(1, 20)), 400)
    assert laid.widths[0] > 70
    assert sum(laid.widths) == pytest.approx(400)


def test_a_column_that_just_misses_its_line_borrows_from_one_with_room() -> None:
    laid = fit(table(("海外市场主管理员", "总部"), weights=(1, 1)), 150)
    assert laid.widths[0] > 75 > laid.widths[1]


def test_columns_share_the_width_so_that_the_rows_become_low() -> None:
    lines = [("Follow up", "A Market Development Lead", "1 working day")] * 9
    narrow, wide, limit = fit(table(*lines, weights=(3, 1, 2)), 320).widths
    assert wide > narrow
    assert limit > 65  # a number stays with its unit


def test_a_column_to_be_written_in_keeps_its_share() -> None:
    lines = [("Customers gained in the month " * 3, "")] * 3
    assert fit(table(*lines, weights=(4, 1)), 400).widths[1] == pytest.approx(80, abs=1)


def test_a_sign_stands_in_one_line_with_its_currency_and_its_number() -> None:
    laid = fit(table(("≥ CNY 120,000,000 a year", "Invoiced contracts " * 9), weights=(1, 6)), 420)
    assert laid.widths[0] > fonts.width("≥ CNY 120,000,000", 9, True)


def test_type_becomes_smaller_before_words_are_torn_but_never_unreadable() -> None:
    laid = fit(table(("Responsible",) * 14, weights=(1,) * 14), 500)
    assert laid.size == 6.5
    assert sum(laid.widths) == pytest.approx(500)


def test_a_single_endless_word_does_not_shrink_a_table() -> None:
    assert fit(table(("x" * 500, "y")), 400).size == 9


def test_a_table_without_columns_has_no_widths() -> None:
    laid = fit(Table((), (Row(()), Row(()))), 400)
    assert laid.widths == ()
    assert len(laid.heights) == 2


def test_a_word_that_fits_is_left_alone() -> None:
    assert breakable("short-word here", 200, 9) == "short-word here"


def test_a_long_word_breaks_after_its_punctuation() -> None:
    assert breakable("https://example.com/path", 60, 9).replace(BREAK, "|") == (
        "https://|example.|com/|path"
    )


def test_breaking_changes_no_visible_character() -> None:
    word = "A" * 300
    assert breakable(word, 50, 9).replace(BREAK, "") == word


@pytest.mark.parametrize(
    ("size", "paper"), [((800, 400), A4), ((1500, 1000), A3), ((5000, 3400), A0)]
)
def test_a_chart_takes_the_smallest_paper_that_keeps_its_text_readable(
    size: tuple[float, float], paper: tuple[float, float]
) -> None:
    width, height, drawn = chart_paper(*size, 60)
    assert sorted((width, height)) == pytest.approx(sorted(paper))
    assert drawn / size[0] >= LEAST_SCALE


def test_a_tall_chart_stands_upright() -> None:
    width, height, _ = chart_paper(400, 900, 60)
    assert height > width


def test_a_chart_too_large_for_any_paper_gets_its_own() -> None:
    width, height, drawn = chart_paper(20_000, 900, 60)
    assert width > drawn == pytest.approx(20_000 * LEAST_SCALE)
    assert height >= 900 * LEAST_SCALE
