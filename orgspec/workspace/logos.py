"""Logos: which picture a file is, how large, and whether it looks the same everywhere."""

from __future__ import annotations

import re
import struct
import zlib
from xml.etree import ElementTree

from orgspec.diagnostics import Message, say
from orgspec.style import Logo

_SVG = "{http://www.w3.org/2000/svg}"
_LINKS = ("href", "{http://www.w3.org/1999/xlink}href")
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(?:px|pt|mm|cm|in|pc|em)?\s*\Z")
_MOST_BYTES = 500_000
_MOST_PIXELS = 100_000_000  # bytes of an unpacked picture
_LONGEST, _THINNEST = 100_000, 40
# Frames of a JPEG that say how large it is.
_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


def logo_of(data: bytes) -> Logo | None:
    """The logo in the bytes of a file; None if `refusal` has something against it."""
    if refusal(data) is not None:
        return None
    kind = _kind(data)
    size = _size(data, kind)
    return Logo(data, kind, *size) if size is not None else None


def refusal(data: bytes) -> Message | None:
    """Why a file cannot be the logo; None if it can."""
    kind = _kind(data)
    if not kind:
        return say("this is no picture as svg, png or jpeg", "这不是 svg、png 或 jpeg 图片")
    if len(data) > _MOST_BYTES:
        return say(
            "at {size} kB it is too large: every document carries it; 500 kB are allowed",
            "文件有 {size} kB，过大：每份文件都要携带它；最大 500 kB",
            size=round(len(data) / 1000),
        )
    if _size(data, kind) is None:
        return say("the picture says no size, or is damaged", "图片没有尺寸，或已损坏")
    return _dependence(data) if kind == "svg" else None


def _kind(data: bytes) -> str:
    """What picture this is by its first bytes; empty for none."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    return "svg" if b"<svg" in data[:4096] else ""


def _size(data: bytes, kind: str) -> tuple[float, float] | None:
    """The natural width and height of a picture; None if it does not say."""
    width: float
    height: float
    try:
        if kind == "png":
            width, height = _png_size(data)
        elif kind == "jpeg":
            width, height = _jpeg_size(data)
        else:
            width, height = _svg_size(data)
    except (struct.error, ValueError, IndexError, zlib.error, ElementTree.ParseError):
        return None
    drawn = 0 < width < _LONGEST and 0 < height < _LONGEST
    return (
        (width, height) if drawn and max(width, height) <= _THINNEST * min(width, height) else None
    )


def _png_size(data: bytes) -> tuple[int, int]:
    """The size that a PNG states; all of its pieces must be whole."""
    width, height = struct.unpack_from(">LL", data, 16)
    pixels, at, name = b"", 8, b""
    while name != b"IEND":
        length, name = struct.unpack_from(">L4s", data, at)
        (checksum,) = struct.unpack_from(">L", data, at + 8 + length)
        if zlib.crc32(data[at + 4 : at + 8 + length]) != checksum:
            raise ValueError("a damaged piece")
        pixels += data[at + 8 : at + 8 + length] if name == b"IDAT" else b""
        at += 12 + length
    stream = zlib.decompressobj()
    stream.decompress(pixels, _MOST_PIXELS)
    if not stream.eof:
        raise ValueError("too few pixels, or too many")
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """The size that the frame of a JPEG states."""
    at = 2
    if b"\xff\xda" not in data or b"\xff\xd9" not in data[-64:]:
        raise ValueError("the picture ends too early")
    while data[at] == 0xFF:
        if data[at + 1] in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        (length,) = struct.unpack_from(">H", data, at + 2)
        at += 2 + length
    raise ValueError("no frame")


def _svg_size(data: bytes) -> tuple[float, float]:
    """The size of a drawing: its view box, else its width and height."""
    root = _parsed(data)
    box = [float(each) for each in root.get("viewBox", "").replace(",", " ").split()]
    if len(box) == 4:
        return box[2], box[3]
    lengths = [_LENGTH.match(root.get(side, "")) for side in ("width", "height")]
    width, height = (float(found.group(1)) if found else 0.0 for found in lengths)
    return width, height


def _parsed(data: bytes) -> ElementTree.Element:
    """The drawing as a tree; one that declares entities is refused, for they can be endless."""
    if b"<!ENTITY" in data:
        raise ValueError("entities")
    root = ElementTree.fromstring(data)
    if root.tag not in (f"{_SVG}svg", "svg"):
        raise ValueError("no drawing")
    return root


def _dependence(data: bytes) -> Message | None:
    """What a drawing needs that a reader may lack: fonts for its text, other files, scripts."""
    for element in _parsed(data).iter():
        name = str(element.tag).removeprefix(_SVG)
        if name == "text":
            return say(
                "the drawing has text that depends on fonts; turn it into outlines",
                "图中含有依赖字体的文字；请将其转为轮廓",
            )
        if name in ("script", "foreignObject"):
            return say("the drawing has a `<{name}>`", "图中含有 `<{name}>`", name=name)
        links = [element.get(link, "") for link in _LINKS]
        if any(link and not link.startswith(("#", "data:")) for link in links):
            return say("the drawing refers to another file", "图中引用了其他文件")
    return None
