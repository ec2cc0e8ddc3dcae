"""One entity: plain data in, a model object and problems out.

A bad field is reported and left out, so that one slip does not empty the entity.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from orgspec.diagnostics import Edit, Fix, Label, Message, say
from orgspec.diagnostics.near import near
from orgspec.model.core import ValidationError
from orgspec.model.entity import Entity
from orgspec.model.introspection import fields_of, part_at
from orgspec.model.mistakes import expected, shape
from orgspec.model.validators import validator_of
from orgspec.source import Span
from orgspec.syntax.nodes import MapNode, Origin, Step
from orgspec.syntax.problems import Problem
from orgspec.syntax.replacement import only, replacement

_UNKNOWN = "unexpected_keyword_argument"
_ADVICE = {
    "SYN007": say(
        "mend the value, or leave the field out: every field has a default",
        "请改正该值，或删去此字段：每个字段都有默认值",
    ),
    "SYN008": say("write what is missing, or delete the entry", "请补上缺少的键，或删去该条目"),
    "SYN010": say("`orgspec rules` lists what can be set", "`orgspec rules` 可列出能够设置的内容"),
    "REF004": say(
        "enable the language under `organization.locales`, or delete the key",
        "请在 `organization.locales` 中启用该语言，或删去此键",
    ),
    "REF010": say("write a day that the calendar has", "请写日历上存在的日期"),
}
# Fields of the language that a later version reads; accepting them unread would mislead.
LATER = frozenset(("effective", "until", "changes", "extends", "abstract", "delegations"))


def validate(
    cls: type[Entity], data: dict[str, Any], origin: Origin, locales: tuple[str, ...], address: str
) -> tuple[Entity, list[Problem]]:
    """Build an entity of `cls`; what is wrong is reported once and dropped from the data.

    There is always an entity: if need be, one with nothing but its id.
    """
    problems: list[Problem] = []
    validator = validator_of(cls)
    for _ in range(8):
        try:
            return validator.validate_python(data, context=locales), problems
        except ValidationError as error:
            details = error.errors(include_url=False)
            first_round = not problems
            bad: dict[tuple[Step, ...], None] = {}
            own: dict[str, Any] = {}
            for detail in details:
                route = tuple(step for step in detail["loc"] if isinstance(step, str | int))
                if _is_own_key(detail["type"], route):
                    own[".".join(map(str, route))] = origin.at(route).node
                elif first_round or _anew(problems, origin, route):
                    problems.append(_problem(cls, detail, route, origin, address, data))
                bad[route[:-1] if detail["type"] == "missing" else route] = None
            # The innermost and the last go first, so that no index moves before its turn.
            backwards = list(bad)[::-1]
            for route in sorted(backwards, key=len, reverse=True):
                data = _without(data, route) if route and route[0] in data else data
            if own:
                data = {**data, "@extra": {**data.get("@extra", {}), **own}}
    bare = {key: data[key] for key in ("@id", "@address") if key in data}
    return validator.validate_python(bare, context=locales), problems


def _is_own_key(kind: str, route: tuple[Step, ...]) -> bool:
    """Whether this is a user's own `x-` key, which is allowed wherever keys are field names."""
    return kind == _UNKNOWN and str(route[-1]).startswith("x-")


def _anew(problems: list[Problem], origin: Origin, route: tuple[Step, ...]) -> bool:
    """Whether a later round found something at a place that no earlier one spoke of."""
    span = origin.span(route, key=True)
    return all(problem.span != span for problem in problems)


def _without(data: Any, route: tuple[Step, ...]) -> Any:
    """A copy of the data without what the route leads to, or without the innermost there is.

    None means that nothing is left: what holds it leaves it out.
    """
    step, rest = route[0], route[1:]
    if isinstance(data, Mapping) and step in data:
        inner = _without(data[step], rest) if rest else None
        filled = {k: inner if k == step else v for k, v in data.items()}
        return {k: v for k, v in filled.items() if k != step} if inner is None else filled
    if isinstance(data, list | tuple) and isinstance(step, int) and step < len(data):
        inner = _without(data[step], rest) if rest else None
        items = [*data[:step], *([] if inner is None else [inner]), *data[step + 1 :]]
        return items or None
    if isinstance(step, int) and rest:
        return _without(data, rest)  # one value that stands for a list of one
    return None


def _problem(
    cls: type[Entity], detail: Any, route: tuple[Step, ...], origin: Origin, address: str, data: Any
) -> Problem:
    """The problem that one of pydantic's errors stands for."""
    kind, context = detail["type"], detail.get("ctx") or {}
    if kind == "string_type":  # of a `Word`, which pydantic's core reads without us
        kind, context = "orgspec", expected("a text", "文字", detail["input"]).context or {}
    if kind == _UNKNOWN:
        return unknown_field(cls, route, origin, address)
    if kind == "missing":
        return _missing(route, origin, address)
    if kind == "orgspec":
        if "key" in context:
            route = (*route, context["key"])
        span = origin.span(route, key="key" in context and context["code"] != "SYN007")
        message = Message(context["en"], context["zh"])
        code = context["code"]
        if code == "SYN011":
            return cut_text(route, origin, address)
        old, near_ = origin.at(route).node, context.get("near", "")
        fix = replacement(origin.source, span, old, near_) if near_ and old != near_ else None
        meant = say("did you mean `{meant}`?", "是否想写 `{meant}`？", meant=near_)
        advice = meant if fix is not None and code == "SYN007" else _ADVICE.get(code)
        return Problem(code, origin.source, span, message, advice, address=address, fix=fix)
    message = _shape_error(kind, origin, route)
    place = origin.span(route)
    return Problem("SYN007", origin.source, place, message, _ADVICE["SYN007"], address=address)


def _shape_error(kind: str, origin: Origin, route: tuple[Step, ...]) -> Message:
    """The message for a value whose YAML shape is wrong, from pydantic's kind of error."""
    found_en, found_zh = shape(origin.at(route).node)
    if kind.startswith(("dataclass", "mapping", "dict")):
        return Message(f"expected a mapping, found {found_en}", f"此处应为映射，实为{found_zh}")
    if kind.startswith(("tuple", "list")):
        return Message(f"expected a list, found {found_en}", f"此处应为列表，实为{found_zh}")
    return Message(f"{found_en} does not fit here", f"{found_zh}不适合此处")


def unknown_field(
    cls: type[Entity], route: tuple[Step, ...], origin: Origin, address: str
) -> Problem:
    """A key that is no field of its place, or a text that a comma cut."""
    parent, key = route[:-1], str(route[-1])
    node = origin.at(parent).node
    if isinstance(node, MapNode) and node.flow and node.get(key, "") is None:
        return cut_text(route, origin, address)
    part = part_at(cls, parent) or cls
    fields = tuple(field.key for field in fields_of(part))
    close = near(key, fields)
    place = origin.span(route, key=True)
    free = (
        close
        if key not in LATER and not (isinstance(node, MapNode) and close[:1] and close[0] in node)
        else ()
    )
    if key in LATER:
        advice = say(
            "this version of orgspec does not read `{key}` yet",
            "此版本的 orgspec 尚不读取 `{key}`",
            key=key,
        )
    elif close:
        advice = say(
            "did you mean {names}?", "是否想写 {names}？", names=tuple(f"`{n}`" for n in close)
        )
    else:
        advice = say(
            "fields here: {names}; keys of your own begin with `x-`",
            "此处可用的字段：{names}；自定义的键以 `x-` 开头",
            names=tuple(f"`{n}`" for n in fields[:12]),
        )
    return Problem(
        "REF004",
        origin.source,
        place,
        say("`{key}` is no field here", "此处没有 `{key}` 字段", key=key),
        advice,
        address=address,
        fix=only(origin.source, place, key, free),
    )


def cut_text(route: tuple[Step, ...], origin: Origin, address: str) -> Problem:
    """A half-width comma in `{…}` cut a text: the second half looks like a key without a value."""
    node = origin.at(route[:-1]).node
    key = str(route[-1])
    place = origin.span(route, key=True)
    fix: Fix | None = None
    related: tuple[Label, ...] = ()
    if isinstance(node, MapNode):
        before = [s for k, s in node.spans.items() if s[1] <= place.start and k != key]
        value = max(before, default=None)
        if value is not None and value[3] > value[2]:
            whole = Span(value[2], place.end)
            text = origin.source.text[whole.start : whole.end]
            quote = '"' if '"' not in text else "'"
            related = (
                Label(
                    origin.source,
                    Span(value[2], value[3]),
                    say("the text begins here", "文字从此处开始"),
                ),
            )
            fix = Fix(
                say("quote the text", "给文字加引号"),
                (Edit(origin.source, whole, f"{quote}{text.strip(quote)}{quote}"),),
            )
    return Problem(
        "SYN011",
        origin.source,
        place,
        say(
            "a half-width comma cut this text: `{key}` is left over",
            "半角逗号把文字切断，剩下 `{key}`",
            key=key,
        ),
        say("quote the text, or write a full-width comma", "请给文字加引号，或改用全角逗号"),
        related=related,
        address=address,
        fix=fix,
    )


def _missing(route: tuple[Step, ...], origin: Origin, address: str) -> Problem:
    """A required key that is not there."""
    return Problem(
        "SYN008",
        origin.source,
        origin.span(route[:-1]),
        say("the key `{key}` is missing here", "此处缺少键 `{key}`", key=route[-1]),
        say("write `{key}: …`", "请写上 `{key}: …`", key=route[-1]),
        address=address,
    )
