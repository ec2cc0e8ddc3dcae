"""REF007: placeholder."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Label, Severity, say
from orgspec.late import late
from orgspec.model.entity import Entity
from orgspec.model.introspection import holds_prose
from orgspec.model.organisation import NESTED, TABLES
from orgspec.source import Source, once_a_source
from orgspec.syntax.characters import rare_in
from orgspec.syntax.nodes import MapNode, Node, Origin, SeqNode, Step

_TEXTS = frozenset(
    (
        "todo", "to do", "to be determined", "to be defined", "to be done", "to be confirmed",
        "to be decided", "fixme", "placeholder", "待定", "待填", "待写", "待补", "待补充", "待填写",
        "待完善", "待确定", "待确认", "待更新", "待编写", "待定义", "未定", "未命名", "占位", "占位符",
    )
)  # fmt: skip
_INITIALS = frozenset(("tbd", "tbc", "tba"))
_FIRST = frozenset("tTfFxXlLpP?？待未占[【(（<《*_- ‘“'\"ＴＦＸｔｆｘ")
"""With what a placeholder may begin."""

_LATIN_IN_FILE = tuple(
    re.compile(pattern)
    for pattern in (
        rb"t(?:o\s*do|\.?b\.?[dca]|o\s+be\s+(?:de[tfc]|done|conf))",
        rb"fixme",
        rb"xxx",
        rb"lorem",
        rb"placeholder",
    )
)
_HAN_IN_FILE = late("待(?:[定填写补]|完善|确[定认]|更新|编写)|未[定命]|占位")
_HAN_FIRST = frozenset("待未占")
"""What stands in a file with a text that is a placeholder; it must say all that `_is_placeholder` says.

Each pattern begins with one letter: so much faster are these found that five searches take half
the time of one for all of them.
"""

_LONGEST = 40
_AROUND = " .。,，:：;；!！…-—_*[]【】()（）<>《》\"'“”‘’"
_WORDS = {
    "role": "role|pos|position|post|job|岗位|职位",
    "department": "dept|department|部门",
    "person": "person|user|employee|staff|人员|员工",
    "duty": "duty|职责",
    "workflow": "workflow|process|流程",
    "artifact": "artifact|doc|document|文件",
    "kpi": "kpi|指标",
    "system": "system|系统",
    "partner": "partner|合作方",
}
"""Kind → the words that its ids are made of where nobody thought of one."""

_WORDS_OF_KIND = {kind: frozenset(words.split("|")) for kind, words in _WORDS.items()}
_WORDS_OF_OTHERS = frozenset(("item", "entity"))
_UNNAMED = frozenset(("untitled", "unnamed", "未命名"))
_FOR_LATER = frozenset(("todo", "tbd", "fixme", "待定", "未定"))
_ID = late(r"(?P<new>new[-_ ]?|新[建增]?)?(?P<word>.+?)[-_ ]?(?P<number>\d*)")
"""An id that is a word with a number or with `new` in front, where it may be one."""

_NESTED_KINDS = frozenset(cls.kind for _, cls in NESTED.values())
_FIRST_OF_IDS = frozenset("nutfxNUTFXﬁ新未待")
"""With what an id that is a placeholder begins if it does not end in a digit."""
_BEGINNINGS = (*_UNNAMED, *_FOR_LATER, "new", "新", "xxx")
"""With what one begins that has no word of its kind in front."""

_NO_IDS = ("step", "term")  # a step is WFL016, and a term may explain the word


@rule("REF007", "placeholder", since="0.1", severity=Severity.WARNING, yields_to=("WFL016",))
def placeholder(context: Context) -> Iterator[Finding]:
    """
    A whole text (a name, a description, an item of a list) is a placeholder, such as TODO, TBD,
    xxx, lorem ipsum or 待定; or an id is one, such as pos1, role2, new-role or untitled. Ids of
    steps are WFL016.

    ## Why
    What was to be filled in later is printed in the job description as it stands.

    ## Example
    ```yaml
    roles:
      director: {reports_to: none, purpose: TBD}
    ```

    ## Instead
    ```yaml
    roles:
      director: {reports_to: none, purpose: leads the company}
    ```

    ---
    整段文字（名称、说明、列表中的一项）只是占位，如 TODO、TBD、xxx、lorem ipsum、待定；
    或 id 只是占位，如 pos1、role2、new-role、untitled。步骤的 id 见 WFL016。

    ## 为什么
    打算以后再填的内容会原样印进岗位说明书。

    ## 怎么改
    请写上内容，或先不写该字段。
    """
    for kind in TABLES:
        if kind not in _NO_IDS:
            yield from _ids(context, kind)
    sources = set(filter(_may_hold, context.graph.rare_characters))
    if not sources:
        return
    for entity in (*context.organisation.entities(), context.organisation.profile):
        origin = context.program.origins.get(entity.address)
        if origin is not None and origin.source in sources and _may_be(origin.node):
            yield from _texts(context, entity, origin)


@once_a_source
def _may_hold(source: Source) -> bool:
    """Whether a placeholder may stand in a file.

    A large organisation is a million values: to search the bytes of its files takes a third of the
    time of looking at each value. Wrong only in that it may say yes too often.
    """
    text = source.text
    if "\\" in text or ("?" in text and "??" in text):  # what an escape stands for is not seen here
        return True
    plain = unicodedata.normalize("NFKC", rare_in(source)).casefold()
    if any(character == "?" or "a" <= character <= "z" for character in plain):  # ＴＢＤ
        return True
    if not _HAN_FIRST.isdisjoint(plain) and _HAN_IN_FILE.search(text):
        return True
    lower = text.encode("utf-8", "surrogatepass").lower()
    return any(pattern.search(lower) for pattern in _LATIN_IN_FILE)


def _ids(context: Context, kind: str) -> Iterator[Finding]:
    """The ids of a kind that nobody thought of."""
    words = _WORDS_OF_KIND.get(kind, _WORDS_OF_OTHERS)
    beginnings = (*words, *_BEGINNINGS)
    is_nested = kind in _NESTED_KINDS
    for whole, entity in context.organisation.table(kind).items():
        id_ = whole.rpartition("/")[2] if is_nested else whole
        if not id_[-1:].isdecimal() and id_[:1] not in _FIRST_OF_IDS:
            continue
        folded = id_.casefold()
        if folded.startswith(beginnings) and _is_no_name(folded, words):
            yield Finding(
                context.at(entity),
                say("the id `{id}` is a placeholder", "id `{id}` 只是占位", id=id_),
                say(
                    "name it for what it is; `previously: {id}` keeps its history",
                    "请按其实际内容命名；`previously: {id}` 可保留沿革",
                    id=id_,
                ),
            )


def _is_no_name(id_: str, words: frozenset[str]) -> bool:
    """Whether an id is a word for its kind and a number, a new one, or says that it comes later."""
    if id_ in _FOR_LATER or _is_run_of("x", id_, 3):
        return True
    found = _ID.fullmatch(id_)
    if found is None:
        return False
    word = found["word"]
    return word in _UNNAMED or (word in words and bool(found["new"] or found["number"]))


def _is_run_of(character: str, text: str, least: int) -> bool:
    """Whether a text is one character again and again."""
    return len(text) >= least and not text.strip(character)


def _texts(context: Context, entity: Entity, origin: Origin) -> Iterator[Finding]:
    """Texts of an entity that say nothing; what is nested in it is an entity of its own."""
    found: list[tuple[tuple[Step, ...], str]] = []
    if isinstance(origin.node, str):
        found += [((), origin.node)] if _is_placeholder(origin.node) else []
    elif isinstance(origin.node, MapNode):
        nested = NESTED.get(entity.kind, ("",))[0]
        found += [
            (route, text)
            for route, text in _candidates(origin.node, (), nested)
            if holds_prose(type(entity), route)
        ]
    for route, text in found:
        place = context.at(entity, *route)
        if not route:
            place = Label(origin.source, origin.value, None, entity.address)
        yield Finding(
            place,
            say("`{text}` is a placeholder", "`{text}` 只是占位", text=text.strip()),
            say(
                "say what is meant, or leave the field out for now", "请写上内容，或暂时去掉该字段"
            ),
        )


def _may_be(node: Node) -> bool:
    """Whether a placeholder may stand in an entity. Most have none: this comes first, and fast."""
    if not isinstance(node, MapNode):
        return True
    waiting: list[MapNode | SeqNode] = [node]
    for holder in waiting:  # grows while it is walked
        for value in holder.values() if isinstance(holder, MapNode) else holder:
            if isinstance(value, str):
                if value[:1] in _FIRST and _is_placeholder(value):
                    return True
            elif value:
                waiting.append(value)
    return False


def _candidates(
    node: Node, route: tuple[Step, ...], without: str = ""
) -> Iterator[tuple[tuple[Step, ...], str]]:
    """The scalars of a tree that are placeholders, with their routes."""
    items = node.items() if isinstance(node, MapNode) else enumerate(node)
    for key, value in items:
        if isinstance(value, str):
            if _is_placeholder(value) and str(key)[:2] != "x-":
                yield (*route, key), value
        elif value and key != without and str(key)[:2] != "x-":
            yield from _candidates(value, (*route, key))


@lru_cache(maxsize=65536)
def _is_placeholder(text: str) -> bool:
    """Whether a whole text only holds the place of one."""
    if len(text) > _LONGEST and not text[:20].strip(_AROUND).casefold().startswith("lorem"):
        return False
    plain = unicodedata.normalize("NFKC", text[:400]).strip(_AROUND).casefold()
    return (
        plain in _TEXTS
        or plain.replace(".", "") in _INITIALS
        or plain.startswith("lorem ipsum")
        or _is_run_of("x", plain, 3)
        or _is_run_of("?", plain, 2)
    )
