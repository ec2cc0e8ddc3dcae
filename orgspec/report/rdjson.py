"""Findings in the Reviewdog Diagnostic Format, for comments on a review."""

from __future__ import annotations

import json
from typing import Any

from orgspec.diagnostics import Diagnostic
from orgspec.report.links import documentation, page_address
from orgspec.report.report import Report
from orgspec.source import Source, Span


def render(report: Report) -> str:
    """The JSON text of one `DiagnosticResult`."""
    source = {"name": "orgspec", "url": documentation()}
    result = {
        "source": {key: value for key, value in source.items() if value},
        "diagnostics": [_diagnostic(each, report) for each in report.findings],
    }
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(finding: Diagnostic, report: Report) -> dict[str, Any]:
    """One finding. What can be pressed as a suggestion is whole: one edit of the file itself."""
    place = finding.place
    code = {"value": finding.code, "url": page_address(finding.code, report.locale)}
    made: dict[str, Any] = {
        "message": report.said(finding),
        "location": {
            "path": report.path(place.source.path),
            "range": _range(place.source, place.span),
        },
        "severity": finding.severity.value.upper(),
        "code": {key: value for key, value in code.items() if value},
    }
    edits = finding.fix.edits if finding.fix else ()
    if len(edits) == 1 and edits[0].source is place.source:
        (edit,) = edits
        made["suggestions"] = [{"range": _range(edit.source, edit.span), "text": edit.text}]
    return made


def _range(source: Source, span: Span) -> dict[str, Any]:
    """A range, the end excluded."""
    return {"start": _position(source, span.start), "end": _position(source, span.end)}


def _position(source: Source, offset: int) -> dict[str, int]:
    """Line and column from 1; this format counts columns in bytes of UTF-8."""
    place = source.position(offset)
    before = source.line(place.line)[: place.column - 1]
    return {"line": place.line, "column": len(before.encode("utf-8", "replace")) + 1}
