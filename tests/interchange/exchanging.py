"""What the tests of exchange share: files, and short ways through import and export."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from orgspec.interchange.bpmn.exporting import write_bpmn
from orgspec.interchange.bpmn.importing import read_bpmn
from orgspec.interchange.exchange import Given, Imported
from orgspec.interchange.yaml_text import yaml_text
from orgspec.workspace import Compilation, compile_text

FILES = Path(__file__).parent / "files"
HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="t">'
)


def imported(name: str) -> Imported:
    """A file of the tests, imported."""
    return read_bpmn((Given(name, (FILES / name).read_bytes()),))


def process(body: str) -> Imported:
    """A process with a body, imported."""
    text = f'{HEAD}<process id="p" name="P">{body}</process></definitions>'
    return read_bpmn((Given("p.bpmn", text.encode()),))


def steps(of: Imported, workflow: str = "p") -> dict[str, Any]:
    """The steps of a workflow, by id."""
    workflows = cast("dict[str, Any]", of.collections["workflows"])
    found: dict[str, Any] = workflows[workflow]["steps"]
    return found


def collection(of: Imported, key: str) -> dict[str, Any]:
    """A collection, by id; empty if there is none."""
    return cast("dict[str, Any]", of.collections.get(key, {}))


def compiled(of: Imported) -> Compilation:
    """What was imported, compiled."""
    return compile_text(yaml_text(of.collections))


def codes(of: Imported, prefix: str = "WFL0") -> set[str]:
    """The codes of the findings in what was imported."""
    return {d.code for d in compiled(of).diagnostics if d.code.startswith(prefix)}


def said(of: Imported) -> str:
    """The losses in English, one a line."""
    return "\n".join(loss.what.in_("en") for loss in of.losses)


def exported(of: Compilation, address: str | None = None) -> bytes:
    """An export in the default locale."""
    return write_bpmn(of.graph, address, of.organisation.locales[0]).data


def again(data: bytes) -> Compilation:
    """An export, imported and compiled."""
    return compiled(read_bpmn((Given("x.bpmn", data),)))
