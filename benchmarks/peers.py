"""Measures orgspec beside tools that people run on the same files: `peers.py --roles 1000`.

- yamllint and check-jsonschema read the very files of a generated organisation.
- agenraci reads the same responsibilities as a charter in its own form; orgspec then reads them alone
  too, so that both judge the same.
- bpmnlint reads the workflows as BPMN, if `ORGSPEC_BPMN_TOOLS` names a folder with its `node_modules`.

Each finds other things; the figures say what it costs to ask them all, not which is better. What is
not installed is left out. All are processes of their own, taken in turns.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # for `python benchmarks/…`

from benchmarks.generate import write
from benchmarks.runs import Run, in_turns, process, report
from orgspec.workspace import Compilation, compile_path

SCHEMA = Path(__file__).resolve().parents[1] / "schemas" / "orgspec-1.schema.json"


def tool(command: Sequence[str]) -> Run:
    """Run a tool; what it finds is its own business, that it runs at all is ours."""
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    if done.returncode > 1 or "Traceback" in done.stderr:
        raise SystemExit(f"{' '.join(command)[:200]}\n{done.stdout[-1000:]}{done.stderr[-1000:]}")
    return Run(seconds, done.stdout)


def beside(name: str) -> str | None:
    """A tool of this environment, or of the machine."""
    own = Path(sys.executable).with_name(name)
    return str(own) if own.exists() else shutil.which(name)


def responsibilities(compilation: Compilation) -> tuple[dict[str, object], dict[str, object]]:
    """Who does what, and nothing else: as our specification, and as a charter of agenraci."""
    organisation, graph = compilation.organisation, compilation.graph
    duties: dict[str, object] = {}
    actions: dict[str, object] = {}
    for duty in organisation.duties.values():
        row = graph.row(duty)
        letters = {letter: list(row.roles(letter)) for letter in "ARCI"}
        if len(letters["A"]) != 1 or len(letters["R"]) < 1:
            continue
        duties[duty.id] = {"raci": {key: ids for key, ids in letters.items() if ids}}
        actions[duty.id] = {
            "responsible": letters["R"][0],
            "accountable": letters["A"][0],
            "consulted": letters["C"],
            "informed": letters["I"],
        }
    roles = list(organisation.roles)
    ours: dict[str, object] = {
        "roles": {role: {"reports_to": "none"} for role in roles},
        "duties": duties,
    }
    members = [{"name": f"m{i}", "type": "human", "role": role} for i, role in enumerate(roles)]
    charter: dict[str, object] = {
        "project": "peers", "roles": roles, "members": members, "actions": actions,
    }  # fmt: skip
    return ours, charter


def measure_files(folder: Path, runs: int) -> None:
    """The same files, read by each."""
    files = [str(path) for path in sorted(folder.rglob("*.yaml"))]
    size = sum(Path(path).stat().st_size for path in files)
    print(f"the same {len(files)} files, {size / 1e6:.1f} MB")
    jobs: dict[str, Callable[[], Run]] = {
        "orgspec check": lambda: process("-m", "orgspec", "check", "--no-cache", str(folder)),
        "orgspec check, again": lambda: process("-m", "orgspec", "check", str(folder)),
    }
    process("-m", "orgspec", "check", str(folder))  # so that there is something to remember
    if (schema := beside("check-jsonschema")) is not None:
        jobs["check-jsonschema"] = lambda: tool([schema, "--schemafile", str(SCHEMA), *files])
    if (lint := beside("yamllint")) is not None:
        jobs["yamllint"] = lambda: tool([lint, "-d", "relaxed", "--no-warnings", str(folder)])
    report(in_turns(runs, **jobs))


def measure_responsibilities(compilation: Compilation, scratch: Path, runs: int) -> None:
    """The same responsibilities, in the form of each."""
    charter_tool = beside("agenraci")
    if charter_tool is None:
        return
    ours, charter = responsibilities(compilation)
    spec, other = scratch / "raci.yaml", scratch / "charter.yaml"
    spec.write_text(yaml.safe_dump(ours, allow_unicode=True, sort_keys=False), encoding="utf-8")
    other.write_text(yaml.safe_dump(charter, allow_unicode=True, sort_keys=False), encoding="utf-8")
    print(f"the same {len(compilation.organisation.duties)} responsibilities")
    report(
        in_turns(
            runs,
            **{
                "orgspec check": lambda: process("-m", "orgspec", "check", "--no-cache", str(spec)),
                "agenraci validate": lambda: tool([charter_tool, "validate", str(other)]),
            },
        )
    )


def measure_workflows(folder: Path, scratch: Path, runs: int) -> None:
    """The same workflows: our rules for workflows, and bpmnlint on their BPMN."""
    modules = os.environ.get("ORGSPEC_BPMN_TOOLS", "")
    lint = Path(modules) / "node_modules" / ".bin" / "bpmnlint"
    if not modules or not lint.exists():
        return
    model = scratch / "workflows.bpmn"
    process("-m", "orgspec", "export", "bpmn", str(folder), "-o", str(model))
    rules = scratch / ".bpmnlintrc"
    rules.write_text('{"extends": "bpmnlint:recommended"}', encoding="utf-8")
    print("the same workflows")
    command = ["check", "--no-cache", "--select", "WFL", str(folder)]
    report(
        in_turns(
            runs,
            **{
                "orgspec check": lambda: process("-m", "orgspec", *command),
                "bpmnlint": lambda: tool([str(lint), "-c", str(rules), str(model)]),
            },
        )
    )


def main() -> None:
    """Read the command line, make the organisation, measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--roles", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="orgspec-peers-") as name:
        scratch = Path(name)
        os.environ["ORGSPEC_CACHE_DIR"] = str(scratch / "cache")
        folder = scratch / "spec"
        write(arguments.roles, folder)
        measure_files(folder, arguments.runs)
        measure_responsibilities(compile_path(folder), scratch, arguments.runs)
        measure_workflows(folder, scratch, arguments.runs)


if __name__ == "__main__":
    main()
