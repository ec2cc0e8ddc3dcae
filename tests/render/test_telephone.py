"""Pages on a telephone: what is read, heard and filled in there as on a wide screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from orgspec.document import Document, Letter, Matrix, MatrixCell, MatrixColumn, MatrixRow
from orgspec.render.html import render
from tests.render import sampled
from tests.render.browser import needs_browser
from tests.render.test_accessible import PAGES, SAMPLE, show
from tests.render.test_responsibility import WORDS
from tests.render.window import Window, window

pytestmark = needs_browser

# Names of the roles that a browser tells those who hear a page, without what is not there for them.
_HEARD = ("table", "row", "rowheader", "columnheader", "cell")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    with window(tmp_path_factory.mktemp("browser")) as opened:
        opened.send("Accessibility.enable")
        yield opened


@pytest.fixture
def opened(browser: Window, tmp_path: Path, request: pytest.FixtureRequest) -> Window:
    kind, locale = request.param
    page = tmp_path / "page.html"
    page.write_bytes(sampled.rendered(SAMPLE, replace(PAGES[kind], locale=locale), "html"))
    show(browser, page, 390, dark=False)
    return browser


KPIS = pytest.mark.parametrize("opened", [("kpis", "zh"), ("kpis", "en")], indirect=True)
RISKS = pytest.mark.parametrize("opened", [("risks", "zh"), ("risks", "en")], indirect=True)


@KPIS
def test_a_card_has_a_line_for_each_field_to_be_filled_in(opened: Window) -> None:
    rows = opened.run("document.querySelectorAll('.cards tr.body').length")
    lines = opened.run(
        "[...document.querySelectorAll('.cards td:empty')].filter((one) => one.offsetWidth)"
        ".map((one) => one.dataset.head)"
    )
    assert len(set(lines)) == 2  # what was achieved, and its score
    assert len(lines) == 2 * rows


@KPIS
def test_what_only_one_row_leaves_out_is_not_asked_for(opened: Window) -> None:
    assert not opened.run(
        "[...document.querySelectorAll('.cards td:not(:empty)')].filter((one) =>"
        ' document.querySelector(`.asked[data-head="${one.dataset.head}"]`)).length'
    )


@RISKS
def test_a_map_of_risks_shows_the_colours_of_its_empty_places(opened: Window) -> None:
    places = opened.run("document.querySelectorAll('td:empty:is(.calm, .watch, .alarm)').length")
    seen = opened.run(
        "[...document.querySelectorAll('td:empty:is(.calm, .watch, .alarm)')]"
        ".filter((one) => one.offsetWidth > 40 && one.getBoundingClientRect().right < innerWidth).length"
    )
    assert places == seen > 0


@RISKS
def test_rows_that_are_cards_are_heard_as_a_table(opened: Window) -> None:
    nodes = opened.send("Accessibility.getFullAXTree")["nodes"]
    heard = [node["role"]["value"] for node in nodes if not node["ignored"]]
    elements = "document.querySelectorAll('main %s').length"
    rows = opened.run(elements % "tr")
    assert heard.count("row") == rows
    roles = (
        "[...document.querySelectorAll('.cards :is(tr, th, td), .cards')].map((one) => one.role)"
    )
    assert set(opened.run(roles)) <= set(_HEARD)


def test_a_very_large_matrix_is_heard_as_a_table(browser: Window, tmp_path: Path) -> None:
    columns = tuple(MatrixColumn(f"Post {at}") for at in range(80))
    row = MatrixRow("Work", (MatrixCell(("A",)), *(MatrixCell(),) * 79))
    matrix = Matrix(columns, (row,) * 160, (Letter("A", "Accountable", "A"),), WORDS)
    page = tmp_path / "page.html"
    page.write_bytes(render(Document("Matrix", "en", "Firm", (matrix,))))
    show(browser, page, 390, dark=False)
    roles = "[...new Set([...document.querySelectorAll('.raci :is(%s)')].map((one) => one.role))]"
    assert browser.run("document.querySelectorAll('.measured').length") == 1
    assert browser.run(roles % "td") == ["gridcell"]
    assert browser.run(roles % "tr") == ["row"]


# The labels of a document's head that do not stand in whole words.
_TORN_LABELS = r"""[...document.querySelectorAll(".official th")].flatMap((label) => {
  const range = new Range(), text = label.firstChild;
  return [...text.data.matchAll(/[A-Za-z]+|[\u4e00-\u9fff]{2}/g)].filter((word) => {
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    return range.getClientRects().length > 1;
  }).map((word) => word[0]);
})"""


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize(
    ("sample", "kind"), [("trade-management", "kpis"), ("trade-management", "job-descriptions"), ("trade-site", "risks")]
)  # fmt: skip
def test_labels_of_a_head_stand_in_whole_words(
    browser: Window, tmp_path: Path, sample: str, kind: str, locale: str
) -> None:
    job = next(job for job in sampled.jobs(sample, "html") if job.kind == kind)
    page = tmp_path / "page.html"
    page.write_bytes(sampled.rendered(sample, replace(job, locale=locale), "html"))
    show(browser, page, 360, dark=False)
    assert browser.run(_TORN_LABELS) == []
    assert browser.run("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("opened", [("raci", "zh"), ("raci", "en")], indirect=True)
def test_fields_of_a_matrix_stand_below_one_another(opened: Window) -> None:
    ends = opened.run(
        "[...document.querySelectorAll('.controls :is(input, select)')].map((field) =>"
        " { const { left, right } = field.getBoundingClientRect(); return [left, right]; })"
    )
    assert len(ends) >= 3
    assert len({tuple(pair) for pair in ends}) == 1
    assert opened.run("document.documentElement.scrollWidth") <= 390


def test_a_number_alone_stands_beside_its_head_as_words_do(browser: Window, tmp_path: Path) -> None:
    job = next(job for job in sampled.jobs("export-sales-post", "html") if job.kind == "headcount")
    page = tmp_path / "page.html"
    page.write_bytes(sampled.rendered("export-sales-post", job, "html"))
    show(browser, page, 390, dark=False)
    alone = browser.run(
        "[...document.querySelectorAll('.cards tr')].map((row) => row.querySelectorAll('.end:not(:empty)'))"
        ".filter((cells) => cells.length === 1).map(([cell]) => getComputedStyle(cell).display)"
    )
    assert alone and set(alone) == {"grid"}
