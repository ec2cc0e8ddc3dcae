"""A document in its formats."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from orgspec import plugins
from orgspec.document import Document
from orgspec.render.errors import RendererMissing, RenderingFailed
from orgspec.render.form.trouble import TemplateTrouble
from orgspec.workspace.forms import DATA, filled
from orgspec.workspace.plan import Job

RENDERERS = {
    "svg": "orgspec.render.svg",
    "png": "orgspec.render.png",
    "pdf": "orgspec.render.pdf",
    "mermaid": "orgspec.render.mermaid",
    "dot": "orgspec.render.dot",
    "html": "orgspec.render.html",
    "xlsx": "orgspec.render.xlsx",
    "csv": "orgspec.render.csv",
    "md": "orgspec.render.markdown",
    "docx": "orgspec.render.docx",
    "ics": "orgspec.render.ics",
}


def renderer(format_: str) -> Callable[[Document], bytes]:
    """The function that renders a format; plugins may bring formats of their own.

    Raises:
        KeyError: no renderer makes that format.
    """
    if format_ in RENDERERS:
        render: Callable[[Document], bytes] = importlib.import_module(RENDERERS[format_]).render
        return render
    plugin: Any = plugins.named("orgspec.renderers", format_)
    if plugin is not None:
        brought: Callable[[Document], bytes] = plugin
        return brought
    raise KeyError(format_)


def render_job(root: Path, job: Job, document: Document) -> tuple[bytes, ...]:
    """The document of a job in its formats; what the user has a template for is made with it.

    Raises:
        TemplateTrouble: such a template cannot be used.
        RendererMissing: the library that makes a format is not there.
        RenderingFailed: a renderer met what it does not expect.
    """
    made = []
    for format_ in job.formats:
        own = filled(root, job.template, job.kind, format_, document)
        if own is not None:
            made.append(own)
        elif format_ == DATA and plugins.named("orgspec.renderers", DATA) is None:
            shown = json.dumps(document.form, ensure_ascii=False, indent=2)
            made.append(f"{shown}\n".encode())
        elif format_ in document.exported:
            made.append(document.exported[format_])
        else:
            made.append(_rendered(document, format_))
    return tuple(made)


def _rendered(document: Document, format_: str) -> bytes:
    """A document in a format.

    Raises:
        RendererMissing, RenderingFailed: see `render_job`.
    """
    render = renderer(format_)
    try:
        return render(document)
    except (OSError, RendererMissing, TemplateTrouble):
        raise
    except Exception as error:  # of a plugin, or of a library with something odd
        names = dict.fromkeys(name for name in (document.title, document.subject) if name)
        why = f"{type(error).__name__}: {error}"
        raise RenderingFailed(" · ".join(names), format_, why) from error
