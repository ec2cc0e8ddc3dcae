"""All rules: the built-in ones, found by walking their package, and those of plugins."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from orgspec import plugins
from orgspec.analysis import rules as builtin
from orgspec.analysis.rule import REGISTERED, Rule
from orgspec.diagnostics import Message, say
from orgspec.frozen import frozen


@frozen
class Registry:
    """The rules by code, and what is to be said of plugins that could not be loaded."""

    rules: dict[str, Rule]
    failures: tuple[Message, ...]

    def find(self, name: str) -> Rule | None:
        """The rule of a code or name, in any case."""
        wanted = name.strip()
        if wanted.upper() in self.rules:
            return self.rules[wanted.upper()]
        return next((rule for rule in self.rules.values() if rule.name == wanted.lower()), None)

    def knows(self, selector: str) -> bool:
        """Whether a selector (code, prefix of codes, or name) fits any rule."""
        return any(matches(selector, rule) for rule in self.rules.values())


def matches(selector: str, rule: Rule) -> bool:
    """Whether a code, a prefix of codes (`RAC`, `RAC01`) or a name means a rule."""
    return selector in (rule.code, rule.name) or (
        selector.isupper() and selector.isalnum() and rule.code.startswith(selector)
    )


@cache
def registry() -> Registry:
    """The registry; plugins come in through the same door as the built-in rules."""
    rules: dict[str, Rule] = {}
    failures: list[Message] = []
    for module in _modules(builtin):
        for rule in _rules_in(module):
            rules[rule.code] = rule
    for name, load in plugins.entry_points("orgspec.rules"):
        try:
            loaded = load()
            found = list(_rules_in(loaded) if isinstance(loaded, ModuleType) else _single(loaded))
        except Exception as error:
            failures.append(_not_loaded(name, f"{type(error).__name__}: {error}"))
            continue
        for rule in found:
            if rule.code in rules:
                failures.append(_not_loaded(name, f"{rule.code} is taken by another rule"))
            else:
                rules[rule.code] = rule
    return Registry(dict(sorted(rules.items())), tuple(failures))


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    """Every module of a package, at any depth, sorted."""
    names = (info.name for info in pkgutil.walk_packages(package.__path__, package.__name__ + "."))
    for name in sorted(names):
        yield importlib.import_module(name)


def _rules_in(module: ModuleType) -> Iterator[Rule]:
    """The rules that a module defines (not those that it imports)."""
    for value in vars(module).values():
        made = getattr(value, REGISTERED, None)
        if isinstance(made, Rule) and value.__module__ == module.__name__:
            yield made


def _single(loaded: object) -> Iterator[Rule]:
    """A rule function, or a list of them, as an entry point may name it."""
    for item in loaded if isinstance(loaded, list | tuple) else (loaded,):
        made = getattr(item, REGISTERED, None)
        if not isinstance(made, Rule):
            raise TypeError(f"{item!r} is no rule: decorate it with orgspec.rule")
        yield made


def _not_loaded(name: str, reason: str) -> Message:
    """What PLG001 says of a plugin."""
    return say(
        "the plugin `{name}` could not be loaded: {reason}",
        "插件 `{name}` 无法加载：{reason}",
        name=name,
        reason=reason,
    )
