"""CPU seconds of one check, by stage and by rule, as JSON: `stages.py DIR`.

One process, cold, the garbage collector off as in `orgspec check`. What several rules share is
worked out, and so counted, in the first of them that asks.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from pathlib import Path

from orgspec.analysis.context import Context
from orgspec.analysis.registry import registry
from orgspec.config import Overrides, selection_of, today_of
from orgspec.model.linking import link
from orgspec.model.lowering import lower
from orgspec.model.program import Program
from orgspec.source import Span
from orgspec.syntax.limits import DEFAULT_LIMITS
from orgspec.syntax.problems import Problem
from orgspec.syntax.reader import Tree
from orgspec.workspace.discovery import files_below, locate
from orgspec.workspace.reading import read_all


def compiled(folder: Path) -> tuple[Program, dict[str, float]]:
    """The specification in a folder with its manifest, and the CPU seconds of each stage."""
    begun = time.process_time()
    problems: list[Problem] = []
    root, manifest, _ = locate(folder)
    trees, main = read_all(
        root, list(files_below(root, problems)), manifest, problems, DEFAULT_LIMITS, None
    )
    read = time.process_time()
    lowering = lower(trees, main)
    organisation = lowering.organisation()
    lowered = time.process_time()
    links = link(organisation)
    linked = time.process_time()
    anchor: Tree = main or trees[0]
    program = Program(
        organisation, links, lowering.origins, lowering.problems, (), (anchor.source, Span(0, 0))
    )
    stages = {"reading": read - begun, "lowering": lowered - read, "linking": linked - lowered}
    return program, stages


def rules(program: Program) -> dict[str, float]:
    """Code → the CPU seconds of each rule that runs by default."""
    selection = selection_of(program.organisation, Overrides())
    context = Context(program, today_of(program.organisation, Overrides()))
    taken = {}
    for rule in registry().rules.values():
        if selection.runs(rule) and not rule.last:
            begun = time.process_time()
            for _ in rule.check(context):
                pass
            taken[rule.code] = time.process_time() - begun
    return taken


if __name__ == "__main__":
    gc.disable()
    program, stages = compiled(Path(sys.argv[1]))
    steps = len(program.organisation.steps)
    sys.stdout.write(json.dumps({"stages": stages, "steps": steps, "rules": rules(program)}))
