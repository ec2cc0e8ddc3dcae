"""The organisation: every entity by kind and id, nothing resolved, nothing drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from itertools import chain

from orgspec.frozen import frozen
from orgspec.model.cooperation import (
    Chain,
    Channel,
    Meeting,
    Partner,
    Program,
    Segment,
    System,
    Term,
)
from orgspec.model.department import Department, Function
from orgspec.model.duty import Duty
from orgspec.model.entity import Entity
from orgspec.model.governance import Authority, Risk, Separation
from orgspec.model.manifest import Manifest, Organization
from orgspec.model.measures import Kpi, Objective
from orgspec.model.role import Person, Role
from orgspec.model.values.scheme import Scheme
from orgspec.model.workflow import Artifact, Handoff, Step, Workflow

# The key of each collection in YAML, in the order of the language's own description.
COLLECTIONS: dict[str, type[Entity]] = {
    "objectives": Objective,
    "departments": Department,
    "roles": Role,
    "people": Person,
    "duties": Duty,
    "workflows": Workflow,
    "artifacts": Artifact,
    "handoffs": Handoff,
    "kpis": Kpi,
    "authorities": Authority,
    "separations": Separation,
    "risks": Risk,
    "meetings": Meeting,
    "systems": System,
    "partners": Partner,
    "segments": Segment,
    "chains": Chain,
    "channels": Channel,
    "programs": Program,
    "glossary": Term,
}

# Entities that are written inside another one: owner's kind → field → class.
NESTED: dict[str, tuple[str, type[Entity]]] = {
    "department": ("functions", Function),
    "workflow": ("steps", Step),
}

KINDS: dict[str, type[Entity]] = {
    **{cls.kind: cls for cls in COLLECTIONS.values()},
    **{cls.kind: cls for _, cls in NESTED.values()},
}

# Parties stand side by side in RACI cells, so they share one namespace.
PARTY_KINDS = ("department", "role", "person", "partner", "system")


def namespace(kind: str) -> str:
    """The namespace of a kind: `party` for the five kinds of party, else the kind itself."""
    return "party" if kind in PARTY_KINDS else kind


@frozen
class Organisation:
    """All that is declared. Each table maps ids to entities, in the order of declaration."""

    manifest: Manifest
    profile: Organization
    scheme: Scheme
    locales: tuple[str, ...]
    objectives: Mapping[str, Objective] = field(default_factory=dict)
    departments: Mapping[str, Department] = field(default_factory=dict)
    functions: Mapping[str, Function] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    duties: Mapping[str, Duty] = field(default_factory=dict)
    workflows: Mapping[str, Workflow] = field(default_factory=dict)
    steps: Mapping[str, Step] = field(default_factory=dict)
    artifacts: Mapping[str, Artifact] = field(default_factory=dict)
    handoffs: Mapping[str, Handoff] = field(default_factory=dict)
    kpis: Mapping[str, Kpi] = field(default_factory=dict)
    authorities: Mapping[str, Authority] = field(default_factory=dict)
    separations: Mapping[str, Separation] = field(default_factory=dict)
    risks: Mapping[str, Risk] = field(default_factory=dict)
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    systems: Mapping[str, System] = field(default_factory=dict)
    partners: Mapping[str, Partner] = field(default_factory=dict)
    segments: Mapping[str, Segment] = field(default_factory=dict)
    chains: Mapping[str, Chain] = field(default_factory=dict)
    channels: Mapping[str, Channel] = field(default_factory=dict)
    programs: Mapping[str, Program] = field(default_factory=dict)
    glossary: Mapping[str, Term] = field(default_factory=dict)

    def table(self, kind: str) -> Mapping[str, Entity]:
        """The entities of a kind, by id."""
        result: Mapping[str, Entity] = getattr(self, TABLES[kind])
        return result

    def find(self, address: str) -> Entity | None:
        """The entity at an address (`role/sales-rep`), or None."""
        if address == "organization":
            return self.profile
        kind, _, id_ = address.partition("/")
        return self.table(kind).get(id_) if kind in TABLES else None

    def entities(self) -> Iterator[Entity]:
        """Every entity, kind by kind, in the order of declaration."""
        return chain.from_iterable(self.table(kind).values() for kind in TABLES)

    @property
    def name(self) -> str:
        """The organisation's name in its default locale."""
        return self.profile.in_(self.locales[0]) if self.profile.name else ""


TABLES: dict[str, str] = {
    "objective": "objectives",
    "department": "departments",
    "function": "functions",
    "role": "roles",
    "person": "people",
    "duty": "duties",
    "workflow": "workflows",
    "step": "steps",
    "artifact": "artifacts",
    "handoff": "handoffs",
    "kpi": "kpis",
    "authority": "authorities",
    "separation": "separations",
    "risk": "risks",
    "meeting": "meetings",
    "system": "systems",
    "partner": "partners",
    "segment": "segments",
    "chain": "chains",
    "channel": "channels",
    "program": "programs",
    "term": "glossary",
}
