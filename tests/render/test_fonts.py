"""The fonts that ship: widths, what they lack, subsets."""

from __future__ import annotations

from io import BytesIO
from time import perf_counter

import pytest
from fontTools.ttLib import TTFont

from orgspec.render import fonts, woff2


def test_a_chinese_character_is_one_em_wide() -> None:
    assert fonts.width("陈晓明", 10) == pytest.approx(30)
    assert fonts.width("堃喆镕", 10, bold=True) == pytest.approx(30)


def test_bold_latin_is_wider_than_regular() -> None:
    assert fonts.width("Manager", 12, bold=True) > fonts.width("Manager", 12)


def test_widths_are_those_of_the_font_files() -> None:
    for path, bold in zip(fonts.paths(), (False, True), strict=True):
        font = TTFont(path)
        cmap, metrics = font.getBestCmap(), font["hmtx"].metrics
        for character in "AWi7，—é①Ж":
            assert fonts.width(character, 1000, bold) == metrics[cmap[ord(character)]][0]


def test_characters_for_names_and_measures_are_there() -> None:
    assert fonts.missing("喆堃镕䶮㛃 ≥≤≠±×÷ ✓★▲○△•·–—… →←↑↓ ①⑩ €£¥ №℃‰ 繁體 ěšçñ") == frozenset()


def test_missing_names_the_characters_that_cannot_be_printed() -> None:
    assert fonts.missing("𠮷野家 ✔ 😀") == {"𠮷", "✔", "😀"}


def test_line_breaks_and_joiners_are_never_missing() -> None:
    assert fonts.missing("a\nb\tc\r\u200b\ufe0f\u00ad") == frozenset()


def test_an_unknown_character_counts_as_one_em() -> None:
    assert fonts.width("😀", 16) == 16


def test_a_subset_has_the_characters_of_its_text_and_few_others() -> None:
    font = TTFont(BytesIO(fonts.woff2_subset("外贸部 Trade 14")))
    assert {chr(code) for code in font.getBestCmap()} == set("外贸部 Trade 14")
    assert font["hmtx"].metrics[font.getBestCmap()[ord("外")]][0] == 1000


def test_a_subset_has_outlines_that_can_be_read_back() -> None:
    font = TTFont(BytesIO(fonts.woff2_subset("部", bold=True)))
    glyph = font["glyf"][font.getBestCmap()[ord("部")]]
    assert glyph.numberOfContours > 2


def test_the_same_characters_give_the_same_bytes_in_any_order() -> None:
    assert fonts.woff2_subset("岗位职责") == fonts.woff2_subset("责职位岗岗")


def test_a_subset_leaves_out_what_the_fonts_lack() -> None:
    font = TTFont(BytesIO(fonts.woff2_subset("a😀")))
    assert ord("😀") not in font.getBestCmap()


def test_packing_something_else_than_a_font_is_refused() -> None:
    with pytest.raises(ValueError, match="TrueType"):
        woff2.pack(b"wOFF" + bytes(100))


def test_measuring_is_fast() -> None:
    fonts.width("warm", 1)
    start = perf_counter()
    for _ in range(10_000):
        fonts.width("外贸业务员 Sales", 13)
    assert perf_counter() - start < 1


def test_the_fonts_carry_their_licence() -> None:
    assert "SIL Open Font License" in (fonts.folder() / "OFL.txt").read_text("utf-8")
