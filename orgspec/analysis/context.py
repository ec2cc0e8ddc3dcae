"""What a rule may ask: the organisation, its relations, the day, places, options."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any, TypeVar

from orgspec.analysis.globs import path_matches
from orgspec.analysis.outcome import Outcome
from orgspec.analysis.rule import Finding
from orgspec.diagnostics import Label, Message
from orgspec.graph.graph import Graph
from orgspec.model.entity import Entity
from orgspec.model.program import Program
from orgspec.source import Source, Span
from orgspec.syntax.nodes import Step

O = TypeVar("O")  # noqa: E741 - an options class
E = TypeVar("E")


class Context:
    """One organisation on one day, for the rules.

    Attributes:
        organisation: every entity by kind and id.
        graph: its relations, worked out when first asked for.
        links: every reference with what it names.
        today: the day of the check.
        strict: whether conditions in `[if …]` are dropped.
        outcome: what became of the findings; complete for the rules that run last.
    """

    def __init__(
        self,
        program: Program,
        today: dt.date,
        *,
        strict: bool = False,
        options: Mapping[str, Any] | None = None,
        per_file: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        self.program = program
        self.organisation = program.organisation
        self.links = program.links
        self.graph = Graph(program, today)
        self.today = today
        self.strict = strict
        self.outcome = Outcome()
        self._options = dict(options or {})
        self._per_file = dict(per_file or {})
        self._declared: dict[str, list[tuple[int, int, str]]] = {}
        self._resolved: dict[tuple[type[Any], str | None, str], Any] = {}
        self._setting: dict[str, tuple[str, ...]] = {}

    # --- places ---

    def at(
        self, entity: Entity | str, *route: Step, key: bool = False, message: Message | None = None
    ) -> Label:
        """The place of a field of an entity (its id for no route), or the nearest written above.

        `key` asks for the key's span rather than the value's. An entity may be given by address.
        """
        address = entity if isinstance(entity, str) else entity.address
        origin = self.program.origins.get(address)
        if origin is None:
            source, span = self.program.anchor
            return Label(source, span, message, address)
        return Label(origin.source, origin.span(route, key=key), message, address)

    def everything(self, message: Message | None = None) -> Label:
        """A place for a finding about the organisation as a whole: the start of the manifest."""
        source, span = self.program.anchor
        return Label(source, span, message, "organization")

    def written(self, entity: Entity | str, span: Span) -> str:
        """The text of a span in the source of an entity."""
        address = entity if isinstance(entity, str) else entity.address
        return self.program.origins[address].source.text[span.start : span.end]

    def name(self, address: str | None) -> Entity | str:
        """The entity at an address, to stand in a message; the text itself if there is none."""
        return (self.organisation.find(address) if address else None) or address or ""

    # --- conditions ---

    def half(self, entities: Iterable[E], has: Callable[[E], object]) -> bool:
        """Whether at least half of the entities have something (`[if half of …]`).

        Always true under the strict profile, which drops such conditions.
        """
        if self.strict:
            return True
        total = having = 0
        for entity in entities:
            total += 1
            having += bool(has(entity))
        return total > 0 and having * 2 >= total

    def given(self, fact: object) -> bool:
        """An `[if …]` condition of another kind: the fact, or the strict profile."""
        return self.strict or bool(fact)

    # --- options ---

    def options(
        self, cls: type[O], department: str | None = None, about: Entity | None = None
    ) -> O:
        """The thresholds of a rule for an entity (by default the department) in a department.

        Weaker to stronger: the rule's defaults, the manifest's, those of the file in which the
        entity is declared (`per_file`), those of the departments around it, the nearest last.
        """
        path = ""
        if self._per_file:
            path = self._path(about.address if about else f"department/{department}")
        key = (cls, department, path)
        if key not in self._resolved:
            units = self._setting_units(department) if department is not None else ()
            layers = [self._options]
            layers += [
                s.get("options") or {} for g, s in self._per_file.items() if path_matches(path, g)
            ]
            layers += [dict(self._unit_options(unit)) for unit in reversed(units)]
            values: dict[str, Any] = {}
            for layer in layers:
                values.update(typed(cls, layer))
            self._resolved[key] = cls(**values)
        found: O = self._resolved[key]
        return found

    def _path(self, address: str) -> str:
        """The file that declares an entity."""
        origin = self.program.origins.get(address)
        return origin.source.path if origin is not None else ""

    def _setting_units(self, department: str) -> tuple[str, ...]:
        """A department and those around it, as far as they set options: nearly always none."""
        if department not in self._setting:
            around = (department, *self.graph.departments.ancestors(department))
            self._setting[department] = tuple(x for x in around if self._unit_options(x))
        return self._setting[department]

    def _unit_options(self, department: str) -> Mapping[str, Any]:
        """The options that a department sets for itself and all below it."""
        checks = self.organisation.departments[department].checks
        return checks.options if checks is not None else {}

    # --- what the reader found ---

    def problems(self, code: str) -> Iterator[Finding]:
        """The reader's own findings of a code."""
        for problem in self.program.problems:
            if problem.code == code:
                address = problem.address or self._enclosing(problem.source, problem.span)
                if not address and not code.startswith("SYN"):
                    address = "organization"  # what may be accepted has an address to be named by
                place = Label(problem.source, problem.span, problem.label, address)
                yield Finding(
                    place, problem.message, problem.help, problem.related, address, problem.fix
                )

    def _enclosing(self, source: Source, span: Span) -> str:
        """The entity that a place lies in, or "": the reader knows places only."""
        declared = self._declared.get(source.path)
        if declared is None:
            declared = self._declared[source.path] = sorted(
                (min(origin.key, origin.value).start, origin.value.end, address)
                for address, origin in self.program.origins.items()
                if origin.source.path == source.path and address != "manifest"
            )
        for index in range(bisect_right(declared, (span.start, len(source.text) + 1, "")), 0, -1):
            _, end, address = declared[index - 1]
            if span.end <= end:
                return address  # of those around it the one that begins last
        return ""


def typed(cls: type[Any], layer: Mapping[str, Any]) -> dict[str, Any]:
    """The options of a class in a layer of settings, in the types of their defaults.

    What cannot be read as a number is left out here; SYN010 reports it.
    """
    values = {}
    for field in fields(cls):
        if field.name in layer:
            written, default = layer[field.name], field.default
            if isinstance(default, tuple):
                values[field.name] = tuple(written) if isinstance(written, list) else (written,)
                continue
            try:
                values[field.name] = number(written, type(default))
            except ValueError:
                continue
    return values


def number(written: object, kind: type[Any]) -> Any:
    """A threshold as written: `12`, `0.5` or `50%`.

    Raises:
        ValueError: it is no number of that kind.
    """
    text = str(written).strip()
    if kind is float and text.endswith("%"):
        return float(text[:-1]) / 100
    return kind(text)
