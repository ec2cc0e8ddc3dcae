"""What went wrong inside a template, said so that its writer can mend it."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import MAX_RANGE

from orgspec.diagnostics import Message, quoted, say
from orgspec.diagnostics.near import near
from orgspec.render.form.record import keys_of, path_of
from orgspec.render.form.sandbox import UnknownName, WideBraces
from orgspec.render.form.trouble import TemplateTrouble
from orgspec.resources import folder

_TAG = re.compile(r"<[^>]*>?")
_WORD_TAG = re.compile(r"unknown tag '(tr|tc|p|r)'", re.IGNORECASE)
_BARRED = re.compile(r"access to attribute '([^']+)'")
_LONGEST = 60  # characters of a paragraph that a message shows
_FEW = 12  # names that a message lists where none is near


def explained(
    error: Exception, name: str, known: tuple[str, ...], sources: Mapping[str, str] | None = None
) -> TemplateTrouble:
    """The trouble behind an error that a template raised.

    Args:
        error: what was raised.
        name: the template's path, for errors that tell no place.
        known: the names that it may use.
        sources: parts of a Word file by name, as they were compiled: their lines are paragraphs.
    """
    if isinstance(error, TemplateTrouble):
        return error
    where, line = _place(error, name, sources or {})
    why = _why(error, known)
    if sources and where in sources:
        return TemplateTrouble(name, why, 0, _paragraph(sources[where], line))
    return TemplateTrouble(where, why, line)


def _place(error: Exception, name: str, sources: Mapping[str, str]) -> tuple[str, int]:
    """In which template, and on which line."""
    if isinstance(error, TemplateSyntaxError):
        return error.filename or error.name or name, error.lineno
    found, line = name, 0
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename.removeprefix(f"{folder('templates')}/")
        if file in sources or (not file.endswith(".py") and not file.startswith("<")):
            found, line = file, trace.tb_lineno
        trace = trace.tb_next
    return found, line


def _paragraph(source: str, line: int) -> str:
    """The text of a line of a Word part, without its markup."""
    lines = source.splitlines()
    if not 0 < line <= len(lines):
        return ""
    text = " ".join(html.unescape(_TAG.sub(" ", lines[line - 1])).split())
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "…"


def _why(error: Exception, known: tuple[str, ...]) -> Message:
    """What is wrong."""
    match error:
        case UnknownName():
            return _unknown(error, known)
        case SecurityError() if (barred := _BARRED.match(_text(error))) is not None:
            return say(
                "`{name}` is out of reach for a template",
                "模板无法访问 `{name}`",
                name=barred[1],
            )
        case SecurityError():
            return say(
                "a template may not do this: {why}", "模板不允许这样做：{why}", why=_text(error)
            )
        case TemplateNotFound():
            return say(
                "there is no template `{name}` to include in the folder of the specification",
                "规范所在文件夹中没有可引用的模板 `{name}`",
                name=error.name,
            )
        case WideBraces():
            return say(
                "write half-width braces, `{{ … }}` and `{% … %}`",
                "请用半角花括号：`{{ … }}`、`{% … %}`",
            )
        case TemplateSyntaxError() if (tag := _WORD_TAG.search(_text(error))) is not None:
            return say(
                "write `{{%{tag} …` without a space before `{tag}`, in a row, cell or paragraph "
                "of its own",
                "请写 `{{%{tag} …`，`{tag}` 前不留空格，并单独占一行、一个单元格或一个段落",
                tag=tag[1],
            )
        case TemplateSyntaxError():
            return say("it is no valid template: {why}", "模板语法有误：{why}", why=_text(error))
        case OverflowError() if "MAX_RANGE" in _text(error):
            return say(
                "it counts too far: a range has at most {n} numbers",
                "循环次数过多：range 最多 {n} 个数",
                n=f"{MAX_RANGE:,}",
            )
        case MemoryError():
            return say("it needs too much memory", "所需内存过大")
        case RecursionError():
            return say("it calls itself without end", "模板无休止地调用自身")
        case TemplateError():
            return say("it cannot be used: {why}", "模板无法使用：{why}", why=_text(error))
        case _:
            return say("it cannot be filled: {why}", "模板无法填写：{why}", why=_text(error))


def _text(error: Exception) -> str:
    """The words of a library, on one line."""
    words = getattr(error, "message", None) or str(error) or type(error).__name__
    return " ".join(str(words).split())[:300]


def _unknown(error: UnknownName, known: tuple[str, ...]) -> Message:
    """A name that is not there, with near ones."""
    path = path_of(error.record)
    keys = keys_of(error.record) if error.record is not None else known
    dotted = f"{path}.{error.key}" if path else error.key
    close = near(error.key, keys)
    if close:
        return say(
            "there is no `{name}`; did you mean {names}?",
            "没有 `{name}`；是否想写 {names}？",
            name=dotted,
            names=quoted(f"{path}.{each}" if path else each for each in close),
        )
    if keys and len(keys) <= _FEW:
        return say(
            "there is no `{name}`; there are {names}",
            "没有 `{name}`；可用的有 {names}",
            name=dotted,
            names=quoted(keys),
        )
    return say(
        "there is no `{name}`; `orgspec render … -f json -o -` shows all names",
        "没有 `{name}`；用 `orgspec render … -f json -o -` 可查看全部名称",
        name=dotted,
    )
