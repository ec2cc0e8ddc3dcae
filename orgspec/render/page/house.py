"""The house style of a page: its variables, its logo, what stands in its margins."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from typing import TYPE_CHECKING

from orgspec.colours import darkened, lightened, mixed
from orgspec.document import Document
from orgspec.frozen import frozen
from orgspec.margins import Counter, Said, foot_margin, head_margin
from orgspec.render import fonts, house, palette
from orgspec.render.page.text import css_string
from orgspec.render.running import in_one_line
from orgspec.render.theme import OURS, WHITE, night, theme

if TYPE_CHECKING:
    from markupsafe import Markup

_NIGHT = "#16202D"  # the cards of a dark page
_LEGIBLE = 5.5  # department colours are words on tints of themselves
_LOGO = 168.0, 42.0  # the place of the logo at the head, in pixels
_SHEET, _TITLE = 640.0, 28.0  # the width of a sheet's text and the size of its title
_LINE, _LYING_LINE = 487.0, 773.0  # points of a printed line, upright and lying
_RUNNING, _BESIDE = 8.0, 12.0  # points: the type of running heads, and between their texts
_MEDIA = {"svg": "image/svg+xml", "png": "image/png", "jpeg": "image/jpeg"}

_LOGO_CSS = """.logo { display: block; width: auto; height: auto; max-width: 168px; max-height: 42px; }
.sheet .masthead, .sheet-wide .masthead { position: relative; }
:is(.sheet, .sheet-wide) .masthead .logo:not(.above) { position: absolute; left: 0; top: 50%; translate: 0 -50%; }
:is(.sheet, .sheet-wide) .masthead .logo.above { margin: 16px auto 0; }
.board .masthead:has(.logo) { border-left: 0; padding-left: 0; }
.board .masthead .logo { align-self: center; flex: none; }
.board .masthead .logo + div { padding-left: 13px; border-left: 5px solid var(--bar); }
.cover .logo { max-width: 300px; max-height: 76px; margin-bottom: 28px; }
@media screen and (max-width: 720px) { :is(.sheet, .sheet-wide) .masthead .logo:not(.above) { position: static; translate: none; margin: 12px auto 0; } }
@media print { .logo { max-width: 42mm; max-height: 10.6mm; } .board .masthead .logo { max-height: 9mm; } .cover .logo { max-width: 72mm; max-height: 18mm; } }
"""
_LOGO_AT_NIGHT = ".logo { padding: 4px; border-radius: 4px; background: #fff; }"


@frozen
class Margins:
    """What stands in the margins of a printed page, each a value of the CSS property `content`."""

    top_left: str
    top_right: str
    bottom_left: str
    bottom_center: str
    bottom_right: str
    top_center: str = '""'


@frozen
class ShownLogo:
    """The logo as a page shows it: its address, what it says, `above` the title or beside it."""

    address: str
    text: str
    above: bool


def margins_of(document: Document) -> Margins:
    """The running head and foot; the CSS values are escaped, so they go in as they are."""
    width = _LYING_LINE if document.landscape else _LINE
    head, foot = (
        in_one_line(margin, width, _BESIDE, lambda text: fonts.width(text, _RUNNING))
        for margin in (head_margin(document), foot_margin(document))
    )
    return Margins(
        _content(head.left), _content(head.right),
        _content(foot.left), _content(foot.centre), _content(foot.right),
        top_center=_content(head.centre),
    )  # fmt: skip


def _content(said: Said) -> Markup:
    """A text of a margin as a value of `content`."""
    from markupsafe import Markup

    pieces = (
        f"counter({piece.value})" if isinstance(piece, Counter) else css_string(piece)
        for piece in said
    )
    return Markup(" ".join(pieces) or '""')


def logo_of(document: Document) -> ShownLogo | None:
    """The logo of the house, if it has one."""
    logo = document.style.logo
    if logo is None:
        return None
    address = f"data:{_MEDIA[logo.kind]};base64,{b64encode(logo.data).decode()}"
    width, _ = logo.fitted(*_LOGO)
    tracked = 1.35 if document.locale.lower().startswith("zh") else 1.0
    title = fonts.width(document.title, _TITLE * tracked, True)
    return ShownLogo(address, document.organisation, title + 2 * (width + 16) > _SHEET)


def house_css() -> Markup:
    """The rules of the style in force; nothing for ours."""
    from markupsafe import Markup

    light, dark = _light(), _dark()
    rules = f":root {{ {_variables(light)} }}\n" if light else ""
    if house.style().logo is not None:
        rules += _LOGO_CSS
    for media, root in (
        ("screen and (prefers-color-scheme: dark)", ':root:not([data-theme="light"])'),
        ("screen", ':root[data-theme="dark"]'),
    ):
        inner = f"{root} {{ {_variables(dark)} }}" if dark else ""
        if house.style().logo is not None:
            inner += f" {root} {_LOGO_AT_NIGHT}"
        rules += f"@media {media} {{ {inner} }}\n" if inner else ""
    return Markup(rules)


def _variables(values: dict[str, str]) -> str:
    """Declarations of variables."""
    return " ".join(f"--{name}: {value.lower()};" for name, value in values.items())


def _light() -> dict[str, str]:
    """The variables of a light page and of paper."""
    ours = theme()
    found: dict[str, str] = {}
    if ours != OURS:
        found |= {
            "bar": ours.bar, "on-bar": ours.on_bar, "accent": ours.words, "title": ours.title,
            "tint": ours.tint, "rule": ours.rule, "group": mixed(ours.bar, "#F1F2F4", 0.07),
            "hover": ours.pale, "chosen": ours.tint, "head": darkened(ours.bar, WHITE, _LEGIBLE),
        }  # fmt: skip
    return found | _departments(lambda colour: colour)


def _dark() -> dict[str, str]:
    """The variables of a dark page."""
    accent = house.style().colour
    found = night(accent) if accent else {}
    return found | _departments(lambda colour: lightened(colour, _NIGHT, _LEGIBLE))


def _departments(shade: Callable[[str], str]) -> dict[str, str]:
    """The colours of departments; nothing for ours."""
    if palette.departments() == palette.DEPARTMENTS:
        return {}
    return {f"d{index}": shade(colour) for index, colour in enumerate(palette.departments())}
