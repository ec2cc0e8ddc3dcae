"""Charts as pictures in the text."""

from __future__ import annotations

from io import BytesIO

from orgspec.document import Chart, Figure, Swimlane
from orgspec.render.word import look
from orgspec.render.word.gauge import add_height, add_lines
from orgspec.render.word.ooxml import attribute, paragraph, run
from orgspec.render.word.story import Story

_EMU_PER_PIXEL = 9525
_EMU_PER_TWIP = 635
_PIXELS_PER_TWIP = _EMU_PER_TWIP / _EMU_PER_PIXEL
# A small chart in the text has type no larger than that around it.
_COMPACT_SCALE = 0.88
_FIGURE_SHARE = 0.55  # of a page, which a picture in the text may take


def figure_xml(block: Figure, story: Story) -> str:
    """A picture with its caption."""
    height = round(story.height * _FIGURE_SHARE)
    picture = picture_run(
        block.chart, story, compact=block.compact, height=height, alt=block.caption
    )
    parts = [paragraph(picture, "Figure", keep_next=bool(block.caption))]
    if block.caption:
        add_lines(story, (block.caption,), look.AROUND_TEXT)
        parts.append(paragraph(run(block.caption), "Caption"))
    return "".join(parts)


def chart_xml(block: Chart | Swimlane, story: Story) -> str:
    """A chart as large as the page allows below a title; its figures are part of the drawing."""
    height = round(story.height * look.CHART_SHARE)
    return paragraph(picture_run(block, story, compact=False, height=height), "Figure")


def picture_run(
    chart: Chart | Swimlane, story: Story, *, compact: bool, height: int, alt: str = ""
) -> str:
    """A run with a chart as a picture, no wider than the text and no higher than `height` twips.

    `alt` says what it shows where the chart itself does not.
    """
    from orgspec.render.raster import png
    from orgspec.render.svg import draw_chart

    svg, width_px, height_px = draw_chart(
        chart, locale=story.locale, compact=compact, room=in_pixels(story.width, height)
    )
    relation, _ = story.part.get_or_add_image(BytesIO(png(svg, width_px, height_px)))
    shrink = min(
        _COMPACT_SCALE if compact else 1.0,
        story.width * _EMU_PER_TWIP / (width_px * _EMU_PER_PIXEL),
        height * _EMU_PER_TWIP / (height_px * _EMU_PER_PIXEL),
    )
    extent = (
        round(width_px * _EMU_PER_PIXEL * shrink),
        round(height_px * _EMU_PER_PIXEL * shrink),
    )
    add_height(story, extent[1] / _EMU_PER_TWIP + look.ABOVE_PICTURE)
    return _inline(relation, next(story.pictures), extent, chart.alt or alt)


def in_pixels(width: float, height: float) -> tuple[float, float]:
    """A room in twips as pixels of a drawing."""
    return width * _PIXELS_PER_TWIP, height * _PIXELS_PER_TWIP


def _inline(relation: str, number: int, extent: tuple[int, int], alt: str) -> str:
    """The XML of a picture that stands in the line; `extent` in English metric units."""
    size = f'cx="{extent[0]}" cy="{extent[1]}"'
    names = f'id="{number}" name="chart {number}" descr="{attribute(alt)}"'
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {size}/><wp:docPr {names}/>"
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f"<pic:pic><pic:nvPicPr><pic:cNvPr {names}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
