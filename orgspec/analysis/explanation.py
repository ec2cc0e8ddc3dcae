"""The page of a rule as text, in either language: for the terminal, the docs and the tests."""

from __future__ import annotations

import inspect
import re
from dataclasses import fields

from orgspec.analysis.rule import Rule, page_of

_LEVELS = {"error": "错误", "warning": "警告", "info": "提示"}


def explain(rule: Rule, locale: str) -> str:
    """The page of a rule as Markdown."""
    page = page_of(rule)
    chinese = locale.startswith("zh")
    index = int(chinese)
    level = _LEVELS[rule.severity.value] if chinese else rule.severity.value
    since = f"自 {rule.since} 版起" if chinese else f"since {rule.since}"
    comma = "，" if chinese else ", "
    parts = [f"# {rule.code} `{rule.name}`", f"{level}{comma}{since}", page.summary[index]]
    parts += _section("为什么" if chinese else "Why", page.why[index])
    parts += _code("会被发现的写法" if chinese else "What is found", page.example)
    if chinese:
        parts += _section("怎么改", page.sections.get("怎么改", ""))
    parts += _code("改成" if chinese else "What to write instead", page.instead)
    parts += _section("选项" if chinese else "Options", _options(rule, chinese))
    parts += _section("来源" if chinese else "Source", page.source[index])
    parts += _section("接受它" if chinese else "To accept it", _acceptance(rule, chinese))
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(title: str, text: str) -> list[str]:
    """A titled section, or nothing."""
    return [f"## {title}", text] if text else []


def _code(title: str, text: str) -> list[str]:
    """A titled example, or nothing."""
    return [f"## {title}", f"```yaml\n{text}```"] if text else []


def _options(rule: Rule, chinese: bool) -> str:
    """The thresholds of a rule with their defaults, and where to set them."""
    if rule.options is None:
        return ""
    where = (
        "在清单的 `checks.options`、`per_file` 或部门的 `checks` 中设置。"
        if chinese
        else "Set them in the manifest (`checks.options`) or on a department (`checks`)."
    )
    said = options_said(rule)
    lines = []
    for field in fields(rule.options):
        text = said.get(field.name, ("", ""))[chinese]
        colon = "：" if chinese else ": "
        lines.append(f"- `{field.name}` ({field.default}){colon}{text}".rstrip(colon))
    return "\n".join(lines) + f"\n\n{where}"


def options_said(rule: Rule) -> dict[str, tuple[str, str]]:
    """What a rule says of each of its options, in English and Chinese."""
    said = _attributes(rule.options.__doc__ or "") if rule.options else {}
    return {name: _languages(*texts) for name, texts in said.items()}


def _languages(english: str, chinese: str) -> tuple[str, str]:
    """Both texts; those written on one line (`English. · 中文。`) are taken apart."""
    first, dot, second = english.rpartition(" · ")
    return (first, second + chinese) if dot else (english, chinese)


def _attributes(docstring: str) -> dict[str, tuple[str, str]]:
    """What an options class says of each option: English first, then lines in Chinese."""
    said: dict[str, tuple[str, str]] = {}
    name = ""
    for line in inspect.cleandoc(docstring).partition("Attributes:")[2].splitlines():
        found = re.match(r"\s{4}(\w+): (.*)", line)
        if found:
            name = found[1]
            said[name] = (found[2], "")
        elif name and line.strip():
            english, chinese = said[name]
            text = line.strip()
            if chinese or any("\u4e00" <= character <= "\u9fff" for character in text):
                said[name] = (english, chinese + text)
            else:
                said[name] = (f"{english} {text}", chinese)
    return said


def _acceptance(rule: Rule, chinese: bool) -> str:
    """How people silence a rule, unless it cannot be silenced."""
    if rule.always:
        return ""
    lead = "写在该条目上：" if chinese else "On the element itself:"
    reason = "原因" if chinese else "why"
    return f"{lead}\n\n```yaml\nallow: [{{code: {rule.code}, reason: {reason}}}]\n```"
