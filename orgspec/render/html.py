"""Documents as HTML: one page that needs nothing but itself, on the screen and on paper."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from functools import cache, partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from orgspec.document import Document, Heading, PostTree
from orgspec.margins import title_line, without_pages
from orgspec.render import fonts
from orgspec.render.form.record import Record, records
from orgspec.render.house import in_house_style
from orgspec.render.page.bound import bound_parts, layout_of
from orgspec.render.page.faces import with_fonts
from orgspec.render.page.folding import data, folding_tree, outline
from orgspec.render.page.house import house_css, logo_of, margins_of
from orgspec.render.page.parts import shown_parts
from orgspec.render.page.shown import Part, ShownHeading
from orgspec.render.page.text import inline_html, listed_html, pieces_html, whole_html
from orgspec.render.press.characters import has_curved_quotes, with_quotes_of_its_language
from orgspec.render.theme import theme
from orgspec.resources import folder

if TYPE_CHECKING:
    from jinja2 import Environment

PAGE = "html/page.html"
CHART_PAGE = "html/chart.html"
"""The page of a chart that folds, unless another is asked for."""
BOUND_PAGE = "html/bound.html"
"""The page of a document that is bound of others, unless another is asked for."""

_LONGEST_TRACKED = 10  # characters of a title that is set with wide gaps

# From so many chapters on, a document without a matrix or a drawing begins with its contents.
_FEWEST_CHAPTERS = 3


@in_house_style
def render(
    document: Document, *, template_folders: tuple[Path, ...] = (), page: str = PAGE
) -> bytes:
    """The document as one self-contained HTML page in UTF-8.

    Style, script, fonts (the characters that occur) and drawings are inside the page: it works
    from a file, without a network. The same document gives the same bytes.

    Args:
        document: what to print.
        template_folders: folders searched before the shipped templates, first folder first; a
            template is found by its path there (`html/page.html`, `html/matrix.html`).
        page: the template of the whole page.

    Raises:
        jinja2.TemplateError: a template of `template_folders` cannot be used.
    """
    written = _written(document, template_folders, page)
    if has_curved_quotes(written):  # seldom: it costs less than to look at each text
        straight = with_quotes_of_its_language(document)
        written = (
            _written(straight, template_folders, page) if straight is not document else written
        )
    return with_fonts(written, document.usual)


def _written(document: Document, template_folders: tuple[Path, ...], page: str) -> str:
    """The page without its fonts."""
    environment = _environment(template_folders)
    tree = folding_tree(document.blocks) if page == PAGE else None
    if document.binding is not None and page == PAGE:
        page = BOUND_PAGE
    document = without_pages(document)
    shown = _usual(document) if tree is None else _folding(document, tree)
    script, digest = _script(template_folders, "html/page.js" if tree is None else "html/chart.js")
    return environment.get_template(page if tree is None else CHART_PAGE).render(
        **{**_own(document), "document": _named(document)},
        head=_head(document),
        page_size="A4 landscape" if shown["lying"] else "A4 portrait",
        margins=margins_of(document),
        house=house_css(),
        rule=theme().rule.lower(),
        logo=logo_of(document),
        title_line=title_line(document),
        script=script,
        script_hash=digest,
        font_family=_families(),
        **shown,
    )


def _own(document: Document) -> dict[str, object]:
    """What forms of the user's own may name besides what a page is given."""
    return records(document.form)


def _named(document: Document) -> object:
    """The document under the names of forms and under those of its own."""
    said = document.form.get("document")
    return Record(said, "document", document) if isinstance(said, Mapping) else document


def _usual(document: Document) -> dict[str, object]:
    """What the page of a document with blocks is given."""
    numbers = count(1)
    parts = shown_parts(document.blocks, document.locale, numbers, landscape=document.landscape)
    layout = layout_of(document, parts)
    return {
        "parts": parts,
        "bound": bound_parts(document, document.binding, numbers) if document.binding else (),
        "byline": _byline(document, layout),
        "contents": _contents(document, parts),
        "layout": layout,
        "tracked": layout != "board" and _is_tracked(document.title),
        "lying": document.landscape or (layout == "board" and parts[0].wide),
    }


def _folding(document: Document, tree: PostTree) -> dict[str, object]:
    """What the page of a chart that folds is given."""
    key = " · ".join((document.organisation, document.title, document.locale))
    return {
        "chart": document.blocks[0],
        "tree": tree,
        "labels": tree.labels,
        "data": data(tree, key),
        "outline": outline(tree),
        "layout": "board",
        "lying": True,
    }


@cache
def _environment(template_folders: tuple[Path, ...]) -> Environment:
    """The templates, the users' own first. These are sandboxed: a template only writes.

    Without any, ours run as they are: the sandbox looks at every name, a third of a page's time.
    """
    from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

    from orgspec.render.form.loader import FolderLoader
    from orgspec.render.form.sandbox import Sandbox

    kind = Sandbox if template_folders else partial(Environment, undefined=StrictUndefined)
    environment = kind(
        loader=ChoiceLoader(
            [FolderLoader(template_folders), FileSystemLoader(folder("templates"))]
        ),
        auto_reload=bool(template_folders),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["inline"] = inline_html
    environment.filters["listed"] = listed_html
    environment.filters["pieces"] = pieces_html
    environment.filters["whole"] = whole_html
    return environment


def _script(template_folders: tuple[Path, ...], name: str) -> tuple[str, str]:
    """The script of the page, safe to stand in a script element, and its digest."""
    return _written_script(template_folders, name) if template_folders else _our_script(name)


@cache
def _our_script(name: str) -> tuple[str, str]:
    """One of our scripts, which every page holds as it is."""
    return _written_script((), name)


def _written_script(template_folders: tuple[Path, ...], name: str) -> tuple[str, str]:
    """A script and its digest."""
    from markupsafe import Markup

    script = Markup(_environment(template_folders).get_template(name).render().strip())
    return script, b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _head(document: Document) -> str:
    """The title of the window: what the document is, about whom."""
    parts = (document.draft, document.title, document.subject, document.organisation)
    return " · ".join(dict.fromkeys(part for part in parts if part))


def _is_tracked(title: str) -> bool:
    """Whether a title is set with wide gaps, as short Chinese titles are."""
    return len(title) <= _LONGEST_TRACKED and not any(char.isascii() for char in title)


def _byline(document: Document, layout: str) -> tuple[str, ...]:
    """What stands below the title; a sheet names the organisation in its running head instead."""
    known = layout != "board" or document.organisation in document.subtitle
    parts = (document.subtitle,) if known else (document.organisation, document.subtitle)
    return tuple(part for part in parts if part)


def _contents(document: Document, parts: tuple[Part, ...]) -> tuple[ShownHeading, ...]:
    """The chapters of a long document, for links at its beginning."""
    chapters = tuple(
        part.content
        for part, block in zip(parts, document.blocks, strict=True)
        if isinstance(part.content, ShownHeading)
        and isinstance(block, Heading)
        and block.level == 1
    )
    wanted = "contents" in document.labels and len(chapters) >= _FEWEST_CHAPTERS
    return chapters if wanted else ()


def _families() -> str:
    """The families in force for a place between quotation marks in a style sheet."""
    from markupsafe import Markup

    return Markup('", "'.join(fonts.families()))
