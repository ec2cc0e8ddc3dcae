"""The data of a form as a template sees it: read-only, every key reachable by a dot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any


class Record:
    """A mapping whose keys are read with a dot or in brackets: `duty.name`, `x['x-room']`.

    It has no methods of its own: `kpi.items` is a key or nothing. `path` tells where it stands,
    for messages; `owner` is whose other attributes are reachable too.
    """

    __slots__ = ("_owner", "_path", "_values")

    def __init__(self, values: Mapping[str, Any], path: str = "", owner: object = None) -> None:
        self._values = values
        self._path = path
        self._owner = owner

    def __getitem__(self, key: str) -> Any:
        """The value of a key; else an attribute of whose record it is."""
        if key in self._values:
            return self._values[key]
        if self._owner is not None and not key.startswith("_") and hasattr(self._owner, key):
            return getattr(self._owner, key)
        raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        """Whether there is such a key."""
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        """The keys."""
        return iter(self._values)

    def __len__(self) -> int:
        """How many keys there are."""
        return len(self._values)

    def __repr__(self) -> str:
        """The keys: the same every time."""
        return f"({', '.join(self._values)})"

    def __str__(self) -> str:
        """Nothing: a form that writes a record means one of its keys."""
        return ""


def records(data: Mapping[str, Any], clean: Callable[[str], str] = str) -> dict[str, Any]:
    """A context with its mappings as records, its lists as tuples, and its texts cleaned."""
    return {key: _shown(value, key, clean) for key, value in data.items()}


def _shown(value: Any, path: str, clean: Callable[[str], str]) -> Any:
    """One value."""
    if isinstance(value, Mapping):
        inner = {k: _shown(each, f"{path}.{k}", clean) for k, each in value.items()}
        return Record(inner, path)
    if isinstance(value, list | tuple):
        return tuple(_shown(each, f"{path}[]", clean) for each in value)
    return clean(value) if isinstance(value, str) else value


def keys_of(record: object) -> tuple[str, ...]:
    """The keys of a record; none of anything else."""
    return tuple(record) if isinstance(record, Record) else ()


def path_of(record: object) -> str:
    """Where a record stands: `post`, `duties[]`; empty for anything else."""
    return record._path if isinstance(record, Record) else ""
