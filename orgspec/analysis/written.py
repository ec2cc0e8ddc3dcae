"""Whether somebody wrote a field at all: what was misread is not missing."""

from __future__ import annotations

from orgspec.analysis.context import Context
from orgspec.model.entity import Entity
from orgspec.syntax.nodes import MapNode


def is_written(context: Context, entity: Entity, key: str) -> bool:
    """Whether the text gives a field a value, even one that the reader had to drop.

    A rule that finds a field missing asks this, for a value that could not be read has been
    reported already.
    """
    origin = context.program.origins.get(entity.address)
    node = origin.node if origin is not None else None
    return isinstance(node, MapNode) and node.get(key) not in (None, "", [], {})
