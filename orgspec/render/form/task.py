"""A form to be filled, as it is handed to the process that fills it."""

from __future__ import annotations

from pathlib import Path

from orgspec.document import Document
from orgspec.frozen import frozen
from orgspec.render.form.trouble import TemplateTrouble


@frozen
class Task:
    """One document with the user's own template.

    Attributes:
        format: `docx`, `md` or `html`.
        name: the template's path as messages show it; of HTML also that by which it is found.
        document: what is printed; its `form` is the context.
        source: the bytes of the template; not of HTML, which is found in `folders`.
        folders: where a template may look for others.
    """

    format: str
    name: str
    document: Document
    source: bytes = b""
    folders: tuple[Path, ...] = ()


def fill(task: Task) -> bytes:
    """The filled form.

    Raises:
        TemplateTrouble: it cannot be filled.
    """
    if task.format == "docx":
        from orgspec.render.form.word import fill_docx

        return fill_docx(task.source, task.name, task.document.form)
    if task.format == "html":
        from orgspec.render.form.page import fill_page

        return fill_page(task.name, task.document, task.folders)
    from orgspec.diagnostics import say
    from orgspec.render.form.text import fill_markdown

    try:
        source = task.source.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TemplateTrouble(
            task.name, say("it is no text in UTF-8", "不是 UTF-8 编码的文字")
        ) from None
    return fill_markdown(source, task.name, task.document.form, task.folders)
