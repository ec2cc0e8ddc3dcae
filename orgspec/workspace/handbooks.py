"""The handbook of a compilation: what the manifest leaves out of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from orgspec.document import Document
from orgspec.graph.graph import Graph
from orgspec.model.outputs import canonical
from orgspec.view.handbook.document import handbook
from orgspec.view.handbook.volumes import volumes
from orgspec.workspace.compilation import Compilation

HANDBOOK = "handbook"


def handbook_subjects(graph: Graph, chosen: Collection[str]) -> Iterator[tuple[str, str]]:
    """What handbooks are about, as address and name: departments that are `chosen`.

    If none is, it is the organisation and the departments with volumes of their own.
    """
    if not chosen:
        yield "organization", "organization"
    units = frozenset(chosen or volumes(graph))
    for unit in graph.organisation.departments.values():
        if unit.id in units:
            yield unit.address, unit.id


def bound_handbook(
    compilation: Compilation, locale: str, unit: str | None = None, *, draft: bool = False
) -> Document:
    """Everything about the organisation, or a department of it, as one document.

    Kinds that are off stay out of it.
    """
    outputs = compilation.organisation.manifest.outputs
    return handbook(
        compilation.graph,
        locale,
        unit,
        without=[
            kind for name, o in outputs.items() if not o.enabled and (kind := canonical(name))
        ],
        findings=compilation.diagnostics,
        draft=draft,
        transposed=any(o.transposed for name, o in outputs.items() if canonical(name) == "raci"),
    )
