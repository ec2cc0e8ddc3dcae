"""Text that goes into a page: safe in HTML and in CSS, with lines that break well."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from orgspec.document import Cell, Emphasis, Inline, Run, lines_of
from orgspec.render.wrap import wrap

if TYPE_CHECKING:
    from markupsafe import Markup

_TAGS = {Emphasis.STRONG: "strong", Emphasis.MUTED: "small"}

_PIECE_EM = 5.2  # how wide the pieces of a Chinese text may be, in em

# A number stays with its unit (≥ 10 家) unless that is a long word, a comparison with its number,
# a step of an approval with its number (① Propose), a dot with what stands before it.
_UNBROKEN = re.compile(
    r"(?<=[≥≤≈<>±]) (?=\d)|(?<=\d) (?=[\u2e80-\u9fff]|[^\W\d_]{1,5}\b)|(?<=[①-⑳]) (?=\S)| (?=· )"
)

# Browsers break a line behind a hyphen, in a day too.
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")

# What no page may hold: control characters, lone surrogates, noncharacters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

_UNSAFE_IN_CSS = re.compile(r'["\\<>&]')

_PLACEHOLDER = re.compile(r"\{(page|pages)\}")


def without_control_characters(text: str) -> str:
    """The text without characters that a page must not hold; tabs and line feeds stay."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n"))


def is_clean(text: str) -> bool:
    """Whether a page may hold every character of a text."""
    return _FORBIDDEN.search(text) is None


def inline_html(runs: Inline) -> Markup:
    """Inline text as HTML: escaped, emphasis as elements, line breaks kept."""
    from markupsafe import Markup

    return Markup(_inline(runs))


def _inline(runs: Inline) -> str:
    """The same, not marked as HTML."""
    return "".join([_run_html(_escaped(run.text), run) for run in runs])


def whole_html(text: str) -> Markup:
    """A text as HTML: escaped, its numbers bound to their units, its days whole."""
    from markupsafe import Markup

    return Markup(_escaped(text))


def pieces_html(runs: Inline) -> Markup:
    """Inline text for a narrow place: Chinese breaks between words, which browsers do not know."""
    from markupsafe import Markup

    return Markup("".join(_run_html(_pieces(run.text), run) for run in runs))


def cell_html(cell: Cell, *, narrow: bool) -> str:
    """The lines of a table cell as HTML: a list if they have bullets, else one below the other."""
    if cell.bullets:
        return f"<ul>{''.join([f'<li>{_inline(line)}</li>' for line in cell.lines])}</ul>"
    shown = pieces_html if narrow else _inline
    html = "".join([f"<div>{shown(line)}</div>" for line in cell.lines])
    return f'<div style="padding-left: {cell.depth}em">{html}</div>' if cell.depth else html


def listed_html(runs: Inline) -> Markup:
    """Inline text as a list in HTML, of which each line is an item."""
    from markupsafe import Markup

    return Markup(cell_html(Cell(lines_of(runs), bullets=True), narrow=False))


def pieces(text: str) -> tuple[str, ...]:
    """A Chinese text cut into short pieces at good places; text with spaces stays whole.

    >>> pieces("客服与订单主管")
    ('客服与', '订单主管')
    """
    return (text,) if " " in text or "\n" in text or text.isascii() else wrap(text, 1.0, _PIECE_EM)


def _pieces(text: str) -> str:
    """The text escaped, with a place to break between its pieces."""
    lines = text.split("\n")
    return "<br>".join("<wbr>".join(map(_escaped, pieces(line))) for line in lines)


@lru_cache(maxsize=16_384)
def _escaped(text: str) -> str:
    """The text escaped, its numbers bound to their units, its days whole.

    Labels, names and duties come again on every page.
    """
    if " " in text:
        text = _UNBROKEN.sub("\u00a0", text)
    html = escape(text).replace("\n", "<br>")
    return _DAY.sub(r'<span class="day">\g<0></span>', html) if "-" in html else html


def _run_html(html: str, run: Run) -> str:
    """The HTML of a text within the element of its emphasis, marked with its own language."""
    tag = _TAGS.get(run.emphasis, "span" if run.lang else "")
    lang = f' lang="{escape(run.lang)}"' if run.lang else ""
    return f"<{tag}{lang}>{html}</{tag}>" if tag else html


def css_string(text: str) -> str:
    """The text as a CSS string that can end neither itself nor the style element."""
    cleaned = without_control_characters(text).replace("\n", " ").replace("\t", " ")
    return '"' + _UNSAFE_IN_CSS.sub(lambda found: f"\\{ord(found.group()):06x}", cleaned) + '"'


def css_page_counter(pattern: str) -> str:
    """The value of `content` for a pattern such as `Page {page} of {pages}`."""
    parts = _PLACEHOLDER.split(pattern)
    return " ".join(
        f"counter({part})" if index % 2 else css_string(part) for index, part in enumerate(parts)
    )
