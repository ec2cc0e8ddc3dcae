"""What a page holds, what a browser makes of it, and what comes out of its printer."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import jinja2
import pypdf
import pytest

from orgspec.document import (
    Block,
    Cell,
    Chart,
    Column,
    Document,
    Facts,
    Heading,
    Matrix,
    MatrixCell,
    MatrixColumn,
    MatrixRow,
    Paragraph,
    Row,
    Section,
    Signature,
    Table,
    inline,
)
from orgspec.render.html import render
from orgspec.render.page.text import inline_html
from tests.render import documents, sampled
from tests.render.browser import dom, needs_browser, printed

Make = Callable[[str], Document]
LOCALES = ("zh", "en")
HOSTILE = (
    "</script></style><script>document.title='hacked'</script>\"'{{ 7*7 }}\x00\x1b\ud800<b>&amp;"
)


class _Tags(HTMLParser):
    """Counts the elements of a page and collects their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def tags(page: str, name: str) -> list[dict[str, str | None]]:
    parser = _Tags()
    parser.feed(page)
    return [attributes for tag, attributes in parser.tags if tag == name]


def text(document: Document) -> str:
    return render(document).decode()


def document(*blocks: Block, **others: str) -> Document:
    return Document("Title", "en", "Harbour", blocks, **others)  # type: ignore[arg-type]


def large(rows: int = 60, columns: int = 30) -> Document:
    base = documents.matrix("zh")
    block = base.blocks[0]
    assert isinstance(block, Matrix)
    parties = tuple(MatrixColumn(f"角色{index:02}", "", index) for index in range(columns))
    lines = tuple(
        MatrixRow(
            f"事项{index:02}",
            tuple(MatrixCell(("A",) if at == index % columns else ()) for at in range(columns)),
            f"阶段{index // 4:02}",
        )
        for index in range(rows)
    )
    return replace(base, blocks=(replace(block, columns=parties, rows=lines),))


def pages(data: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages]


# --- the page itself ----------------------------------------------------------------------


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("make", [documents.job_description, documents.matrix, documents.chart])
def test_the_same_document_gives_the_same_bytes(make: Make, locale: str) -> None:
    assert render(make(locale)) == render(make(locale))


@pytest.mark.parametrize("locale", LOCALES)
def test_a_page_needs_nothing_but_itself(locale: str) -> None:
    page = text(documents.every_block(locale))
    assert set(re.findall(r"url\((\w+:)", page)) == {"data:"}
    assert not tags(page, "link")
    assert not any("src" in script for script in tags(page, "script"))
    assert "@import" not in page


def test_a_page_says_its_language_and_its_title() -> None:
    page = text(documents.job_description("zh"))
    assert '<html lang="zh">' in page
    assert "<title>岗位说明书 · 外贸业务员 · ××进出口有限公司</title>" in page


def test_both_weights_of_the_font_are_inside() -> None:
    assert text(documents.matrix("zh")).count("data:font/woff2;base64,") == 2


def test_pages_of_a_kind_share_a_font_of_what_they_usually_hold() -> None:
    usual = frozenset("岗位说明书 ab")
    one, other = (
        text(replace(document(Paragraph(inline(said))), usual=usual)) for said in ("采购", "销售")
    )
    faces = [re.findall(r"@font-face\{.*?\}", page) for page in (one, other)]
    shared = set(faces[0]).intersection(faces[1])
    assert [len(each) for each in faces] == [4, 4]
    assert all("unicode-range:U+20,U+61-62," in face for face in shared)
    assert len(shared) == 2
    assert all("data:font/woff2" in face for face in shared)
    assert all("data:font/otf" in face for face in {*faces[0]} - shared)


def test_only_the_characters_used_are_embedded() -> None:
    assert len(render(document(Paragraph(inline("短"))))) < 90_000


def test_hostile_text_stays_text_wherever_it_stands() -> None:
    matrix = documents.matrix("en").blocks[0]
    assert isinstance(matrix, Matrix)
    row = MatrixRow(HOSTILE, (MatrixCell(("A",), HOSTILE),), HOSTILE, HOSTILE)
    evil = replace(matrix, columns=(MatrixColumn(HOSTILE, HOSTILE),), rows=(row,))
    blocks: tuple[Block, ...] = (
        Section(
            HOSTILE,
            (
                Facts(((HOSTILE, inline(HOSTILE)),)),
                Paragraph(inline(HOSTILE)),
                Signature((HOSTILE,), HOSTILE, HOSTILE),
            ),
            HOSTILE,
        ),
        Heading(HOSTILE),
        evil,
    )
    page = text(
        Document(
            HOSTILE,
            "en",
            HOSTILE,
            blocks,
            HOSTILE,
            HOSTILE,
            HOSTILE,
            (HOSTILE, HOSTILE),
            draft=HOSTILE,
            labels={"page": HOSTILE},
        )
    )
    assert len(tags(page, "script")) == 1
    assert len(tags(page, "style")) == 2
    assert not tags(page, "b")
    assert "\x00" not in page
    assert "\x1b" not in page
    assert "{{ 7*7 }}" in page


def test_a_script_of_somebody_else_may_not_run() -> None:
    policy = next(
        meta for meta in tags(text(documents.matrix("en")), "meta") if "http-equiv" in meta
    )
    assert "script-src 'sha256-" in (policy["content"] or "")
    assert "default-src 'none'" in (policy["content"] or "")


def test_a_draft_is_marked_in_the_text_and_across_the_page() -> None:
    page = text(replace(documents.job_description("zh"), draft="草案"))
    assert page.count(">草案<") == 1
    # The mark is no text: text so pale would be a barrier.
    assert '<div class="draft" aria-hidden="true" data-word="草案"></div>' in page
    assert "<title>草案 · " in page


def test_a_wide_fact_takes_a_row_of_its_own() -> None:
    facts = Facts((("a", inline("1")), ("b", inline("2")), ("c", inline("3"))), 2, frozenset({"b"}))
    rows = re.findall(r"<tr>(.*?)</tr>", text(document(facts)))
    assert [re.findall(r'colspan="(\d)"', row) for row in rows] == [["3"], ["3"], ["3"]]


def test_the_number_of_a_section_is_written_as_it_stands() -> None:
    page = text(document(Section("岗位目的", (), "二、"), Section("Purpose", (), "2")))
    assert ">二、岗位目的</h2>" in page
    assert ">2\u2002Purpose</h2>" in page


def test_a_number_is_not_parted_from_its_unit() -> None:
    page = text(document(Paragraph(inline("每月 ≥ 10 家"))))
    assert "每月 ≥\u00a010\u00a0家" in page


def test_a_page_that_is_written_leaves_nothing_to_collect() -> None:
    job = next(job for job in sampled.jobs("small-firm", "html") if job.kind == "job-descriptions")
    sampled.rendered("small-firm", job, "html")  # what is remembered stays
    gc.collect()
    gc.disable()
    try:
        sampled.rendered("small-firm", job, "html")
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_no_line_begins_with_a_dot_between_two_names() -> None:
    page = text(document(Paragraph(inline("Export · Sales Team"))))
    assert "Export\u00a0· Sales Team" in page


def test_an_unknown_letter_and_an_empty_document_do_no_harm() -> None:
    matrix = documents.matrix("en").blocks[0]
    assert isinstance(matrix, Matrix)
    row = MatrixRow("x", (MatrixCell(("Q",)),))
    odd = replace(matrix, columns=(MatrixColumn("p"),), rows=(row,))
    assert 'title="Q Q"><span class="chip i">Q<' in text(document(odd))
    assert b"<h1>Title</h1>" in render(document())
    empty = replace(matrix, columns=(), rows=())
    assert 'class="raci"' in text(document(empty))
    assert 'class="table"' in text(document(Table((), ())))
    assert "<figure" in text(document(Chart((), ())))


def test_findings_are_numbered_in_their_cell_and_listed_below() -> None:
    page = text(documents.matrix("zh"))
    marks = re.findall(r'class="mark" href="#([\w-]+)" title="([^"]+)">(\d)<', page)
    assert [(text, number) for _, text, number in marks] == [
        ("RAC010 · 执行者过多", "1"),
        ("RAC014 · 负责人不在本部门", "2"),
    ]
    for anchor, _, _ in marks:
        assert f'<li id="{anchor}">' in page


def test_long_documents_begin_with_their_contents() -> None:
    chapters = tuple(Heading(f"Chapter {number}") for number in range(4))
    page = text(Document("Handbook", "en", "", chapters, labels={"contents": "Contents"}))
    links = [link["href"] for link in tags(page, "a")]
    assert len(links) == 4
    assert {f"#{heading['id']}" for heading in tags(page, "h2") if "id" in heading} >= set(links)


def test_templates_of_the_user_come_first(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "paragraph.html").write_text(
        "<p class='ours'>{{ part.content.text | inline }}</p>", "utf-8"
    )
    page = render(document(Paragraph(inline("a & b"))), template_folders=(tmp_path,)).decode()
    assert "<p class='ours'>a &amp; b</p>" in page
    assert "<h1>Title</h1>" in page


def test_a_broken_template_of_the_user_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "paragraph.html").write_text("{{ part.nothing.here }}", "utf-8")
    with pytest.raises(jinja2.TemplateError):
        render(document(Paragraph(inline("a"))), template_folders=(tmp_path,))


# --- in a browser -------------------------------------------------------------------------


def shown_rows(page: str) -> list[str]:
    rows = tags(page, "tr")
    return [
        row["data-search"] or "" for row in rows if "data-search" in row and "hidden" not in row
    ]


@needs_browser
def test_the_filter_shows_what_fits_the_words_and_the_party(tmp_path: Path) -> None:
    page = dom(render(documents.matrix("zh")), tmp_path, "#q=报&party=外贸业务员")
    assert shown_rows(page) == [
        "客户开发 询盘响应与首次报价",
        "签约 报价审批（毛利率 < 12%）",
        "出运 订舱、装柜与报关",
    ]
    assert '>3 / 14 · "报" · 外贸业务员</output>' in page
    totals = re.findall(r'<td class="sum">(\d+)</td>', page.split('class="totals"')[1])
    assert totals == ["3", "3", "8", "4"]


@needs_browser
def test_without_a_filter_everything_is_shown_and_the_controls_appear(tmp_path: Path) -> None:
    page = dom(render(documents.matrix("en")), tmp_path)
    assert len(shown_rows(page)) == 14
    assert "hidden" not in next(tag for tag in tags(page, "div") if tag.get("class") == "controls")


@needs_browser
def test_the_button_changes_the_theme(tmp_path: Path) -> None:
    page = text(documents.matrix("en"))
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    click = "<script>document.querySelector('.theme').click()</script></body>"
    after = dom(page.replace("</body>", click).encode(), tmp_path)
    assert 'data-theme="dark"' in after
    assert 'aria-pressed="true"' in after


@needs_browser
def test_injected_scripts_do_not_run(tmp_path: Path) -> None:
    page = text(document(Paragraph(inline(HOSTILE)), subject=HOSTILE))
    page = page.replace("</main>", "<script>document.title='hacked'</script></main>")
    assert "<title>hacked</title>" not in dom(page.encode(), tmp_path)


# --- on paper -----------------------------------------------------------------------------


@needs_browser
@pytest.mark.parametrize("locale", LOCALES)
def test_a_job_description_prints_upright_with_running_head_and_foot(
    tmp_path: Path, locale: str
) -> None:
    paper = printed(render(documents.job_description(locale)), tmp_path)
    shown = pages(paper)
    expected = (
        (
            "××进出口有限公司 · 岗位说明书",
            "GW-WM-003 V2.1",
            "内部资料 · 请勿外传",
            "第 {} 页 / 共 {} 页",
        )
        if locale == "zh"
        else ("Harbour Trading Ltd · Job Description", "Effective 2025-10-01", "Page {} of {}")
    )
    for number, page in enumerate(shown, 1):
        for words in expected:
            assert words.format(number, len(shown)) in page
    first = pypdf.PdfReader(BytesIO(paper)).pages[0].mediabox
    assert (round(first.width), round(first.height)) == (595, 842)


@needs_browser
@pytest.mark.parametrize("make", [documents.job_description, documents.matrix, documents.chart])
def test_every_character_on_paper_comes_from_the_embedded_font(tmp_path: Path, make: Make) -> None:
    paper = pypdf.PdfReader(BytesIO(printed(render(make("zh")), tmp_path)))
    resources: list[Any] = [page["/Resources"].get_object() for page in paper.pages]
    names = {
        str(font.get_object()["/BaseFont"])
        for resource in resources
        for font in resource.get("/Font", {}).values()
    }
    assert names
    assert all("NotoSansSC" in name for name in names), names


@needs_browser
def test_a_matrix_prints_on_its_side_on_one_page_without_its_controls(tmp_path: Path) -> None:
    paper = printed(render(documents.matrix("zh")), tmp_path)
    size = pypdf.PdfReader(BytesIO(paper)).pages[0].mediabox
    (page,) = pages(paper)
    assert (round(size.width), round(size.height)) == (842, 595)
    assert "执行者过多" in page
    for word in ("筛选", "输入活动名称", "全部角色", "切换深浅色"):
        assert word not in page.replace("市场调研与客户筛选", "")


@needs_browser
def test_no_group_title_stands_alone_at_the_end_of_a_page(tmp_path: Path) -> None:
    shown = pages(printed(render(large(columns=9)), tmp_path))
    assert len(shown) > 1
    for page in shown:
        lines = re.findall(r"阶段\d\d|事项\d\d", page)
        assert not lines or lines[-1].startswith("事项")


@needs_browser
def test_the_header_repeats_on_every_page_of_a_wide_matrix(tmp_path: Path) -> None:
    shown = pages(printed(render(large()), tmp_path))
    assert len(shown) > 1
    for page in shown:
        stacked = page.replace("\n", "")
        assert "活动 / 交付" in page
        assert "角色29" in stacked


def test_a_step_of_an_approval_stays_with_its_number() -> None:
    said = inline_html(inline("① Propose ≤ CNY 5,000"))
    assert said.startswith("①\xa0Propose ≤")


def test_a_name_that_is_set_in_stays_so_where_it_wraps() -> None:
    row = Row((Cell((inline("Arts and Sport Group"),), depth=2),))
    page = text(document(Table((Column("Unit"),), (row,))))
    assert '<div style="padding-left: 2em"><div>Arts and Sport Group</div></div></td>' in page


def test_the_lines_of_a_fact_may_be_a_list() -> None:
    facts = Facts((("Met", inline("a\nb")), ("Else", inline("c\nd"))), listed=frozenset({"Met"}))
    page = text(document(facts))
    assert "<ul><li>a</li><li>b</li></ul>" in page and "c<br>d" in page


def test_english_has_straight_quotation_marks_as_those_of_the_font_are_too_wide() -> None:
    said = document(Paragraph(inline("the team’s “goal”")))
    assert "the team&#x27;s &quot;goal&quot;" in text(replace(said, locale="en"))
    assert "the team’s “goal”" in text(replace(said, locale="zh"))
