"""Where lines of text may break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgspec.render import fonts
from orgspec.render.wrap import NO_END, NO_START, longest_word, wrap


def test_text_that_fits_stays_on_one_line() -> None:
    assert wrap("外贸业务员", 13, 200) == ("外贸业务员",)


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrap("", 13, 200) == ("",)


def test_chinese_breaks_after_a_conjunction_rather_than_in_a_word() -> None:
    assert wrap("风险控制与合规主管", 13, 78) == ("风险控制与", "合规主管")


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("外贸销售经理", {("外贸", "销售经理"), ("外贸销售", "经理")}),
        ("业务数据专员", {("业务", "数据专员"), ("业务数据", "专员")}),
        ("资深外贸业务员", {("资深外贸", "业务员")}),
        ("供应链计划专员", {("供应链计划", "专员")}),
        ("市场开发组组长", {("市场开发组", "组长")}),
        ("七年级班主任", {("七年级", "班主任")}),
        ("东区商务代表", {("东区", "商务代表"), ("东区商务", "代表")}),
    ],
)
def test_the_name_of_a_post_breaks_between_its_words(
    name: str, lines: set[tuple[str, ...]]
) -> None:
    assert wrap(name, 13, 13 * 5.2) in lines


def test_no_line_begins_with_closing_punctuation_or_ends_with_an_opening_one() -> None:
    text = "起草外贸合同，核对付款方式（T/T、L/C）、贸易术语《FOB》与“交货期”；归档。"
    for width in range(60, 400, 7):
        for line in wrap(text, 13, width):
            assert line[0] not in NO_START
            assert line[-1] not in NO_END


def test_a_number_stays_with_its_unit() -> None:
    for text, together in (
        ("偏差超过预算的 10% 时提交", "10%"),
        ("在 2 个工作日内提交方案", "2 个工作日"),
        ("客户满意度 ≥ 85% 且不低于去年", "≥ 85%"),
        ("reply within 24 hours of it", "24 hours"),
        ("单笔金额超过 5 万美元须审批", "5 万美元"),
    ):
        for width in range(80, 200, 5):
            assert any(together in line for line in wrap(text, 13, width)), (text, width)


def test_latin_words_are_not_split_while_a_line_can_hold_them() -> None:
    text = "Senior Vice President, International Sales"
    for line in wrap(text, 13, 90):
        assert all(word in text.split() for word in line.split())


def test_a_word_wider_than_the_line_is_split_and_nothing_is_lost() -> None:
    lines = wrap("Donaudampfschifffahrtsgesellschaft", 13, 90)
    assert len(lines) > 1
    assert "".join(lines) == "Donaudampfschifffahrtsgesellschaft"


def test_a_long_compound_may_break_after_its_hyphen() -> None:
    assert wrap("Featherstonehaugh-Montgomery", 13, 130)[0] == "Featherstonehaugh-"


def test_a_short_compound_stays_whole() -> None:
    assert any("T/T" in line for line in wrap("付款方式为 T/T 或信用证", 13, 60))


def test_a_name_from_abroad_stays_whole_even_if_it_takes_a_line_more() -> None:
    lines = wrap("肖恩·伯恩、法拉·拉赫曼、彼得·诺瓦克", 10, 110)
    assert lines == ("肖恩·伯恩、", "法拉·拉赫曼、", "彼得·诺瓦克")


def test_line_breaks_in_the_text_are_kept() -> None:
    assert wrap("一\n二", 13, 100) == ("一", "二")


def test_the_first_line_may_be_narrower() -> None:
    lines = wrap("Alexandria Featherstonehaugh", 17, 200, bold=True, first=100)
    assert lines == ("Alexandria", "Featherstonehaugh")


def test_lines_are_even_rather_than_full() -> None:
    first, second = wrap("外贸业务员与客户经理协作", 13, 13 * 11)
    assert abs(len(first) - len(second)) <= 4


def test_an_ellipsis_marks_what_was_cut() -> None:
    lines = wrap("外贸业务员外贸业务员外贸业务员", 13, 60, max_lines=2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert fonts.width(lines[-1], 13) <= 60


def test_the_longest_word_of_chinese_is_short() -> None:
    assert longest_word("外贸业务员", 10) == pytest.approx(10)
    assert longest_word("a Featherstonehaugh b", 10) == fonts.width("Featherstonehaugh", 10)


@given(
    st.text("外贸部与，。（）《》 abcXYZ-/09%≥·\n", max_size=60),
    st.floats(min_value=30, max_value=300),
)
def test_every_character_but_spaces_is_kept_and_every_line_fits(text: str, width: float) -> None:
    lines = wrap(text, 13, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        # What may not be parted stays together even where it is wider than the line by a sign.
        assert fonts.width(line, 13) <= width + 0.1 or len(line) < 4
