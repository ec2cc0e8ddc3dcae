"""A last page is worth its paper: few lines find room before it, or more of them come with them."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdf
import pytest

from orgspec.document import (
    Band,
    Block,
    Cell,
    Column,
    Document,
    Row,
    RowKind,
    Section,
    Signature,
    Table,
    inline,
)
from orgspec.render.pdf import render
from orgspec.render.press.columns import fit
from orgspec.render.press.data import label_width, sheets_data
from orgspec.render.press.endings import divided, more_closing
from orgspec.render.press.fitting import USUAL, fitted
from orgspec.render.press.letterheads import head_height
from orgspec.render.press.reading import Data
from orgspec.render.press.sheets import sheets

APPROVAL = Section("Approval", (Signature(("Holder", "Superior"), "Signed", "Date"),), "9. ")


def table(name: str, count: int, lines: int = 1) -> Section:
    more = [inline("more") for _ in range(lines - 1)]
    rows = tuple(Row((Cell((inline(f"{name} {n}"), *more)),)) for n in range(count))
    return Section(name.title(), (Table((Column("Column"),), rows),))


def document(*blocks: Block) -> Document:
    return Document("Job description", "en", "Voyage", blocks)


def pages(*blocks: Block) -> list[str]:
    reader = pypdf.PdfReader(io.BytesIO(render(document(*blocks))))
    return [page.extract_text() for page in reader.pages]


def rows_in(page: str, name: str) -> int:
    return page.count(f"{name} ")


@pytest.mark.parametrize("length", [29, 31, 33])
def test_signatures_find_room_on_the_page_before_where_rows_stand_a_little_closer(
    length: int,
) -> None:
    (told,) = pages(table("duty", length), table("term", 3), APPROVAL)
    assert "Holder" in told


@pytest.mark.parametrize("length", [41, 44, 47])
def test_a_few_rows_find_room_on_the_page_before_where_all_stand_a_little_closer(
    length: int,
) -> None:
    (told,) = pages(table("step", length))
    assert rows_in(told, "step") == length


def test_signatures_that_need_a_page_bring_another_section_with_them() -> None:
    first, last = pages(table("duty", 5, 6), table("goal", 2, 6), table("term", 1), APPROVAL)
    assert rows_in(first, "duty") == 5
    assert rows_in(last, "goal") == 2 and rows_in(last, "term") == 1 and "Holder" in last


def test_a_page_is_not_left_half_empty_for_a_last_page_that_has_two_sections() -> None:
    first, last = pages(table("duty", 5, 6), table("goal", 3, 5), table("term", 3), APPROVAL)
    assert rows_in(first, "goal") == 3
    assert rows_in(last, "term") == 3 and "Holder" in last


def test_a_section_that_begins_amid_a_page_does_not_leave_the_rest_of_it_empty() -> None:
    first, last = pages(table("duty", 12, 2), table("goal", 12, 2), APPROVAL)
    assert rows_in(first, "duty") == 12 and rows_in(first, "goal") > 3
    assert "Holder" in last


def test_rows_stand_no_closer_than_the_page_needs() -> None:
    (sheet,) = sheets_data(replace(document(table("step", 38)), head=((("Version", "1.0"),),)))
    assert sheet["tight"] == USUAL


def test_boxes_for_signatures_are_as_high_as_the_longest_name_in_them_needs() -> None:
    def high(*parties: str) -> float:
        (sheet,) = sheets_data(document(Section("S", (Signature(parties, "Signed", "Date"),))))
        found: float = sheet["blocks"][0]["blocks"][0]["blocks"][0]["height"]
        return found

    one = high("Holder", "Superior")
    assert (
        high("Holder", "Head of the department that answers for quality, safety and supply") > one
    )
    assert high("Holder", "Superior", "Third", "Fourth") > 2 * one


def test_rows_that_need_a_page_bring_others_with_them() -> None:
    assert [rows_in(page, "step") for page in pages(table("step", 18, 3))] == [14, 4]


@pytest.mark.parametrize("length", [33, 34, 35, 36])
def test_no_row_stands_alone_below_the_head_of_its_table_at_the_foot_of_a_page(length: int) -> None:
    first, *_ = pages(table("duty", length), table("goal", 12, 2))
    assert rows_in(first, "duty") == length
    assert rows_in(first, "goal") != 1
    assert ("Goal" in first) == ("goal 1" in first)


def test_what_is_signed_on_a_page_alone_has_the_last_rows_of_a_long_table_with_it() -> None:
    first, last = pages(table("goal", 16, 3), APPROVAL)
    assert (rows_in(first, "goal"), rows_in(last, "goal")) == (13, 3)
    assert "Column" in last and "Holder" in last


def test_a_section_alone_on_the_last_page_has_the_last_rows_of_a_long_table_with_it() -> None:
    first, last = pages(table("goal", 16, 3), table("term", 3))
    assert (rows_in(first, "goal"), rows_in(last, "goal")) == (13, 3)
    assert rows_in(last, "term") == 3


def test_no_section_is_carried_over_where_a_later_one_is_enough() -> None:
    first, last = pages(
        table("duty", 12, 3), table("goal", 3, 2), table("aim", 1, 2), table("term", 1, 2), APPROVAL
    )
    assert rows_in(first, "duty") == 12 and rows_in(first, "goal") == 3
    assert rows_in(last, "aim") == 1 and "Holder" in last


def test_a_section_that_would_leave_a_gap_behind_leaves_its_first_rows_there() -> None:
    first, last = pages(table("duty", 12, 3), table("goal", 8), table("term", 1, 3), APPROVAL)
    assert (rows_in(first, "goal"), rows_in(last, "goal")) == (3, 5)
    assert "Column" in last and "Holder" in last


def test_a_form_of_appraisal_with_a_few_indicators_takes_one_page() -> None:
    appraisal = document(table("aim", 3), table("goal", 11), table("term", 2), APPROVAL)
    reader = pypdf.PdfReader(io.BytesIO(render(replace(appraisal, landscape=True))))
    assert len(reader.pages) == 1


def test_rows_stand_as_usual_where_the_last_page_is_well_filled() -> None:
    (sheet,) = sheets_data(document(table("step", 70)))
    assert sheet["tight"] == USUAL


def test_what_cannot_be_reckoned_is_left_as_it_is() -> None:
    blocks: list[Data] = [{"kind": "chart"}, {"kind": "paragraph", "height": 700.0, "text": ""}]
    assert fitted(blocks, 740.0, 0.0) == (USUAL, blocks)


def test_the_title_of_a_group_comes_with_the_rows_that_are_carried_over() -> None:
    kinds = [RowKind.BODY, RowKind.GROUP, *[RowKind.BODY] * 5]
    rows: list[Data] = [{"kind": str(kind), "repeat": kind is RowKind.GROUP} for kind in kinds]
    carried = more_closing({"rows": rows, "heights": [20.0] * 7, "closing": 2}, 110.0)
    assert carried["closing"] == 6


def test_no_row_or_two_of_a_group_stay_behind_where_its_others_are_carried_over() -> None:
    kinds = [RowKind.BODY, RowKind.BODY, RowKind.GROUP, *[RowKind.BODY] * 5]
    rows: list[Data] = [{"kind": str(kind), "repeat": kind is RowKind.GROUP} for kind in kinds]
    carried = more_closing({"rows": rows, "heights": [20.0] * 8, "closing": 2}, 50.0)
    assert carried["closing"] == 6


def kinds_of(*kinds: RowKind) -> Data:
    rows: list[Data] = [{"kind": str(kind), "index": index} for index, kind in enumerate(kinds)]
    heights = [20.0] * len(rows)
    return {"rows": rows, "heights": heights, "height": sum(heights) + 17, "closing": 1}


def indices(part: Data) -> list[int]:
    return [row["index"] for row in part["rows"]]


@pytest.mark.parametrize(
    ("second", "stay", "move"),
    [
        (4, [0, 1, 2, 3], [4, 5, 6, 7]),  # a group of their own
        (1, [0, 1, 2, 3], [1, 4, 5, 6, 7]),  # amid a group, whose title is told again
        (3, [0, 1, 2], [3, 4, 5, 6, 7]),  # no title stays behind alone
        (2, [0, 1, 2, 3], [2, 4, 5, 6, 7]),  # or a table of hardly any rows would
    ],
)
def test_rows_that_move_stand_below_the_title_of_their_group(
    second: int, stay: list[int], move: list[int]
) -> None:
    kinds = [RowKind.GROUP, *[RowKind.BODY] * 7]
    kinds[second] = RowKind.GROUP
    found = divided(kinds_of(*kinds), 85.0)
    assert found is not None
    assert (indices(found[0]), indices(found[1])) == (stay, move)


def test_rows_that_move_are_no_more_than_their_table_has() -> None:
    kinds = [*[RowKind.BODY] * 5, RowKind.GROUP, RowKind.BODY]
    found = divided(kinds_of(*kinds) | {"opening": 3}, 30.0)
    assert found is not None and len(found[1]["rows"]) == 2
    assert found[1]["opening"] == 0


def test_a_table_of_few_rows_is_not_divided() -> None:
    assert divided(kinds_of(*[RowKind.BODY] * 3), 85.0) is None


def test_on_a_page_that_lies_as_many_rows_come_with_the_last_as_on_one_upright() -> None:
    wide = replace(document(table("step", 12, 3)), landscape=True)
    reader = pypdf.PdfReader(io.BytesIO(render(wide)))
    counts = [rows_in(page.extract_text(), "step") for page in reader.pages]
    assert sum(counts) == 12
    assert 3 <= counts[-1] < counts[0]


def first_bar(made: bytes) -> float:
    """How far below the top margin the bar of the first section begins, in points."""
    found: list[float] = []

    def visit(text: str, page: list[float], line: list[float], *_: object) -> None:
        if "Term" in text:
            baseline = line[4] * page[1] + line[5] * page[3] + page[5]
            found.append(841.89 - 52.0 - baseline - 12.7)

    pypdf.PdfReader(io.BytesIO(made)).pages[0].extract_text(visitor_text=visit)
    return found[0]


PAIRS = (("Version", "1.0"), ("Approved", "Director"), ("Next", "2027-01-01"))
LONG = ("Approved", "Director of Engineering and of everything that belongs to it 2026-08-01")


@pytest.mark.parametrize(
    "head",
    [
        (),
        (PAIRS[:1],),
        (PAIRS[:2],),
        ((LONG, PAIRS[2]),),
        (PAIRS,),
        ((LONG, *PAIRS),),
        (PAIRS,) * 2,
    ],
)
def test_a_head_is_reckoned_as_high_as_it_becomes(head: tuple[Band, ...]) -> None:
    made = replace(document(table("term", 3)), subtitle="Clerk", head=head)
    reckoned = head_height(made, sheets(made)[0], label_width(made.blocks, head), bound=False)
    assert first_bar(render(made)) == pytest.approx(reckoned, abs=1.5)


def test_a_head_of_a_table_is_reckoned_with_all_its_lines() -> None:
    titles = (Column("Term"), Column("What is said in the second of two lines"))
    one, two = (fit(Table(titles, ()), width).head for width in (400.0, 120.0))
    assert two > one + 10


@pytest.mark.parametrize(("locale", "leading"), [("en", 0.6), ("zh", 0.72)])
def test_the_height_of_rows_is_reckoned_with_the_space_between_lines_of_the_language(
    locale: str, leading: float
) -> None:
    (sheet,) = sheets_data(replace(document(table("step", 1, 4)), locale=locale))
    shown = sheet["blocks"][0]["blocks"][0]
    assert shown["heights"] == [pytest.approx(9 * (4 * 0.733 + 3 * leading) + 10, abs=0.06)]
