"""A specification as files: the manifest, the parties, each workflow, what passes."""

from __future__ import annotations

from collections.abc import Mapping

from orgspec.interchange.yaml_text import yaml_text

_MANIFEST = ("orgspec", "organization", "raci")
_PASSED = ("artifacts", "handoffs")


def files_of(collections: Mapping[str, object]) -> dict[str, str]:
    """The texts by their path in the specification."""
    workflows = collections.get("workflows")
    parts: dict[str, dict[str, object]] = {
        "orgspec.yaml": {key: collections[key] for key in _MANIFEST if key in collections},
        "parties.yaml": {
            key: value
            for key, value in collections.items()
            if key not in (*_MANIFEST, *_PASSED, "workflows")
        },
    }
    if isinstance(workflows, Mapping):
        for id_, workflow in workflows.items():
            parts[f"workflows/{id_}.yaml"] = {"workflows": {id_: workflow}}
    parts["artifacts.yaml"] = {key: collections[key] for key in _PASSED if key in collections}
    return {name: yaml_text(part) for name, part in parts.items() if part}
