"""Text in a line as the templates get it: plain where it can be, in pieces where it must be."""

from __future__ import annotations

from orgspec.document import Emphasis, Run, inline
from orgspec.render.press.inline import lines, said, words

LONG = "收到订单后的第一个工作日起算，最迟不得超过 5 个工作日，逾期按 ≥ 2% 计算"


def test_a_text_with_room_stays_one_string() -> None:
    assert words("最迟 5 个工作日", 200, 9) == "最迟 5 个工作日"
    assert said(inline("最迟 5 个工作日"), 200, 9) == "最迟 5 个工作日"


def test_a_number_is_kept_with_its_sign_and_its_unit_where_a_text_has_to_be_broken() -> None:
    pieces = words(LONG, 100, 9)
    assert isinstance(pieces, list)
    assert "".join(pieces) == LONG
    assert pieces[1::2] == ["5 个工作日，", "≥ 2%"]
    assert words("within at most 10 working days of it", 60, 9)[1::2] == ["10 working days"]
    assert words("sells at least ≥ CNY 120,000 a year", 60, 9)[1::2] == ["≥ CNY 120,000"]


def test_a_limit_in_chinese_is_kept_with_its_unit_and_the_brackets_around_it() -> None:
    told = "交接后须在约定的时限（≤ 3 个工作日）内答复，每月 ≥ 10 家"
    assert words(told, 60, 9)[1::2] == ["（≤ 3 个工作日）", "≥ 10 家"]


def test_no_line_begins_with_the_dot_in_a_name() -> None:
    pieces = words("床位调配主管 · 乌娜·福利、伊恩·格兰特", 90, 9)
    assert pieces[1::2] == ["管 ·", "娜·", "恩·"]


def test_a_broken_text_without_numbers_is_no_list_of_pieces() -> None:
    assert words("一二三四五六七八九十" * 5, 100, 9) == "一二三四五六七八九十" * 5


def test_paragraphs_of_plain_text_become_one_text_of_lines() -> None:
    assert lines((inline("一"), (), inline("二")), 100, 9) == "一\n\n二"


def test_emphasis_and_language_make_runs() -> None:
    text = (Run("重要", Emphasis.STRONG), Run(" 而且"), Run("soon", lang="en-GB"))
    assert lines((inline("先"), text), 100, 9) == [
        ("先", "", ""),
        ("\n重要", "strong", ""),
        (" 而且", "", ""),
        ("soon", "", "en"),
    ]
