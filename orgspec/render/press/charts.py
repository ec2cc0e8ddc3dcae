"""The pages of an organisation chart as plain data: one for each department, or a poster's sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from orgspec.document import Chart, Document
from orgspec.frozen import frozen
from orgspec.render.drawing.poster import Poster, drawn, poster, seen
from orgspec.render.layout.arrange import Arrangement, arrange
from orgspec.render.layout.card import NORMAL, CardStyle, FittedCard
from orgspec.render.layout.geometry import Box
from orgspec.render.press.chart_sheets import One, Tiles, one_sheet, room_of, tiles, zoom_of
from orgspec.render.press.reading import Data
from orgspec.render.press.spreading import spread

LETTERHEAD = 62.0
"""The height in points of the head of a page on A4."""

UPRIGHT = 0.72
_RATIOS = {"portrait": (UPRIGHT, 0.6), "landscape": (NORMAL.ratio,)}

LARGE = 0.8
"""Points per pixel that leave nothing to be wished for."""

_FILLED = 0.75  # the part of a page that leaves nothing to be wished for

# Stands for a page number while the cards are measured: one em, as wide as nearly two digits.
_NUMBER = "\ue000"


@frozen
class _Page:
    """A chart with its place on paper and the number of its first sheet.

    `places` are the columns and rows of its sheets; those without anything on them are left out.
    """

    chart: Chart
    whole: Poster
    paper: One | Tiles
    places: tuple[tuple[int, int], ...] = ((0, 0),)
    number: int = 1

    @property
    def count(self) -> int:
        """How many sheets it takes."""
        return len(self.places)


def is_chart(document: Document) -> bool:
    """Whether a document is an organisation chart and nothing else."""
    return len(document.blocks) == 1 and isinstance(document.blocks[0], Chart)


def chart_pages(document: Document) -> list[Data]:
    """The sheets of a document that is a chart, for the template `chart.typ`."""
    first = document.blocks[0]
    if not isinstance(first, Chart):
        raise ValueError(f"the document '{document.title}' is no chart")
    pages: list[_Page] = []
    number = 1
    for chart in (first, *first.pages):
        page = replace(_laid(document, chart, first), number=number)
        pages.append(page)
        number += page.count
    numbers = {page.chart.address: page.number for page in pages if page.chart.address}
    result: list[Data] = []
    rank = 0
    for page in pages:
        rank = min(len(page.chart.trail) + 1, rank + 1)
        result += _sheets(document, page, numbers, rank)
    return result


def _laid(document: Document, chart: Chart, first: Chart) -> _Page:
    """A chart with its place on paper."""
    wish = first.paper
    shown = _referring(document, chart)
    ratios = _RATIOS.get(wish.orientation, (NORMAL.ratio, UPRIGHT))
    best: tuple[Poster, One] | None = None
    suits = NORMAL

    def placed_in(style: CardStyle) -> tuple[Poster, One] | None:
        whole = poster(document, chart, arrange(shown, style))
        paper = one_sheet(whole, wish, LETTERHEAD)
        return (whole, paper) if paper is not None else None

    for ratio in () if wish.tiled else ratios:
        style = replace(NORMAL, ratio=ratio)
        found = placed_in(style)
        if found is None:
            continue
        if best is None or found[1].is_better(best[1]):
            best, suits = found, style
        if found[1].scale >= LARGE and found[1].filled >= _FILLED:
            break
    if best is not None:
        room = room_of(best[1].width, best[1].height, LETTERHEAD)
        return _Page(chart, *(best if chart.rows else spread(best, room, suits, placed_in)))
    titled = replace(document, title=chart.title, subtitle=document.title)
    placed = arrange(shown, replace(NORMAL, ratio=ratios[0]))
    whole = poster(titled if chart.trail else document, chart, placed, titled=True)
    laid = tiles(whole, wish)
    return _Page(chart, whole, laid, tuple(v for v in laid.places() if seen(whole, laid.view(*v))))


def _referring(document: Document, chart: Chart) -> Chart:
    """A chart whose cards say on which page there is more."""
    said = document.labels.get("see_page", "{page}").replace("{page}", _NUMBER)
    return replace(
        chart,
        cards=tuple(
            replace(card, code=" · ".join(filter(None, (card.code, said)))) if card.page else card
            for card in chart.cards
        ),
    )


def _numbered(placed: Arrangement, numbers: Mapping[str, int]) -> Arrangement:
    """The same with the numbers of the pages in their places."""

    def fitted(each: FittedCard) -> FittedCard:
        if not each.card.page:
            return each
        number = str(numbers.get(each.card.page, ""))
        texts = tuple(replace(t, text=t.text.replace(_NUMBER, number)) for t in each.texts)
        card = replace(each.card, code=each.card.code.replace(_NUMBER, number))
        return replace(each, texts=texts, card=card)

    cards = tuple(replace(each, fitted=fitted(each.fitted)) for each in placed.cards)
    return replace(placed, cards=cards)


def _sheets(
    document: Document, page: _Page, numbers: Mapping[str, int], rank: int
) -> Iterator[Data]:
    """The sheets of a page."""
    chart = page.chart
    whole = replace(page.whole, arrangement=_numbered(page.whole.arrangement, numbers))
    common: Data = {
        "form": False,
        "rank": rank,
        "title": chart.title if chart.trail else document.title,
        "name": chart.title or document.title,
        "trail": [[title, _anchor(numbers.get(address, 1))] for address, title in chart.trail],
        "facts": list(chart.facts),
        "alt": chart.alt or chart.title or document.title,
    }
    if isinstance(page.paper, One):
        yield common | _one(document, page.paper, whole, page.number, numbers)
        return
    yield from (common | each for each in _tiled(document, page.paper, whole, page, numbers))


def _one(
    document: Document, paper: One, whole: Poster, number: int, numbers: Mapping[str, int]
) -> Data:
    """A page on one sheet."""
    return {
        "kind": "page",
        "anchor": _anchor(number),
        "width": paper.width,
        "height": paper.height,
        "zoom": zoom_of(paper.width),
        "drawn": [whole.width * paper.scale, whole.height * paper.scale],
        "svg": drawn(whole, NORMAL, document.locale, ""),
        "links": _links(whole, paper.scale, numbers, Box(0, 0, whole.width, whole.height)),
    }


def _tiled(
    document: Document, paper: Tiles, whole: Poster, page: _Page, numbers: Mapping[str, int]
) -> Iterator[Data]:
    """The sheets of a poster, row by row."""
    grid = [len(paper.columns), len(paper.rows)]
    for place, (column, row) in enumerate(page.places):
        view = paper.view(column, row)
        yield {
            "kind": "tile",
            "anchor": _anchor(page.number + place),
            "width": paper.width,
            "height": paper.height,
            "zoom": 1.0,
            "sheet": sheet_name(column, row),
            "at": [column, row],
            "grid": grid,
            "empty": [list(at) for at in paper.places() if at not in page.places],
            "neighbours": _neighbours(paper, column, row, page.places),
            "drawn": [view.width * paper.scale, view.height * paper.scale],
            "svg": drawn(whole, NORMAL, document.locale, "", view),
            "links": _links(whole, paper.scale, numbers, view),
        }


def _neighbours(paper: Tiles, column: int, row: int, places: Sequence[tuple[int, int]]) -> Data:
    """The sheets beside one: their names, and how many points of them it shares."""
    width, height = paper.window

    def shared(starts: Sequence[float], window: float, before: int) -> float:
        return (starts[before] + window - starts[before + 1]) * paper.scale

    beside = {
        "left": (column - 1, row),
        "right": (column + 1, row),
        "above": (column, row - 1),
        "below": (column, row + 1),
    }
    found: Data = {}
    for side, (x, y) in beside.items():
        if (x, y) in places:
            strip = (
                shared(paper.columns, width, min(x, column))
                if y == row
                else shared(paper.rows, height, min(y, row))
            )
            found[side] = [sheet_name(x, y), strip]
    return found


def _links(
    whole: Poster, scale: float, numbers: Mapping[str, int], view: Box
) -> list[list[object]]:
    """Where on a sheet a card leads to a page: x, y, width and height in points, and the page."""
    return [
        [
            *((value * scale) for value in (box.x - view.x, box.y - view.y, box.width, box.height)),
            _anchor(numbers[target]),
        ]
        for target, box in whole.cards()
        if target in numbers and _inside(box, view)
    ]


def _inside(box: Box, view: Box) -> bool:
    """Whether a box lies in a view with all of it."""
    across = view.x <= box.x and box.right <= view.right
    return across and view.y <= box.y and box.bottom <= view.bottom


def _anchor(number: int) -> str:
    """The label of a sheet in the document."""
    return f"sheet-{number}"


def sheet_name(column: int, row: int) -> str:
    """The name of a sheet of a poster: a letter for its column, a number for its row.

    >>> sheet_name(0, 0), sheet_name(27, 1)
    ('A1', 'AB2')
    """
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"
