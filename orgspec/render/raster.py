"""SVG to PNG, for formats that cannot hold a drawing: typst draws it with our fonts alone."""

from __future__ import annotations

import struct
import threading
from dataclasses import field
from functools import lru_cache
from typing import TYPE_CHECKING

from orgspec.frozen import frozen
from orgspec.render import fonts
from orgspec.render.errors import RendererMissing
from orgspec.render.typefaces import typefaces
from orgspec.style import Logo

if TYPE_CHECKING:
    import typst

_POINTS_PER_PIXEL = 0.75
_PIXELS_PER_INCH = 96
_LOGO_SCALE = 4.0  # pixels of a logo for each of a screen
MOST_PIXELS = 24_000_000
"""How many pixels a picture has at most, unless more are asked for: 100 MB while it is drawn."""

# The drawing is data (`sys.inputs`), never markup: no name in it can become an instruction.
_PAGE = b"""
#let length(name) = float(sys.inputs.at(name)) * 1pt
#set page(width: length("width"), height: length("height"), margin: 0pt, fill: white)
#set text(font: "Noto Sans SC")
#image(bytes(sys.inputs.drawing), format: "svg", width: 100%, height: 100%, fit: "stretch")
"""


@frozen
class _Easel:
    """A compiler, and who may use it: it draws one picture at a time."""

    compiler: typst.Compiler
    lock: threading.Lock = field(default_factory=threading.Lock)


def png(
    svg: bytes, width_px: float, height_px: float, scale: float = 2.0, *, most: int = MOST_PIXELS
) -> bytes:
    """Draw an SVG as a PNG on white, the same bytes for the same drawing.

    Args:
        svg: the drawing, UTF-8.
        width_px: its width in CSS pixels (1/96 inch).
        height_px: its height in CSS pixels.
        scale: the pixels of the picture for each pixel of the drawing; lowered for drawings that
            would pass `most` pixels.

    Raises:
        RendererMissing: typst is not installed.
        ValueError: the drawing has no extent or is no SVG.
    """
    if width_px <= 0 or height_px <= 0:
        raise ValueError(f"a drawing of {width_px} × {height_px} px cannot be rasterised")
    fitting = (most / (width_px * height_px)) ** 0.5
    inputs = {
        "drawing": svg.decode("utf-8"),
        "width": f"{width_px * _POINTS_PER_PIXEL:.3f}",
        "height": f"{height_px * _POINTS_PER_PIXEL:.3f}",
    }
    easel = _easel(fonts.faces())
    try:
        with easel.lock:
            drawn = easel.compiler.compile(
                _PAGE, format="png", ppi=_PIXELS_PER_INCH * min(scale, fitting), sys_inputs=inputs
            )
    except RuntimeError as error:
        raise ValueError(f"the drawing cannot be rasterised: {error}") from error
    if not isinstance(drawn, bytes):
        raise ValueError("the drawing takes more than one page")
    return drawn


@lru_cache(maxsize=4)
def office_picture(logo: Logo) -> Logo:
    """The logo as a picture that office programs show: a drawing as PNG."""
    if logo.kind != "svg":
        return logo
    width, height = logo.fitted(160.0, 60.0)
    data = png(logo.data, width, height, _LOGO_SCALE)
    columns, rows = struct.unpack_from(">LL", data, 16)
    return Logo(data, "png", columns, rows)


@lru_cache(maxsize=2)
def _easel(_faces: fonts.Faces) -> _Easel:
    """The compiler of this process, with the fonts in force alone: all machines draw the same."""
    try:
        import typst
    except ImportError as error:
        raise RendererMissing("typst", ("docx", "png")) from error
    return _Easel(typst.Compiler(font_paths=typefaces()))
