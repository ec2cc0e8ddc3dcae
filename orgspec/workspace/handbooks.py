"""The handbook of a compilation: what the manifest leaves out, how its agreements are filed."""

from __future__ import annotations

from orgspec.document import Document
from orgspec.graph.joint_work import pairs
from orgspec.model.outputs import canonical
from orgspec.view.handbook.document import handbook
from orgspec.workspace.compilation import Compilation
from orgspec.workspace.unit_documents import joined

HANDBOOK = "handbook"


def bound_handbook(compilation: Compilation, locale: str, *, draft: bool = False) -> Document:
    """Everything about the organisation as one document; kinds that are off stay out of it."""
    outputs = compilation.organisation.manifest.outputs
    return handbook(
        compilation.graph,
        locale,
        without=[
            kind for name, o in outputs.items() if not o.enabled and (kind := canonical(name))
        ],
        references={pair: f"agreements/{joined(*pair)}" for pair in pairs(compilation.graph)},
        findings=compilation.diagnostics,
        draft=draft,
        transposed=any(o.transposed for name, o in outputs.items() if canonical(name) == "raci"),
    )
