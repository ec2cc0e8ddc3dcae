"""A part of a bound document set closer than the whole, for the styles are those of the whole."""

from __future__ import annotations

import re

from orgspec.render.word.gauge import USUAL
from orgspec.render.word.look import Faces
from orgspec.render.word.ooxml import FIXED
from orgspec.render.word.styles import cell_margins, closer_spacing

_PROPERTIES = re.compile(r'<w:pPr><w:pStyle w:val="(\w+)"/>(.*?)</w:pPr>')
# What the schema wants behind the spacing of a paragraph.
_BEHIND = re.compile("<w:(?:ind|jc|outlineLvl|rPr|sectPr)[ >/]|$")


def set_closer(xml: str, faces: Faces, closeness: float) -> str:
    """Blocks with a share of the usual space, whatever the styles of their file say."""
    if closeness == USUAL:
        return xml

    def closer(found: re.Match[str]) -> str:
        style, rest = found.groups()
        if style == "Spacer" or "<w:spacing " in rest:
            return found.group()
        place = _BEHIND.search(rest)
        at = place.start() if place else len(rest)
        spacing = closer_spacing(style, faces, closeness)
        return f'<w:pPr><w:pStyle w:val="{style}"/>{rest[:at]}{spacing}{rest[at:]}</w:pPr>'

    return _PROPERTIES.sub(closer, xml.replace(FIXED, FIXED + cell_margins(closeness)))
