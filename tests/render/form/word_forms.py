"""Word forms as people make them, and files that only look like them."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import docx


def form(*paragraphs: str, header: str = "{{ document.organisation }}") -> bytes:
    """A form with a table of duties, a condition, a header and a footer."""
    word = docx.Document()
    word.add_heading("岗位说明书", 0)
    word.add_paragraph("岗位：{{ post.name }}（{{ post.number }}）")
    for text in ("{%p if purpose %}", "目的：{{ purpose }}", "{%p endif %}", *paragraphs):
        word.add_paragraph(text)
    table = word.add_table(rows=4, cols=2)
    cells: tuple[tuple[str, str], ...] = (
        ("职责", "任务"),
        ("{%tr for duty in duties %}", ""),
        ("{{ duty.name }}", "{{ duty.tasks|join('；') }}"),
        ("{%tr endfor %}", ""),
    )
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    section = word.sections[0]
    section.header.paragraphs[0].text = header
    section.footer.paragraphs[0].text = "版本 {{ document.version }}"
    return saved(word)


def saved(word: Any) -> bytes:
    made = BytesIO()
    word.save(made)
    return made.getvalue()


def with_parts(data: bytes, parts: dict[str, bytes]) -> bytes:
    """A package with parts added or put in the place of its own."""
    made = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return made.getvalue()


def texts(data: bytes) -> list[str]:
    """All that a Word file says: paragraphs, rows of tables, header and footer."""
    word = docx.Document(BytesIO(data))
    rows = ["|".join(cell.text for cell in row.cells) for t in word.tables for row in t.rows]
    section = word.sections[0]
    running = [p.text for part in (section.header, section.footer) for p in part.paragraphs]
    return [*(p.text for p in word.paragraphs), *rows, *running]


OLD_DOC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PROTECTED = OLD_DOC + "EncryptedPackage".encode("utf-16-le") + bytes(200)
