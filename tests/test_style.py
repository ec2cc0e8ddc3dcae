"""What a house style says to documents: running texts, numbers of sections, colours."""

from __future__ import annotations

from dataclasses import replace

import pytest

from orgspec.colours import contrast, darkened, lightened
from orgspec.document import Document, Heading, Paragraph, Section, inline
from orgspec.margins import Counter, foot_margin, head_margin, title_line, without_pages
from orgspec.numbering import number, numbered
from orgspec.style import Style

DOCUMENT = Document(
    "岗位说明书",
    "zh",
    "山野",
    (),
    running="SY-1  版本 2",
    footer=("生效 2026-06-15", "内部"),
    labels={"page": "第 {page} 页 / 共 {pages} 页"},
    particulars={"number": "SY-1", "version": "版本 2", "effective": ""},
)


def styled(**style: object) -> Document:
    return replace(DOCUMENT, style=replace(Style(), **style))  # type: ignore[arg-type]


# --- running texts ---


def test_without_a_style_the_usual_stands_in_head_and_foot() -> None:
    head, foot = head_margin(DOCUMENT), foot_margin(DOCUMENT)
    assert (head.left, head.centre, head.right) == (("山野 · 岗位说明书",), (), ("SY-1  版本 2",))
    assert foot.centre == ("第 ", Counter.PAGE, " 页 / 共 ", Counter.PAGES, " 页")
    assert without_pages(DOCUMENT) is DOCUMENT


def test_patterns_take_the_words_of_the_document() -> None:
    head = head_margin(styled(header=("{organization}", "", "{number} · {version}")))
    assert (head.left, head.right) == (("山野",), ("SY-1 · 版本 2",))


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("{effective} · {version}", "版本 2"),
        ("{version} · {effective}", "版本 2"),
        ("{number} · {effective} · {version}", "SY-1 · 版本 2"),
        ("{effective}", ""),
    ],
)
def test_what_a_document_does_not_say_leaves_no_gap(pattern: str, said: str) -> None:
    assert "".join(head_margin(styled(header=(pattern, "", ""))).left) == said


def test_a_document_about_what_it_is_called_after_does_not_say_so_twice() -> None:
    document = replace(
        styled(footer=("{title} · {subject}", "", "{subject}")), subject="岗位说明书"
    )
    assert foot_margin(document).left == ("岗位说明书",)
    assert foot_margin(document).right == ("岗位说明书",)
    assert foot_margin(replace(document, subject="业务员")).left == ("岗位说明书 · 业务员",)


def test_braces_in_the_words_of_a_document_are_no_names() -> None:
    document = replace(styled(header=("{title}", "", "")), title="{page} {version}")
    assert head_margin(document).left == ("{page} {version}",)


def test_one_page_without_numbers_says_nothing_of_pages() -> None:
    document = styled(
        header=("{title}", "", "{number}"), footer=("{version}", "仅供内部", "{page}")
    )
    shown = without_pages(document)
    assert shown.running == "SY-1"
    assert shown.footer == ("版本 2 · 仅供内部", "")
    assert title_line(document) == "岗位说明书"


# --- numbers of sections ---

INNER = Section("内", (Paragraph(inline("x")),), "x")
OUTER = Section("外", (INNER, Paragraph(inline("y")), INNER), "x")


@pytest.mark.parametrize(
    ("scheme", "locale", "expected"),
    [
        ("chinese", "zh", ["一、", "（一）", "（二）", "二、"]),
        ("chinese", "en", ["1", "1.1", "1.2", "2"]),
        ("decimal", "zh", ["1", "1.1", "1.2", "2"]),
        ("none", "zh", ["", "", "", ""]),
        ("", "zh", ["x", "x", "x", "x"]),
    ],
)
def test_sections_are_numbered_by_their_level(
    scheme: str, locale: str, expected: list[str]
) -> None:
    last = replace(OUTER, blocks=())
    made = numbered(replace(DOCUMENT, locale=locale, blocks=(OUTER, last)), scheme)
    first, second = (block for block in made.blocks if isinstance(block, Section))
    inner = [block.number for block in first.blocks if isinstance(block, Section)]
    assert [first.number, *inner, second.number] == expected


@pytest.mark.parametrize(
    ("scheme", "locale", "expected"),
    [
        ("chinese", "zh", ["（一）甲", "1. 乙", "2. 乙", "（二）甲", "1. 乙", "无"]),
        ("decimal", "zh", ["1.1 甲", "1.1.1 乙", "1.1.2 乙", "1.2 甲", "1.2.1 乙", "无"]),
        ("none", "zh", ["甲", "乙", "乙", "甲", "乙", "无"]),
    ],
)
def test_headings_that_have_a_number_are_numbered_below_their_section(
    scheme: str, locale: str, expected: list[str]
) -> None:
    clause, item, other = Heading("甲", 2, "x"), Heading("乙", 3, "x"), Heading("无", 2)
    section = Section("外", (clause, item, item, clause, item, other), "x")
    (made,) = numbered(replace(DOCUMENT, locale=locale, blocks=(section,)), scheme).blocks
    assert isinstance(made, Section)
    assert [block.text for block in made.blocks if isinstance(block, Heading)] == expected


@pytest.mark.parametrize(
    ("value", "said"), [(1, "一、"), (10, "十、"), (11, "十一、"), (20, "二十、"), (34, "三十四、")]
)
def test_chinese_numbers_are_written_as_they_are_read(value: int, said: str) -> None:
    assert number((value,), "chinese") == said


# --- colours ---


def test_a_colour_becomes_as_dark_or_as_light_as_it_must_and_no_further() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert darkened("#7A1F3D", "#FFFFFF", 4.5) == "#7A1F3D"
    assert 4.5 <= contrast(darkened("#FFCC00", "#FFFFFF", 4.5), "#FFFFFF") < 5.2
    assert 4.5 <= contrast(lightened("#1F3A5F", "#16202D", 4.5), "#16202D") < 5.2
