"""Findings as a Code Quality report of GitLab: a list in the form of Code Climate."""

from __future__ import annotations

import json

from orgspec.diagnostics import Severity
from orgspec.report.report import Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> str:
    """The JSON text; paths from the root of the repository, fingerprints that no line moves."""
    entries = [
        {
            "description": finding.message.in_(report.locale),
            "check_name": f"{finding.code} {finding.name}",
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": report.path(finding.place.source.path),
                "lines": {"begin": finding.place.source.position(finding.place.span.start).line},
            },
        }
        for finding, fingerprint in zip(report.findings, report.fingerprints, strict=True)
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
