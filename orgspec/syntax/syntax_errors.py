"""libyaml's errors in the words of people who write organisations."""

from __future__ import annotations

from orgspec.diagnostics import Message, say
from orgspec.source import Source, Span
from orgspec.syntax.problems import Problem


def problem(source: Source, error: Exception) -> Problem:
    """The diagnostic of a `yaml.YAMLError`: its place, what is wrong, what to do."""
    from yaml.reader import ReaderError

    if isinstance(error, ReaderError):
        return forbidden_character(source, int(getattr(error, "position", 0)))
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    offset = min(mark.index, len(source.text)) if mark is not None else 0
    what = str(getattr(error, "problem", None) or "not valid YAML")
    context = getattr(error, "context_mark", None)
    start = _culprit(source.text, offset, context.index if context is not None else offset)
    if what.startswith("found character") and source.text[start : start + 1] == "\t":
        what = "found a tab character that violates indentation"
    return Problem(
        "SYN003",
        source,
        Span(start, min(start + 1, len(source.text))),
        say("this is not valid YAML: {what}", "这不是有效的 YAML：{what}", what=_what(what)),
        _help(source.text, start, what),
    )


def forbidden_character(source: Source, position: int) -> Problem:
    """A character that YAML does not allow at all, such as a NUL, at or near a position."""
    text = source.text
    offset = next(
        (i for i, character in enumerate(text) if _is_forbidden(character)),
        min(position, len(text)),
    )
    code = f"U+{ord(text[offset]):04X}" if offset < len(text) else "?"
    return Problem(
        "SYN002",
        source,
        Span(offset, min(offset + 1, len(text))),
        say(
            "the character {code} may not stand in YAML", "YAML 中不允许出现字符 {code}", code=code
        ),
        say("delete it; it was probably pasted by accident", "请删除它；多半是误粘贴进来的"),
    )


def _is_forbidden(character: str) -> bool:
    """Whether YAML 1.2 forbids a character (section 5.1 of the specification)."""
    return not (
        character in "\t\n\r\x85"
        or " " <= character <= "~"
        or "\xa0" <= character <= "\ud7ff"
        or "\ue000" <= character <= "\ufffd"
        or character >= "\U00010000"
    )


def _culprit(text: str, offset: int, context: int) -> int:
    """The offset to show: libyaml often stops behind the character that is to blame."""
    if offset >= len(text) and text:
        offset = len(text) - 1
    if text[context : context + 1] in (">", "|", "*", "&", "%", "@", "`") and context <= offset:
        return context
    return offset


def _what(problem: str) -> Message:
    """The most frequent of libyaml's sentences in both languages; others stay as they are."""
    return _WORDS.get(problem) or say("{it}", "{it}", it=problem)


_WORDS = {
    "mapping values are not allowed in this context": say(
        "a second `key: value` on one line, or wrong indentation",
        "一行里出现了第二个“键: 值”，或缩进有误",
    ),
    "did not find expected key": say(
        "this does not line up with the keys above", "此行与上面的键没有对齐"
    ),
    "could not find expected ':'": say("a `:` is missing behind the key", "键后缺少冒号 `:`"),
    "did not find expected ',' or '}'": say("a `,` or `}` is missing", "缺少 `,` 或 `}`"),
    "did not find expected ',' or ']'": say("a `,` or `]` is missing", "缺少 `,` 或 `]`"),
    "found character that cannot start any token": say(
        "a character that no text may begin with", "文字不能以该字符开头"
    ),
    "did not find expected <document start>": say(
        "more text behind the end of the document", "文档结束后还有内容"
    ),
    "found unexpected end of stream": say("a quote is not closed", "引号没有闭合"),
    "did not find expected comment or line break": say(
        "`>` and `|` begin a block text here", "此处的 `>` 或 `|` 会被当作多行文字的开头"
    ),
    "did not find expected alphabetic or numeric character": say(
        "`*` and `&` begin an alias or anchor here", "此处的 `*` 或 `&` 会被当作别名或锚点"
    ),
    "did not find expected '-' indicator": say("a list item `- ` is missing", "缺少列表项 `- `"),
    "found a tab character that violates indentation": say(
        "a tab in the indentation", "缩进中使用了制表符"
    ),
}


def _help(text: str, offset: int, problem: str) -> Message:
    """What to do, judged by the character at the place."""
    character = text[offset : offset + 1]
    line_start = text.rfind("\n", 0, offset) + 1
    if "\t" in (character, *text[line_start:offset]) and not text[line_start:offset].strip():
        return say(
            "indent with spaces; YAML forbids tabs there", "请用空格缩进；YAML 不允许用制表符缩进"
        )
    if character in (">", "%", "@", "*", "`", "|", "&", "!") and character:
        return say(
            'quote a text that begins with `{c}`: "{c} …"',
            '以 `{c}` 开头的文字要加引号："{c} …"',
            c=character,
        )
    if "mapping values" in problem or "','" in problem:
        return say(
            "quote a text that has `: ` or `,` in it, or mend the indentation",
            "含有 `: ` 或 `,` 的文字要加引号；或检查缩进",
        )
    if "end of stream" in problem:
        return say("close the quote or the bracket", "请补上引号或括号")
    if "expected key" in problem or "'-' indicator" in problem:
        return say(
            "keys of one mapping, and items of one list, begin in the same column",
            "同一映射的键、同一列表的项须从同一列开始",
        )
    return say("look at this line and the one above it", "请检查本行和上一行")
