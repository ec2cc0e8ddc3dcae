"""Whether a field was written, even if what stands there could not be read."""

from __future__ import annotations

from orgspec.diagnostics.near import near
from orgspec.model.introspection import keys_of
from orgspec.model.program import Program
from orgspec.syntax.nodes import MapNode


def is_written(program: Program, address: str, field: str) -> bool:
    """Whether an entity's text has the key `field` with a value, sound or not.

    A value that does not fit its field is the reader's finding; it is not missing as well. Null,
    an empty list and an empty mapping are no value.
    """
    origin = program.origins.get(address)
    return origin is not None and origin.has(field)


def may_be_written(program: Program, address: str, *fields: str) -> bool:
    """Whether an entity's text has one of the fields, or a key that is none and may mean one.

    The slip in `head_count` is one finding; what seems missing because of it is none.
    """
    if any(is_written(program, address, field) for field in fields):
        return True
    origin, entity = program.origins.get(address), program.organisation.find(address)
    node = origin.node if origin is not None else None
    if entity is None or not isinstance(node, MapNode):
        return False
    known = keys_of(type(entity))
    return any(near(key, fields) for key in node if key not in known)


def unread(program: Program, kind: str) -> frozenset[str]:
    """Entities of a kind with text that could not be read or is no field.

    What they lack may stand there.
    """
    return frozenset(
        problem.address
        for problem in program.problems
        if problem.code.startswith(("SYN", "REF004")) and problem.address.startswith(f"{kind}/")
    )
