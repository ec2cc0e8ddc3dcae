"""The house style: what an organisation wants its printed documents to look like."""

from typing import Annotated, Any

from orgspec.colours import contrast, darkened
from orgspec.late import late
from orgspec.model.core import PydanticCustomError
from orgspec.model.entity import entity
from orgspec.model.fields import LocalText, Many, Read, Word, about, choice
from orgspec.model.markers import Then
from orgspec.model.mistakes import at_key, expected, wrong
from orgspec.model.text import Text

NUMBERINGS = ("chinese", "decimal", "none")

# What a pattern of a running head or foot may name.
NAMES = (
    "organization", "title", "subject", "number", "version", "effective", "approved_on",
    "confidentiality", "page", "pages",
)  # fmt: skip

MOST_COLOURS = 9
LEAST_CONTRAST = 4.5  # of white text, which the accessibility guidelines ask for (WCAG 1.4.3)

_HEX = late(r"#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})\Z")
_NAME = late(r"\{([^{}]*)\}")


def _colour(value: Any) -> str:
    """A colour as `#RRGGBB`."""
    if isinstance(value, str) and _HEX.match(value):
        digits = value[1:].upper()
        return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
    near = f"#{value}" if isinstance(value, str) and _HEX.match(f"#{value}") else ""
    if near:
        raise wrong(
            f'a colour begins with `#`: write `"{near}"`',
            f'颜色以 `#` 开头：请写 `"{near}"`',
        )
    if value is None:
        raise wrong(
            'expected a colour, found nothing: a bare `#` begins a comment, write `"#7A1F3D"`',
            '此处应为颜色，实为空值：不加引号的 `#` 是注释，请写 `"#7A1F3D"`',
        )
    raise expected('a colour such as `"#7A1F3D"`', '颜色，例如 `"#7A1F3D"`', value)


def _legible(value: str) -> str:
    """A colour that white text can stand on."""
    ratio = contrast(value, "#FFFFFF")
    if ratio >= LEAST_CONTRAST:
        return value
    near = darkened(value, "#FFFFFF", LEAST_CONTRAST)
    raise wrong(
        f"white text cannot be read on `{value}` ({ratio:.1f} : 1, 4.5 : 1 is needed); "
        f'`"{near}"` is dark enough',
        f"`{value}` 上的白字难以辨认（对比度 {ratio:.1f} : 1，须达到 4.5 : 1）；"
        f'`"{near}"` 已足够深',
        near=near,
    )


def _some(value: tuple[str, ...]) -> tuple[str, ...]:
    """As many colours as can be told apart."""
    if len(value) <= MOST_COLOURS:
        return value
    raise wrong(
        f"{len(value)} colours: a chart tells at most {MOST_COLOURS} departments apart",
        f"共 {len(value)} 种颜色：架构图最多区分 {MOST_COLOURS} 个部门",
    )


def _pattern(value: Text) -> Text:
    """A text with names in braces that we know."""
    for locale, text in (value.locales or {"": value.bare or ""}).items():
        for found in _NAME.finditer(text):
            if found.group(1) not in NAMES:
                error = _no_name(found.group(1))
                raise at_key(locale, error) if locale else error
    return value


def _no_name(name: str) -> PydanticCustomError:
    """The error of a name that patterns do not know."""
    from orgspec.diagnostics.near import near

    close = near(name, NAMES)
    menu = ", ".join(f"`{{{each}}}`" for each in close or NAMES)
    return wrong(
        f"a running text knows no `{{{name}}}`; "
        + (f"did you mean {menu}" if close else f"there are {menu}"),
        f"页眉页脚中没有 `{{{name}}}`；" + (f"是否想写 {menu}" if close else f"可用的有 {menu}"),
    )


_SCHEMA = {"type": "string", "pattern": "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"}

Colour = Annotated[str, Read(_colour, _SCHEMA)]
Legible = Annotated[str, Read(lambda value: _legible(_colour(value)), _SCHEMA)]
Pattern = Annotated[LocalText, Then(_pattern)]


@entity
class RunningLine:
    """A running head or foot: what stands at its left, in its centre and at its right."""

    left: Pattern | None = about("Left", "左")
    centre: Pattern | None = about("Centre", "中")
    right: Pattern | None = about("Right", "右")


@entity
class Style:
    """The house style of what is printed."""

    logo: Word | None = about(
        "Logo",
        "标志",
        "A picture (svg, png, jpeg) beside the manifest; it stands at the head of documents.",
        "清单旁的图片文件（svg、png、jpeg），显示在文件抬头处。",
    )
    colour: Colour = about(
        "Colour",
        "主色",
        "The accent: section bars, title rule, heads of tables and tints of it.",
        "主色：章节条、标题线、表头及其浅色。",
        default="",
    )
    colours: Annotated[tuple[Legible, ...], Many(), Then(_some)] = about(
        "Colours",
        "部门颜色",
        "Those of the departments, in their order; white text must be legible on them.",
        "各部门的颜色，依次使用；其上的白字须清晰可辨。",
        default=(),
    )
    font: Word | None = about(
        "Font",
        "字体",
        "A font file (ttf, otf) beside the manifest, for pdf, png, svg and html.",
        "清单旁的字体文件（ttf、otf），用于 pdf、png、svg、html。",
    )
    font_bold: Word | None = about(
        "Bold font",
        "粗体字体",
        "The font file of bold text; ours by default.",
        "粗体文字的字体文件；默认使用内置粗体。",
    )
    font_name: Word | None = about(
        "Font name",
        "字体名称",
        "The family that docx and xlsx ask for; by default that of `font`.",
        "docx 与 xlsx 使用的字体名称；默认为 `font` 自身的名称。",
    )
    header: RunningLine | None = about(
        "Header",
        "页眉",
        "Texts with names in braces, such as `{organization}`, `{title}`, `{number}`, `{page}`.",
        "文字，可含花括号中的名称，例如 `{organization}`、`{title}`、`{number}`、`{page}`。",
    )
    footer: RunningLine | None = about("Footer", "页脚", "As `header`.", "写法同 `header`。")
    numbering: Annotated[str, choice(*NUMBERINGS)] | None = about(
        "Numbering",
        "章节编号",
        "How sections are numbered: `chinese` 一、（一）1., `decimal` 1, 1.1, 1.1.1, or `none`.",
        "章节编号方式：`chinese` 一、（一）1.；`decimal` 1、1.1、1.1.1；`none` 不编号。",
        choices=NUMBERINGS,
    )
