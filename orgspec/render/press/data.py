"""A document as the plain data that the templates read: nothing in it is markup."""

from __future__ import annotations

import re
from collections.abc import Iterable

from orgspec.document import Band, Block, Chart, Document, Facts, Section, Swimlane
from orgspec.margins import Counter, Margin, Said, foot_margin, head_margin
from orgspec.render import fonts
from orgspec.render.press.blocks import Setting, block_data
from orgspec.render.press.cells import BODY_SIZE
from orgspec.render.press.charts import chart_pages, is_chart
from orgspec.render.press.fitting import USUAL, fitted
from orgspec.render.press.letterheads import FEW_PAIRS, bands_data, head_height, logo_data
from orgspec.render.press.reading import Data
from orgspec.render.press.sheets import (
    A4,
    FORM_SIDES,
    WIDE_SIDES,
    Placed,
    is_chapter,
    one_sheet,
    sheets,
)
from orgspec.render.press.signing import signed_together
from orgspec.render.running import in_one_line

_LEAST_LABEL = 66.0
_MOST_LABEL = 112.0
_SMALL = 8.0  # the size of running heads and feet
_BESIDE = 12.0  # points between the texts of a running head
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=-|$)")


def document_data(document: Document, *, continuous: bool = False) -> Data:
    """A document for the template `document.typ`.

    Args:
        document: with printable characters only.
        continuous: one page as high as all that is on it, without running heads.
    """
    language = _LANGUAGE.match(document.locale.lower())
    chinese = is_chinese(document)
    names = dict.fromkeys(name for name in (document.title, document.subject) if name)
    label = label_width(document.blocks, document.head)
    return {
        "lang": language.group() if language else "en",
        "region": "cn" if chinese else None,
        "wide": chinese,
        "name": " · ".join(names) or document.organisation,
        "title": document.title,
        "subtitle": document.subtitle,
        "organisation": document.organisation,
        "running": document.running,
        "own-head": document.style.header is not None,
        "footer": margin_data(foot_margin(document)),
        "logo": logo_data(document, chinese=chinese),
        "draft": document.draft,
        "contents": document.labels.get("contents", "") if _is_bound(document) else "",
        "label": label,
    } | (
        {
            "tiles": document.labels.get("sheet_plan", "{across} × {down}"),
            "charts": [
                page | {"bands": bands_data(document, label)} for page in chart_pages(document)
            ],
        }
        if is_chart(document) and not continuous
        else with_head(document, sheets_data(document, continuous=continuous))
    )


def is_chinese(document: Document) -> bool:
    """Whether a document is in Chinese, or in Chinese first."""
    return document.locale.lower().startswith("zh")


def with_head(document: Document, made: list[Data]) -> Data:
    """Sheets with the running head that `document` gives them, which fits the narrowest."""
    room = min(sheet["body"] for sheet in made)
    return {
        "header": margin_data(head_margin(document), room),
        "headed": any("rank" in sheet or _is_headed(sheet["blocks"]) for sheet in made),
        "sheets": made,
    }


def _is_headed(blocks: Iterable[Data]) -> bool:
    """Whether some of the blocks of a sheet stand below a heading."""
    return any(block["kind"] in ("heading", "section", "together") for block in blocks)


def margin_data(margin: Margin, room: float = A4[0] - FORM_SIDES) -> Data:
    """A running head or foot: three texts that fit into one line of a sheet as wide as `room`."""
    line = in_one_line(margin, room, _BESIDE, lambda text: fonts.width(text, _SMALL))
    return {
        "left": _margin_text(line.left),
        "centre": _margin_text(line.centre),
        "right": _margin_text(line.right),
    }


def _margin_text(said: Said) -> str | list[tuple[str, str]]:
    """A text of a margin; one with counters in pieces, each with its kind."""
    if any(isinstance(piece, Counter) for piece in said):
        return [
            (piece.value, "") if isinstance(piece, Counter) else ("text", piece) for piece in said
        ]
    return "".join(said)


def _is_bound(document: Document) -> bool:
    """Whether a document is bound of parts with sections of their own, and needs contents."""
    return any(is_chapter(block) for block in document.blocks)


def sheets_data(
    document: Document, *, continuous: bool = False, head: float = 0.0, below: int = 0
) -> list[Data]:
    """The sheets of a document with their blocks.

    Args:
        document: with printable characters only.
        continuous: all on one sheet.
        head: the height in points of what stands above the letterhead of the first sheet.
        below: the level of the heading that the whole document stands below, 0 for none.
    """
    rank = below
    label = label_width(document.blocks, document.head)
    result: list[Data] = []
    bands = bands_data(document, label)
    for sheet in (one_sheet(document),) if continuous else sheets(document):
        setting = Setting(sheet, document.locale, label, rank, 0.0 if result else head, below)
        placed_blocks = [_placed(placed, setting) for placed in sheet.blocks]
        blocks = signed_together(placed_blocks, sheet.room)
        above = 0.0 if result else head + head_height(document, sheet, label, bound=below > 0)
        tight, blocks = (USUAL, blocks) if continuous else fitted(blocks, sheet.room, above)
        rank = setting.rank
        width, height = _chart_size(blocks) or (sheet.width, sheet.height)
        result.append(
            {
                "width": width,
                "height": height,
                "form": sheet.form,
                "zoom": max(1.0, (width / A4[1]) ** 0.6),
                "body": sheet.body if width == sheet.width else width - WIDE_SIDES,
                "continuous": continuous,
                "facts": _facts_of_charts(sheet.blocks),
                "bands": bands,
                "tight": tight,
                "blocks": blocks,
            }
        )
        bands = []
    return result


def _chart_size(blocks: Iterable[object]) -> tuple[float, float] | None:
    """The paper that a chart among some blocks asks for."""
    for block in blocks:
        if isinstance(block, dict):
            if block["kind"] == "chart":
                width, height = block["paper"]
                return width, height
            found = _chart_size(block.get("blocks", ()))
            if found is not None:
                return found
    return None


def _facts_of_charts(blocks: tuple[Placed, ...]) -> list[str]:
    """What stands at the upper right of the sheet of a chart."""
    charts = (placed.block for placed in blocks if isinstance(placed.block, Chart | Swimlane))
    return [fact for chart in charts for fact in chart.facts]


def _placed(placed: Placed, setting: Setting) -> Data:
    """One block at its place among the sections."""
    data = block_data(placed.block, setting, placed.depth)
    return data | {"chapter": True} if placed.chapter else data


def label_width(blocks: tuple[Block, ...], head: tuple[Band, ...] = ()) -> float:
    """The width of the label cells: one for the whole document, so that they stand in line.

    A `head` of one short band stands as such cells too.
    """
    labels = _labels(blocks)
    if len(head) == 1 and len(head[0]) <= FEW_PAIRS:
        labels += [label for label, _ in head[0]]
    widths = [fonts.width(label, BODY_SIZE, True) + 18 for label in labels]
    return min(_MOST_LABEL, max(_LEAST_LABEL, *widths)) if widths else _LEAST_LABEL


def _labels(blocks: Iterable[Block]) -> list[str]:
    """The labels of all facts."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Facts):
            found += [label for label, _ in block.pairs]
        elif isinstance(block, Section):
            found += _labels(block.blocks)
    return found
