"""The JSON Schema: what editors complete and document."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from orgspec.model.organisation import COLLECTIONS
from orgspec.model.schema import NAME, json_schema
from orgspec.resources import folder
from orgspec.source import Source
from orgspec.syntax.reader import read

SCHEMA = json_schema()
FILES = [p for p in sorted(folder("samples").glob("*/*.yaml")) if p.parent.name != "broken"]


def resolved(node: Any) -> Any:
    """Scalars as an editor resolves them: our own reader leaves that to the field."""
    if isinstance(node, dict):
        return {key: resolved(value) for key, value in node.items()}
    if isinstance(node, list):
        return [resolved(value) for value in node]
    if isinstance(node, str) and re.fullmatch(r"true|false|-?\d+(\.\d+)?", node):
        return json.loads(node)
    return node


def errors(text: str) -> list[str]:
    tree = read(Source("orgspec.yaml", text))
    validator = jsonschema.Draft202012Validator(SCHEMA)
    return [error.message for error in validator.iter_errors(resolved(tree.root))]


def test_the_shipped_schema_is_the_generated_one() -> None:
    written = (folder("schemas") / NAME).read_text(encoding="utf-8")
    assert json.loads(written) == SCHEMA


def test_the_schema_is_valid_itself() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_every_sample_fits_the_schema(path: Path) -> None:
    assert errors(path.read_text(encoding="utf-8")) == []


def test_every_collection_and_every_field_is_documented_in_both_languages() -> None:
    assert set(COLLECTIONS) <= set(SCHEMA["properties"])
    undocumented = [
        path
        for path, schema in properties(SCHEMA)
        if " · " not in schema.get("title", "") or "\n\n" not in schema.get("description", "")
    ]
    assert undocumented == []


def properties(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every property of the schema and of its definitions."""
    for key, value in schema.get("properties", {}).items():
        yield f"{path}/{key}", value
    for name, definition in schema.get("$defs", {}).items():
        yield from properties(definition, f"{path}{name}")


@pytest.mark.parametrize(
    "text",
    [
        "roles: {a: {headcount: 3}}",
        "roles: {a: {headcount: {planned: 3, current: 2}}}",
        "roles: {a: A name alone}",
        "departments: {d: {functions: [a, b]}}",
        "duties: {d: {raci: boss}}",
        "duties: {d: {tasks: [a text, {zh: 一, en: one}, {name: x, effort: 2 hours}]}}",
        "workflows: {w: {steps: {a: {next: b}, b: {next: [{all: [a, c]}]}, c: }}}",
        "x-anything: {goes: here}",
    ],
)
def test_shorthands_fit_as_well_as_longhands(text: str) -> None:
    assert errors(text) == []


@pytest.mark.parametrize(
    "text",
    ["role: {}", "roles: {a: {head_count: 3}}", "departments: {d: {kind: square}}", "roles: []"],
)
def test_what_is_no_field_or_choice_is_marked(text: str) -> None:
    assert errors(text)
