"""What the language takes of pydantic's core: validators, and the errors that they raise.

The core's own package also imports the types of its schemas, two hundred dictionaries that only a
type checker reads; to make them takes as long as it takes Python to start. They are left out while
the package is imported, and are there as ever for whoever imports them later.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_TYPES = "pydantic_core.core_schema"


class _Blank(ModuleType):
    """A module in which every name stands for any type."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Any


@contextmanager
def _types_left_out() -> Iterator[None]:
    """Import the core without the types of its schemas, unless somebody has imported it already."""
    if "pydantic_core" in sys.modules:
        yield
        return
    sys.modules[_TYPES] = _Blank(_TYPES)
    try:
        yield
    finally:
        del sys.modules[_TYPES]


with _types_left_out():
    from pydantic_core import PydanticCustomError as PydanticCustomError
    from pydantic_core import SchemaValidator as SchemaValidator
    from pydantic_core import ValidationError as ValidationError
