"""What `orgspec check` writes for machines: the forms of a report, and counts by code."""

from __future__ import annotations

from orgspec.cli.terminal import Terminal
from orgspec.diagnostics import say
from orgspec.workspace import Compilation

FORMS = ("text", "json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown")
"""The values of `--format`; all but `text` are those of `orgspec.report.formats`."""


def reported(compilation: Compilation, terminal: Terminal, form: str) -> str:
    """The findings of a check in a form other than `text`: all that the profile shows."""
    from orgspec.report.formats import render
    from orgspec.report.report import Report
    from orgspec.workspace.repository import base_of

    entities = sum(1 for _ in compilation.organisation.entities())
    report = Report(
        compilation.shown,
        compilation.files,
        entities,
        terminal.locale,
        base_of(compilation.root),
        compilation.withheld,
    )
    return render(form, report)


def statistics(compilation: Compilation, terminal: Terminal, form: str) -> str:
    """How many findings of each code, the most frequent first; as text or as JSON.

    `[*]` marks codes of which some have a safe fix, `[-]` those with unsafe ones only.
    """
    import json

    counts: dict[tuple[str, str], int] = {}
    for each in compilation.shown:
        counts[each.code, each.name] = counts.get((each.code, each.name), 0) + 1
    fixes = {(d.code, d.fix.safe) for d in compilation.shown if d.fix is not None}
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if form == "text":
        marks = {code: f"{_mark(code, fixes):3} " if fixes else "" for (code, _), _ in rows}
        lines = [f"{n:6}  {code}  {marks[code]}{name}\n" for (code, name), n in rows]
        return "".join(lines) + _legend(fixes, terminal.locale)
    if form != "json":
        message = say(
            "`--statistics` comes as text or json, not as {form}",
            "`--statistics` 只有 text 与 json 格式，没有 {form}",
            form=form,
        )
        terminal.fail(message)
    listed = [
        {"code": code, "name": name, "count": n, "fixable": _FIXABLE[_mark(code, fixes)]}
        for (code, name), n in rows
    ]
    return json.dumps({"version": 1, "statistics": listed}, ensure_ascii=False, indent=2) + "\n"


_FIXABLE = {"[*]": "safe", "[-]": "unsafe", "": None}


def _mark(code: str, fixes: set[tuple[str, bool]]) -> str:
    """How findings of a code can be fixed."""
    if (code, True) in fixes:
        return "[*]"
    return "[-]" if (code, False) in fixes else ""


def _legend(fixes: set[tuple[str, bool]], locale: str) -> str:
    """What the marks mean, if there are any."""
    used = {_mark(code, fixes) for code, _ in fixes}
    said = {
        "[*]": say("[*] `--fix` mends some", "[*] `--fix` 可修复部分"),
        "[-]": say("[-] `--fix --unsafe-fixes` does", "[-] 须用 `--fix --unsafe-fixes`"),
    }
    line = " · ".join(text.in_(locale) for mark, text in said.items() if mark in used)
    return f"{line}\n" if line else ""
