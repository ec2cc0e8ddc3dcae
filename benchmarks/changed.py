"""What a check costs after one file of a specification has changed: in memory, and as a new process."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from benchmarks.runs import LOAD, Run, in_turns, process, report


def measure_changed(folder: Path, runs: int, scratch: Path) -> None:
    """A check after one file has changed, against the bare load of all bytes.

    In memory (`check --watch`) in one process and in two; as a new process, which the first time
    reads all and leaves what it had loaded, and later takes that up.
    """
    mine = scratch / "changed"
    shutil.copytree(folder, mine)
    script = str(Path(__file__).with_name("recheck.py"))

    def anew() -> Run:
        change(mine)
        return process("-m", "orgspec", "check", str(mine))

    print("check, one file changed")
    process("-m", "orgspec", "check", str(mine))
    first = anew().seconds
    taken = in_turns(
        runs,
        one=lambda: process(script, str(mine), "1"),
        two=lambda: process(script, str(mine), "2"),
        anew=anew,
        load=lambda: process("-c", LOAD, str(folder)),
    )
    bare = min(float(run.output) for run in taken["load"])
    for name, title in (("one", "in memory, one process"), ("two", "in memory, two processes")):
        told = [json.loads(run.output) for run in taken.pop(name)]
        best = min(min(each) for each in told)
        print(f"  {title:<24} min {best:8.3f} s   / bare load = {best / bare:.3f}")
    best_of = report(taken)
    print(f"  anew / load = {best_of['anew'] / best_of['load']:.2f}")
    print(f"  the first time: {first:.3f} s, / load = {first / best_of['load']:.2f}")


def change(folder: Path) -> None:
    """Give the first role of the last file of roles another purpose, each time another one."""
    path = max(folder.rglob("roles.yaml"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("purpose: {zh: ", "purpose: {zh: 现", 1), encoding="utf-8")
