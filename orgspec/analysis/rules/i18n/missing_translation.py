"""I18N001: missing-translation."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, quoted, say
from orgspec.model.entity import Entity
from orgspec.model.texts import Route, incomplete_maps

_SHOWN = 12
"""How many fields of one entity are shown."""

_Gap = tuple[Route, tuple[str, ...]]


@rule("I18N001", "missing-translation", since="0.1", severity=Severity.WARNING)
def missing_translation(context: Context) -> Iterator[Finding]:
    """
    A text that is written by locale lacks an enabled locale, or has nothing there. One finding an
    entity, with its fields. A bare string is meant for every locale.

    ## Why
    Half of a document in one language and half in another is read by nobody to the end.

    ## Example
    ```yaml
    organization: {name: Voyage, locales: [en, zh]}
    roles:
      director: {name: {en: Director}, reports_to: none}
    ```

    ## Instead
    ```yaml
    organization: {name: Voyage, locales: [en, zh]}
    roles:
      director: {name: {en: Director, zh: 总经理}, reports_to: none}
    ```

    ---
    按语言分列的文字缺少某种已启用的语言，或该语言处为空。每个条目报告一次，列出各字段。
    不分语言的文字适用于所有语言。

    ## 为什么
    一份文件里两种语言混杂，谁都读不下去。

    ## 怎么改
    请补上译文；若各语言写法相同，只写一段文字即可。
    """
    locales = context.organisation.locales
    if len(locales) < 2:
        return
    organisation = context.organisation
    found = (organisation.find(address) for address in context.program.partial)
    for entity in (organisation.profile, organisation.manifest, *found):
        if entity is None:
            continue
        gaps = [
            (route, tuple(tag for tag in locales if not text.locales.get(tag)))
            for route, text in incomplete_maps(entity, len(locales))
            if route[0] != "aliases"  # a name may be common in one language alone
        ]
        if gaps:
            yield _finding(context, entity, gaps)


def _finding(context: Context, entity: Entity, gaps: list[_Gap]) -> Finding:
    """The finding, at the entity, with the place of each field."""
    named = tuple(dict.fromkeys(_field(route) for route, _ in gaps))
    locales = tuple(tag for tag in context.organisation.locales if any(tag in m for _, m in gaps))
    # The manifest has no id to point at.
    at = context.at(entity) if entity.kind != "manifest" else context.at(entity, *gaps[0][0])
    return Finding(
        at,
        say(
            "no text in {locales} for {fields} of `{entity}`",
            "`{entity}` 的 {fields} 缺少 {locales} 文字",
            locales=quoted(locales),
            fields=quoted(named),
            entity=entity if entity.id else context.organisation.name or entity.kind,
        ),
        say(
            "add the translation, or write one bare text that is meant for every language",
            "请补上译文；若各语言通用，只写一段文字即可",
        ),
        related=tuple(
            context.at(
                entity,
                *route,
                key=True,
                message=say("without {locales}", "缺少 {locales}", locales=quoted(missing)),
            )
            for route, missing in gaps[:_SHOWN]
        ),
    )


def _field(route: Route) -> str:
    """A field as people call it, its place in a list counted from one: `tasks.2.name`."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in route)
