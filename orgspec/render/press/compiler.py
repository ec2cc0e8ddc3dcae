"""The typesetter: one compiler in the process, with our fonts and templates and nothing else."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Literal

from orgspec import resources
from orgspec.render import fonts
from orgspec.render.errors import RendererMissing

if TYPE_CHECKING:
    import typst

# PDF/A-2a for the archive, PDF/UA-1 for screen readers. Either makes a missing character an error
# where plain PDF shows an empty box. Where the typesetter cannot describe a page to a screen reader
# (a table around something it does not understand), a file for the archive is better than none.
_TAGGED: list[typst.PDFStandard] = ["a-2a", "ua-1"]
_UNTAGGED: list[typst.PDFStandard] = ["a-2b"]

# Everything has the same date, so that the same document gives the same bytes.
_TIMESTAMP = 946684800


@dataclass(frozen=True, slots=True)
class _Press:
    """A compiler, and who may use it: it takes one document at a time."""

    compiler: typst.Compiler
    lock: threading.Lock = field(default_factory=threading.Lock)


def pdf(data: dict[str, object]) -> bytes:
    """The PDF of a document's data, as `data.document_data` makes it.

    Raises:
        RendererMissing: typst is not installed.
    """
    return _pages(data, "pdf", None)[0]


def png(data: dict[str, object], pixels_per_inch: float) -> bytes:
    """The first page of a document's data as PNG.

    Raises:
        RendererMissing: typst is not installed.
    """
    return _pages(data, "png", pixels_per_inch)[0]


def _pages(
    data: dict[str, object], format_: Literal["pdf", "png"], pixels_per_inch: float | None
) -> list[bytes]:
    """What the compiler makes of some data."""
    import typst

    press = _press()
    inputs = {"data": json.dumps(data, ensure_ascii=False)}

    def compiled(standards: list[typst.PDFStandard], tags: bool) -> bytes | list[bytes] | None:
        return press.compiler.compile(
            format=format_,
            ppi=pixels_per_inch,
            sys_inputs=inputs,
            pdf_standards=standards,
            timestamp=_TIMESTAMP,
            pdf_tags=tags,
        )

    with press.lock:
        if format_ == "png":
            made = compiled([], False)
        else:
            try:
                made = compiled(_TAGGED, True)
            except typst.TypstError as error:
                if "PDF/UA-1 error" not in error.message:
                    raise
                made = compiled(_UNTAGGED, False)
    pages = made if isinstance(made, list) else [made]
    return [page for page in pages if page is not None]


@cache
def _press() -> _Press:
    """The compiler of this process."""
    try:
        import typst
    except ImportError as error:
        raise RendererMissing("typst", ("pdf", "png")) from error
    templates = resources.folder("templates") / "typst"
    family = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(fonts.folder())],
    )
    return _Press(
        typst.Compiler(
            str(templates / "document.typ"), root=str(templates), font_paths=family, sys_inputs={}
        )
    )
