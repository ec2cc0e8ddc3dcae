"""Findings on the terminal: what, where with the line itself, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from orgspec.diagnostics import Diagnostic, Label, Message, say
from orgspec.diagnostics.catalogue import plural, translated
from orgspec.report.columns import printable, width
from orgspec.report.style import Style

_LONGEST = 160  # columns of source that are shown of a line


def finding(diagnostic: Diagnostic, locale: str, style: Style) -> str:
    """One finding, as several lines without a last line break."""
    return "\n".join(_lines(diagnostic, locale, style))


def _lines(diagnostic: Diagnostic, locale: str, style: Style) -> Iterator[str]:
    """The lines of one finding."""
    level = diagnostic.severity.value
    head = style(level, f"{_LEVELS[level].in_(locale)}[{diagnostic.code}]")
    colon = "：" if locale.startswith("zh") else ": "
    yield f"{head}{colon}{style('bold', printable(diagnostic.message.in_(locale)))}"
    labels = [diagnostic.place, *diagnostic.related]
    last = max(_line_number(label) for label in labels)
    gutter = len(str(last))
    yield from _place(diagnostic.place, "-->", "^", level, gutter, locale, style)
    for label in diagnostic.related:
        yield f"{' ' * gutter} {style('blue', '|')}"
        yield from _place(label, ":::", "-", "blue", gutter, locale, style)
    yield f"{' ' * gutter} {style('blue', '|')}"
    bar = f"{' ' * gutter} {style('blue', '=')}"
    if diagnostic.help is not None:
        yield f"{bar} {style('bold', _HELP.in_(locale))}{colon}{printable(diagnostic.help.in_(locale))}"
    yield f"{bar} {_MORE.in_(locale)}{colon}orgspec explain {diagnostic.code}"


def _line_number(label: Label) -> int:
    """The line that a label begins on."""
    return label.source.position(label.span.start).line


def _place(
    label: Label, arrow: str, sign: str, colour: str, gutter: int, locale: str, style: Style
) -> Iterator[str]:
    """A place with its line of source, and a caret under what is meant."""
    source, span = label.source, label.span
    start = source.position(span.start)
    blue = style("blue", "|")
    yield f"{' ' * gutter}{style('blue', arrow)} {printable(source.path)}:{start.line}:{start.column}"
    if not source.text:
        return
    line = source.line(start.line)
    first = start.column - 1
    length = max(1, min(span.end - span.start, len(line) - first))
    shown, first = _window(line, first, length)
    under = " " * width(printable(shown[:first]))
    carets = sign * max(1, width(printable(shown[first : first + length])))
    said = f" {printable(label.message.in_(locale))}" if label.message is not None else ""
    number = str(start.line).rjust(gutter)
    yield f"{' ' * gutter} {blue}"
    yield f"{style('blue', number)} {blue} {printable(shown)}"
    yield f"{' ' * gutter} {blue} {under}{style(colour, carets + said)}"


def _window(line: str, first: int, length: int) -> tuple[str, int]:
    """A long line cut to what is near the place, and the place's index in what is left."""
    if len(line) <= _LONGEST:
        return line, first
    begin = max(0, min(first - 40, len(line) - _LONGEST))
    end = min(len(line), max(begin + _LONGEST, first + min(length, _LONGEST)))
    head = "…" if begin else ""
    return head + line[begin:end] + ("…" if end < len(line) else ""), first - begin + len(head)


def summary(
    counts: dict[str, int],
    sizes: dict[str, int],
    seconds: str,
    locale: str,
    hidden: int,
    held: int = 0,
) -> str:
    """The last line: how many findings, in how much, how long it took.

    `hidden` is how many the profile does not show, `held` how many the baseline holds back.
    """
    chinese = locale.startswith("zh")
    if chinese:
        found = (
            "，".join(
                f"{counts[level]} 个{word}" for level, word in _ZH_COUNTS if counts.get(level)
            )
            or "没有发现问题"
        )
        size = "、".join(f"{sizes[key]} {word}" for key, word in _ZH_SIZES if sizes.get(key))
        more = f"，另有 {hidden} 条提示" if hidden else ""
        more += f"，基线暂缓 {held} 条" if held else ""
        return (
            f"{found}{more} · {sizes['files']} 个文件"
            + (f"（{size}）" if size else "")
            + f" · {seconds} 秒"
        )
    numbers = _counted(counts, locale)
    found = ", ".join(numbers[level] for level in _SEVERITIES if counts.get(level)) or translated(
        "no problems", locale
    )
    if hidden:
        found += ", " + plural("{n} info not shown", "{n} infos not shown", hidden, locale)
    if held:
        back = plural(
            "{n} held back by the baseline", "{n} held back by the baseline", held, locale
        )
        found += f", {back}"
    names = _sizes(sizes, locale)
    size = ", ".join(names[key] for key in ("roles", "duties", "workflows") if sizes.get(key))
    files = plural("in {n} file", "in {n} files", sizes["files"], locale)
    return f"{found} {files}" + (f" ({size})" if size else "") + f" · {seconds} s"


def _counted(counts: dict[str, int], locale: str) -> dict[str, str]:
    """How many findings of each severity, in words."""
    n = {level: counts.get(level, 0) for level in _SEVERITIES}
    return {
        "error": plural("{n} error", "{n} errors", n["error"], locale),
        "warning": plural("{n} warning", "{n} warnings", n["warning"], locale),
        "info": plural("{n} info", "{n} infos", n["info"], locale),
    }


def _sizes(sizes: dict[str, int], locale: str) -> dict[str, str]:
    """How large a specification is, in words."""
    return {
        "roles": plural("{n} role", "{n} roles", sizes.get("roles", 0), locale),
        "duties": plural("{n} duty", "{n} duties", sizes.get("duties", 0), locale),
        "workflows": plural("{n} workflow", "{n} workflows", sizes.get("workflows", 0), locale),
    }


def withheld(codes: Iterable[str], locale: str) -> str:
    """What could not be judged since a file could not be parsed, or an empty string."""
    listed = tuple(codes)
    if not listed:
        return ""
    message: Message = say(
        "not judged while a file cannot be parsed: {codes}",
        "有文件无法解析，以下检查暂不判断：{codes}",
        codes=listed,
    )
    return message.in_(locale)


_LEVELS = {
    "error": say("error", "错误"),
    "warning": say("warning", "警告"),
    "info": say("info", "提示"),
}
_HELP = say("help", "帮助")
_MORE = say("more", "详情")
_SEVERITIES = ("error", "warning", "info")
_ZH_COUNTS = (("error", "错误"), ("warning", "警告"), ("info", "提示"))
_ZH_SIZES = (("roles", "个岗位"), ("duties", "项职责"), ("workflows", "个流程"))
