"""Which rules run, and how bad their findings are: the settings of all levels put together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from orgspec.analysis.globs import path_matches
from orgspec.analysis.registry import matches
from orgspec.analysis.rule import Rule
from orgspec.diagnostics import Severity
from orgspec.frozen import frozen

PROFILES = ("starter", "default", "strict")


@frozen
class Selection:
    """Settings of the checks. Stronger to weaker: command line, `per_file`, the manifest.

    Among settings for files that fit one file, the later written is stronger.

    Attributes:
        forced_*: what the command line says.
        per_file: glob → {select, ignore, severity}, paths relative to the manifest.
    """

    profile: str = "default"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict, hash=False)
    options: Mapping[str, Any] = field(default_factory=dict, hash=False)
    per_file: Mapping[str, Mapping[str, Any]] = field(default_factory=dict, hash=False)
    forced_select: tuple[str, ...] = ()
    forced_ignore: tuple[str, ...] = ()
    forced_severity: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def strict(self) -> bool:
        """Whether `[if …]` conditions are dropped."""
        return self.profile == "strict"

    def runs(self, rule: Rule) -> bool:
        """Whether a rule runs at all: it is wanted somewhere."""
        if rule.always:
            return True
        if self.forced_select:
            return self.forces(rule)
        if _any(self.forced_ignore, rule):
            return False
        files = self.per_file.values()
        return self._wanted(rule) or any(_any(_list(s.get("select")), rule) for s in files)

    def forces(self, rule: Rule) -> bool:
        """Whether the command line names a rule among those that run."""
        return _any(self.forced_select, rule) and not _any(self.forced_ignore, rule)

    def shows(self, rule: Rule, path: str) -> bool:
        """Whether a rule's findings in a file are kept: `per_file` is stronger than the manifest."""
        if rule.always or self.forces(rule):
            return True
        wanted = self._wanted(rule)
        for settings in self._for(path):
            select = _list(settings.get("select"))
            if _any(_list(settings.get("ignore")), rule):
                wanted = False
            elif select:
                wanted = _any(select, rule)
        return wanted

    def _wanted(self, rule: Rule) -> bool:
        """Whether the manifest wants a rule where no setting for files says otherwise."""
        chosen = not self.select or _any(self.select, rule)
        return chosen and not _any(self.ignore, rule)

    def level(self, rule: Rule, path: str, unit: Mapping[str, str]) -> Severity:
        """The severity of a rule's findings in a file and department."""
        if rule.always:
            return rule.severity
        layers: list[Mapping[str, Any]] = [self.severity]
        layers += [_levels(settings.get("severity")) for settings in self._for(path)]
        layers += [unit, self.forced_severity]
        level = rule.severity
        for layer in layers:
            for selector, written in layer.items():
                if matches(selector, rule) and written in list(Severity):
                    level = Severity(written)
        return level

    def visible(self, severity: Severity) -> bool:
        """Whether findings of a severity are printed under the profile."""
        shown = PROFILES.index(self.profile)
        return severity.rank <= shown

    def _for(self, path: str) -> list[Mapping[str, Any]]:
        """The `per_file` settings whose glob fits a path, in written order."""
        return [s for glob, s in self.per_file.items() if path_matches(path, glob)]


def _any(selectors: tuple[str, ...], rule: Rule) -> bool:
    """Whether one of the selectors means a rule."""
    return any(matches(selector, rule) for selector in selectors)


def _list(value: object) -> tuple[str, ...]:
    """One selector or several."""
    items = value if isinstance(value, list | tuple) else (value,)
    return tuple(item for item in items if isinstance(item, str))


def _levels(value: object) -> Mapping[str, Any]:
    """Severities by selector; what is no mapping says nothing."""
    return value if isinstance(value, Mapping) else {}
