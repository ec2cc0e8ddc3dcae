"""Chinese names in narrow columns."""

from __future__ import annotations

from orgspec.render.press.stacking import MOST, stacked


def test_chinese_stands_upright_one_character_below_another() -> None:
    assert stacked("跟单员") == [[["跟", True], ["单", True], ["员", True]]]


def test_words_of_letters_lie_on_their_side() -> None:
    assert stacked("IT 主管") == [[["IT", False], ["主", True], ["管", True]]]


def test_a_name_without_chinese_is_not_stacked() -> None:
    assert stacked("Order Coordinator") == []
    assert stacked("") == []


def test_a_long_name_takes_lines_of_nearly_one_length() -> None:
    lines = stacked("出口信用保险公司客户服务主管")
    assert [len(line) for line in lines] == [7, 7]
    assert max(map(len, lines)) <= MOST
