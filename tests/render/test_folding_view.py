"""How a chart that folds opens in windows of several sizes, and how its dotted lines run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from orgspec.document import CardKind, Post, PostTree
from tests.render import folding
from tests.render.browser import needs_browser
from tests.render.test_folding import CONTRASTS, show, shown
from tests.render.window import Window, window

pytestmark = needs_browser

BOXES = """(() => {
  const stage = document.getElementById('stage').getBoundingClientRect();
  return [...document.querySelectorAll('#tree .card')].map((card) => {
    const box = card.getBoundingClientRect();
    return [box.left - stage.left, box.top - stage.top, stage.right - box.right, stage.bottom - box.bottom];
  });
})()"""

COVERED = """(() => {
  const zoom = document.querySelector('.zoom').getBoundingClientRect();
  return [...document.querySelectorAll('#tree .card')].some((card) => {
    const box = card.getBoundingClientRect();
    return box.right > zoom.left && box.bottom > zoom.top;
  });
})()"""

PAPER = """(() => {
  dispatchEvent(new Event('beforeprint'));
  const number = (text) => text.match(/-?[\\d.]+/g).map(Number);
  return {
    lines: [...document.querySelectorAll('#paper .dotted')].map((path) => path.getAttribute('d')),
    cards: [...document.querySelectorAll('#paper .card')].map((card) => [
      ...number(card.style.transform), parseFloat(card.style.width), parseFloat(card.style.height)]),
  };
})()"""

# The lines and a card in the first picture after the window has another size.
RESIZED = """new Promise((seen) => {
  const stage = document.getElementById('stage'), canvas = document.getElementById('lines');
  stage.style.flex = 'none';
  stage.style.height = '260px';
  new ResizeObserver(() => {
    const { width, height } = canvas.getBoundingClientRect(), card = document.querySelector('.card').getBoundingClientRect();
    seen([canvas.width / width, canvas.height / height, height, card.height]);
  }).observe(stage);
})"""


# Of each sheet: from where to where it is seen, and from where to where dotted lines run.
REACH = """(() => {
  dispatchEvent(new Event('beforeprint'));
  return [...document.querySelectorAll('.print-layer')].map((sheet) => {
    const seen = sheet.style.clipPath.match(/-?[\\d.]+px/g).map(parseFloat).filter((_, at) => at % 2 === 0);
    const places = (path) => path.getAttribute('d').match(/-?[\\d.]+/g).map(Number).filter((_, at) => at % 2 === 0);
    const runs = [...sheet.querySelectorAll('.dotted')].flatMap(places);
    return [Math.min(...seen), Math.max(...seen), Math.min(...runs), Math.max(...runs)];
  });
})()"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Window]:
    with window(tmp_path_factory.mktemp("browser")) as opened:
        opened.calm()
        yield opened


def scale(browser: Window) -> int:
    return int(browser.run("document.getElementById('scale').textContent").rstrip("%"))


def school() -> PostTree:
    """Heads with teams of unlike size, and teachers with a second superior elsewhere."""
    posts = [Post("role/top", "Principal", heading="Ada Top")]
    for head, size in enumerate((9, 2, 1, 6)):
        above = len(posts)
        posts.append(Post(f"role/h{head}", f"Vice Principal {head}", 0, heading=f"Bea {head}"))
        for at in range(size):
            dotted = (1,) if at and head else ()
            posts.append(Post(f"role/h{head}-{at}", f"Teacher {head}-{at}", above, dotted=dotted))
    return PostTree((), tuple(posts))


def test_the_first_picture_after_a_new_size_has_its_lines_at_its_cards(
    browser: Window, tmp_path: Path
) -> None:
    show(browser, folding.page(school(), "en"), tmp_path)
    before = browser.run("document.querySelector('.card').getBoundingClientRect().height")

    across, down, height, card = browser.run(RESIZED)

    assert (across, down, height) == (1, 1, 260)
    assert card != before


def test_dotted_lines_beside_the_cards_are_whole_on_paper(browser: Window, tmp_path: Path) -> None:
    heads = {2: (1,), 3: (1,), 6: (5,), 7: (5,)}
    below = [Post(f"role/{n}", f"Clerk {n}", 0, dotted=heads.get(n, ())) for n in range(8)]
    tree = PostTree((), (Post("role/top", "Head"), *below))
    show(browser, folding.page(tree, "en"), tmp_path, wide=500, tall=900)

    [(left, right, first, last)] = browser.run(REACH)

    assert left <= first < last <= right
    assert first < 0 or last > max(card[0] + card[2] for card in browser.run(PAPER)["cards"])


def test_a_chart_that_is_printed_keeps_its_view(browser: Window, tmp_path: Path) -> None:
    show(browser, folding.page(school(), "en"), tmp_path)
    view = "document.getElementById('tree').style.transform"
    before = browser.run(view)

    browser.send("Emulation.setEmulatedMedia", media="print")
    browser.run("new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))")

    assert browser.run(view) == before
    browser.send("Emulation.setEmulatedMedia", media="")


@pytest.mark.parametrize("size", [(1280, 800), (1440, 900), (390, 844)])
def test_a_chart_opens_legible_and_with_all_it_shows_in_the_window(
    browser: Window, tmp_path: Path, size: tuple[int, int]
) -> None:
    show(browser, folding.page(school(), "en"), tmp_path, wide=size[0], tall=size[1])
    assert {"role/top", *(f"role/h{head}" for head in range(4))} <= set(shown(browser))
    assert min(min(edges) for edges in browser.run(BOXES)) >= 0
    assert scale(browser) >= 55
    assert not browser.run(COVERED)


def test_a_chart_of_very_many_heads_opens_at_its_top_as_wide_as_the_window(
    browser: Window, tmp_path: Path
) -> None:
    show(browser, folding.large(), tmp_path, wide=390, tall=844)
    boxes = browser.run(BOXES)
    assert boxes[0][1] >= 0
    assert min(min(left, right) for left, _, right, _ in boxes) >= 0
    assert scale(browser) >= 55


def test_until_it_is_moved_the_chart_follows_the_size_of_the_window(
    browser: Window, tmp_path: Path
) -> None:
    show(browser, folding.page(school(), "en"), tmp_path, wide=1440, tall=900)
    browser.send("Emulation.setDeviceMetricsOverride", width=700, height=900,
                 deviceScaleFactor=1, mobile=False)  # fmt: skip
    browser.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert min(min(edges) for edges in browser.run(BOXES)) >= 0


def test_dotted_lines_run_through_no_card_and_not_on_each_other(
    browser: Window, tmp_path: Path
) -> None:
    show(browser, folding.page(school(), "en"), tmp_path)
    browser.click("#unfold")
    paper = browser.run(PAPER)
    ways = [_straights(line) for line in paper["lines"]]
    assert len(ways) == 6
    assert len({tuple(way) for way in ways}) == 6
    crossed = [
        (part, card)
        for way in ways
        for part in way[:-1]
        for card in paper["cards"]
        if _meets(part, card)
    ]
    assert crossed == []
    # A gap between two dots may end at the card: the last part of a line is below it.
    assert all(any(_meets(way[-1], card) for card in paper["cards"]) for way in ways)
    assert not any(
        _share(one, other)
        for index, way in enumerate(ways) for later in ways[index + 1 :]
        for one in way[2:-2] for other in later[2:-2]
    )  # fmt: skip


def test_groups_fold_and_are_walked_and_are_no_superiors(browser: Window, tmp_path: Path) -> None:
    posts = (
        Post("organization", "Firm", kind=CardKind.ROOT),
        Post("grade/P4", "P4", 0, kind=CardKind.SUMMARY, colour=5),
        Post("role/a", "Analyst", 1, heading="Ann", colour=101, remark="P3–P4", also="P4"),
        Post("grade/P3", "P3", 0, kind=CardKind.SUMMARY, colour=5),
        Post("role/b", "Buyer", 3, heading="Bob", colour=8),
    )
    show(browser, folding.page(PostTree((), posts), "en"), tmp_path)
    browser.run("document.querySelector('#tree [tabindex=\"0\"]').focus()")
    browser.press("ArrowDown", "ArrowDown", "Space")
    assert browser.run("location.hash") == "#role/a"
    told = browser.run("document.getElementById('facts').innerText")
    assert "P4" not in told.split("\n")
    assert (
        browser.run("document.querySelector(\"[data-address='role/a'] .code\").innerText")
        == "P3–P4"
    )
    ink = "getComputedStyle(document.querySelector(\"[data-address='role/a'] .avatar\")).color"
    assert browser.run(ink) == "rgb(74, 44, 130)"
    browser.press("ArrowUp", "Enter")
    assert "role/a" not in shown(browser)
    browser.press("/", "P", "4", "Enter")
    assert browser.run("location.hash") == "#grade/P4"


@pytest.mark.parametrize("dark", [False, True])
def test_the_colours_of_grades_are_legible(browser: Window, tmp_path: Path, dark: bool) -> None:
    posts = [Post("organization", "Firm", kind=CardKind.ROOT)]
    for step in range(12):
        kind = CardKind.SUMMARY if step % 2 else CardKind.POST
        posts.append(Post(f"grade/P{step}", f"P{step}", 0, kind=kind, initial="P", pill="3 posts",
                          colour=100 + step))  # fmt: skip
    browser.calm(dark=dark)
    show(browser, folding.page(PostTree((), tuple(posts)), "en"), tmp_path)
    contrasts = browser.run(CONTRASTS)
    browser.calm()
    assert len(contrasts) > 36
    assert {name: ratio for name, ratio in contrasts.items() if ratio < 4.5} == {}


Part = tuple[float, float, float, float]


def _straights(path: str) -> list[Part]:
    """The straight parts between the points of a path."""
    points = [tuple(map(float, found)) for found in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path)]
    return [(*a, *b) for a, b in pairwise(points)]  # type: ignore[misc]


def _meets(part: Part, card: Any) -> bool:
    """Whether a straight part enters the inside of a card."""
    x, y, wide, tall = card
    left, right = sorted((part[0], part[2]))
    top, bottom = sorted((part[1], part[3]))
    return bool(left < x + wide - 1 and right > x + 1 and top < y + tall - 1 and bottom > y + 1)


def _share(one: Part, other: Part) -> bool:
    """Whether two straight parts lie on one another for a good length."""
    for axis in (0, 1):
        across = 1 - axis
        on_one = {one[across], one[across + 2], other[across], other[across + 2]}
        low = max(min(one[axis], one[axis + 2]), min(other[axis], other[axis + 2]))
        high = min(max(one[axis], one[axis + 2]), max(other[axis], other[axis + 2]))
        if len(on_one) == 1 and high - low > 30:
            return True
    return False


def test_a_star_unfolds_all_beside_a_card_that_stays_where_it_is(
    browser: Window, tmp_path: Path
) -> None:
    show(browser, folding.large(12, 4), tmp_path)
    card = "document.querySelector(\"[data-address='role/h3']\")"
    place = f"(() => {{ const {{ x, y }} = {card}.getBoundingClientRect(); return [x, y]; }})()"
    browser.run("document.getElementById('fold-all').click()")
    browser.run(f"{card}.focus()")
    before = browser.run(place)

    browser.press("*")

    after = browser.run(place)
    assert [abs(one - other) < 1 for one, other in zip(before, after, strict=True)] == [True, True]
    open_ = "[...document.querySelectorAll('.card[aria-level=\"2\"]')].map((c) => c.ariaExpanded)"
    assert set(browser.run(open_)) == {"true"}
