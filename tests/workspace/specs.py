"""Specifications on disk for the tests of the workspace."""

from collections.abc import Mapping
from pathlib import Path

from orgspec.diagnostics import Diagnostic
from orgspec.workspace import Compilation, compile_path

DIRECTOR = "roles: {director: {reports_to: none}}\n"


def spec(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder with these files."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def found(compilation: Compilation, family: str = "SYN") -> list[tuple[str, str]]:
    """Code and path of the findings of a family."""
    return [
        (d.code, d.place.source.path) for d in compilation.diagnostics if d.code.startswith(family)
    ]


def problems(folder: Path) -> tuple[Diagnostic, ...]:
    """The reader's findings in a folder."""
    result = compile_path(folder)
    return tuple(d for d in result.diagnostics if d.code.startswith("SYN"))


def roles(folder: Path) -> list[str]:
    """The roles that a folder declares, sorted."""
    return sorted(compile_path(folder).organisation.roles)
