"""Tables end well: no row, no sum and no note stands alone on the next page."""

from __future__ import annotations

import io
import re
from itertools import pairwise

import pypdf
import pytest

from orgspec.document import (
    Block,
    Cell,
    Column,
    Document,
    Emphasis,
    Paragraph,
    Row,
    RowKind,
    Run,
    Section,
    Table,
    inline,
)
from orgspec.render.pdf import render
from orgspec.render.press.endings import closing, repeated

LENGTHS = range(33, 45)
NOTE = Paragraph((Run("R Responsible · A Accountable", Emphasis.MUTED),))


def rows(count: int, kind: RowKind = RowKind.BODY) -> tuple[Row, ...]:
    return tuple(Row((Cell((inline(f"row {n}"),)),), kind) for n in range(count))


def pages(*blocks: Block) -> list[str]:
    reader = pypdf.PdfReader(
        io.BytesIO(render(Document("Charter", "en", "Harbour", (Section("Steps", blocks),))))
    )
    return [page.extract_text() for page in reader.pages]


@pytest.mark.parametrize("length", LENGTHS)
def test_no_row_stands_alone_on_the_next_page(length: int) -> None:
    told = pages(Table((Column("Step"),), rows(length)))
    assert all(page.count("row ") != 1 for page in told)
    assert sum(page.count("row ") for page in told) == length


@pytest.mark.parametrize("length", LENGTHS)
def test_a_note_below_a_table_stays_with_its_last_rows(length: int) -> None:
    told = pages(Table((Column("Step"),), rows(length)), NOTE)
    (noted,) = [page for page in told if "Accountable" in page]
    assert f"row {length - 1}" in noted


@pytest.mark.parametrize("length", LENGTHS)
def test_a_sum_stands_below_a_row_that_it_sums(length: int) -> None:
    total = Row((Cell((inline("Total"),)),), RowKind.TOTAL)
    told = pages(Table((Column("Post"),), (*rows(length), total)))
    (summed,) = [page for page in told if "Total" in page]
    assert f"row {length - 1}" in summed


def parts(length: int, count: int) -> Table:
    """Groups of so many rows, each with its sum, below some other rows."""
    cells = (inline("Part"),), (inline("Sum"),)
    title, total = (
        Row((Cell(said),), kind)
        for said, kind in zip(cells, (RowKind.GROUP, RowKind.TOTAL), strict=True)
    )
    part = (title, *rows(count), total)
    return Table((Column("Post"), Column("Planned")), (*rows(length), *part * 4))


@pytest.mark.parametrize("length", range(22, 37))
@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_sum_of_a_group_stands_below_a_row_that_it_sums(length: int, count: int) -> None:
    for page in pages(parts(length, count)):
        lines = page.splitlines()
        above = [before for before, line in pairwise(lines) if line == "Sum"]
        assert above == [f"row {count - 1}"] * len(above)


def test_a_row_that_stays_with_its_sum_heads_no_column_for_a_screen_reader() -> None:
    made = render(Document("Charter", "en", "Harbour", (Section("Posts", (parts(30, 2),)),)))
    heads = re.findall(rb"/S/TH/.*?/Headers\[([^]]*)\]", made)
    assert len(heads) == 2 + 4  # of two columns and of four groups
    ids = set(re.findall(rb"/S/TH/.*?/ID(\(.*?\))", made))
    assert set(re.findall(rb"\(U\d+x\d+y\d+\)(?=[]( ])", made)) <= ids


def test_a_note_between_paragraphs_is_running_text() -> None:
    (told,) = pages(Table((Column("Step"),), rows(2)), NOTE, Paragraph(inline("More.")))
    assert told.index("row 1") < told.index("Accountable") < told.index("More.")


def test_a_table_without_rows_has_a_note_too() -> None:
    (told,) = pages(Table((Column("Step"),), ()), NOTE)
    assert "Step" in told and "Accountable" in told


def test_the_last_two_rows_stay_together_and_all_of_a_short_table() -> None:
    assert closing(rows(9), [20.0] * 9, 700) == 2
    assert closing(rows(3), [20.0] * 3, 700) == 3
    assert closing((), (), 700) == 0


def test_a_short_table_is_split_in_the_middle_at_the_latest() -> None:
    assert [closing(rows(count), [20.0] * count, 700) for count in range(4, 9)] == [2, 2, 3, 3, 2]


def test_the_title_of_the_last_group_stays_with_its_rows() -> None:
    grouped = (*rows(4), *rows(1, RowKind.GROUP), *rows(1))
    assert closing(grouped, [20.0] * 6, 700) == 2
    assert closing((*grouped, *rows(1)), [20.0] * 7, 700) == 3
    assert closing((*grouped, *rows(2)), [20.0] * 8, 700) == 2
    assert closing(rows(4, RowKind.GROUP), [20.0] * 4, 700) == 0


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("last", [1, 2, 3])
def test_no_title_of_a_group_ends_a_page(length: int, last: int) -> None:
    title = Row((Cell((inline("Incident"),)),), RowKind.GROUP)
    told = pages(Table((Column("Step"),), (*rows(length), title, *rows(last))))
    for page in told:
        below = page.rpartition("Incident")[2] if "Incident" in page else "row"
        assert "row" in below


def test_rows_that_take_much_of_a_page_are_not_kept_together() -> None:
    assert closing(rows(3), [20.0, 90.0, 120.0], 700) == 1
    assert closing(rows(3), [20.0, 20.0, 400.0], 700) == 0


def test_the_title_of_a_group_does_not_stand_above_the_title_of_the_last() -> None:
    assert repeated([True, False, True, False, True, False], 2) == [
        True, False, False, False, True, False,
    ]  # fmt: skip
    assert repeated([True, False, True, False, False], 2) == [True, False, True, False, False]
    assert repeated([False, False, True, False], 2) == [False, False, True, False]
    assert repeated([], 0) == []


@pytest.mark.parametrize("length", LENGTHS)
def test_each_title_on_the_last_page_has_rows(length: int) -> None:
    first, second = (Row((Cell((inline(f"Group {n}"),)),), RowKind.GROUP) for n in "AB")
    told = pages(Table((Column("Step"),), (first, *rows(length), second, *rows(1))))
    assert "Group A\nGroup B" not in told[-1]
    assert "Group B\nrow 0" in told[-1]


@pytest.mark.parametrize("length", range(24, 42))
@pytest.mark.parametrize("short", [1, 2, 3])
def test_the_head_of_a_short_table_never_stands_without_its_rows(length: int, short: int) -> None:
    lines = tuple(map(inline, ("who", "where", "when")))
    high = tuple(Row((Cell((inline(f"row {n}"), *lines)),)) for n in range(short))
    meetings = Section("Meetings", (Table((Column("Held as"),), high), NOTE))
    told = pages(Table((Column("Step"),), rows(length)), meetings)
    (headed,) = [page for page in told if "Held as" in page]
    after = headed[headed.rindex("Held as") :]
    assert after.count("row ") == short
    assert "Accountable" in after
