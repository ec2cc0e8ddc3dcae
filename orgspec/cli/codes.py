"""Codes and names of checks as people type them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NoReturn

from orgspec.cli.terminal import Terminal
from orgspec.diagnostics import quoted, say

if TYPE_CHECKING:
    from orgspec.analysis.registry import Registry


def refuse_unknown(terminal: Terminal, selectors: Iterable[str]) -> None:
    """Leave with 2 if one fits no check: a mistyped code must not pass for a clean organisation."""
    from orgspec.analysis.registry import registry

    rules = registry()
    for selector in selectors:
        if not rules.knows(selector):
            refuse(terminal, selector, rules)


def refuse(terminal: Terminal, name: str, rules: Registry) -> NoReturn:
    """Say that no check has a name, with the near ones, and leave with 2."""
    from orgspec.diagnostics.near import near

    families = sorted({rule.family for rule in rules.rules.values()})
    names = (*families, *rules.rules, *(rule.name for rule in rules.rules.values()))
    upper = name.upper()
    exact = (upper,) if upper != name and rules.knows(upper) else ()
    close = exact or near(name, names)
    if not close:
        terminal.fail(
            say(
                "no check is called `{name}`; `orgspec rules` lists them",
                "没有名为 `{name}` 的检查；`orgspec rules` 可列出全部",
                name=name,
            )
        )
    terminal.fail(
        say(
            "no check is called `{name}`; did you mean {names}?",
            "没有名为 `{name}` 的检查；是否想用 {names}？",
            name=name,
            names=quoted(close),
        )
    )
