"""Which formats can be read and written: ours, and those of plugins."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from orgspec import plugins
from orgspec.graph.graph import Graph
from orgspec.interchange.exchange import Exported, Given, Imported

Importer = Callable[[tuple[Given, ...]], Imported]
Exporter = Callable[[Graph, str | None, str], Exported]
"""Of an organisation: what is exported (an address, or None for all), in which locale."""

IMPORTERS = {"bpmn": "orgspec.interchange.bpmn.importing:read_bpmn"}
EXPORTERS = {"bpmn": "orgspec.interchange.bpmn.exporting:write_bpmn"}


def importer(format_: str) -> Importer | None:
    """The importer of a format, or None if there is none.

    Raises:
        Exception: whatever loading a plugin's raises.
    """
    return cast("Importer | None", _found(IMPORTERS, "orgspec.importers", format_))


def exporter(format_: str) -> Exporter | None:
    """The exporter of a format, or None if there is none.

    Raises:
        Exception: whatever loading a plugin's raises.
    """
    return cast("Exporter | None", _found(EXPORTERS, "orgspec.exporters", format_))


def _found(ours: dict[str, str], group: str, format_: str) -> Callable[..., object] | None:
    """The function of a name: our own first, then that of a plugin."""
    if format_ in ours:
        module, _, name = ours[format_].partition(":")
        found: Callable[..., object] = getattr(import_module(module), name)
        return found
    return plugins.named(group, format_)
