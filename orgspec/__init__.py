"""orgspec: a compiler for organisations.

The public API is small and loaded when first used, so that importing it costs nothing:

- `compile_path(path)` reads, compiles and checks a specification: a `Compilation`.
- `Organisation` is what it holds; `Diagnostic` is one finding.
- `rule`, `Finding` and `Context` are for plugins that bring checks, `View` and `Renderer` name
  what plugins bring as documents and formats.
"""

from __future__ import annotations

from orgspec.version import __version__

TYPE_CHECKING = False  # as `typing` has it, whose import takes longer than all of `--version`
if TYPE_CHECKING:
    from typing import Any

    from orgspec.analysis.context import Context
    from orgspec.analysis.rule import Finding, rule
    from orgspec.diagnostics import Diagnostic, Severity, say
    from orgspec.document import Document, Renderer, View
    from orgspec.model.organisation import Organisation
    from orgspec.workspace import Compilation, SpecNotFoundError, compile_path

_HOMES = {
    "Compilation": "orgspec.workspace",
    "Context": "orgspec.analysis.context",
    "Diagnostic": "orgspec.diagnostics",
    "Document": "orgspec.document",
    "Finding": "orgspec.analysis.rule",
    "Organisation": "orgspec.model.organisation",
    "Renderer": "orgspec.document",
    "Severity": "orgspec.diagnostics",
    "SpecNotFoundError": "orgspec.workspace",
    "View": "orgspec.document",
    "compile_path": "orgspec.workspace",
    "rule": "orgspec.analysis.rule",
    "say": "orgspec.diagnostics",
}

__all__ = [
    "Compilation",
    "Context",
    "Diagnostic",
    "Document",
    "Finding",
    "Organisation",
    "Renderer",
    "Severity",
    "SpecNotFoundError",
    "View",
    "__version__",
    "compile_path",
    "rule",
    "say",
]


def __getattr__(name: str) -> Any:
    """Load a public name from its home when it is first asked for."""
    import importlib

    if name not in _HOMES:
        raise AttributeError(f"module 'orgspec' has no attribute '{name}'")
    return getattr(importlib.import_module(_HOMES[name]), name)
