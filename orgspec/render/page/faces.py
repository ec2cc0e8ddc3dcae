"""The fonts that a page embeds: of the characters that it holds, in the weights that it uses."""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from itertools import groupby

from orgspec.render import fonts
from orgspec.render.page.text import is_clean, without_control_characters

# Lines as high as the characters: capitals stand in the middle of a chip, and columns of upright
# text are as tight as the characters themselves.
_METRICS = "ascent-override:88%;descent-override:12%;line-gap-override:0%;"


def with_fonts(page: str, usual: frozenset[str]) -> bytes:
    """The page with the two weights of its font, reduced to the characters that it holds.

    Those that pages like it hold as a rule are a font of their own, which is made once for all.
    The rest is small then, and stands in the page as it is: packing it would take longer than
    making it.
    """
    written = page.encode("utf-8", "surrogatepass")
    characters = _characters(written)
    if not is_clean("".join(characters)):
        page = without_control_characters(page)
        characters = frozenset(page)
        written = page.encode()
    # Text is escaped, so the first end of a head is the head's own.
    head, end, body = written.partition(b"</head>")
    if not end:
        return written
    faces = _font_faces(characters - usual, packed=not usual) + _usual_faces(usual, fonts.faces())
    return b"".join((head, b"<style>", faces, b"</style>\n", end, body))


@lru_cache(maxsize=16)
def _usual_faces(usual: frozenset[str], faces: fonts.Faces) -> bytes:
    """The rules of the fonts of some characters in `faces`, which are in force.

    They say which characters they are for: rules for one family that do not are each asked for
    all.
    """
    return _font_faces(usual, f"unicode-range:{_ranges(usual)};") if usual else b""


def _font_faces(characters: frozenset[str], for_which: str = "", *, packed: bool = True) -> bytes:
    """The rules that embed the fonts in force, reduced to some characters."""
    media, format_ = (b"woff2", b"woff2") if packed else (b"otf", b"opentype")
    return b"".join(
        b'@font-face{font-family:"%b";font-weight:%d;%bsrc:url(data:font/%b;base64,%b) format("%b")}'
        % (family.encode(), weight, rules, media, b64encode(data), format_)
        for rules in ((_METRICS + for_which).encode(),)
        for family, weight, data in fonts.embedded("".join(characters), packed=packed)
    )


def _ranges(characters: frozenset[str]) -> str:
    """Some characters as style sheets write them: U+20-7E,U+4E00."""
    codes = sorted(map(ord, characters))
    runs = groupby(enumerate(codes), lambda each: each[1] - each[0])
    ends = ([code for _, code in run] for _, run in runs)
    return ",".join(f"U+{run[0]:X}" + (f"-{run[-1]:X}" if run[1:] else "") for run in ends)


def _characters(page: bytes) -> frozenset[str]:
    """The characters of a page; most of it is style and script, which pages have in common."""
    head, style, rest = page.partition(b"<style>")
    rules, styled, rest = rest.partition(b"</style>")
    body, scripted, script = rest.rpartition(b"<script>")
    common, in_ascii = _common_characters(rules, script)
    own = b"".join((head, style, styled, body, scripted)).translate(None, in_ascii)
    return common.union(own.decode("utf-8", "surrogatepass"))


@lru_cache(maxsize=16)
def _common_characters(rules: bytes, script: bytes) -> tuple[frozenset[str], bytes]:
    """The characters of style and script, which come again; those in ASCII as bytes too."""
    characters = frozenset((rules + script).decode("utf-8", "surrogatepass"))
    return characters, bytes(sorted(ord(each) for each in characters if each.isascii()))
