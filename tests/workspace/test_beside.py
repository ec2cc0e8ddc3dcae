"""Files that a specification names: which are read, which are refused, and where that is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from orgspec.syntax.limits import Limits
from orgspec.workspace import compile_path
from orgspec.workspace.beside import bytes_beside, files_named, first_bytes

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def spec(folder: Path, photo: str = "a.png", more: str = "") -> Path:
    """A specification with one person whose photo is the file named; in a folder of its own."""
    root = folder / "spec"
    root.mkdir(exist_ok=True)
    text = f'orgspec: 1\norganization: {{name: Shop, locales: [en]}}\n{more}people:\n  li:\n    photo: "{photo}"\n'
    (root / "orgspec.yaml").write_text(text, encoding="utf-8")
    return root


def refusals(root: Path, code: str = "SYN001") -> list[tuple[str, int, int]]:
    """What is said of a specification's files: text, line, column."""
    found = [d for d in compile_path(root).diagnostics if d.code == code]
    at = [d.place.source.position(d.place.span.start) for d in found]
    return [(d.message.in_("en"), p.line, p.column) for d, p in zip(found, at, strict=True)]


def test_a_file_beside_the_manifest_or_below_it_is_read(tmp_path: Path) -> None:
    root = spec(tmp_path, "pictures/a.png")
    (root / "pictures").mkdir()
    (root / "pictures/a.png").write_bytes(PNG)
    assert refusals(root) == []
    assert bytes_beside(root, "pictures/a.png") == PNG
    assert first_bytes(root, "pictures/a.png", 4) == PNG[:4]


@pytest.mark.parametrize("name", ["../secret.png", "/etc/hostname", "inner/../../secret.png"])
def test_what_lies_outside_is_not_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.png").write_bytes(PNG)
    root = spec(tmp_path, name)
    ((said, line, column),) = refusals(root)
    assert said == f"`{name}` lies outside the folder of the manifest"
    assert (line, column) == (5, 12)
    assert bytes_beside(root, name) == first_bytes(root, name, 4) == b""


def test_a_link_does_not_lead_outside(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(PNG)
    root = spec(tmp_path)
    (root / "a.png").symlink_to(tmp_path / "secret.png")
    assert "outside" in refusals(root)[0][0]
    assert bytes_beside(root, "a.png") == b""


def test_a_missing_file_a_folder_and_a_null_byte_are_told(tmp_path: Path) -> None:
    root = spec(tmp_path)
    assert "a.png" in refusals(root)[0][0]
    (root / "a.png").mkdir()
    assert refusals(root)[0][0] == "`a.png` is not a file"
    assert bytes_beside(root, "a.png") == b""
    assert len(refusals(spec(tmp_path, "a\\0.png"))) == 1
    assert bytes_beside(root, "a\0.png") == b""


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    root = spec(tmp_path)
    (root / "a.png").write_bytes(PNG)
    assert bytes_beside(root, "a.png", Limits(file_bytes=10)) == b""
    found = compile_path(root, limits=Limits(file_bytes=120)).diagnostics
    assert not [d for d in found if d.code == "SYN001"]
    (root / "a.png").write_bytes(PNG + bytes(200))
    found = compile_path(root, limits=Limits(file_bytes=120)).diagnostics
    assert [d.message.in_("en") for d in found if d.code == "SYN001"] == ["`a.png` is too large"]


def test_a_template_is_a_file_of_the_specification_too(tmp_path: Path) -> None:
    root = spec(tmp_path, more="outputs: {kpis: {template: forms/kpi.html}}\n")
    (root / "a.png").write_bytes(PNG)
    ((said, line, _),) = refusals(root)
    assert "forms/kpi.html" in said
    assert line == 3
    named = [name for _, _, name in files_named(compile_path(root).organisation)]
    assert named == ["a.png", "forms/kpi.html"]


def test_a_photo_that_is_no_picture_is_told_at_its_name(tmp_path: Path) -> None:
    root = spec(tmp_path, "cv.txt")
    (root / "cv.txt").write_text("My life", encoding="utf-8")
    assert refusals(root, "SYN007") == [("`cv.txt` is no picture as jpeg, png or webp", 5, 12)]
