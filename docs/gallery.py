"""Makes the pictures of `docs/gallery.md`: a contact sheet for each kind of document and language.

`python docs/gallery.py [KIND …]` renders documents of the samples as PDF and sets their first pages
side by side. The same code gives the same pictures; they need typst and Pillow, and no browser.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

FOLDER = ROOT / "docs" / "images" / "gallery"
LOCALES = ("en", "zh")
LARGEST = 150_000
"""Bytes of a picture at most."""


class Sheet(NamedTuple):
    """What a contact sheet shows: a document of a sample, and which of its pages."""

    kind: str
    address: str = "organization"
    pages: tuple[int, ...] = (1,)
    sample: str = "trade-site"


SHEETS = (
    Sheet("charts"),
    Sheet("raci"),
    Sheet("job-descriptions", "role/sales-rep", (1, 2, 3)),
    Sheet("departments", "department/sales", (1, 2, 3)),
    Sheet("workflows", "workflow/inquiry-to-delivery", (1, 2)),
    Sheet("agreements", "agreement/sales--operations", (1, 2, 3)),
    Sheet("headcount", pages=(1, 2)),
    Sheet("kpis", "role/sales-rep"),
    Sheet("authorities", sample="trade-management"),
    Sheet("risks"),
    Sheet("meetings"),
    Sheet("glossary"),
    Sheet("handbook", pages=(1, 2, 3)),
)

# Pages of one height beside each other on grey, with a hairline around each.
_PAGE = """
#let pages = json(bytes(sys.inputs.pages))
#set page(width: auto, height: auto, margin: 14pt, fill: rgb("#E3E8EE"))
#grid(columns: pages.len(), column-gutter: 14pt, ..pages.map(page => box(
  fill: white, stroke: 0.6pt + rgb("#AEBBCB"), image("document.pdf", page: page, height: 842pt),
)))
"""

# A picture is tried in these sizes and numbers of colours until it is small enough.
_TRIES = tuple((wide, colours) for wide in (1.0, 0.9, 0.8, 0.7) for colours in (192, 96))


def document(sheet: Sheet, locale: str) -> bytes:
    """The PDF of a sheet's document."""
    from orgspec.workspace import compile_path
    from orgspec.workspace.plan import Wanted, document_of, plan
    from orgspec.workspace.rendering import render_job

    compilation = compile_path(ROOT / "samples" / sheet.sample)
    wanted = Wanted(kinds=frozenset((sheet.kind,)), locales=frozenset((locale,)))
    jobs = [job for job in plan(compilation, wanted) if named(job.address, sheet)]
    job = replace(jobs[0], formats=("pdf",))
    (data,) = render_job(compilation.root, job, document_of(compilation, job))
    return data


def named(address: str, sheet: Sheet) -> bool:
    """Whether an address is that of a sheet's document, whatever the kind of thing it names."""
    return address.rpartition("/")[2] == sheet.address.rpartition("/")[2]


def contact_sheet(pdf: bytes, pages: tuple[int, ...]) -> bytes:
    """Some pages of a PDF beside each other, as PNG; pages that it has not are left out."""
    import pypdf
    import typst

    there = [page for page in pages if page <= len(pypdf.PdfReader(BytesIO(pdf)).pages)]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "document.pdf").write_bytes(pdf)
        (Path(folder) / "sheet.typ").write_text(_PAGE, encoding="utf-8")
        compiler = typst.Compiler(str(Path(folder) / "sheet.typ"), root=folder)
        made = compiler.compile(format="png", ppi=144, sys_inputs={"pages": str(there)})
    assert isinstance(made, bytes)
    return made


def small(png: bytes, widest: int = 1680) -> bytes:
    """A picture of few colours, at most `LARGEST` bytes and so many pixels wide."""
    from PIL import Image

    whole = Image.open(BytesIO(png)).convert("RGB")
    made = BytesIO()
    for share, colours in _TRIES:
        wide = round(min(widest, whole.width) * share)
        size = (wide, round(whole.height * wide / whole.width))
        picture = whole.resize(size, Image.Resampling.LANCZOS)
        made = BytesIO()
        picture.quantize(colours, Image.Quantize.MAXCOVERAGE, 4, dither=Image.Dither.NONE).save(
            made, "PNG", optimize=True
        )
        if made.tell() <= LARGEST:
            break
    return made.getvalue()


def main(kinds: list[str]) -> None:
    """Make the sheets of some kinds; of all, if none is named."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for sheet in SHEETS:
        if not kinds or sheet.kind in kinds:
            for locale in LOCALES:
                made = small(contact_sheet(document(sheet, locale), sheet.pages))
                (FOLDER / f"{sheet.kind}.{locale}.png").write_bytes(made)
                sys.stdout.write(f"{sheet.kind}.{locale}.png  {len(made) // 1000} kB\n")


if __name__ == "__main__":
    main(sys.argv[1:])
