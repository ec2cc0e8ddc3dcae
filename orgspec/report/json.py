"""Findings for machines: the JSON form, version 1."""

from __future__ import annotations

import json
from typing import Any

from orgspec.diagnostics import Diagnostic, Edit, Label
from orgspec.report.report import Report


def render(report: Report) -> str:
    """The JSON text of a check; paths are relative to the manifest, as `document` has them."""
    return document(report.findings, report.files, report.entities, report.locale)


def document(diagnostics: tuple[Diagnostic, ...], files: int, entities: int, locale: str) -> str:
    """The JSON text of a check; lines and columns from 1, columns in code points."""
    counts = {"error": 0, "warning": 0, "info": 0}
    for diagnostic in diagnostics:
        counts[diagnostic.severity.value] += 1
    result = {
        "version": 1,
        "summary": {**counts, "files": files, "entities": entities},
        "diagnostics": [_diagnostic(each, locale) for each in diagnostics],
    }
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(diagnostic: Diagnostic, locale: str) -> dict[str, Any]:
    """One finding."""
    fix = diagnostic.fix
    return {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message.in_(locale),
        "help": diagnostic.help.in_(locale) if diagnostic.help else None,
        "address": diagnostic.address,
        **_place(diagnostic.place),
        "related": [
            {**_place(label), "message": label.message.in_(locale) if label.message else None}
            for label in diagnostic.related
        ],
        "fix": None
        if fix is None
        else {
            "safe": fix.safe,
            "title": fix.title.in_(locale),
            "edits": [_edit(edit) for edit in fix.edits],
        },
    }


def _place(label: Label | Edit) -> dict[str, Any]:
    """A place as path, lines and columns."""
    start = label.source.position(label.span.start)
    end = label.source.position(label.span.end)
    return {
        "path": label.source.path,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
    }


def _edit(edit: Edit) -> dict[str, Any]:
    """A piece of text to be replaced."""
    return {**_place(edit), "text": edit.text}
