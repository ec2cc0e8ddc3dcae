"""What the reader says of YAML that it can read and orgspec has no use for.

Each function makes one problem; the reader decides whether to go on.
"""

from __future__ import annotations

from orgspec.diagnostics import Edit, Fix, Label, say
from orgspec.source import Source, Span
from orgspec.syntax.limits import Limits
from orgspec.syntax.problems import Problem


def second_document(source: Source, start: int) -> Problem:
    """`---` in the middle of a file."""
    return Problem(
        "SYN004",
        source,
        Span(start, start + 3),
        say("a second document begins here", "此处开始了第二个 YAML 文档"),
        say(
            "put it into a file of its own; only the first is read",
            "请把它放进单独的文件；只读取第一个文档",
        ),
    )


def no_key(source: Source, span: Span) -> Problem:
    """A list or a mapping where a key belongs."""
    return Problem(
        "SYN005",
        source,
        span,
        say(
            "a key must be a plain text, not a list or a mapping", "键必须是文字，不能是列表或映射"
        ),
        say("write the key as one word or a quoted text", "请把键写成一个词，或加引号的文字"),
    )


def tag(source: Source, start: int) -> Problem:
    """A tag would give a value a type; here the field does."""
    text = source.text
    end = start
    while end < len(text) and not text[end].isspace() and text[end] not in ",]}":
        end += 1
    return Problem(
        "SYN005",
        source,
        Span(start, end),
        say(
            "YAML tags such as `{tag}` are not supported",
            "不支持 `{tag}` 这样的 YAML 标签",
            tag=text[start:end],
        ),
        say("delete the tag; the field decides the type", "请删去标签；类型由字段决定"),
    )


def unknown_alias(source: Source, span: Span, name: str) -> Problem:
    """`*name` without `&name`."""
    return Problem(
        "SYN003",
        source,
        span,
        say(
            "the alias `*{name}` has no anchor above it",
            "别名 `*{name}` 之前没有对应的锚点",
            name=name,
        ),
        say(
            "define `&{name}` first, or quote the text",
            "请先定义 `&{name}`，或给文字加引号",
            name=name,
        ),
    )


def endless_alias(source: Source, span: Span, name: str) -> Problem:
    """`&name [*name]`."""
    return Problem(
        "SYN005",
        source,
        span,
        say("the alias `*{name}` contains itself", "别名 `*{name}` 包含了它自己", name=name),
        say("write the value out instead", "请直接写出内容"),
    )


def many_aliases(source: Source, span: Span, limits: Limits) -> Problem:
    """Aliases of aliases of aliases: little to write, endless to read."""
    return Problem(
        "SYN006",
        source,
        span,
        say(
            "aliases stand for more than {limit} nodes",
            "别名展开后超过 {limit} 个节点",
            limit=f"{limits.alias_nodes:,}",
        ),
        say(
            "write the values out, or raise the limit with ORGSPEC_MAX_ALIAS_NODES",
            "请直接写出内容，或用 ORGSPEC_MAX_ALIAS_NODES 调高上限",
        ),
    )


def too_deep(source: Source, start: int, limits: Limits) -> Problem:
    """No organisation nests like this."""
    return Problem(
        "SYN006",
        source,
        Span(start, start + 1),
        say("nested deeper than {limit} levels", "嵌套超过 {limit} 层", limit=limits.depth),
        say("flatten the structure", "请减少嵌套层次"),
    )


def no_merge(source: Source, span: Span) -> Problem:
    """`<<` before something that is no mapping."""
    return Problem(
        "SYN007",
        source,
        span,
        say("`<<` merges mappings only", "`<<` 只能合并映射"),
        say("name a mapping: `<<: *base`", "请指向一个映射，例如 `<<: *base`"),
    )


def duplicate_key(
    source: Source, name: str, again: Span, first: Span, edit: Edit | None = None
) -> Problem:
    """The same key twice: the first stands, both places are shown.

    `edit` takes the second out, which is safe since both have the same value.
    """
    title = say("delete the second `{key}`", "删去重复的 `{key}`", key=name)
    return Problem(
        "REF003",
        source,
        again,
        say("the key `{key}` stands here twice", "键 `{key}` 在此重复出现", key=name),
        say("keep one of them; the first is read", "请只保留一个；读取的是第一个"),
        say("again", "重复"),
        (Label(source, first, say("first here", "首次出现")),),
        fix=Fix(title, (edit,), safe=True) if edit is not None else None,
    )


def cut_item(source: Source, comma: int, before: Span) -> Problem | None:
    """`[只制单,不审单]`: a half-width comma between Han characters, one text or two?

    `comma` is where it stands, `before` the item before it. None where no Han characters meet.
    """
    text = source.text
    left, right = text[comma - 1], text[comma + 1 : comma + 2]
    if not ("㐀" <= left <= "鿿" and "㐀" <= right <= "鿿"):
        return None
    place = Span(comma, comma + 1)
    return Problem(
        "SYN012",
        source,
        place,
        say(
            "a half-width comma cuts this Chinese text into two items",
            "半角逗号把这段中文切成了两项",
        ),
        say(
            "put a space behind the comma if two items are meant, else quote the text",
            "若是两项，请在逗号后加空格；若是一项，请给文字加引号",
        ),
        say("one item or two?", "一项还是两项？"),
        (Label(source, before, None),),
        fix=Fix(
            say("write a space behind the comma", "在逗号后加空格"),
            (Edit(source, place, ", "),),
        ),
    )
