"""The chart that folds: what its file holds, and what a real browser makes of it."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf
import pytest

from orgspec.colours import lightened
from orgspec.document import Chart, Document, Post, PostTree
from orgspec.render import palette
from orgspec.render.html import render
from tests.render import folding
from tests.render.browser import needs_browser
from tests.render.window import Window, window

HOSTILE = "</script><script>document.title='hacked'</script>\"'{{ 7*7 }}\x00\ud800<b>&amp;"
CARD = ".card[data-address='role/{}']"


def text(document: Document) -> str:
    return render(document).decode()


def data(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="posts">(.*?)</script>', page, re.S)
    assert found
    whole: dict[str, Any] = json.loads(found[1])
    return whole


# --- the file ---


def test_the_page_needs_nothing_but_itself() -> None:
    page = text(folding.trade())
    assert not re.findall(r'(?:src|href)="(?!#)|@import|https?://(?!www\.w3\.org/2000/svg)', page)
    script = re.findall(r"<script>(.*?)</script>", page, re.S)[-1]
    digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in page


def test_the_same_chart_gives_the_same_bytes() -> None:
    assert render(folding.trade()) == render(folding.trade())


def test_without_a_script_the_page_is_a_nested_list_of_all_posts() -> None:
    page = text(folding.trade())
    listed = page[page.index("<noscript>") : page.index("</noscript>")]
    order = ["陈晓明", "林悦", "王丽", "李建国", "空缺", "欧阳婧", "谢堃"]
    places = [listed.index(f"<b>{name}</b>") for name in order]
    assert places == sorted(places)
    assert listed.count("<details open>") == 3
    assert listed.count("<ul>") == listed.count("</ul>") == 4


def test_a_chain_of_many_superiors_is_listed_too() -> None:
    posts = tuple(Post(f"role/r{i}", f"R{i}", i - 1) for i in range(3000))
    assert text(folding.page(PostTree((), posts), "en")).count("<details open>") == 2999


def test_hostile_names_stay_text() -> None:
    post = Post("role/x", HOSTILE, heading=HOSTILE, also=HOSTILE, number=HOSTILE)
    page = text(folding.page(PostTree((), (post,)), "en"))
    assert "<script>document" not in page
    assert "document.title='hacked'" in data(page)["posts"][0][4]


def test_what_is_empty_at_the_end_of_a_post_is_left_out_and_shared_texts_stand_once() -> None:
    whole = data(text(folding.large(2, 3)))
    assert whole["posts"][2] == ["h0-0", 1, -1, 4, "", 5]
    assert whole["texts"][4:6] == ["Clerk 0-0", "C"]


def test_the_page_has_the_colours_of_grades_that_drawings_have() -> None:
    page = text(folding.trade())
    shades = {
        f"--d{palette.SCALE + at}: {colour.lower()};" for at, colour in enumerate(palette.STEPS)
    }
    assert all(shade in page for shade in shades)
    night = [lightened(colour, "#16202D", 5.5).lower() for colour in palette.STEPS]
    assert all(f"--d{palette.SCALE + at}: {colour};" in page for at, colour in enumerate(night))


def test_ten_thousand_posts_take_less_than_four_megabytes() -> None:
    assert len(render(folding.large(770, 12))) < 4_000_000


def test_a_chart_without_every_post_is_drawn_as_before() -> None:
    document = folding.trade()
    (chart,) = document.blocks
    assert isinstance(chart, Chart)
    plain = text(replace(document, blocks=(replace(chart, tree=None),)))
    assert 'id="posts"' not in plain
    assert "<svg" in plain


def test_a_template_of_the_users_own_takes_the_place_of_the_page(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html/chart.html").write_text(
        "{{ document.title }}: {{ tree.posts | length }}</head>"
    )
    page = render(folding.trade(), template_folders=(tmp_path,)).decode()
    assert page.startswith("外贸部组织架构图: 7")


# --- in a browser ---


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    with window(tmp_path_factory.mktemp("browser")) as opened:
        opened.calm()
        yield opened


def show(
    browser: Window, document: Document, folder: Path, fragment: str = "", **size: int
) -> None:
    """Open a chart whose page remembers nothing of other tests."""
    source = folder / "chart.html"
    source.write_bytes(render(replace(document, organisation=folder.name)))
    browser.open(f"{source.as_uri()}{fragment}", **size)


def shown(browser: Window) -> list[str]:
    """The posts that have a card in the window."""
    script = "[...document.querySelectorAll('#tree .card')].map((card) => card.dataset.address)"
    found: list[str] = browser.run(script)
    return found


def focused(browser: Window) -> str:
    found: str = browser.run("document.activeElement.dataset.address || document.activeElement.id")
    return found


def attribute(browser: Window, role: str, name: str) -> str | None:
    selector = json.dumps(CARD.format(role))
    found: str | None = browser.run(f"document.querySelector({selector}).getAttribute('{name}')")
    return found


@needs_browser
def test_a_small_chart_begins_unfolded_as_a_tree_for_all(browser: Window, tmp_path: Path) -> None:
    show(browser, folding.trade(), tmp_path)
    assert len(shown(browser)) == 7
    assert browser.run("document.getElementById('tree').getAttribute('role')") == "tree"
    told = [
        attribute(browser, "market-lead", f"aria-{x}") for x in ("level", "setsize", "posinset")
    ]
    assert told == ["2", "3", "2"]
    assert attribute(browser, "market-lead", "aria-expanded") == "true"
    assert attribute(browser, "credit", "aria-expanded") is None
    assert browser.run("document.querySelectorAll('#tree [tabindex=\"0\"]').length") == 1


@needs_browser
def test_cards_stand_apart_and_below_their_superior(browser: Window, tmp_path: Path) -> None:
    show(browser, folding.trade(), tmp_path)
    boxes = browser.run(
        "[...document.querySelectorAll('#tree .card')].map((c) => { const b ="
        " c.getBoundingClientRect(); return [b.left, b.top, b.right, b.bottom]; })"
    )
    for index, (left, top, right, bottom) in enumerate(boxes):
        for others in boxes[index + 1 :]:
            assert (
                left >= others[2] or others[0] >= right or top >= others[3] or others[1] >= bottom
            )
    assert all(box[1] > boxes[0][3] for box in boxes[1:])


@needs_browser
def test_no_text_leaves_its_card(browser: Window, tmp_path: Path) -> None:
    long = "Senior Regional Commercial Development and Partnership Manager"
    posts = (
        Post("role/a", long, heading=long, number="A-1", pill="12 / 14"),
        Post("role/b", "国际贸易合规与信用汇率风险控制高级专员（华东及海外）", 0),
        Post("role/c", "Donaudampfschifffahrtsgesellschaftskapitänsmütze", 0, pill="999 posts"),
    )
    show(browser, folding.page(PostTree((), posts), "en"), tmp_path)
    assert browser.run(
        "[...document.querySelectorAll('#tree .card')].every((card) => {"
        " const box = card.getBoundingClientRect(); return [...card.querySelectorAll('.texts, .texts"
        " *')].every((e) => { const b = e.getBoundingClientRect(); return b.left >= box.left"
        " && b.right <= box.right && b.top >= box.top && b.bottom <= box.bottom && e.scrollWidth"
        " <= e.clientWidth + 1 || e.clientWidth === 0; }); })"
    )


@needs_browser
def test_arrows_move_along_the_tree_and_enter_folds(browser: Window, tmp_path: Path) -> None:
    show(browser, folding.trade(), tmp_path)
    browser.run("document.querySelector('#tree [tabindex=\"0\"]').focus()")
    steps = []
    for key in (
        "ArrowDown",
        "ArrowRight",
        "ArrowDown",
        "ArrowDown",
        "ArrowUp",
        "ArrowUp",
        "ArrowUp",
    ):
        browser.press(key)
        steps.append(focused(browser))
    assert steps == ["role/aide", "role/market-lead", "role/rep", "role/rep", "role/rep",
                     "role/market-lead", "role/head"]  # fmt: skip
    browser.press("Enter")
    assert shown(browser) == ["role/head"]
    assert attribute(browser, "head", "aria-expanded") == "false"
    browser.press("Enter", "End")
    assert focused(browser) == "role/credit"
    browser.press("Home")
    assert focused(browser) == "role/head"


@needs_browser
def test_a_fold_is_remembered(browser: Window, tmp_path: Path) -> None:
    show(browser, folding.trade(), tmp_path)
    browser.click(f"{CARD.format('risk-lead')} .fold")
    assert "role/credit" not in shown(browser)
    show(browser, folding.trade(), tmp_path)
    assert "role/credit" not in shown(browser)
    browser.click("#unfold")
    assert "role/credit" in shown(browser)


@needs_browser
@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("谢堃", "role/credit"),
        ("业务员", "role/rep"),
        ("li jian", "role/rep"),
        ("risk control", "role/risk-lead"),
        ("gw-001", "role/head"),
        ("ＧＷ－００１", "role/head"),
    ],
)
def test_a_search_finds_people_posts_and_departments_in_both_languages(
    browser: Window, tmp_path: Path, typed: str, first: str
) -> None:
    show(browser, folding.trade(), tmp_path)
    browser.press("/")
    assert focused(browser) == "query"
    browser.send("Input.insertText", text=typed)
    assert browser.run("document.getElementById('query').getAttribute('aria-expanded')") == "true"
    browser.press("Enter")
    assert focused(browser) == first
    assert browser.run("location.hash") == f"#{first}"


@needs_browser
def test_escape_ends_a_search_that_finds_nothing(browser: Window, tmp_path: Path) -> None:
    show(browser, folding.trade(), tmp_path)
    browser.press("/", *"qqq")
    assert browser.run("document.getElementById('found').textContent") == "没有找到"
    browser.press("Escape")
    assert browser.run("document.getElementById('query').value") == ""
    browser.press("Escape")
    assert focused(browser) == "role/head"


@needs_browser
def test_details_tell_superior_deputies_and_dotted_lines(browser: Window, tmp_path: Path) -> None:
    show(browser, folding.trade(), tmp_path)
    browser.click(CARD.format("credit"))
    told = browser.run("document.getElementById('facts').innerText").split("\n")
    for term, value in (("职级", "P3"), ("直接上级", "欧阳婧 · 风险控制主管"),
                        ("虚线上级", "王丽 · 海外市场主管")):  # fmt: skip
        assert value in told[told.index(term) :]
    browser.click("#facts button[data-address='role/market-lead']")
    assert focused(browser) == "role/market-lead"
    told = browser.run("document.getElementById('facts').innerText")
    assert "代理人" in told
    assert "虚线下级" in told
    browser.press("Escape")
    assert browser.run("document.getElementById('details').hidden")


@needs_browser
def test_a_link_to_a_post_unfolds_the_way_to_it(browser: Window, tmp_path: Path) -> None:
    show(browser, folding.large(), tmp_path, "#role/h7-3")
    assert attribute(browser, "h7-3", "aria-selected") == "true"
    assert focused(browser) == "role/h7-3"
    browser.run("location.hash = '#role/nobody'")
    assert attribute(browser, "h7-3", "aria-selected") == "true"


@needs_browser
def test_a_large_chart_begins_at_two_levels_and_has_cards_only_for_what_is_seen(
    browser: Window, tmp_path: Path
) -> None:
    show(browser, folding.large(), tmp_path)
    assert all("-" not in address for address in shown(browser))
    browser.click("#unfold")
    assert len(shown(browser)) < 100
    browser.run("document.querySelector('#tree [tabindex=\"0\"]').focus()")
    browser.press("ArrowDown", "ArrowDown")
    assert focused(browser) == "role/h0-0"
    assert 2 < len(shown(browser)) < 250


@needs_browser
def test_the_wheel_the_keys_and_the_buttons_zoom(browser: Window, tmp_path: Path) -> None:
    show(browser, folding.trade(), tmp_path)

    def scale() -> int:
        return int(browser.run("document.getElementById('scale').textContent").rstrip("%"))

    first = scale()
    browser.press("-")
    assert scale() < first
    browser.press("0")
    assert scale() == first
    browser.click("#zoom-in")
    assert scale() > first
    browser.click("#fit")
    browser.send("Input.dispatchMouseEvent", type="mouseWheel", x=700, y=500, deltaX=0, deltaY=300)
    browser.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert scale() < first


@needs_browser
def test_the_unfolded_chart_prints_on_one_sheet_with_its_legend(
    browser: Window, tmp_path: Path
) -> None:
    show(browser, folding.trade(), tmp_path)
    reader = pypdf.PdfReader(BytesIO(browser.paper()))
    (sheet,) = reader.pages
    assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == (842, 595)
    printed = "".join(sheet.extract_text().split())
    for words in ("外贸部组织架构图", "谢堃", "招聘中", "空缺岗位", "1/1"):
        assert words in printed
    assert "全部展开" not in printed


@needs_browser
def test_a_chart_too_large_for_a_sheet_prints_on_several(browser: Window, tmp_path: Path) -> None:
    show(browser, folding.large(12, 12), tmp_path)
    browser.click("#unfold")
    reader = pypdf.PdfReader(BytesIO(browser.paper()))
    assert len(reader.pages) > 1
    printed = " ".join(page.extract_text() for page in reader.pages)
    assert all(f"Clerk {head}-11" in printed for head in range(12))


@needs_browser
def test_an_organisation_without_posts_is_an_empty_page(browser: Window, tmp_path: Path) -> None:
    show(browser, folding.page(PostTree((), ()), "en"), tmp_path)
    browser.click("#unfold")
    browser.press("ArrowDown", "0")
    assert shown(browser) == []


@needs_browser
@pytest.mark.parametrize("dark", [False, True])
def test_every_text_of_a_card_stands_out_from_its_ground(
    browser: Window, tmp_path: Path, dark: bool
) -> None:
    browser.calm(dark=dark)
    show(browser, folding.trade(), tmp_path)
    contrasts = browser.run(CONTRASTS)
    browser.calm()
    assert len(contrasts) > 20
    assert {name: ratio for name, ratio in contrasts.items() if ratio < 4.5} == {}


# The contrast of each text with the nearest ground below it, as WCAG 2 reckons it.
CONTRASTS = """
(() => {
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const over = (colour, ground) => {
    pen.fillStyle = `rgb(${ground})`; pen.fillRect(0, 0, 1, 1);
    pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => rgb.map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (e) => {
    const below = e.parentElement ? ground(e.parentElement) : [255, 255, 255];
    return over(getComputedStyle(e).backgroundColor, below);
  };
  const found = {};
  for (const e of document.querySelectorAll('#tree .card :not(.unseen), .key li, .sums span, .buttons span')) {
    if (![...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())) continue;
    const behind = ground(e), ink = over(getComputedStyle(e).color, behind);
    const [high, low] = [light(behind), light(ink)].sort((a, b) => b - a);
    found[`${e.className} ${e.textContent} ${Object.keys(found).length}`] = (high + 0.05) / (low + 0.05);
  }
  return found;
})()
"""
