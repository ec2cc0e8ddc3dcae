"""Every kind of page: no barrier that axe-core finds, nothing from outside, no missing glyph.

axe-core is an npm package: `npm install --no-save axe-core` in the checkout puts it where these
tests look for it; without it, or without a browser, those that need it are skipped.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.render import sampled
from tests.render.browser import needs_browser
from tests.render.window import Window, window

SAMPLE = "small-firm"
AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
PAGES = {job.kind: job for job in sampled.jobs(SAMPLE, "html")}

# What axe says of a page: rule, elements, what is wrong with the first of them.
_RUN = """axe.run(document, {resultTypes: ["violations"]}).then((found) => found.violations.map(
  (one) => [one.id, one.nodes.map((node) => node.target.join(" ")).slice(0, 4),
            one.nodes[0].failureSummary]))"""

needs_axe = pytest.mark.skipif(
    not AXE.is_file(), reason="no axe-core: npm install --no-save axe-core"
)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    with window(tmp_path_factory.mktemp("browser")) as opened:
        opened.send("Network.enable")
        opened.send("Network.emulateNetworkConditions", offline=True, latency=0,
                    downloadThroughput=0, uploadThroughput=0)  # fmt: skip
        for domain in ("DOM", "CSS"):
            opened.send(f"{domain}.enable")
        yield opened


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("pages")
    for kind, job in PAGES.items():
        page = sampled.rendered(SAMPLE, job, "html")
        (place / f"{kind}.html").write_bytes(page)
    return place


def show(browser: Window, page: Path, wide: int, *, dark: bool) -> None:
    """Open a page and wait for its fonts."""
    browser.calm(dark=dark)
    browser.send("Emulation.setDeviceMetricsOverride", width=wide, height=900,
                 deviceScaleFactor=1, mobile=False)  # fmt: skip
    browser.send("Page.navigate", url=page.as_uri())
    for _ in range(1000):
        if browser.run("document.readyState === 'complete' && location.protocol === 'file:'"):
            break
        time.sleep(0.01)
    browser.run("document.fonts.ready.then(() => true)")


@needs_browser
@needs_axe
@pytest.mark.parametrize(
    ("wide", "dark"), [(1400, False), (360, True)], ids=["wide", "narrow dark"]
)
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_has_no_barrier(
    browser: Window, folder: Path, kind: str, wide: int, dark: bool
) -> None:
    show(browser, folder / f"{kind}.html", wide, dark=dark)
    browser.run(AXE.read_text(encoding="utf-8") + ";true")
    assert browser.run(_RUN) == []


@needs_browser
@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_no_wider_than_a_telephone(browser: Window, folder: Path, kind: str) -> None:
    show(browser, folder / f"{kind}.html", 360, dark=False)
    assert browser.run("document.documentElement.scrollWidth") <= 360


# Fields whose hint is longer than the room for it.
_CUT_HINTS = """[...document.querySelectorAll("input[placeholder]")].filter((field) => {
  const style = getComputedStyle(field), pen = document.createElement("canvas").getContext("2d");
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return pen.measureText(field.placeholder).width > room - 14; // the cross that empties the field
}).map((field) => field.placeholder)"""


@needs_browser
@pytest.mark.parametrize("wide", [1300, 390])
@pytest.mark.parametrize("locale", ["en", "zh"])
@pytest.mark.parametrize("kind", ["charts", "raci"])
def test_the_hint_of_a_field_is_not_cut(
    browser: Window, tmp_path: Path, kind: str, locale: str, wide: int
) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(sampled.rendered(SAMPLE, replace(PAGES[kind], locale=locale), "html"))
    show(browser, page, wide, dark=False)
    assert browser.run(_CUT_HINTS) == []


@needs_browser
@pytest.mark.parametrize("locale", ["en", "zh"])
def test_rows_of_a_matrix_are_whole_pixels_high(
    browser: Window, tmp_path: Path, locale: str
) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(sampled.rendered(SAMPLE, replace(PAGES["raci"], locale=locale), "html"))
    show(browser, page, 390, dark=False)
    assert not browser.run(
        '[...document.querySelectorAll(".raci tr")].map((row) =>'
        " row.getBoundingClientRect().height).filter((high) => high % 1)"
    )


@needs_browser
@pytest.mark.parametrize("wide", [1280, 1100])
def test_heads_of_a_matrix_leave_no_gap(browser: Window, tmp_path: Path, wide: int) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(sampled.rendered(SAMPLE, replace(PAGES["raci"], locale="zh"), "html"))
    show(browser, page, wide, dark=False)
    # With one party alone columns are of broken pixels, of another width for each party.
    for party in range(browser.run("document.querySelector('.party').options.length")):
        top = browser.run(
            f"(() => {{ const party = document.querySelector('.party'); party.selectedIndex = {party};"
            " party.dispatchEvent(new Event('change'));"
            " return document.querySelector('.raci thead').getBoundingClientRect().top; })()"
        )
        seen = Image.open(BytesIO(browser.picture())).convert("L")
        lights = seen.crop((60, int(top) + 6, wide - 60, int(top) + 7)).histogram()
        assert not sum(lights[230:])  # lighter than a rule: what is below


@needs_browser
def test_the_parts_of_a_running_head_keep_their_distance(browser: Window, tmp_path: Path) -> None:
    job = next(job for job in sampled.jobs("school", "html") if job.kind == "agreements")
    page = tmp_path / "page.html"
    page.write_bytes(sampled.rendered("school", job, "html"))
    show(browser, page, 1300, dark=False)
    head = browser.run("document.querySelector('.running').innerText")
    assert re.search(r"\S  (版本|Version) \d", head), head


# Words and numbers of table cells that do not stand in one piece: of a torn one some letters are lower.
_TORN = r"""[...document.querySelectorAll(".grid .table :is(th, td), .official td")].flatMap((cell) => {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), range = new Range();
  const torn = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (const word of node.data.matchAll(/[A-Za-z]{2,}|\d+(?:\.\d+)+/g)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (range.getClientRects().length > 1) torn.push(word[0]);
    }
  return torn;
})"""


@needs_browser
@pytest.mark.parametrize("wide", [1300, 1100, 900, 360])
@pytest.mark.parametrize("kind", ["authorities", "risks", "headcount", "kpis"])
def test_a_table_moves_sideways_before_it_tears_a_word(
    browser: Window, tmp_path: Path, kind: str, wide: int
) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(sampled.rendered(SAMPLE, replace(PAGES[kind], locale="en"), "html"))
    show(browser, page, wide, dark=False)
    assert browser.run(_TORN) == []


# Cells with something in them that cannot be seen without moving a table sideways.
_OUT_OF_SIGHT = """[...document.querySelectorAll(".grid .table td:not(:empty)")].filter((cell) => {
  const { left, right, width } = cell.getBoundingClientRect();
  return !width || left < 0 || right > innerWidth;
}).map((cell) => cell.textContent)"""


@needs_browser
@pytest.mark.parametrize("locale", ["en", "zh"])
@pytest.mark.parametrize("kind", ["authorities", "risks", "headcount", "kpis", "meetings"])
def test_on_a_telephone_every_cell_of_a_row_is_seen(
    browser: Window, tmp_path: Path, kind: str, locale: str
) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(sampled.rendered(SAMPLE, replace(PAGES[kind], locale=locale), "html"))
    show(browser, page, 390, dark=False)
    assert browser.run("document.querySelectorAll('.grid .table td').length")
    assert browser.run(_OUT_OF_SIGHT) == []


@needs_browser
def test_a_card_of_a_row_says_the_heads_of_its_columns(browser: Window, folder: Path) -> None:
    show(browser, folder / "risks.html", 390, dark=False)
    heads = browser.run(
        "[...[...document.querySelectorAll('.table')].at(-1).tHead.rows[0].cells].map((c) => c.innerText)"
    )
    said = browser.run(
        "[...[...document.querySelectorAll('.table')].at(-1).tBodies[0].rows[0].cells].map((cell) =>"
        " getComputedStyle(cell, '::before').content.replaceAll('\"', ''))"
    )
    assert [head for head in said if head != "none"] == [
        head for head, shown in zip(heads, said, strict=True) if shown != "none"
    ]
    assert said[:2] == ["none", "none"]  # the number and the name of the row stand above
    assert said.count("none") == 2


@needs_browser
@pytest.mark.parametrize("kind", PAGES)
def test_every_glyph_comes_from_the_page_itself(browser: Window, folder: Path, kind: str) -> None:
    show(browser, folder / f"{kind}.html", 1400, dark=False)
    assert browser.run("[...document.fonts].every((face) => face.status === 'loaded')")
    assert {font["familyName"] for font in used(browser) if not font["isCustomFont"]} == set()


def used(browser: Window) -> list[dict[str, Any]]:
    """The fonts that the elements with text of their own are shown in."""
    root = browser.send("DOM.getDocument")["root"]["nodeId"]
    found = []
    for node in browser.send("DOM.querySelectorAll", nodeId=root, selector="body *")["nodeIds"]:
        found += browser.send("CSS.getPlatformFontsForNode", nodeId=node)["fonts"]
    return found


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_asks_for_nothing_from_outside(folder: Path, kind: str) -> None:
    page = (folder / f"{kind}.html").read_text(encoding="utf-8")
    asked = re.findall(r"<[^>]*\s(?:src|href|action|srcset|poster)=[\"']?([^\"'\s>]*)", page)
    assert [address for address in asked if not address.startswith(("#", "data:"))] == []
    assert set(re.findall(r"url\((?!data:)[^)]*\)|@import", page)) == set()
    assert "default-src 'none'" in page


def test_chart_and_matrix_have_one_name_for_the_dark_mode() -> None:
    for locale in ("en", "zh"):
        page = sampled.rendered(SAMPLE, replace(PAGES["raci"], locale=locale), "html").decode()
        chart = sampled.rendered(SAMPLE, replace(PAGES["charts"], locale=locale), "html").decode()
        name = re.search(r'class="theme"[^>]*>([^<]+)<', page)
        assert name and re.search(rf'id="theme".*<span>{name[1]}</span>', chart)


@needs_browser
def test_a_card_is_named_by_words_and_not_by_the_number_of_its_row(
    browser: Window, folder: Path
) -> None:
    show(browser, folder / "job-descriptions.html", 390, dark=False)
    names = browser.run("[...document.querySelectorAll('.cards .title')].map((c) => c.innerText)")
    assert names
    assert not [name for name in names if name.strip().isdecimal()]


@needs_browser
def test_the_number_of_a_card_stands_before_its_name(browser: Window, folder: Path) -> None:
    show(browser, folder / "job-descriptions.html", 390, dark=False)
    apart = browser.run(
        "[...document.querySelectorAll('.cards .number')].map((c) => {"
        " const [own, name] = [c, c.nextElementSibling].map((each) => each.getBoundingClientRect());"
        " return [Math.abs(own.top - name.top), name.left - own.right]; })"
    )
    assert apart
    assert all(lower < 1 and 0 <= beside < 1 for lower, beside in apart)
