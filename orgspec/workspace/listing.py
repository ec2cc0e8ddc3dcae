"""`manifest.json`: what lies in the folder of a build, with the hash of each file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LISTING = "manifest.json"


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file that was made: its path below the output folder and the hash of its bytes."""

    path: str
    kind: str
    address: str
    locale: str
    format: str
    sha256: str
    size: int


def listing(
    organisation: str, artifacts: Iterable[Artifact], kept: Iterable[dict[str, Any]]
) -> str:
    """The text of the listing: every artifact, and entries of an earlier one, sorted by path."""
    entries: list[dict[str, Any]] = [
        {
            "path": a.path,
            "kind": a.kind,
            "address": a.address,
            "locale": a.locale,
            "format": a.format,
            "size": a.size,
            "sha256": a.sha256,
        }
        for a in artifacts
    ]
    entries = sorted([*entries, *kept], key=lambda entry: str(entry["path"]))
    whole = {"version": 1, "organization": organisation, "artifacts": entries}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def listed(folder: Path) -> list[dict[str, Any]]:
    """The artifacts of the last build; none if its listing is missing or damaged."""
    try:
        entries = json.loads((folder / LISTING).read_text(encoding="utf-8"))["artifacts"]
        return [entry for entry in entries if isinstance(entry["path"], str)]
    except (OSError, ValueError, KeyError, TypeError):
        return []
