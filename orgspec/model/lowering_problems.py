"""What lowering says of ids that are taken and of collections that it does not know."""

from __future__ import annotations

from orgspec.diagnostics import Label, quoted, say
from orgspec.diagnostics.near import near
from orgspec.model.manifest import MANIFEST_KEYS
from orgspec.model.organisation import COLLECTIONS
from orgspec.source import Source, Span
from orgspec.syntax.nodes import Origin
from orgspec.syntax.problems import Problem
from orgspec.syntax.replacement import only

_LATER_COLLECTIONS = ("blueprints", "instances")


def taken(id_: str, address: str, origin: Origin, other: str, first: Origin) -> Problem:
    """An id that another entity of its namespace has already.

    `address` and `origin` are of the entity that comes too late, `other` and `first` of the one
    that came first.
    """
    if other.partition("/")[2] != id_:
        message = say(
            "`{id}` and `{other}` differ in case only",
            "`{id}` 与 `{other}` 仅大小写不同",
            id=id_,
            other=other.partition("/")[2],
        )
    elif other != address:
        message = say(
            "`{id}` is taken: {other} has it, and parties share one namespace",
            "`{id}` 已被 {other} 占用；各类承担方共用一个命名空间",
            id=id_,
            other=other,
        )
    else:
        message = say("`{id}` is declared twice", "`{id}` 重复声明", id=id_)
    return Problem(
        "REF002",
        origin.source,
        origin.key,
        message,
        say(
            "an entity is declared in one place: merge the two or rename one",
            "一个条目只能声明一次：请合并或改名",
        ),
        say("again", "重复"),
        (Label(first.source, first.key, say("first here", "首次声明")),),
        address,
    )


def unknown_collection(source: Source, key: str, span: Span) -> Problem:
    """A top-level key that means nothing in its file."""
    if key in MANIFEST_KEYS:
        advice = say(
            "`{key}` stands in the manifest `orgspec.yaml` only",
            "`{key}` 只能写在清单 `orgspec.yaml` 中",
            key=key,
        )
    elif key in _LATER_COLLECTIONS:
        advice = say(
            "this version of orgspec does not read `{key}` yet",
            "此版本的 orgspec 尚不读取 `{key}`",
            key=key,
        )
    else:
        close = near(key, tuple(COLLECTIONS))
        advice = say("did you mean {names}?", "是否想写 {names}？", names=quoted(close))
        if not close:
            every = quoted(COLLECTIONS)
            advice = say("there are {names}", "可用的集合有 {names}", names=every)
    message = say("`{key}` is no collection", "没有名为 `{key}` 的集合", key=key)
    fix = only(source, span, key, near(key, tuple(COLLECTIONS)))
    known = key in MANIFEST_KEYS or key in _LATER_COLLECTIONS
    return Problem("REF004", source, span, message, advice, fix=None if known else fix)
