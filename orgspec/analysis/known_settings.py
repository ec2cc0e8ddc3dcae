"""What the settings of a specification may name, and what is found where they name other things."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from decimal import InvalidOperation
from typing import Any

from orgspec.analysis.context import Context, number
from orgspec.analysis.known_templates import unfit_templates
from orgspec.analysis.registry import registry
from orgspec.analysis.rule import Finding
from orgspec.diagnostics import Label, Message, Severity, quoted, say
from orgspec.diagnostics.near import near
from orgspec.model.locale_pairs import fault, is_pair
from orgspec.model.manifest import Output
from orgspec.model.outputs import KINDS, canonical
from orgspec.syntax.nodes import Step
from orgspec.syntax.replacement import only

_VERSION = "1"
_FILE_KEYS = ("select", "ignore", "severity", "options")
_Route = tuple[Step, ...]


def version(context: Context, written: str | None) -> Iterator[Finding]:
    """A version of the language that this one is not."""
    if written is not None and written.strip() != _VERSION:
        yield Finding(
            context.at("manifest", "orgspec"),
            say(
                "`{v}` is no version of the language that is known here",
                "此版本不认识语言版本 `{v}`",
                v=written,
            ),
            say("write `orgspec: 1`", "请写 `orgspec: 1`"),
        )


def check_settings(
    context: Context,
    address: str,
    route: _Route,
    selectors: Mapping[str, tuple[str, ...]],
    severity: Mapping[str, Any],
    options: Mapping[str, Any],
) -> Iterator[Finding]:
    """Settings of the checks, of the whole or of a department."""
    for key, names in selectors.items():
        for index, name in enumerate(names):
            yield from _selector(context.at(address, *route, key, index), name)
    for name, level in severity.items():
        yield from _selector(context.at(address, *route, "severity", name, key=True), name)
        if level not in list(Severity):
            yield _unknown(
                context.at(address, *route, "severity", name),
                say("`{level}` is no severity", "没有级别 `{level}`", level=level),
                str(level),
                tuple(Severity),
            )
    known = _options()
    for name, value in options.items():
        place = context.at(address, *route, "options", name, key=True)
        if name not in known:
            yield _unknown(
                place,
                say("no check has an option `{name}`", "没有检查项有选项 `{name}`", name=name),
                name,
                tuple(known),
            )
        elif not _fits(value, known[name]):
            yield Finding(
                context.at(address, *route, "options", name),
                say(
                    "`{name}` is a number, such as {default}",
                    "`{name}` 应为数字，例如 {default}",
                    name=name,
                    default=known[name],
                ),
                say("write a number", "请写数字"),
            )


def file_settings(context: Context, route: _Route, settings: object) -> Iterator[Finding]:
    """Settings for the files that a pattern names."""
    if not isinstance(settings, Mapping):
        yield Finding(
            context.at("manifest", *route),
            say("settings for files are a mapping", "按文件的设置应是一个映射"),
            say("write `{ignore: [CODE]}`", "请写成 `{ignore: [代码]}`"),
        )
        return
    for key in settings:
        if key not in _FILE_KEYS:
            yield _unknown(
                context.at("manifest", *route, key, key=True),
                say("`{name}` is no setting for files", "没有名为 `{name}` 的文件设置", name=key),
                key,
                _FILE_KEYS,
            )
    selectors = {key: _listed(settings.get(key)) for key in ("select", "ignore")}
    severity, options = settings.get("severity"), settings.get("options")
    yield from check_settings(
        context,
        "manifest",
        route,
        selectors,
        severity if isinstance(severity, Mapping) else {},
        options if isinstance(options, Mapping) else {},
    )


def outputs(context: Context, written: Mapping[str, Output]) -> Iterator[Finding]:
    """Kinds of document, and formats in which they do not come."""
    for name, output in written.items():
        kind = canonical(name)
        if kind is None:
            yield _unknown(
                context.at("manifest", "outputs", name, key=True),
                say("`{name}` is no kind of document", "没有名为 `{name}` 的文件种类", name=name),
                name,
                tuple(KINDS),
            )
            continue
        yield from _output_values(context, name, output)
        for index, form in enumerate(output.formats):
            if form not in KINDS[kind]:
                yield _unknown(
                    context.at("manifest", "outputs", name, "formats", index),
                    say(
                        "`{kind}` does not come as `{form}`",
                        "`{kind}` 没有 `{form}` 格式",
                        kind=name,
                        form=form,
                    ),
                    form,
                    KINDS[kind],
                )


def _output_values(context: Context, name: str, output: Output) -> Iterator[Finding]:
    """Locales that are not enabled, and templates of a kind that is not read."""
    enabled = context.organisation.locales
    for index, locale in enumerate(output.locales):
        wrong = fault(locale, enabled)
        if wrong is not None and is_pair(locale):
            yield Finding(
                context.at("manifest", "outputs", name, "locales", index),
                wrong,
                say(
                    "two of {names}, joined by `+`, stand side by side",
                    "双语对照请用 `+` 连接 {names} 中的两种",
                    names=quoted(enabled),
                ),
            )
        elif wrong is not None:
            yield _unknown(
                context.at("manifest", "outputs", name, "locales", index),
                say(
                    "the organisation has no locale `{name}`",
                    "组织没有启用语言 `{name}`",
                    name=locale,
                ),
                locale,
                enabled,
            )
    yield from unfit_templates(context, name, output)


def _selector(place: Label, name: str) -> Iterator[Finding]:
    """A code, prefix of codes or name that fits no check."""
    known = registry()
    if not known.knows(name):
        rules = known.rules.values()
        candidates = (*known.rules, *(rule.name for rule in rules))
        yield _unknown(
            place,
            say("no check is called `{name}`", "没有名为 `{name}` 的检查", name=name),
            name,
            candidates,
            menu=False,
        )


def _unknown(
    place: Label, message: Message, name: str, candidates: tuple[str, ...], *, menu: bool = True
) -> Finding:
    """A name that is not known, with near ones, or with all where these are few."""
    close = near(name, candidates)
    if close:
        advice = say("did you mean {names}?", "是否想写 {names}？", names=quoted(close))
    elif menu:
        advice = say("known are {names}", "可用的有 {names}", names=quoted(candidates))
    else:
        advice = say("see `orgspec rules`", "请见 `orgspec rules`")
    return Finding(place, message, advice, fix=only(place.source, place.span, name, close))


def _options() -> dict[str, Any]:
    """The options of all checks, with their defaults."""
    return {
        field.name: field.default
        for rule in registry().rules.values()
        if rule.options is not None
        for field in fields(rule.options)
    }


def _fits(value: object, default: object) -> bool:
    """Whether a value can be read as one of the option's kind."""
    if isinstance(default, tuple):
        return not isinstance(value, Mapping)
    try:
        number(value, type(default))
    except (ValueError, InvalidOperation):
        return False
    return True


def _listed(value: object) -> tuple[str, ...]:
    """One name or several."""
    if value is None or isinstance(value, Mapping):
        return ()
    return tuple(map(str, value)) if isinstance(value, list | tuple) else (str(value),)
