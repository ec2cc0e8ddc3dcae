"""Text in Markdown: every character of it is to be read as it stands."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

from orgspec.document import Emphasis, Inline, Run

_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# `$` begins a formula on GitHub, `~` strikes through, `[` begins a link, `!` a picture before it.
_SPECIAL = re.compile(r"[\\`*_<>\[\]|~$]")
_REFERENCE = re.compile(r"&(?=#?\w+;)")
# What makes a heading, a list, a rule or a quotation where a line begins with it.
_BLOCK_SIGN = re.compile(r"[#+=-]")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


# Escapes inside a bare address would become part of it on GitHub: brackets hold it together.
_ADDRESS = re.compile(r"(https?://[!-;=?-_a-{}~]*[\w/])", re.ASCII)


def escaped(text: str) -> str:
    """One line of text, for the inside of a line."""
    parts = _ADDRESS.split(text)
    for index, part in enumerate(parts):
        if index % 2:
            parts[index] = f"<{part}>"
        else:
            parts[index] = _REFERENCE.sub("&amp;", _SPECIAL.sub(r"\\\g<0>", part))
    return "".join(parts)


def line(runs: Inline) -> str:
    """One line with its emphasis, for the inside of a line: a heading, a cell, an item."""
    pieces = [
        (strong, "".join(run.text for run in group))
        for strong, group in groupby(runs, lambda run: run.emphasis is Emphasis.STRONG)
    ]
    texts = ["", *(text for _, text in pieces), ""]
    return "".join(
        _strong(text, texts[index - 1][-1:], texts[index + 1][:1]) if strong else escaped(text)
        for index, (strong, text) in enumerate(pieces, 1)
    )


def _strong(text: str, before: str, after: str) -> str:
    """Text that stands out; `before` and `after` are the characters beside it.

    An asterisk works if a letter or digit stands on its inner side, or space on its outer one;
    brackets or Chinese punctuation inside a sentence would leave the asterisks in the text.
    """
    inner = text.strip()
    if not inner:
        return text
    lead = text[: len(text) - len(text.lstrip())]
    trail = text[len(text.rstrip()) :]
    sound = all(
        unicodedata.category(end)[0] in "LN" or not (space or beside).strip()
        for end, space, beside in ((inner[0], lead, before), (inner[-1], trail, after))
    )
    opening, closing = ("**", "**") if sound else ("<strong>", "</strong>")
    return f"{lead}{opening}{escaped(inner)}{closing}{trail}"


def lines(runs: Inline) -> list[Inline]:
    """The lines of an inline text, without surrounding space and without empty lines."""
    found: list[list[Run]] = [[]]
    for run in runs:
        text = _FORBIDDEN.sub("", _LINE_ENDS.sub("\n", run.text)).replace("\t", " ")
        for index, piece in enumerate(text.split("\n")):
            if index:
                found.append([])
            if piece:
                found[-1].append(Run(piece, run.emphasis))
    stripped = (_stripped(pieces) for pieces in found)
    return [pieces for pieces in stripped if pieces]


def _stripped(pieces: list[Run]) -> Inline:
    """A line without the space at its two ends: four spaces would make it a block of code."""
    while pieces and not pieces[0].text.strip():
        pieces = pieces[1:]
    while pieces and not pieces[-1].text.strip():
        pieces = pieces[:-1]
    if not pieces:
        return ()
    pieces = [Run(pieces[0].text.lstrip(), pieces[0].emphasis), *pieces[1:]]
    return (*pieces[:-1], Run(pieces[-1].text.rstrip(), pieces[-1].emphasis))


def cell(runs: Inline) -> str:
    """An inline text in one line of Markdown; a line break in it becomes `<br>`."""
    return "<br>".join(line(pieces) for pieces in lines(runs))


def plain_cell(text: str) -> str:
    """The same for text without emphasis."""
    return cell((Run(text),))


def heading(text: str, level: int) -> str:
    """A heading of a level from 1 to 6."""
    # A closing sequence of # would be cut off.
    content = re.sub(r"#(?=#*$)", r"\\#", plain_cell(text))
    return f"{'#' * min(max(level, 1), 6)} {content}".rstrip()


def block(runs: Inline, indent: int = 0) -> str:
    """Lines that begin at the margin or, below an item of a list, after `indent` spaces."""
    return f"\\\n{' ' * indent}".join(_at_margin(line(pieces)) for pieces in lines(runs))


def _at_margin(text: str) -> str:
    """A line whose beginning makes it nothing else than a line."""
    if _BLOCK_SIGN.match(text):
        return f"\\{text}"
    return _NUMBERED.sub(r"\1\\\2", text, count=1) if _NUMBERED.match(text) else text
