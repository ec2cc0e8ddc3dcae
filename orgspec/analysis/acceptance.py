"""Findings that people accepted: `allow` on an element, `checks` on a department."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from orgspec.analysis.rule import Finding, Rule
from orgspec.model.entity import Entity

if TYPE_CHECKING:
    from orgspec.analysis.context import Context


class Suppression(NamedTuple):
    """An entry of `allow`: the address of the entity that bears it, and its place there, from 0."""

    address: str
    place: int


class Acceptances:
    """What is accepted where, in one organisation."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.organisation = context.organisation
        self.graph = context.graph
        every = (self.organisation.profile, *self.organisation.entities())
        self._bearing = {entity.address: entity for entity in every if entity.allow}

    def covering(self, rule: Rule, finding: Finding) -> list[Suppression]:
        """The entries of `allow`, in force, that cover one of the finding's places."""
        if not self._bearing:
            return []
        return [
            Suppression(entity.address, index)
            for address in finding.involved
            for entity in self._bearers(address)
            for index, allowance in enumerate(entity.allow)
            if allowance.code in (rule.code, rule.name)
            and (allowance.until is None or allowance.until >= self.context.today)
        ]

    def _bearers(self, address: str) -> Iterator[Entity]:
        """The entity at an address and the one that it is nested in, where they allow anything."""
        entity = self._bearing.get(address)
        if entity is not None:
            yield entity
        kind, _, id_ = address.partition("/")
        owner = {"step": "workflow", "function": "department"}.get(kind)
        if owner is not None:
            outer = self._bearing.get(f"{owner}/{id_.partition('/')[0]}")
            if outer is not None:
                yield outer

    def unit_ignores(self, address: str) -> tuple[str, ...]:
        """What the departments around an entity leave out."""
        return tuple(
            selector
            for department in self._departments(address)
            if (checks := self.organisation.departments[department].checks) is not None
            for selector in checks.ignore
        )

    def unit_severity(self, address: str) -> Mapping[str, str]:
        """The severities that the departments around an entity set, the nearest last."""
        merged: dict[str, str] = {}
        for department in reversed(tuple(self._departments(address))):
            checks = self.organisation.departments[department].checks
            if checks is not None:
                merged.update(checks.severity)
        return merged

    def _departments(self, address: str) -> Iterator[str]:
        """The department that an entity belongs to and those above it, nearest first."""
        department = department_of(self.context, address)
        if department is not None and department in self.organisation.departments:
            yield department
            yield from self.graph.departments.ancestors(department)


def department_of(context: Context, address: str) -> str | None:
    """The department that an entity belongs to, if it belongs to one."""
    kind, _, id_ = address.partition("/")
    graph = context.graph
    if kind == "department":
        return id_
    if kind == "function":
        return id_.partition("/")[0]
    if kind == "role":
        return graph.department_of_role.get(id_)
    if kind == "duty":
        return graph.department_of_duty.get(id_)
    if kind == "step" and id_ in context.organisation.steps:
        return next(iter(graph.step_departments(context.organisation.steps[id_])), None)
    if kind == "workflow":
        owners = context.links.targets(address, "owner")
        return graph.department_of_role.get(owners[0].partition("/")[2]) if owners else None
    return None
