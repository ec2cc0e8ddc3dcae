"""Pages with templates of the user's own."""

from __future__ import annotations

from pathlib import Path

from orgspec.document import Document
from orgspec.render import html
from orgspec.render.form.reason import explained


def fill_page(page: str, document: Document, folders: tuple[Path, ...]) -> bytes:
    """A page whose templates are looked up in folders before ours.

    Raises:
        TemplateTrouble: a template cannot be used.
    """
    try:
        return html.render(document, template_folders=folders, page=page)
    except Exception as error:
        raise explained(error, page, ("document", *document.form)) from error
