"""The logo of the house as a picture beside the title, or in its line."""

from __future__ import annotations

from io import BytesIO

from orgspec.document import Document
from orgspec.render.word.ooxml import attribute
from orgspec.render.word.story import Story

LOGO_WIDTH, LOGO_HEIGHT = 2150, 600
"""The place of the logo at the head, in twips."""

_EMU_PER_TWIP = 635


def logo_run(document: Document, story: Story, *, floating: bool, zoom: float = 1.0) -> str:
    """A run with the logo; nothing without one.

    Args:
        document: whose style may hold a logo.
        story: where it is written.
        floating: whether it stands at the left edge beside its line, or in the line.
        zoom: how much larger than at the head it is.
    """
    logo = document.style.logo
    if logo is None:
        return ""
    width, height = logo.fitted(LOGO_WIDTH * zoom, LOGO_HEIGHT * zoom)
    from orgspec.render.raster import office_picture

    relation, _ = story.part.get_or_add_image(BytesIO(office_picture(logo).data))
    extent = f'cx="{round(width * _EMU_PER_TWIP)}" cy="{round(height * _EMU_PER_TWIP)}"'
    number = next(story.pictures)
    names = f'id="{number}" name="logo {number}" descr="{attribute(document.organisation)}"'
    return f"<w:r><w:drawing>{_placed(extent, names, relation, floating)}</w:drawing></w:r>"


def _placed(extent: str, names: str, relation: str, floating: bool) -> str:
    """The XML of the picture in its place; the order of its elements is laid down."""
    inner = (
        f"<wp:docPr {names}/>"
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f"<pic:pic><pic:nvPicPr><pic:cNvPr {names}/><pic:cNvPicPr/></pic:nvPicPr>"
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic>"
    )
    edges = 'distT="0" distB="0" distL="0" distR="0"'
    if not floating:
        return f"<wp:inline {edges}><wp:extent {extent}/>{inner}</wp:inline>"
    return (
        f'<wp:anchor {edges} simplePos="0" relativeHeight="1" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:align>left</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f"<wp:extent {extent}/><wp:wrapNone/>{inner}</wp:anchor>"
    )
