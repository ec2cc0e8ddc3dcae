"""The logo of the house in the first row of a sheet, before its title."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from orgspec.document import Document
from orgspec.render.raster import office_picture

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_PLACE = 130.0, 28.0  # pixels
_EDGE = 4
_PIXELS_AN_INDENT = 9


def indented(document: Document) -> dict[str, object]:
    """The properties of a title that leaves room for the logo."""
    logo = document.style.logo
    if logo is None:
        return {}
    width, _ = logo.fitted(*_PLACE)
    return {"indent": -(-round(width + 3 * _EDGE) // _PIXELS_AN_INDENT)}


def insert_logo(sheet: Worksheet, document: Document) -> None:
    """Put the logo into the first cell of a sheet, if the house has one."""
    logo = document.style.logo
    if logo is None:
        return
    picture = office_picture(logo)
    width, height = logo.fitted(*_PLACE)
    sheet.insert_image(
        0, 0, "logo",
        {
            "image_data": BytesIO(picture.data), "x_offset": _EDGE, "y_offset": _EDGE,
            "x_scale": width / picture.width, "y_scale": height / picture.height,
            "object_position": 3, "description": document.organisation,
        },
    )  # fmt: skip
