"""Departments that hang on nothing, although the organisation shows where such ones belong."""

from __future__ import annotations

from collections.abc import Mapping

from orgspec.graph.reporting import Forest
from orgspec.model.department import Department

_PARTS = ("group", "team", "region", "branch")


def detached(departments: Mapping[str, Department], above: Forest) -> dict[str, Department]:
    """Detached department → the one company beside it, else one of its kind that has a parent.

    Groups, teams, regions and branches are parts of something; any other department without
    `parent` belongs to the organisation itself, unless there is exactly one company.
    """
    companies = [d for d in departments.values() if d.unit == "company"]
    company = companies[0] if len(companies) == 1 else None
    over = set(above.ancestors(company.id)) if company else set()
    placed: dict[str, Department] = {}
    for department in departments.values():
        if department.parent is not None and department.unit in _PARTS:
            placed.setdefault(department.unit, department)
    found = {}
    for department in departments.values():
        if department.parent is not None or department.id in over or department is company:
            continue
        shows = company or placed.get(department.unit)
        if shows is not None:
            found[department.id] = shows
    return found
