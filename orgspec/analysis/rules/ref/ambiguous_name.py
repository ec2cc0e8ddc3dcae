"""REF005: ambiguous-name."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, say
from orgspec.model.entity import Entity
from orgspec.model.organisation import TABLES
from orgspec.model.text import Text
from orgspec.syntax.nodes import Step as RouteStep

_ELSEWHERE = ("person", "duty")
_SCOPED = ("role", "function", "step")
_Name = tuple[str, str, tuple[RouteStep, ...]]
"""Locale, name as it compares, and where it is written."""


@rule(
    "REF005",
    "ambiguous-name",
    since="0.1",
    severity=Severity.WARNING,
    yields_to=("DUT007", "DUT006"),
)
def ambiguous_name(context: Context) -> Iterator[Finding]:
    """
    Two entities of a kind whose written `name` or `aliases` are equal in one locale; case and
    width do not count. Roles, functions and steps are compared within one department or workflow
    only, people not at all; duties are DUT006.

    ## Why
    In charts, matrices and job descriptions people read names, not ids: two of one name are one
    to them.

    ## Example
    ```yaml
    systems:
      erp: {name: Trade System}
      crm: {name: Trade system}
    ```

    ## Instead
    ```yaml
    systems:
      erp: {name: Trade System}
      crm: {name: Customer System}
    ```

    ---
    同一类型的两个条目，其 `name` 或 `aliases` 在某一语言中相同（不计大小写与全半角）。
    岗位、职能、步骤只在同一部门或流程内比较；人员不比较；职责见 DUT006。

    ## 为什么
    结构图、责任矩阵和岗位说明书中看到的是名称而非 id：同名即被当作同一个。

    ## 怎么改
    请给其中一个改名，或删去重复的别名。
    """
    scope = _scopes(context)
    for kind in TABLES:
        entities = context.organisation.table(kind).values()
        if kind in _ELSEWHERE or _differ(entities, context.organisation.locales, scope):
            continue
        seen: dict[tuple[str, str, str], tuple[Entity, tuple[RouteStep, ...]]] = {}
        for entity in entities:
            if entity.name is not None or entity.aliases:
                yield from _clashes(context, entity, scope(entity), seen)


def _differ(
    entities: Iterable[Entity], locales: tuple[str, ...], scope: Callable[[Entity], str]
) -> bool:
    """Whether all names of some entities are different; most are, and this is told fast.

    All names of a locale are made comparable in one go, each behind its scope.
    """
    names: dict[str, list[str]] = {locale: [] for locale in locales}
    for entity in entities:
        around = scope(entity) if entity.kind in _SCOPED else ""
        for text in (entity.name, *entity.aliases) if entity.name else entity.aliases:
            for locale, name in _by_locale(text, locales):
                names.setdefault(locale, []).append(f"{around} {name}" if around else name)
    return all(len(set(_keys(found))) == len(found) for found in names.values())


def _keys(names: list[str]) -> list[str]:
    """Some names as they compare (see `_key`); fewer if they cannot be told apart."""
    spaced = " ".join(unicodedata.normalize("NFKC", " \0 ".join(names)).casefold().split())
    return spaced.split(" \0 ") if names else []


def _clashes(
    context: Context,
    entity: Entity,
    scope: str,
    seen: dict[tuple[str, str, str], tuple[Entity, tuple[RouteStep, ...]]],
) -> Iterator[Finding]:
    """The earlier entities that have a name of this one, each once."""
    told: list[Entity] = []
    for locale, key, route in _names(entity, context.organisation.locales):
        other, where = seen.setdefault((scope, locale, key), (entity, route))
        if other is not entity and other not in told:
            told.append(other)
            yield Finding(
                context.at(entity, *route),
                say(
                    "`{one}` and `{other}` have one name: {name}",
                    "`{one}` 与 `{other}` 同名：{name}",
                    one=entity.id,
                    other=other.id,
                    name=_shown(entity, route),
                ),
                say("give one of them another name", "请给其中一个改名"),
                related=(context.at(other, *where, message=say("the same name", "同名")),),
            )


def _names(entity: Entity, locales: tuple[str, ...]) -> list[_Name]:
    """The written names of an entity; what is written bare is meant for every locale."""
    texts: list[tuple[tuple[RouteStep, ...], Text]] = [
        (("aliases", index), alias) for index, alias in enumerate(entity.aliases)
    ]
    if entity.name is not None:
        texts.insert(0, (("name",), entity.name))
    return [
        (locale, key, route if text.bare is not None else (*route, locale))
        for route, text in texts
        for locale, name in _by_locale(text, locales)
        if (key := _key(name))
    ]


def _by_locale(text: Text, locales: tuple[str, ...]) -> Iterable[tuple[str, str]]:
    """A text in each locale that it is meant for: a bare one in all."""
    if text.bare is not None:
        return [(locale, text.bare) for locale in locales]
    return text.locales.items()


def _key(name: str) -> str:
    """A name as it compares: NFKC, without case, single spaces."""
    plain = name if name.isascii() else unicodedata.normalize("NFKC", name)
    return " ".join(plain.casefold().split())


def _shown(entity: Entity, route: tuple[RouteStep, ...]) -> str:
    """The name that is written at a route."""
    text = entity.name if route[0] == "name" else entity.aliases[int(route[1])]
    return text.in_(str(route[-1])) if text is not None else ""


def _scopes(context: Context) -> Callable[[Entity], str]:
    """What names of an entity must be told apart in: its department or workflow, else all."""
    departments = context.graph.department_of_role

    def scope(entity: Entity) -> str:
        if entity.kind == "role":
            return departments.get(entity.id, "")
        return entity.id.partition("/")[0] if entity.kind in _SCOPED else ""

    return scope
