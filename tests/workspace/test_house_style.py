"""The files of a house style: read where they can be used, refused with a reason where not."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from orgspec.diagnostics import Diagnostic
from orgspec.render import sfnt
from orgspec.workspace import compile_path
from orgspec.workspace.characters import unprintable
from orgspec.workspace.house_style import style_of
from tests.house import DRAWING, font_file, with_rights
from tests.workspace.specs import problems, spec


def piece(name: bytes, data: bytes) -> bytes:
    return struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + piece(b"IHDR", struct.pack(">LLBBBBB", 60, 20, 8, 0, 0, 0, 0))
    + piece(b"IDAT", zlib.compress(bytes(20 * 61)))
    + piece(b"IEND", b"")
)
JPEG = b"\xff\xd8\xff\xe0\0\4ab\xff\xc0\0\x11\x08\0\x14\0\x3c\x03\xff\xda\xff\xd9"


def folder(path: Path, field: str, name: str, data: bytes) -> Path:
    manifest = f"style:\n  {field}: {name}\nroles: {{boss: {{reports_to: none}}}}\n"
    return spec(path, {"orgspec.yaml": manifest, name: data})


def only(path: Path) -> Diagnostic:
    (found,) = problems(path)
    return found


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [("a.svg", DRAWING, "svg"), ("a.png", PNG, "png"), ("a.jpg", JPEG, "jpeg")],
)
def test_a_logo_is_known_by_its_bytes_with_its_size(
    tmp_path: Path, name: str, data: bytes, kind: str
) -> None:
    root = folder(tmp_path, "logo", name, data)
    assert problems(root) == ()
    logo = style_of(root, compile_path(root).organisation, "en").logo
    assert logo is not None
    assert (logo.kind, logo.width, logo.height) == (kind, 60, 20)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"hello", "no picture"),
        (PNG[:18], "damaged"),
        (PNG[:-30], "damaged"),
        (PNG.replace(b"IDAT", b"IDAX"), "damaged"),
        (DRAWING.replace(b"60 20", b"inf 20"), "damaged"),
        (DRAWING.replace(b' viewBox="0 0 60 20"', b""), "no size"),
        (DRAWING.replace(b"</svg>", b"<text>A</text></svg>"), "outlines"),
        (DRAWING.replace(b"</svg>", b"<script/></svg>"), "<script>"),
        (DRAWING.replace(b"</svg>", b'<image href="http://x/y.png"/></svg>'), "another file"),
        (b'<!DOCTYPE svg [<!ENTITY a "a">]>' + DRAWING, "damaged"),
        (DRAWING + b" " * 500_000, "too large"),
    ],
)
def test_a_logo_that_would_not_look_the_same_everywhere_is_refused(
    tmp_path: Path, data: bytes, why: str
) -> None:
    root = folder(tmp_path, "logo", "a.svg", data)
    found = only(root)
    assert found.code == "SYN007"
    assert why in found.message.in_("en")
    assert found.place.source.position(found.place.span.start).line == 2
    assert style_of(root, compile_path(root).organisation, "en").logo is None


def variable() -> bytes:
    return sfnt.file_of({**sfnt.tables(font_file()), "fvar": b"\0" * 16})


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"hello", "no font file"),
        (b"wOF2" + b"\0" * 60, "web pages"),
        (font_file()[:3000], "damaged"),
        (variable(), "variable"),
        (with_rights(font_file(), 2), "may not be embedded"),
        (with_rights(font_file(), 0x0100), "may not be embedded"),
    ],
)
def test_a_font_that_documents_cannot_carry_is_refused(
    tmp_path: Path, data: bytes, why: str
) -> None:
    root = folder(tmp_path, "font", "a.ttf", data)
    found = only(root)
    assert found.code == "SYN007"
    assert why in found.message.in_("en")
    assert style_of(root, compile_path(root).organisation, "en").face is None


def test_a_font_is_read_with_its_family_and_whether_it_has_chinese(tmp_path: Path) -> None:
    root = folder(tmp_path, "font", "a.ttf", with_rights(font_file(), 8))
    face = style_of(root, compile_path(root).organisation, "en").face
    assert face is not None
    assert (face.family, face.han) == ("Noto Sans SC", False)


@pytest.mark.parametrize("field", ["logo", "font", "font_bold"])
def test_a_file_that_is_not_there_is_told_at_its_name(tmp_path: Path, field: str) -> None:
    manifest = f"style: {{{field}: gone.x}}\nroles: {{boss: {{reports_to: none}}}}\n"
    assert only(spec(tmp_path, {"orgspec.yaml": manifest})).code == "SYN001"


def test_characters_that_the_house_font_lacks_too_are_named(tmp_path: Path) -> None:
    root = folder(tmp_path, "font", "a.ttf", font_file())
    with (root / "orgspec.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write("people: {a: {name: 陈𠮷, holds: boss}}\n")
    compilation = compile_path(root)
    style = style_of(root, compilation.organisation, "en")
    assert [character for character, _ in unprintable(compilation.program, style)] == ["𠮷"]
