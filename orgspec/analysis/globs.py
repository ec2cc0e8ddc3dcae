"""Globs over the paths of a specification, as git and linters read them."""

from __future__ import annotations

import re
from functools import lru_cache

_PIECE = re.compile(r"\*\*/|\*\*|\*|\?|\[!?[^\]/]+\]|.", re.DOTALL)
_WILD = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def path_matches(path: str, glob: str) -> bool:
    """Whether a relative path fits a glob.

    `*` and `?` stay within a folder, `**` goes through any number of them, none included. A glob
    without any of these that names a folder means all that lies in it.
    """
    return _pattern(glob).fullmatch(path) is not None


@lru_cache(maxsize=1024)
def _pattern(glob: str) -> re.Pattern[str]:
    """The regular expression of a glob."""
    wild = any(character in glob for character in "*?[")
    parts = [_piece(piece) for piece in _PIECE.findall(glob if wild else glob.rstrip("/"))]
    try:
        return re.compile("".join(parts) + ("" if wild else "(?:/.*)?"), re.DOTALL)
    except re.error:  # a range such as `[z-a]`: then the signs stand for themselves
        return re.compile(re.escape(glob))


def _piece(piece: str) -> str:
    """The regular expression of a wildcard, a set of characters or a plain character."""
    if piece in _WILD:
        return _WILD[piece]
    if len(piece) > 1:
        inside = piece[1:-1].replace("\\", "\\\\").replace("[", "\\[").replace("&", "\\&")
        return (
            f"[^/{inside[1:]}]"
            if inside.startswith("!")
            else f"[{inside.replace('^', chr(92) + '^')}]"
        )
    return re.escape(piece)
