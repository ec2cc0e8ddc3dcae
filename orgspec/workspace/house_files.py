"""Whether the files that a house style names can be used: fonts and a logo."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from orgspec.diagnostics import Message, say
from orgspec.model.organisation import Organisation
from orgspec.render import sfnt
from orgspec.style import Typeface
from orgspec.syntax.limits import DEFAULT_LIMITS, Limits
from orgspec.syntax.nodes import Origin
from orgspec.syntax.problems import Problem
from orgspec.workspace.beside import bytes_beside
from orgspec.workspace.logos import refusal as logo_refusal

FONTS = ("font", "font_bold")
_FONT_HELP = say(
    "name a static TrueType or OpenType font (ttf, otf, ttc) that you may embed",
    "请使用允许嵌入的静态 TrueType 或 OpenType 字体（ttf、otf、ttc）",
)
_LOGO_HELP = say(
    "name a picture as svg (with its text as outlines), png or jpeg",
    "请使用 svg（文字须转为轮廓）、png 或 jpeg 图片",
)


def unusable_files(
    root: Path,
    organisation: Organisation,
    origins: Mapping[str, Origin],
    limits: Limits = DEFAULT_LIMITS,
) -> list[Problem]:
    """SYN007 for each file of the house style that is there and cannot be used."""
    declared, origin = organisation.manifest.style, origins.get("manifest")
    problems = []
    for key in ("logo", *FONTS) if declared is not None and origin is not None else ():
        name = getattr(declared, key)
        data = bytes_beside(root, name, limits) if name else b""
        why = (logo_refusal(data) if key == "logo" else font_refusal(data)) if data else None
        if why is not None and origin is not None:
            told = say("`{name}`: {why}", "`{name}`：{why}", name=name, why=why)
            advice = _LOGO_HELP if key == "logo" else _FONT_HELP
            span = origin.span(("style", key))
            problems.append(
                Problem("SYN007", origin.source, span, told, advice, address="manifest")
            )
    return problems


def font_refusal(data: bytes) -> Message | None:
    """Why a font cannot be used; None if it can."""
    if data[:4] in (b"wOFF", b"wOF2"):
        return say("this is a font for web pages only", "这是仅供网页使用的字体")
    try:
        found = sfnt.tables(data)
    except ValueError:
        return say("this is no font file, or a damaged one", "这不是字体文件，或文件已损坏")
    if "CFF2" in found or "fvar" in found:
        return say(
            "a variable font: programs draw it differently; take a static one",
            "这是可变字体，不同程序显示不一；请换用静态字体",
        )
    if not {"cmap", "head", "hhea", "hmtx", "maxp"} <= found.keys() or not (
        {"glyf", "loca"} <= found.keys() or "CFF " in found
    ):
        return say("the font lacks tables that it needs", "字体缺少必需的数据表")
    if not sfnt.may_be_embedded(found):
        return say(
            "by its own words the font may not be embedded in documents",
            "该字体声明不允许嵌入文件",
        )
    if not characters_of(Typeface(hashlib.sha256(data).hexdigest(), data)):
        return say("the font has no characters that can be found", "字体中没有可用的字符")
    return None


def characters_of(face: Typeface) -> frozenset[int]:
    """The characters that a font has, none for one that cannot be opened."""
    from orgspec.render import fonts

    try:
        return frozenset(fonts.opened(face).unicodes)
    except Exception:  # a damaged table may fail in any way, in code that is not ours
        return frozenset()
