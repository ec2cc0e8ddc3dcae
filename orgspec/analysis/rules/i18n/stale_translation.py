"""I18N002: stale-translation."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Severity, quoted, say
from orgspec.model.text import Text
from orgspec.model.translations import (
    Place,
    Translations,
    digest,
    group_of,
    translated,
)

_Translated = tuple[Place, str, Text]


@rule("I18N002", "stale-translation", since="0.1", severity=Severity.WARNING)
def stale_translation(context: Context) -> Iterator[Finding]:
    """
    A text in the default locale is no longer the one that its translation was made from. The file
    `translations.lock` beside the manifest says which one that was: it holds, for each text
    (`role/sales-rep#purpose`) and locale, a digest of the default text behind the confirmed
    translation. `orgspec check --write-translations` confirms all translations as they stand and
    writes it. Without the file nothing is found. Items that only changed places in their list are
    none.

    ## Why
    The text is amended, its translation forgotten: from then on two languages say two things, and
    each reader holds the own one to be in force.

    ---
    默认语言的原文已经改动，与译文所依据的原文不同。清单旁的 `translations.lock` 记录每段文字
    （如 `role/sales-rep#purpose`）、每种语言的已确认译文所依据原文的摘要；
    `orgspec check --write-translations` 确认现有全部译文并写入该文件。没有该文件时不检查。
    列表中只是换了位置的项目不算。

    ## 为什么
    原文改了，译文忘了改：从此两种语言各说各话，而读者都以为自己读的是有效文本。

    ## 怎么改
    请核对并修改译文，然后运行 `orgspec check --write-translations` 予以确认。
    """
    known = context.program.translations
    if known is None:
        return
    changed = [text for text in translated(context.organisation) if _outdated(known, *text)]
    if not changed:
        return
    moved = _moved(context, known, changed)
    for place, original, text in changed:
        locales = tuple(
            tag for tag in _outdated(known, place, original, text) if (place, tag) not in moved
        )
        if locales:
            yield _finding(context, place, locales)


def _outdated(known: Translations, place: Place, original: str, text: Text) -> tuple[str, ...]:
    """The locales whose translation was made from another default text."""
    recorded = known.recorded.get(place.key)
    if recorded is None:
        return ()
    now = digest(original)
    return tuple(tag for tag in text.locales if recorded.get(tag, now) != now)


def _moved(
    context: Context, known: Translations, changed: list[_Translated]
) -> frozenset[tuple[Place, str]]:
    """Items of lists that changed places, or made place for others; each with a locale.

    An item has moved if its default text was confirmed for another place of the list, and has made
    place if the text that was confirmed here now stands elsewhere in the list.
    """
    lists = {place.group for place, _, _ in changed if any(isinstance(x, int) for x in place.route)}
    if not lists:
        return frozenset()
    present: dict[str, set[str]] = {}
    for place, original, _ in translated(context.organisation):
        if place.group in lists:
            present.setdefault(place.group, set()).add(digest(original))
    confirmed: dict[tuple[str, str], set[str]] = {}
    for key, recorded in known.recorded.items():
        if (group := group_of(key)) in lists:
            for tag, value in recorded.items():
                confirmed.setdefault((group, tag), set()).add(value)
    return frozenset(
        (place, tag)
        for place, original, text in changed
        for tag in text.locales
        if digest(original) in confirmed.get((place.group, tag), ())
        or known.recorded[place.key].get(tag) in present.get(place.group, ())
    )


def _finding(context: Context, place: Place, locales: tuple[str, ...]) -> Finding:
    """The finding, at the text that has changed, with the translations that have not."""
    default = context.organisation.locales[0]
    return Finding(
        context.at(
            place.address,
            *place.route,
            default,
            message=say("changed since it was translated", "翻译之后已改动"),
        ),
        say(
            "the text in `{default}` has changed since its translation into {locales}",
            "`{default}` 原文在译为 {locales} 之后已改动",
            default=default,
            locales=quoted(locales),
        ),
        say(
            "review the translation, then run `orgspec check --write-translations`",
            "请核对译文，然后运行 `orgspec check --write-translations`",
        ),
        related=tuple(
            context.at(
                place.address,
                *place.route,
                tag,
                message=say("made from the text as it was", "译自改动前的原文"),
            )
            for tag in locales
        ),
    )
