"""Forms of the user's own: which document has one, and what it is filled with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from orgspec.diagnostics import say
from orgspec.document import Document
from orgspec.graph.graph import Graph
from orgspec.model.outputs import FORM_FORMATS
from orgspec.render.form.task import Task
from orgspec.render.form.trouble import TemplateTrouble
from orgspec.view.form.context import form_context
from orgspec.view.pairing.texts import both
from orgspec.workspace.beside import bytes_beside
from orgspec.workspace.workshop import workshop

Template = str | Path
"""A path relative to the manifest, or one from the command line."""

DATA = "json"
"""The format in which the data of a form is shown."""

FOLDER = "templates"
PAGE = "html/page.html"


def wants_data(
    root: Path, formats: Iterable[str], templates: Mapping[str, Template], kind: str
) -> bool:
    """Whether a document is printed with a form, or is to tell what a form may name."""
    wanted = set(formats)
    return DATA in wanted or any(
        _template(root, templates, kind, each) for each in wanted.intersection(FORM_FORMATS)
    )


def form_data(
    graph: Graph, kind: str, address: str, documents: tuple[Document, ...]
) -> dict[str, Any]:
    """The data of a document; of two documents that say the same in two languages, both."""
    first, *others = (form_context(graph, kind, address, each) for each in documents)
    if not others:
        return first
    merged: dict[str, Any] = _both(first, others[0])
    return merged


def _both(first: Any, second: Any) -> Any:
    """The same data in two languages: each text in the first, then in the second."""
    if isinstance(first, str) and isinstance(second, str):
        return both(first, second, "\n" if "\n" in first else " ")
    if isinstance(first, dict) and isinstance(second, dict):
        return {key: _both(value, second.get(key, value)) for key, value in first.items()}
    if isinstance(first, list) and isinstance(second, list) and len(first) == len(second):
        return [_both(one, other) for one, other in zip(first, second, strict=True)]
    return first


def filled(
    root: Path, templates: Mapping[str, Template], kind: str, format_: str, document: Document
) -> bytes | None:
    """A document made with the user's own template of a format; None where there is none.

    Raises:
        TemplateTrouble: the template cannot be used.
    """
    if format_ not in FORM_FORMATS:
        return None
    found = _template(root, templates, kind, format_)
    if found is None:
        return None
    given = root / found
    # A path from the command line is the user's own choice: its neighbours may be included.
    near = (given.parent,) if isinstance(found, Path) else (root,)
    own = _own_folder(root)
    looked = (*near, *own) if isinstance(found, Path) else own if found == PAGE else (*own, *near)
    folders = tuple(folder.resolve() for folder in looked)
    source = _source(root, found) if found != PAGE else b""
    # Pages are looked up by name: they may stand on parts of ours.
    name = given.name if isinstance(found, Path) and format_ == "html" else str(found)
    return workshop().fill(Task(format_, name, document, source, folders))


def _template(
    root: Path, templates: Mapping[str, Template], kind: str, format_: str
) -> Template | None:
    """The template of a format: as it is named, else by its place in the folder of templates."""
    given = templates.get(format_)
    if given is not None:
        return given
    own = _own_folder(root)
    if format_ == "html":
        return PAGE if own else None
    place = f"{FOLDER}/{format_}/{kind}.{format_}"
    return place if own and (root / place).is_file() else None


def _own_folder(root: Path) -> tuple[Path, ...]:
    """The folder of templates beside the manifest, if there is one and it is no way out."""
    folder = root / FOLDER
    if not folder.is_dir():
        return ()
    try:
        inside = folder.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return ()
    return (folder,) if inside else ()


def _source(root: Path, template: Template) -> bytes:
    """The bytes of a template.

    Raises:
        TemplateTrouble: it cannot be read, or leads out of the folder of the manifest.
    """
    try:
        data = template.read_bytes() if isinstance(template, Path) else bytes_beside(root, template)
    except OSError as error:
        why = say("it cannot be read: {why}", "无法读取：{why}", why=error.strerror or error)
        raise TemplateTrouble(str(template), why) from None
    if not data:
        why = say(
            "it is missing, empty, too large, or outside the folder of the manifest",
            "文件不存在、为空、过大，或位于清单所在文件夹之外",
        )
        raise TemplateTrouble(str(template), why)
    return data
