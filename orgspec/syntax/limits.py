"""How large the input may be. Beyond a limit the reader says so and goes on with the rest."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of the reader.

    Attributes:
        file_bytes: bytes in one file.
        depth: mappings and sequences within one another.
        alias_nodes: nodes that the aliases of one file may stand for, all expanded.
        entities: entities in the whole specification.
    """

    file_bytes: int = 32 * 1024 * 1024
    depth: int = 64
    alias_nodes: int = 100_000
    entities: int = 2_000_000


DEFAULT_LIMITS = Limits()
