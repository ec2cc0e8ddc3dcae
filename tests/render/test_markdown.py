"""What Markdown of a document says, as a parser of Markdown reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from orgspec.document import (
    Align,
    Block,
    Card,
    Cell,
    Chart,
    Column,
    Document,
    Emphasis,
    Facts,
    Figure,
    Heading,
    Inline,
    Line,
    Listing,
    Matrix,
    Paragraph,
    Row,
    RowKind,
    Run,
    Section,
    Signature,
    Table,
    inline,
)
from orgspec.render.markdown import render
from tests.render import documents

LOCALES = ("zh", "en")
HOSTILE = (
    "a | b",
    "*x* _y_ `z` **w** ~~s~~",
    "# no heading",
    "- no item",
    "+ no item",
    "1. no number",
    "12) no number",
    "> no quotation",
    "---",
    "===",
    "    no code",
    "```",
    "<script>alert(1)</script>",
    "<!-- none -->",
    "[text](javascript:alert(1))",
    "![picture](x.png)",
    "[a]: b",
    "back\\slash \\| \\",
    "&lt; &#35; & AT&T",
    "$x$ and $y$",
    "a\x00b\x1bc",
    "]]>",
    "`|`",
    "Donaudampfschifffahrtsgesellschaft" * 20,
)


def document(*blocks: Block, locale: str = "en", **others: str) -> Document:
    return Document("Title", locale, "Harbour", blocks, **others)  # type: ignore[arg-type]


def tokens(given: Document) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(render(given).decode())


def texts(found: list[Token], kind: str) -> list[str]:
    """The plain text of every element of a kind (`th_open`, `paragraph_open`)."""
    return [plain(found[index + 1]) for index, token in enumerate(found[:-1]) if token.type == kind]


def plain(token: Token) -> str:
    parts = []
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak") or child.content == "<br>":
            parts.append("\n")
        elif child.type in ("text", "text_special", "code_inline"):
            parts.append(child.content)
    return "".join(parts)


def shown(text: str) -> str:
    return "".join(c for c in text if c >= " ").strip()


def rows(found: list[Token]) -> list[list[str]]:
    """The cells of every table row."""
    result: list[list[str]] = []
    for index, token in enumerate(found):
        if token.type == "tr_open":
            result.append([])
        elif token.type in ("th_open", "td_open"):
            result[-1].append(plain(found[index + 1]))
    return result


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_as_it_was_written(text: str) -> None:
    found = tokens(document(Paragraph(inline(text))))
    assert texts(found, "paragraph_open")[1:] == [shown(text)]
    assert {token.type for token in found} <= {
        "heading_open",
        "heading_close",
        "inline",
        "paragraph_open",
        "paragraph_close",
    }
    children = [child.type for token in found for child in token.children or []]
    assert set(children) <= {"text", "text_special"}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_does_not_change_the_cells_of_a_table(text: str) -> None:
    given = Table(
        (Column(text), Column("b"), Column(text)),
        (
            Row(tuple(Cell((inline(text), inline(text))) for _ in range(3))),
            Row((Cell((inline("end"),)), Cell(), Cell((inline(text, Emphasis.STRONG),)))),
        ),
    )
    found = rows(tokens(document(given)))
    assert [len(cells) for cells in found] == [3, 3, 3]
    assert found[0][0] == found[0][2] == shown(text)
    assert found[1] == [f"{shown(text)}\n{shown(text)}"] * 3
    assert found[2] == ["end", "", shown(text)]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_inside_headings_items_and_labels(text: str) -> None:
    given = document(
        Section(text, (Listing((inline(text), inline("second")), ordered=True),), text),
        Heading(text, 2),
        Facts(((text, inline(text)),)),
        Signature((text,), text, text),
    )
    found = tokens(given)
    assert texts(found, "heading_open")[2] == shown(text)
    items = [token.type for token in found].count("list_item_open")
    assert items == 2
    assert [len(cells) for cells in rows(found)] == [2, 2, 3, 3]


@pytest.mark.parametrize(
    "text", ["（A）", "“x”", "a*", "*", "`code`", "x!", "外贸业务员", "A/R", " spaced "]
)
def test_strong_text_is_strong_beside_any_neighbour(text: str) -> None:
    runs: Inline = (Run("前"), Run(text, Emphasis.STRONG), Run("后"))
    source = render(document(Paragraph(runs))).decode()
    html = MarkdownIt("commonmark").render(source)
    assert f"<strong>{text.strip()}</strong>" in html.replace("&quot;", '"')


def test_line_breaks_become_breaks_in_paragraphs_and_in_cells() -> None:
    text = "one\r\ntwo\n\n- three"
    cells = Table((Column("a"),), (Row((Cell((inline(text),)),)),))
    found = tokens(document(Paragraph(inline(text)), Listing((inline(text),)), cells))
    assert texts(found, "paragraph_open")[1:] == ["one\ntwo\n- three"] * 2
    assert rows(found)[1] == ["one\ntwo\n- three"]


def test_an_address_stays_one() -> None:
    source = render(document(Paragraph(inline("见 https://example.com/a_b*c?d=1&e=2，谢谢。"))))
    assert "<https://example.com/a_b*c?d=1&e=2>，谢谢。" in source.decode()


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", ["job_description", "matrix", "chart"])
def test_files_are_stable_and_end_with_one_line_feed(name: str, locale: str) -> None:
    given = getattr(documents, name)(locale)
    data = render(given)
    assert render(given) == data
    assert data.endswith(b"\n")
    assert not data.endswith(b"\n\n")
    assert b"\r" not in data
    assert b"\n\n\n" not in data


@pytest.mark.parametrize("locale", LOCALES)
def test_every_section_has_a_heading_with_its_number(locale: str) -> None:
    given = documents.job_description(locale)
    heads = texts(tokens(given), "heading_open")
    sections = [block for block in given.blocks if isinstance(block, Section)]
    assert heads[0] == given.title
    assert all(any(head.endswith(section.title) for head in heads) for section in sections)
    assert ("一、岗位基本信息" in heads) == (locale == "zh")
    assert ("1 Identification" in heads) == (locale == "en")


def test_headings_step_down_one_level_at_a_time() -> None:
    inner = Section("inner", (Heading("deepest", 2),))
    found = tokens(document(Heading("chapter"), Section("section", (inner,)), Heading("next")))
    levels = [token.tag for token in found if token.type == "heading_open"]
    assert levels == ["h1", "h2", "h3", "h4", "h5", "h2"]


def test_columns_keep_their_alignment() -> None:
    columns = (Column("a"), Column("b", 1, Align.CENTER), Column("c", 1, Align.END))
    assert "\n| --- | :-: | --: |" in render(document(Table(columns, ()))).decode()


def test_group_and_total_rows_stand_out_and_are_filled_up() -> None:
    group = Row((Cell((inline("group"),)),), RowKind.GROUP)
    total = Row((Cell((inline("sum"),)), Cell((inline("3"),))), RowKind.TOTAL)
    source = render(document(Table((Column("a"), Column("b")), (group, total)))).decode()
    assert "| **group** |  |\n| **sum** | **3** |" in source


def test_what_is_said_beside_the_title_of_a_group_is_told_from_it() -> None:
    runs = (*inline("Roasting", Emphasis.STRONG), *inline("\u2003for taste", Emphasis.MUTED))
    group = Row((Cell((runs,)),), RowKind.GROUP)
    source = render(document(Table((Column("a"),), (group,)))).decode()
    assert "| **Roasting**\u2003for taste |" in source


def test_below_the_title_the_organisation_stands_once_and_gaps_become_points() -> None:
    made = document(subtitle="Harbour · 4 risks", running="V-1  2.0")
    assert "Harbour · 4 risks\n\nV-1 · 2.0\n" in render(made).decode()
    other = document(subtitle="between A and B", running="V-1  2.0")
    assert "Harbour · V-1 · 2.0\n" in render(other).decode()


def test_the_version_stands_once_below_the_title() -> None:
    band = (("Number", "V-1"), ("Version", "2.0"), ("Effective", "2026-05-01"))
    running = "SY-1  Version 2.0 · Effective 2026-05-01"
    made = replace(document(subtitle="Harbour", running=running), head=(band,))
    source = render(made).decode()
    assert "Harbour\n\nSY-1\n\n| Number | Version | Effective |" in source
    assert source.count("2.0") == source.count("2026-05-01") == 1


def test_the_parties_of_an_agreement_stand_once_below_its_title() -> None:
    made = document(subtitle="between Sales and Finance", running="Sales · Finance  Version 2.0")
    assert "between Sales and Finance\n\nHarbour · Version 2.0\n" in render(made).decode()


def test_bullets_in_a_cell_stay_in_their_cell() -> None:
    cell = Cell((inline("one"), inline("two")), bullets=True)
    assert "| • one<br>• two |" in render(document(Table((Column("a"),), (Row((cell,)),)))).decode()


@pytest.mark.parametrize("locale", LOCALES)
def test_the_matrix_has_groups_letters_totals_a_legend_and_findings(locale: str) -> None:
    given = documents.matrix(locale)
    block = given.blocks[0]
    assert isinstance(block, Matrix)
    few = replace(
        block,
        columns=block.columns[4:7],
        rows=tuple(replace(row, cells=row.cells[4:7]) for row in block.rows),
    )
    given, block = replace(given, blocks=(few,)), few
    found = tokens(given)
    table = rows(found)
    width = 2 + len(block.columns) + len(block.letters)
    groups = len({row.group for row in block.rows})
    assert {len(cells) for cells in table} == {width}
    assert len(table) == 2 + groups + len(block.rows) + len(block.letters)
    assert table[-1][-1] == str(sum(block.totals(row)["I"] for row in block.rows))
    assert table[-1][2] == str(block.column_totals(0)[block.letters[-1].sign] or "")
    source = render(given).decode()
    for letter in block.letters:
        assert f"**{letter.sign}** {letter.name}" in source
    for row in block.rows:
        assert not row.finding or row.finding in source
    assert "A/R" in source


@pytest.mark.parametrize("locale", LOCALES)
def test_a_wide_matrix_names_the_parties_below_each_letter(locale: str) -> None:
    given = documents.matrix(locale)
    block = given.blocks[0]
    assert isinstance(block, Matrix)
    assert len(block.columns) > 9
    table = rows(tokens(given))
    signs = [letter.sign for letter in block.letters]
    assert [head.split()[0] for head in table[0][2:]] == signs
    first = block.rows[0]
    line = next(row for row in table if row[1].startswith(first.title))
    for place, sign in enumerate(signs, 2):
        named = [
            column.title
            for column, cell in zip(block.columns, first.cells, strict=True)
            if sign in cell.letters
        ]
        said = [name.split(" <sup>")[0] for name in line[place].split("\u00a0· ") if name]
        assert [name.rstrip(" 0123456789") for name in said] == named
    counts = block.column_totals(0)
    assert [block.columns[0].title, *(str(counts[s] or "") for s in signs)] in table


def test_the_title_of_a_group_stands_where_there_is_room_for_it() -> None:
    columns = (Column("#", 0.4, Align.CENTER), Column("Indicator", 2))
    made = render(document(Table(columns, (Row((Cell((inline("Results"),)),), RowKind.GROUP),))))
    assert "|  | **Results** |" in made.decode()


def chart(title: str) -> Chart:
    cards = (Card("a", title), Card("b", "B"))
    return Chart(cards, (Line("a", "b"),), facts=("17 posts",))


def test_a_chart_is_a_mermaid_drawing_that_its_names_cannot_leave() -> None:
    found = tokens(document(chart("```\n# out"), Figure(chart("x"), "A caption")))
    fences = [token for token in found if token.type == "fence"]
    assert [token.info for token in fences] == ["mermaid", "mermaid"]
    assert texts(found, "heading_open") == ["Title"]
    assert texts(found, "paragraph_open")[-1] == "A caption"
    assert "17 posts" in texts(found, "paragraph_open")


def test_a_draft_says_so_before_anything_else() -> None:
    source = render(document(draft="草稿（未生效）")).decode()
    assert source.startswith("# Title\n\n> **草稿（未生效）**\n")


def test_the_foot_closes_the_document() -> None:
    given = Document("T", "en", "Harbour", (), running="V2", footer=("left", "right"))
    assert render(given).decode() == "# T\n\nHarbour · V2\n\n---\n\nleft · right\n"


def test_empty_blocks_leave_no_broken_table() -> None:
    empty: tuple[Block, ...] = (Facts(()), Table((), ()), Listing(()), Paragraph(()))
    assert render(document(*empty)).decode().startswith("# Title\n\nHarbour\n")


def test_a_table_shows_what_stands_below_what() -> None:
    rows = (Row((Cell((inline("Sales"),)),)), Row((Cell((inline("North"),), depth=2),)))
    source = render(Document("T", "en", "O", (Table((Column("Unit"),), rows),))).decode()
    assert "| Sales |\n| — — North |" in source


def test_the_subject_stands_below_a_title_that_does_not_name_it() -> None:
    about = Document("Job description", "en", "Harbour", (), subject="Clerk")
    assert render(about).decode().startswith("# Job description\n\nClerk\n\nHarbour\n")
    whole = Document("Job description", "en", "Harbour", (), subject="Harbour")
    assert render(whole).decode() == "# Job description\n\nHarbour\n"


def test_the_lines_of_a_fact_may_be_a_list() -> None:
    facts = Facts((("Met", inline("a\nb")), ("Else", inline("c\nd"))), listed=frozenset({"Met"}))
    source = render(Document("T", "en", "O", (facts,))).decode()
    assert "| **Met** | • a<br>• b |\n| **Else** | c<br>d |" in source
