"""A responsibility matrix on paper: upright titles side by side, marks where they belong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.render import sampled
from tests.render.browser import needs_browser
from tests.render.test_accessible import show
from tests.render.window import Window, window

pytestmark = needs_browser

# Titles that are wider than their column, or run out of it below.
_OUTSIDE = """[...document.querySelectorAll('.raci .party-title')].filter((head) => {
  const { left, right, bottom } = head.getBoundingClientRect(), range = new Range();
  range.selectNodeContents(head.querySelector('span'));
  return [...range.getClientRects()].some((part) =>
    part.left < left - 1 || part.right > right + 1 || part.bottom > bottom + 1);
}).map((head) => head.innerText)"""

# How far marks and names lie from the places of the table that they are written in.
_ASTRAY = """[...document.querySelectorAll('.raci .mark, .raci th.found')].filter((one) => {
  const row = one.closest('tr').getBoundingClientRect(), place = one.closest('.found').getBoundingClientRect();
  const box = one.getBoundingClientRect(), first = one.matches('.row > th');
  return (first && Math.abs(box.left - row.left) > 1) || box.top < place.top - 9 || box.right > place.right + 9;
}).map((one) => one.innerText)"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    with window(tmp_path_factory.mktemp("browser")) as opened:
        yield opened


def on_paper(
    browser: Window, folder: Path, sample: str, locale: str, *, transposed: bool, wide: int = 1032
) -> None:
    """Show the matrix of a sample, move it aside, then show it as it is printed, pixels wide."""
    path = folder / "page.html"
    job = next(job for job in sampled.jobs(sample, "html") if job.kind == "raci")
    job = replace(job, locale=locale, transposed=transposed)
    path.write_bytes(sampled.rendered(sample, job, "html"))
    browser.send("Emulation.setEmulatedMedia", media="")
    show(browser, path, wide, dark=False)
    browser.run("document.querySelector('.scroller').scrollLeft = 300")
    browser.send("Emulation.setEmulatedMedia", media="print")
    browser.run("new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))")


@pytest.mark.parametrize(
    ("sample", "wide"),
    [("trade-site", 1032), ("school", 1032), ("hospital-ward", 1032), ("trade-management", 1497)],
)
@pytest.mark.parametrize("locale", ["zh", "en"])
def test_upright_titles_of_activities_stay_in_their_columns(
    browser: Window, tmp_path: Path, sample: str, locale: str, wide: int
) -> None:
    on_paper(browser, tmp_path, sample, locale, transposed=True, wide=wide)
    assert browser.run("document.querySelectorAll('.dense .party-title').length") > 14
    assert browser.run(_OUTSIDE) == []


@pytest.mark.parametrize("transposed", [False, True])
def test_what_is_marked_stands_in_its_place(
    browser: Window, tmp_path: Path, transposed: bool
) -> None:
    on_paper(browser, tmp_path, "broken", "en", transposed=transposed)
    assert browser.run("document.querySelectorAll('.raci .mark').length")
    assert browser.run(_ASTRAY) == []


@pytest.mark.parametrize("sample", ["trade-site", "school"])
@pytest.mark.parametrize(("locale", "corner"), [("zh", "角色"), ("en", "Party")])
def test_a_second_sheet_has_the_upright_titles_again(
    browser: Window, tmp_path: Path, sample: str, locale: str, corner: str
) -> None:
    on_paper(browser, tmp_path, sample, locale, transposed=True)
    pages = PdfReader(BytesIO(browser.paper())).pages
    assert len(pages) > 1
    assert [page.extract_text().count(f"{corner}\n") >= 1 for page in pages] == [True] * len(pages)
