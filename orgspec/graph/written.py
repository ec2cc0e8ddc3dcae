"""Whether a field was written, even if what stands there could not be read."""

from __future__ import annotations

from orgspec.model.program import Program
from orgspec.syntax.nodes import MapNode


def is_written(program: Program, address: str, field: str) -> bool:
    """Whether an entity's text has the key `field` with a value, sound or not.

    A value that does not fit its field is the reader's finding; it is not missing as well. Null,
    an empty list and an empty mapping are no value.
    """
    origin = program.origins.get(address)
    node = origin.node if origin is not None else None
    return isinstance(node, MapNode) and node.get(field) not in (None, [], {})
