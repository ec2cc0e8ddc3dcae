"""Font files: their tables, what they say about themselves, and the name that they go by.

Files of one font (`.ttf`, `.otf`) and of several (`.ttc`, whose first counts).
"""

from __future__ import annotations

import struct

HOUSE = "House"
"""The family under which a font of the user's own is used, whatever it calls itself."""

_OUTLINES = b"\0\1\0\0"
_CFF = b"OTTO"
_MAGIC = 0xB1B0AFBA
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
_RESTRICTED, _NO_SUBSETTING, _BITMAPS_ONLY = 0x0002, 0x0100, 0x0200


def tables(font: bytes) -> dict[str, bytes]:
    """The tables of a font by their tags.

    Raises:
        ValueError: this is no font file, or a damaged one.
    """
    try:
        start = struct.unpack_from(">L", font, 12)[0] if font[:4] == b"ttcf" else 0
        if font[start : start + 4] not in (_OUTLINES, _CFF, b"true"):
            raise ValueError("not a font file")
        (count,) = struct.unpack_from(">H", font, start + 4)
        found: dict[str, bytes] = {}
        for index in range(count):
            tag, _, offset, length = struct.unpack_from(">4sLLL", font, start + 12 + 16 * index)
            table = font[offset : offset + length]
            if len(table) < length:
                raise ValueError("the font file ends too early")
            found[tag.decode("latin-1")] = table
    except struct.error as error:
        raise ValueError("the font file ends too early") from error
    return found


def family(found: dict[str, bytes]) -> str:
    """The family that a font belongs to by its own words, in English where it has that."""
    names = {}
    try:
        count, text = struct.unpack_from(">HH", found.get("name", b""), 2)
        for index in range(count):
            platform, _, language, name, length, offset = struct.unpack_from(
                ">6H", found["name"], 6 + 12 * index
            )
            if platform == 3 and name in (_FAMILY, _TYPOGRAPHIC_FAMILY):
                said = found["name"][text + offset : text + offset + length]
                names[name, language == 0x0409] = said.decode("utf-16-be", "replace")
    except (struct.error, KeyError):
        return ""
    best = max(names, key=lambda key: (key[1], key[0]), default=None)
    return names[best] if best is not None else ""


def may_be_embedded(found: dict[str, bytes]) -> bool:
    """Whether a font's own words let documents carry a part of it."""
    table = found.get("OS/2", b"")
    (rights,) = struct.unpack_from(">H", table, 8) if len(table) >= 10 else (0,)
    # Of several rights the widest holds: some old fonts have two bits set.
    restricted = rights & 0x000F == _RESTRICTED
    return not (restricted or rights & (_NO_SUBSETTING | _BITMAPS_ONLY))


def renamed(found: dict[str, bytes], *, bold: bool) -> bytes:
    """A font file of the tables in which the font is the regular or bold one of `HOUSE`.

    So two files make a family, whatever they are called and however heavy they are.
    """
    style = "Bold" if bold else "Regular"
    kept = {tag: table for tag, table in found.items() if tag != "DSIG"}
    kept["name"] = _names({1: HOUSE, 2: style, 3: f"{HOUSE} {style}", 4: f"{HOUSE} {style}",
                           5: "Version 1.0", 6: f"{HOUSE}-{style}"})  # fmt: skip
    if "OS/2" in kept:
        table = bytearray(kept["OS/2"])
        struct.pack_into(">H", table, 4, 700 if bold else 400)
        struct.pack_into(">H", table, 6, 5)  # neither narrow nor wide
        struct.pack_into(">H", table, 62, 0x20 if bold else 0x40)
        kept["OS/2"] = bytes(table)
    head = bytearray(kept["head"])
    struct.pack_into(">H", head, 44, int(bold))
    kept["head"] = bytes(head)
    return file_of(kept)


def _names(words: dict[int, str]) -> bytes:
    """A name table with some words in English."""
    records, text = b"", b""
    for name, said in sorted(words.items()):
        encoded = said.encode("utf-16-be")
        records += struct.pack(">6H", 3, 1, 0x0409, name, len(encoded), len(text))
        text += encoded
    return struct.pack(">3H", 0, len(words), 6 + len(records)) + records + text


def file_of(found: dict[str, bytes]) -> bytes:
    """A font file of tables, with its checksums."""
    kept = dict(found)
    kept["head"] = kept["head"][:8] + b"\0\0\0\0" + kept["head"][12:]
    count = len(kept)
    power = count.bit_length() - 1
    start = _CFF if "CFF " in kept else _OUTLINES
    header = struct.pack(
        ">4s4H", start, count, 16 << power, power, 16 * count - (16 << power)
    )  # fmt: skip
    directory, data, offset = b"", b"", 12 + 16 * count
    for tag in sorted(kept):
        table = kept[tag]
        directory += struct.pack(
            ">4sLLL", tag.encode("latin-1"), _checksum(table), offset + len(data), len(table)
        )
        data += table + b"\0" * (-len(table) % 4)
    whole = header + directory + data
    at = whole.index(kept["head"], 12 + 16 * count) + 8
    adjustment = (_MAGIC - _checksum(whole)) & 0xFFFFFFFF
    return whole[:at] + struct.pack(">L", adjustment) + whole[at + 4 :]


def _checksum(table: bytes) -> int:
    """The sum of a table's words, which readers may test."""
    padded = table + b"\0" * (-len(table) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF
