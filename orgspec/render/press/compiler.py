"""The typesetter: one compiler in the process, with our fonts and templates and nothing else."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from dataclasses import asdict, field
from functools import lru_cache
from typing import TYPE_CHECKING

from orgspec import resources
from orgspec.frozen import frozen
from orgspec.render import fonts, palette
from orgspec.render.errors import RendererMissing
from orgspec.render.press.rowheads import with_row_heads
from orgspec.render.theme import OURS, theme
from orgspec.render.typefaces import typefaces

if TYPE_CHECKING:
    import typst

# PDF/A-2a for the archive, PDF/UA-1 for screen readers. Either makes a missing character an error
# where plain PDF shows an empty box.
_ACCESSIBLE: tuple[typst.PDFStandard, ...] = ("a-2a", "ua-1")

# Where the typesetter cannot describe a page to a screen reader, a file for the archive is better
# than none.
_ARCHIVABLE: tuple[typst.PDFStandard, ...] = ("a-2b",)
_INACCESSIBLE = "PDF/UA-1 error"

# Everything has the same date, so that the same document gives the same bytes.
_TIMESTAMP = 946684800


@frozen
class _Press:
    """A compiler, and who may use it: it takes one document at a time."""

    compiler: typst.Compiler
    lock: threading.Lock = field(default_factory=threading.Lock)


def written(data: Mapping[str, object]) -> str:
    """A document's data, as `data.document_data` makes it, in JSON: what `pdf` and `png` take."""
    return json.dumps(data, ensure_ascii=False)


def pdf(said: str) -> bytes:
    """The PDF of a document's data, as it is `written`.

    Raises:
        RendererMissing: typst is not installed.
    """
    press = _press(fonts.faces(), _theme())
    try:
        return with_row_heads(_compiled(press, said, standards=_ACCESSIBLE))
    except RuntimeError as error:
        if _INACCESSIBLE not in str(error):
            raise
    return _compiled(press, said, standards=_ARCHIVABLE)


def png(said: str, pixels_per_inch: float) -> bytes:
    """The first page of a document's data, as it is `written`, as PNG.

    Raises:
        RendererMissing: typst is not installed.
    """
    return _compiled(_press(fonts.faces(), _theme()), said, pixels_per_inch=pixels_per_inch)


def _compiled(
    press: _Press,
    said: str,
    *,
    standards: tuple[typst.PDFStandard, ...] = (),
    pixels_per_inch: float | None = None,
) -> bytes:
    """What the compiler makes of some data: a PDF of some standards, or else a PNG."""
    with press.lock:
        made = press.compiler.compile(
            input=_source(said),
            format="pdf" if standards else "png",
            ppi=pixels_per_inch,
            pdf_standards=list(standards),
            pdf_tags=standards != _ARCHIVABLE,
            timestamp=_TIMESTAMP,
        )
    if isinstance(made, list):
        made = made[0]
    if made is None:
        raise RuntimeError("the typesetter returned nothing")
    return made


def _source(said: str) -> bytes:
    """The main file: it hands the data to the template, in which nothing of them is markup.

    An input of the library would do as well, but whatever the typesetter remembers of a document
    holds for one library only: so the next document finds the templates and the words that it
    shares with this one already done.
    """
    text = said.replace("\\", r"\\").replace('"', r"\"")
    return f'#import "/document.typ": document-of\n#document-of("{text}")'.encode()


def _theme() -> str:
    """The colours and the families of the house style in force; nothing of them for ours."""
    said: dict[str, object] = {}
    if theme() != OURS:
        said.update(asdict(theme()))
    if palette.departments() != palette.DEPARTMENTS:
        said["departments"] = palette.departments()
    if len(fonts.families()) > 1:
        said["families"] = fonts.families()
    return json.dumps(said)


@lru_cache(maxsize=2)
def _press(_faces: fonts.Faces, theme: str) -> _Press:
    """The compiler of this process for the faces and the theme in force.

    It is told the theme once: with each document it would build its library anew.
    """
    try:
        import typst
    except ImportError as error:
        raise RendererMissing("typst", ("pdf", "png")) from error
    templates = resources.folder("templates") / "typst"
    family = typefaces()
    return _Press(
        typst.Compiler(root=str(templates), font_paths=family, sys_inputs={"theme": theme})
    )
