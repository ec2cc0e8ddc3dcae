"""How large the input may be. Beyond a limit the reader says so and goes on with the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from orgspec.frozen import frozen


@frozen
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
_PREFIX = "ORGSPEC_MAX_"


def limits_from(environment: Mapping[str, str]) -> Limits:
    """The limits with those that the environment sets, such as `ORGSPEC_MAX_DEPTH=100`.

    They stand outside the specification: a manifest must not loosen what guards its own reading.

    Raises:
        ValueError: a variable holds no whole number above zero; the text names it.
    """
    written: dict[str, int] = {}
    for field in fields(Limits):
        name = _PREFIX + field.name.upper()
        text = environment.get(name, "").strip()
        if not text:
            continue
        if not text.isascii() or not text.isdigit() or int(text) == 0:
            raise ValueError(name)
        written[field.name] = int(text)
    return Limits(**written)
