"""The house style that the manifest declares, with its files, put on documents."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import lru_cache, reduce
from pathlib import Path

from orgspec.document import Document
from orgspec.model import locale_pairs
from orgspec.model.organisation import Organisation
from orgspec.model.style import RunningLine
from orgspec.numbering import numbered
from orgspec.render import sfnt
from orgspec.style import PLAIN, Logo, Style, Three, Typeface
from orgspec.view.pairing.texts import both
from orgspec.workspace.beside import bytes_beside
from orgspec.workspace.compilation import Compilation
from orgspec.workspace.house_files import characters_of, font_refusal
from orgspec.workspace.logos import logo_of

_COMMON = "的一是人的管理部门岗位职责"


def style_of(root: Path, organisation: Organisation, locale: str) -> Style:
    """The house style of an organisation in a locale; what `check` refuses is left out."""
    declared = organisation.manifest.style
    if declared is None:
        return PLAIN
    return Style(
        declared.colour,
        declared.colours,
        _face(root, declared.font),
        _face(root, declared.font_bold),
        office_face=declared.font_name or "",
        logo=_logo(root, declared.logo),
        header=_line(declared.header, locale),
        footer=_line(declared.footer, locale),
    )


def dressed(compilation: Compilation, locale: str, document: Document) -> Document:
    """A document in the house style of its organisation, its sections numbered as that asks."""
    organisation = compilation.organisation
    declared = organisation.manifest.style
    if declared is None:
        return document
    style = style_of(compilation.root, organisation, locale)
    return replace(numbered(document, declared.numbering or ""), style=style)


def _face(root: Path, name: str | None) -> Typeface | None:
    """A font of the user's own, if it can be used."""
    if not name:
        return None
    try:
        stat = (root / name).stat()
    except (OSError, ValueError):
        return None
    return _read_face(root, name, stat.st_mtime_ns, stat.st_size)


@lru_cache(maxsize=4)
def _read_face(root: Path, name: str, _changed: int, _size: int) -> Typeface | None:
    """The same, read once for all documents."""
    data = bytes_beside(root, name)
    if not data or font_refusal(data) is not None:
        return None
    face = Typeface(hashlib.sha256(data).hexdigest(), data)
    han = frozenset(map(ord, _COMMON)) <= characters_of(face)
    return Typeface(face.digest, data, sfnt.family(sfnt.tables(data)), han)


def _logo(root: Path, name: str | None) -> Logo | None:
    """The logo, if it can be used."""
    data = bytes_beside(root, name) if name else b""
    return logo_of(data) if data else None


def _line(line: RunningLine | None, locale: str) -> Three | None:
    """The patterns of a running text in a locale, or in two side by side (`zh+en`)."""
    if line is None:
        return None
    tags = locale_pairs.parts(locale)
    left, centre, right = (
        reduce(both, (text.in_(tag) for tag in tags)) if text is not None else ""
        for text in (line.left, line.centre, line.right)
    )
    return left, centre, right
