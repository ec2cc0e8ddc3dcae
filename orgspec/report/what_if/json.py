"""The consequences of a change for machines: the JSON form, version 1."""

from __future__ import annotations

import json
from typing import Any

from orgspec.analysis.consequence import Consequences
from orgspec.diagnostics import Diagnostic
from orgspec.graph.graph import Graph
from orgspec.graph.rows import Row
from orgspec.graph.supposing.deputising import TakingOver
from orgspec.report.what_if.chains import Chain, chains
from orgspec.report.what_if.sections import worked
from orgspec.report.what_if.sentence import sentence


def render(told: Consequences, locale: str) -> str:
    """The JSON text: entities by address, sentences in `locale`, lines and columns from 1."""
    result = {
        "version": 1,
        "change": _change(told),
        "harmless": told.harmless,
        "summary": sentence(told, locale),
        "lacks": [
            _lack(told.before, chain, locale)
            for chain in chains(told.before, told.after, told.lacks)
        ],
        "deputies": [_taken(told, each) for each in told.taken],
        "findings": [_finding(each, locale) for each in told.findings],
        "withheld": list(told.withheld),
    }
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def _change(told: Consequences) -> dict[str, Any]:
    """What is supposed."""
    if told.merged is not None:
        return {"merge": [role.address for role in told.merged]}
    return {"remove": [entity.address for entity in told.removed]}


def _lack(graph: Graph, chain: Chain, locale: str) -> dict[str, Any]:
    """Something that nobody is left for, with what stands behind."""
    origin = graph.program.origins.get(chain.entity.address)
    line = origin.source.position(origin.span().start).line if origin is not None else None
    return {
        "missing": chain.want.value,
        "address": chain.entity.address,
        "name": chain.entity.in_(locale),
        "functions": [function.address for function in chain.functions],
        "duty": chain.duty.address if chain.duty is not None else None,
        "roles": [party.address for party in (*chain.roles, *chain.parties)],
        "people": [person.address for person in chain.people],
        "path": origin.source.path if origin is not None else None,
        "line": line,
    }


def _taken(told: Consequences, taken: TakingOver) -> dict[str, Any]:
    """A post whose work a deputy takes over."""
    return {
        "role": taken.role.address,
        "deputy": taken.deputy.address,
        "people": [person.address for person in taken.people],
        "takes_over": [_work(row, letters) for row, letters in worked(told, taken)],
    }


def _work(row: Row, letters: str) -> dict[str, str]:
    """A duty or step and the letters by which it is taken over."""
    return {"address": row.address, "letters": letters}


def _finding(finding: Diagnostic, locale: str) -> dict[str, Any]:
    """What a rule says."""
    start = finding.place.source.position(finding.place.span.start)
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message.in_(locale),
        "help": finding.help.in_(locale) if finding.help is not None else None,
        "address": finding.address,
        "path": finding.place.source.path,
        "line": start.line,
        "column": start.column,
    }
