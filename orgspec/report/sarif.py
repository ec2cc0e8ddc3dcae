"""Findings as SARIF 2.1.0, for code scanning and for viewers of static analysis."""

from __future__ import annotations

import json
import re
from itertools import groupby
from typing import Any
from urllib.parse import quote

from orgspec.analysis.explanation import explain
from orgspec.analysis.registry import registry
from orgspec.analysis.rule import Rule, page_of
from orgspec.diagnostics import Diagnostic, Edit, Fix, Label, Severity
from orgspec.report.links import documentation, page_address
from orgspec.report.report import Report
from orgspec.report.text import withheld
from orgspec.source import Source, Span
from orgspec.version import __version__

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LINK = re.compile(r"\[(?=[^\[\]]*\]\()")


def render(report: Report) -> str:
    """The JSON text: one run, with the rules that found something.

    Columns are code points and the log says so (`columnKind`). Addresses are relative to
    `SRCROOT`, the root of the repository, whose own place is left open: the same specification
    gives the same bytes on every machine.
    """
    codes = sorted({finding.code for finding in report.findings})
    run = {
        "tool": {"driver": _driver(codes, report.locale)},
        "language": _language(report.locale),
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            "SRCROOT": {"description": {"text": "The root of the repository."}},
        },
        "invocations": [_invocation(report)],
        "results": [
            _result(finding, codes.index(finding.code), fingerprint, report)
            for finding, fingerprint in zip(report.findings, report.fingerprints, strict=True)
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _language(locale: str) -> str:
    """The two letters of a language, which are all that SARIF takes; English for any other."""
    tag = re.split("[-_]", locale)[0].lower()
    return tag if re.fullmatch("[a-z]{2}", tag) else "en"


def _driver(codes: list[str], locale: str) -> dict[str, Any]:
    """The tool and its rules."""
    known = registry().rules
    driver = {
        "name": "orgspec",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": documentation(),
        "rules": [_rule(known[code], locale) if code in known else {"id": code} for code in codes],
    }
    return {key: value for key, value in driver.items() if value or key == "rules"}


def _rule(rule: Rule, locale: str) -> dict[str, Any]:
    """What the page of a rule says; `name` is in Pascal case, as SARIF wants it."""
    page, chinese = page_of(rule), locale.startswith("zh")
    summary = " ".join(page.summary[chinese].split())
    whole = explain(rule, locale)
    made = {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": summary or rule.name},
        "fullDescription": {"text": page.why[chinese] or summary or rule.name},
        "help": {"text": whole, "markdown": whole},
        "helpUri": page_address(rule.code, locale),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family], "kebabName": rule.name, "since": rule.since},
    }
    return {key: value for key, value in made.items() if value}


def _invocation(report: Report) -> dict[str, Any]:
    """That the check ran to its end, and what it could not judge."""
    text = withheld(report.withheld, report.locale)
    notes = [{"level": "warning", "message": {"text": text}}] if text else []
    made: dict[str, Any] = {"executionSuccessful": True}
    return {**made, "toolExecutionNotifications": notes} if notes else made


def _result(finding: Diagnostic, index: int, fingerprint: str, report: Report) -> dict[str, Any]:
    """One finding."""
    text = finding.message.in_(report.locale)
    if finding.help is not None:
        text += "\n" + finding.help.in_(report.locale)
    made: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": _message(text),
        "locations": [_location(finding.place, report, finding.address)],
        "partialFingerprints": {"orgspec/v1": fingerprint},
    }
    if finding.related:
        made["relatedLocations"] = [
            {"id": number, **_location(label, report, label.address)}
            for number, label in enumerate(finding.related, 1)
        ]
    if finding.fix is not None:
        made["fixes"] = [_fix(finding.fix, report)]
    return made


def _message(text: str) -> dict[str, str]:
    """A message; what looks like a link but is none is escaped, as SARIF prescribes."""
    return {"text": _LINK.sub(r"\\[", text)}


def _location(label: Label, report: Report, address: str) -> dict[str, Any]:
    """A place, with its entity and what is said of it."""
    made: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": _artifact(label.source, report),
            "region": _region(label.source, label.span),
        }
    }
    if address:
        made["logicalLocations"] = [{"fullyQualifiedName": address}]
    if label.message is not None:
        made["message"] = _message(label.message.in_(report.locale))
    return made


def _artifact(source: Source, report: Report) -> dict[str, str]:
    """A file: relative to the root of the repository, or absolute where it lies outside."""
    path = report.path(source.path)
    uri = quote(path.encode("utf-8", "replace"), safe="/")
    if path.startswith("/"):
        return {"uri": f"file://{uri}"}
    return {"uri": uri, "uriBaseId": "SRCROOT"}


def _region(source: Source, span: Span) -> dict[str, int]:
    """Lines and columns from 1, the end excluded."""
    start, end = source.position(span.start), source.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _fix(fix: Fix, report: Report) -> dict[str, Any]:
    """The edits of a fix, file by file."""
    edits = sorted(fix.edits, key=lambda edit: (edit.source.path, edit.span.start))
    return {
        "description": {"text": fix.title.in_(report.locale)},
        "artifactChanges": [
            _change(list(group), report)
            for _, group in groupby(edits, key=lambda edit: edit.source.path)
        ],
    }


def _change(edits: list[Edit], report: Report) -> dict[str, Any]:
    """The edits of one file."""
    return {
        "artifactLocation": _artifact(edits[0].source, report),
        "replacements": [
            {
                "deletedRegion": _region(edit.source, edit.span),
                "insertedContent": {"text": edit.text},
            }
            for edit in edits
        ],
    }
