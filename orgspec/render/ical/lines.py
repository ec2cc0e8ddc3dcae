"""Content lines of RFC 5545: escaped, and folded by octets."""

from __future__ import annotations

import re

_OCTETS = 75
_FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]")


def text(value: str) -> str:
    """A value of type TEXT: backslash, semicolon, comma and line feed escaped."""
    plain = _FORBIDDEN.sub("", value.replace("\r\n", "\n").replace("\t", " "))
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def folded(line: str) -> str:
    """A content line in pieces of at most 75 octets, none of them cutting a character."""
    pieces: list[str] = []
    piece, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _OCTETS:
            pieces.append(piece)
            piece, size = " ", 1
        piece += character
        size += octets
    return "\r\n".join([*pieces, piece])
