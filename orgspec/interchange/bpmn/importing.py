"""BPMN files as a specification."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from orgspec.diagnostics import say
from orgspec.interchange.bpmn.elements import Model, Scope
from orgspec.interchange.bpmn.handing_over import handoffs_of
from orgspec.interchange.bpmn.names_given import Names, Part, give_names, holds_steps, is_aside
from orgspec.interchange.bpmn.naming import Namer
from orgspec.interchange.bpmn.net import label
from orgspec.interchange.bpmn.owners import Owners
from orgspec.interchange.bpmn.parties import Parties
from orgspec.interchange.bpmn.reading import read_model
from orgspec.interchange.bpmn.workflow_building import workflow_of
from orgspec.interchange.exchange import Given, Imported, Loss


def read_bpmn(files: tuple[Given, ...]) -> Imported:
    """The workflows, parties, artifacts and handoffs of BPMN 2.0 files, all together.

    Raises:
        ImportRefusedError: one of them cannot be read.
    """
    losses: list[Loss] = []
    models = tuple(read_model(file, losses) for file in files)
    parties = Parties()
    for model in models:
        parties.declare(model)
    owners = Owners(parties)
    for model in models:
        owners.take_in(model)
    names = give_names(models)
    artifacts = Artifacts(names)
    for model in models:
        for process in model.processes:
            artifacts.take_in(model.path, process.scope)
    processes = {(m.path, p.id): p for m in models for p in m.processes}
    workflows: dict[str, Any] = {}
    for part in names.parts:
        of = processes.get((part.path, part.id)) if part.node is None else None
        workflow = workflow_of(part, of, names, owners, losses)
        _remark_on_aside(part, workflow, losses)
        if holds_steps(part.scope) or (of is not None and of.fields):
            workflows[part.workflow] = workflow
    handoffs = handoffs_of(models, names, owners, artifacts, losses)
    found = {
        **parties.collections,
        "workflows": workflows,
        "artifacts": artifacts.declared,
        "handoffs": handoffs,
    }
    collections = {**_manifest(models), **{key: x for key, x in found.items() if x}}
    return Imported(collections, tuple(sorted(losses, key=lambda x: (x.path, x.line))))


class Artifacts:
    """Data objects and messages, each name once."""

    def __init__(self, names: Names) -> None:
        self.declared: dict[str, Any] = {}
        self._names = names
        self._namer = Namer()
        self._named: dict[str, str] = {}

    def take_in(self, path: str, scope: Scope) -> None:
        """The data of a scope and of those in it."""
        for data in scope.data:
            given = data.fields.get("id")
            if isinstance(given, str) and given in self.declared:
                id_ = given
            else:
                id_ = self.named(data.name or data.object, given, data.store)
            self._names.artifacts[path, data.id] = id_
        for node in scope.nodes:
            if node.inner is not None:
                self.take_in(path, node.inner)

    def named(self, name: str, given: object = None, store: bool = False) -> str:
        """The artifact of a name, declared when first met."""
        if name in self._named and given is None:
            return self._named[name]
        id_ = self._namer.keep(given, name) if given else self._namer.take(name)
        self._named.setdefault(name, id_)
        artifact: dict[str, Any] = {"name": name} if name != id_ else {}
        self.declared[id_] = {**artifact, **({"kind": "data-store"} if store else {})}
        return id_


def _manifest(models: tuple[Model, ...]) -> dict[str, Any]:
    """The keys of the manifest."""
    first = models[0] if models else Model()
    name = first.name or PurePath(first.path).stem or "BPMN"
    organization: dict[str, Any] = {"name": name}
    locale = first.fields.get("locale")
    if isinstance(locale, str):
        organization["locales"] = [locale]
    manifest: dict[str, Any] = {"orgspec": 1, "organization": organization}
    if first.fields.get("scheme") == "RASCI":
        manifest["raci"] = {"scheme": "RASCI"}
    return manifest


def _remark_on_aside(part: Part, workflow: dict[str, Any], losses: list[Loss]) -> None:
    """Say which sub-processes stand beside the flow."""
    for node in part.scope.nodes:
        if is_aside(node, part.scope):
            message = say(
                "`{name}` begins by an event of its own; taken as a workflow beside `{workflow}`",
                "`{name}` 由自己的事件触发；作为 `{workflow}` 之外的独立流程",
                name=label(node) or node.id,
                workflow=part.workflow,
            )
            losses.append(Loss(message, part.path, node.line))
            workflow.setdefault("#", []).append(message.in_("en"))
