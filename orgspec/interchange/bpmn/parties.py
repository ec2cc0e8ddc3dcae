"""The parties that lanes, pools and performers name, each declared once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from orgspec.interchange.bpmn.elements import Model, Performer
from orgspec.interchange.bpmn.naming import Namer

KINDS = {
    "department": "departments",
    "role": "roles",
    "partner": "partners",
    "system": "systems",
}
_CARRIED = ("department", "parent")


class Parties:
    """Gives each party an id; `collections` are what is to be declared, by key of the language."""

    def __init__(self) -> None:
        self.collections: dict[str, dict[str, Any]] = {key: {} for key in KINDS.values()}
        self._namer = Namer()
        self._named: dict[tuple[str, str, str], str] = {}
        self._resources: dict[tuple[str, str], str] = {}
        self._roles: dict[str, str] = {}

    def declare(self, model: Model) -> None:
        """The resources of a file that we exported; others are declared where they are used."""
        for resource in model.resources:
            kind, given = resource.fields.get("kind"), resource.fields.get("id")
            if kind not in KINDS:
                continue
            table = self.collections[KINDS[kind]]
            if isinstance(given, str) and given in table:
                id_ = given
            else:
                id_ = self._namer.keep(given, resource.name)
                more = {key: resource.fields[key] for key in _CARRIED if key in resource.fields}
                table[id_] = _named(id_, resource.name, more)
            self._resources[model.path, resource.id] = id_
            self._named.setdefault((kind, resource.name.casefold(), more_of(table[id_])), id_)
            if kind == "role":
                self._roles.setdefault(resource.name.casefold(), id_)

    def resource(self, path: str, performer: Performer) -> str:
        """The party that a performer is: a resource of its file, else a role of its name."""
        known = self._resources.get((path, performer.resource))
        return known or self.role(performer.name)

    def role(self, name: str, department: str = "") -> str:
        """The role of a name; one that is known in another department is another role."""
        if not department and name.casefold() in self._roles:
            return self._roles[name.casefold()]
        return self._party("role", name, department, "department")

    def department(self, name: str, parent: str = "") -> str:
        """The department of a name below another."""
        return self._party("department", name, parent, "parent")

    def partner(self, name: str) -> str:
        """The partner of a name."""
        return self._party("partner", name, "", "")

    def _party(self, kind: str, name: str, above: str, key: str) -> str:
        """A party of a name, declared when first met."""
        known = self._named.get((kind, name.casefold(), above))
        if known is not None:
            return known
        id_ = self._namer.take(name)
        self.collections[KINDS[kind]][id_] = _named(id_, name, {key: above} if above else {})
        self._named[kind, name.casefold(), above] = id_
        if kind == "role":
            self._roles.setdefault(name.casefold(), id_)
        return id_


def more_of(entity: Mapping[str, Any]) -> str:
    """What a party stands below."""
    return str(entity.get("department") or entity.get("parent") or "")


def _named(id_: str, name: str, more: Mapping[str, Any]) -> dict[str, Any]:
    """An entity with its name, if that says more than the id."""
    return {**({"name": name} if name and name != id_ else {}), **more}
