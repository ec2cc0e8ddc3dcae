"""A new specification: the minimal one, or a copy of a shipped sample."""

from __future__ import annotations

import re
from pathlib import Path

from orgspec.model.schema import NAME as SCHEMA
from orgspec.resources import folder
from orgspec.workspace.discovery import MANIFEST
from orgspec.workspace.writing import write_text

_MODELINE = re.compile(r"(yaml-language-server: \$schema=)\S+")


class OccupiedError(Exception):
    """A file that would be written is there already."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def samples() -> tuple[str, ...]:
    """The names of the shipped samples that are free of errors."""
    found = (path.parent.name for path in folder("samples").glob(f"*/{MANIFEST}"))
    return tuple(sorted(name for name in found if name != "broken"))


def start(directory: Path, sample: str | None, locale: str) -> tuple[Path, ...]:
    """Write a specification, the schema that its editor line names, and CI files.

    Returns:
        The files written.

    Raises:
        OccupiedError: one of them is there already; nothing was written.
        OSError: the folder cannot be written.
    """
    texts = _sample(sample) if sample is not None else _minimal(locale)
    schema = folder("schemas") / SCHEMA
    texts[f".orgspec/{SCHEMA}"] = schema.read_text(encoding="utf-8")
    templates = folder("templates") / "init"
    for name, source in (
        (".github/workflows/orgspec.yml", "orgspec-workflow.yml"),
        (".pre-commit-config.yaml", "pre-commit-config.yaml"),
    ):
        texts[name] = (templates / source).read_text(encoding="utf-8")
    for name in texts:
        if (directory / name).exists():
            raise OccupiedError(directory / name)
    for name, text in texts.items():
        write_text(directory / name, text)
    return tuple(directory / name for name in texts)


def _minimal(locale: str) -> dict[str, str]:
    """The smallest specification that says something."""
    path = folder("templates") / "init" / locale / MANIFEST
    return {MANIFEST: _pointed(path.read_text(encoding="utf-8"))}


def _sample(name: str) -> dict[str, str]:
    """The files of a sample."""
    root = folder("samples") / name
    return {
        path.relative_to(root).as_posix(): _pointed(path.read_text(encoding="utf-8"))
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.suffix in (".yaml", ".yml", ".md")
    }


def _pointed(text: str) -> str:
    """The text with its editor line pointing at the schema that is written beside it."""
    return _MODELINE.sub(rf"\g<1>.orgspec/{SCHEMA}", text, count=1)
