"""Documents as one picture: a chart or diagram at twice its size, else one long page."""

from __future__ import annotations

import re
import struct
import zlib

from orgspec.document import Chart, Document, Swimlane
from orgspec.render import raster, svg
from orgspec.render.house import in_house_style
from orgspec.render.press import compiler
from orgspec.render.press.characters import printable_document, unprintable
from orgspec.render.press.data import document_data

__all__ = ["render", "unprintable"]

_PIXELS_PER_INCH = 96.0
_SCALE = 2.0
_MOST_ASKED = 64_000_000  # pixels of a picture whose resolution is asked for: 260 MB while drawn
_SIZE = re.compile(rb'<svg[^>]*? width="([\d.]+)" height="([\d.]+)"')


@in_house_style
def render(document: Document) -> bytes:
    """The picture of a document, with two pixels for each pixel of a screen.

    A chart is drawn as its SVG is; other documents become one page as long as it takes, without
    running heads. Very large charts have fewer pixels (`raster.png`). Characters that the fonts
    lack print as others, mostly 〓: `unprintable` names them.

    Raises:
        RendererMissing: the typesetter is not installed.
    """
    shown = printable_document(document)
    first = shown.blocks[0] if shown.blocks else None
    if isinstance(first, Swimlane) or (len(shown.blocks) == 1 and isinstance(first, Chart)):
        return _chart(shown)
    said = compiler.written(document_data(shown, continuous=True))
    return compiler.png(said, _SCALE * _PIXELS_PER_INCH)


def _chart(document: Document) -> bytes:
    """The picture of a chart with its head, its legend and its foot."""
    drawing = svg.render(document)
    size = _SIZE.search(drawing)
    if size is None:
        raise ValueError(f"the drawing of '{document.title}' has no size")
    width, height = float(size[1]), float(size[2])
    block = document.blocks[0]
    asked = block.dpi / _PIXELS_PER_INCH if isinstance(block, Chart) and block.dpi else 0.0
    most = _MOST_ASKED if asked else raster.MOST_PIXELS
    made = raster.png(drawing, width, height, asked or _SCALE, most=most)
    return _sized(made, width)


def _sized(picture: bytes, width_px: float) -> bytes:
    """The picture with its resolution in it, so that it prints in the size of the drawing."""
    pixels = int.from_bytes(picture[16:20], "big")  # the width in the first chunk, IHDR
    a_metre = round(pixels / width_px * _PIXELS_PER_INCH / 0.0254)
    data = b"pHYs" + struct.pack(">IIB", a_metre, a_metre, 1)
    chunk = struct.pack(">I", 9) + data + struct.pack(">I", zlib.crc32(data))
    return picture[:33] + chunk + picture[33:]
