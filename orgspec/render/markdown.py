"""Documents to GitHub-flavoured Markdown, for wikis, pull requests and plain reading."""

from __future__ import annotations

import re
from dataclasses import replace

from orgspec.document import (
    Block,
    Chart,
    Document,
    Emphasis,
    Facts,
    Figure,
    Heading,
    Listing,
    Matrix,
    Paragraph,
    Run,
    Section,
    Signature,
    Swimlane,
    Table,
)
from orgspec.margins import title_line, without_pages
from orgspec.render import mermaid
from orgspec.render.gfm import tables
from orgspec.render.gfm.matrix import matrix
from orgspec.render.gfm.text import block as text_block
from orgspec.render.gfm.text import heading, plain_cell
from orgspec.render.house import in_house_style

_FRONT_MATTER = "---\n"
_NO_SPACE_AFTER = "、．，）"


@in_house_style
def render(document: Document) -> bytes:
    """The document as Markdown, UTF-8 with line feeds, the same bytes for the same document.

    Charts are mermaid drawings, which GitHub, GitLab and most editors show. All text is escaped:
    nothing in an organisation's names or texts can become markup.
    """
    usual = document.style.header is None
    left = document.organisation if usual else title_line(document)
    below = document.subtitle or _subject(document)
    document = replace(without_pages(document), organisation=left, subtitle=below)
    parts = [heading(document.title, 1), *_preface(document)]
    parts += _blocks(document.blocks, 1)
    foot = " · ".join(plain_cell(text) for text in document.footer if text)
    if foot:
        parts += ["---", foot]
    return ("\n\n".join(part for part in parts if part).rstrip("\n") + "\n").encode()


def _subject(document: Document) -> str:
    """What the document is about; empty where its title or its organisation says it.

    On paper it stands in the first section, to which one has to scroll on a screen.
    """
    told = document.subject == document.organisation or document.subject in document.title
    return "" if told else document.subject


def _preface(document: Document) -> list[str]:
    """The draft mark, the line below the title, and what a page would have in its head."""
    parts = []
    if document.draft:
        parts.append(f"> {text_block((Run(document.draft, Emphasis.STRONG),), 0)}")
    if document.subtitle:
        parts.append(text_block((Run(document.subtitle),)))
    running = _running(document)
    named = document.organisation in document.subtitle
    head = " · ".join(text for text in ("" if named else document.organisation, running) if text)
    return [*parts, text_block((Run(head),)), *map(tables.band, document.head)]


def _running(document: Document) -> str:
    """What the head of each page says, but for what stands above it or in the head right below."""
    told = tuple(f" {value}" for band in document.head for _, value in band)
    parts = document.running.replace("  ", " · ").split(" · ")  # on paper a gap holds some apart
    return " · ".join(
        part for part in parts if part not in document.subtitle and not f" {part}".endswith(told)
    )


def _blocks(blocks: tuple[Block, ...], depth: int) -> list[str]:
    """Blocks whose headings stand below a heading of level `depth`."""
    parts: list[str] = []
    chapter = 0
    for item in blocks:
        if isinstance(item, Section):
            gap = "" if not item.number or item.number[-1:] in _NO_SPACE_AFTER else " "
            parts.append(heading(f"{item.number}{gap}{item.title}", depth + chapter + 1))
            parts += _blocks(item.blocks, depth + chapter + 1)
        elif isinstance(item, Heading):
            chapter = item.level if depth == 1 else 0
            level = depth + item.level if depth == 1 else depth + max(item.level - 1, 1)
            parts.append(heading(item.text, level))
        else:
            parts.append(_block(item))
    return parts


def _block(item: Block) -> str:
    """A block that holds no other blocks."""
    match item:
        case Paragraph():
            return text_block(item.text)
        case Listing():
            return _listing(item)
        case Facts():
            return tables.facts(item)
        case Table():
            return tables.table(item)
        case Matrix():
            return matrix(item)
        case Signature():
            return tables.signature(item)
        case Chart() | Swimlane():
            return _chart(item)
        case Figure():
            return _figure(item)
        case _:
            raise TypeError(f"{type(item).__name__} holds other blocks")


def _listing(item: Listing) -> str:
    """A list with bullets or numbers; an empty item keeps its place."""
    lines = []
    for number, text in enumerate(item.items, 1):
        mark = f"{number}." if item.ordered else "-"
        lines.append(f"{mark} {text_block(text, len(mark) + 1)}".rstrip())
    return "\n".join(lines)


def _chart(chart: Chart | Swimlane) -> str:
    """The chart as a mermaid drawing, its figures above it."""
    drawing = _drawing(chart)
    # A fence ends at a line of as many marks: one more than any run of them inside never does.
    runs = re.findall(r"`+", drawing)
    fence = "`" * max(3, *(len(run) + 1 for run in runs)) if runs else "```"
    facts = text_block((Run(" · ".join(chart.facts)),))
    return "\n\n".join(part for part in (facts, f"{fence}mermaid\n{drawing}\n{fence}") if part)


def _drawing(chart: Chart | Swimlane) -> str:
    """The mermaid source of a chart, without its title: that stands above it as a heading."""
    text = mermaid.render(Document("", "", "", (chart,))).decode()
    if text.startswith(_FRONT_MATTER):
        text = text.split(_FRONT_MATTER, 2)[2]
    return text.strip("\n")


def _figure(figure: Figure) -> str:
    """The chart with its caption."""
    return "\n\n".join(
        part for part in (_chart(figure.chart), text_block((Run(figure.caption),))) if part
    )
