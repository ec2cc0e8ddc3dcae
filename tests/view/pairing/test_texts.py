"""Two texts of the same meaning beside one another."""

from __future__ import annotations

import pytest

from orgspec.document import Emphasis, Run, inline, plain
from orgspec.view.pairing.texts import both, both_inline


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        ("销售部", "Sales", "销售部 Sales"),
        ("WhatsApp", "WhatsApp", "WhatsApp"),
        ("3 人", "3", "3 人"),
        ("M1～M2", "M1–M2", "M1～M2"),
        ("序", "#", "序"),
        ("三", "3", "三"),
        ("", "Sales", "Sales"),
        ("版本 1.2", "Version 1.2", "版本 Version 1.2"),
        ("折扣 > 12%", "Discount > 12%", "折扣 > 12% Discount > 12%"),
        ("编 0.5", "0.5 post", "编 0.5 post"),
        ("3 项会议", "3 meetings", "3 项会议 / 3 meetings"),
        ("移交 3", "gives 3", "移交 gives 3"),
        ("移交 2 · 接收 2", "gives 2, takes 2", "移交 2 · 接收 2 gives 2, takes 2"),
        ("编 4 / 5 · 空缺 1", "4 / 5 · 1 vacant", "编 4 / 5 · 空缺 1 vacant"),
        ("R · 每日", "R · daily", "R · 每日 daily"),
        ("客户“要求”", "the customer’s wish", "客户“要求” the customer's wish"),
    ],
)
def test_both_are_said_and_what_they_share_once(first: str, second: str, together: str) -> None:
    assert both(first, second) == together


def test_lines_of_as_many_stand_each_above_its_like() -> None:
    assert both("甲\n乙", "one\ntwo") == "甲\none\n乙\ntwo"
    assert both("甲\n乙", "one") == "甲\n乙\none"


def test_the_second_language_stands_back_and_is_marked() -> None:
    name = both_inline(inline("业务员", Emphasis.STRONG), inline("Rep", Emphasis.STRONG), "en")
    assert name == (Run("业务员", Emphasis.STRONG), Run("\n"), Run("Rep", Emphasis.PLAIN, "en"))
    note = both_inline(inline("每日"), inline("daily"), "en")
    assert note[-1].emphasis is Emphasis.MUTED


def test_long_titles_of_groups_take_a_line_each() -> None:
    long = "x" * 60
    assert "\n" in plain(both_inline(inline("名" * 30), inline(long), "en", " "))
    assert plain(both_inline(inline("名称"), inline("Name"), "en", " ")) == "名称 Name"


def test_the_share_of_a_group_stands_once_behind_its_names() -> None:
    first = (*inline("过程指标", Emphasis.STRONG), *inline("\u3000100%", Emphasis.MUTED))
    second = (*inline("Process", Emphasis.STRONG), *inline("\u2003100%", Emphasis.MUTED))
    assert plain(both_inline(first, second, "en", " ")) == "过程指标 Process\u3000100%"
    other = (*second[:1], *inline("\u200380%", Emphasis.MUTED))
    assert plain(both_inline(first, other, "en", " ")).endswith("Process\u200380%")
