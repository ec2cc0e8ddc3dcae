"""`orgspec rules`: all checks, with their configuration here."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import click

from orgspec.analysis.context import typed
from orgspec.analysis.explanation import options_said
from orgspec.analysis.rule import Rule, page_of
from orgspec.analysis.selection import Selection
from orgspec.cli.language import help_in
from orgspec.cli.terminal import Terminal
from orgspec.diagnostics import say
from orgspec.report.columns import width


def command(locale: str) -> click.Command:
    """The command, speaking `locale`."""
    t = help_in(locale)

    @click.command(
        "rules",
        help=t(
            "List all checks with their severity here: that of the specification at PATH, if there "
            "is one.\n\n\b\nExamples:\n  orgspec rules\n  orgspec rules samples/trade-site --format json",
            "列出全部检查及其在此处的级别（PATH 处若有规范，则按其设置）。\n\n\b\n示例：\n"
            "  orgspec rules\n  orgspec rules samples/trade-site --format json",
        ),
    )
    @click.argument("path", default=".", type=click.Path(path_type=Path))
    @click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        help=t("Form of the list.", "列表格式。"),
    )
    @click.pass_obj
    def rules(terminal: Terminal, path: Path, form: str) -> int:
        from orgspec.analysis.registry import registry

        selection = _selection(path)
        listed = [(rule, _level(rule, selection)) for rule in registry().rules.values()]
        if form == "json":
            click.echo(
                json.dumps(
                    [_entry(rule, level, locale, selection) for rule, level in listed],
                    ensure_ascii=False,
                    indent=2,
                    default=str,
                )
            )
            return 0
        longest = max(width(rule.name) for rule, _ in listed)
        for rule, level in listed:
            level = _WORDS[level].in_(locale)
            pad = " " * (8 - width(level))
            summary = page_of(rule).summary[locale == "zh"].replace("\n", " ")
            click.echo(f"{rule.code}  {rule.name:<{longest}}  {level}{pad} {_short(summary)}")
        return 0

    return rules


_WORDS = {
    "error": say("error", "错误"),
    "warning": say("warning", "警告"),
    "info": say("info", "提示"),
    "off": say("off", "关闭"),
}


def _selection(path: Path) -> Selection:
    """The settings at a path; the defaults where there is no specification."""
    from orgspec.workspace import SpecNotFoundError, settings_at

    try:
        return settings_at(path)
    except SpecNotFoundError:
        return Selection()


def _level(rule: Rule, selection: Selection) -> str:
    """The severity of a rule here, or `off`."""
    if not selection.runs(rule):
        return "off"
    return selection.level(rule, "", {}).value


def _entry(rule: Rule, level: str, locale: str, selection: Selection) -> dict[str, object]:
    """A rule for machines."""
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": level,
        "default": rule.severity.value,
        "since": rule.since,
        "options": _options(rule, locale, selection),
        "summary": page_of(rule).summary[locale == "zh"],
    }


def _options(rule: Rule, locale: str, selection: Selection) -> list[dict[str, object]]:
    """The thresholds of a rule: their defaults, and their values in the manifest here."""
    if rule.options is None:
        return []
    said, here = options_said(rule), typed(rule.options, selection.options)
    return [
        {
            "name": each.name,
            "default": each.default,
            "value": here.get(each.name, each.default),
            "summary": said.get(each.name, ("", ""))[locale == "zh"],
        }
        for each in fields(rule.options)
    ]


def _short(text: str, columns: int = 90) -> str:
    """The first sentence, cut to the width of a line."""
    if width(text) <= columns:
        return text
    kept = text
    while width(kept) > columns - 1:
        kept = kept[:-1]
    return kept + "…"
