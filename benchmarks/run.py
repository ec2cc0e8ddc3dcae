"""Measures orgspec against what it cannot be faster than: reading the same YAML with libyaml.

All runs are processes of their own, taken in turns, so that what else the machine does falls on
both sides alike. Read the minimum; the median says how quiet the machine was.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # for `python benchmarks/…`

from benchmarks.again import measure_again, measure_build_again, measure_growth, measure_memory
from benchmarks.changed import measure_changed
from benchmarks.generate import write
from benchmarks.runs import LOAD, Run, in_turns, machine, process, report


def measure_check(folder: Path, runs: int) -> None:
    """`orgspec check`, cold, in one process and in two, against the bare load of the same bytes."""
    files = list(folder.rglob("*.yaml"))
    size = sum(path.stat().st_size for path in files)
    print(f"check, cold: {len(files)} files, {size / 1e6:.1f} MB")
    check = ("-m", "orgspec", "check", "--no-cache", str(folder), "--jobs")
    taken = in_turns(
        runs,
        check=lambda: process(*check, "1"),
        load=lambda: process("-c", LOAD, str(folder)),
        two=lambda: process(*check, "2"),
    )
    best = report(taken)
    bare = min(float(run.output) for run in taken["load"])
    print(f"  {'load, without start-up':<24} min {bare:8.3f} s")
    print(
        f"  check / load = {best['check'] / best['load']:.2f}   (without the loader's start-up: "
        f"{best['check'] / bare:.2f})"
    )
    print(f"  two processes / load = {best['two'] / best['load']:.2f}")
    print(f"  it said: {taken['check'][-1].output.strip().splitlines()[-1:]}")


def measure_rules(folder: Path, runs: int) -> None:
    """The rules against the reading of the files, in CPU seconds of one process; least of each.

    The share of the workflows (shape, soundness, time, separation) is held against the bare load.
    """
    script = str(Path(__file__).with_name("stages.py"))
    taken = in_turns(
        runs,
        rules=lambda: process(script, str(folder)),
        load=lambda: process("-c", LOAD.replace("perf_counter", "process_time"), str(folder)),
    )
    told = [json.loads(run.output) for run in taken["rules"]]
    bare = min(float(run.output) for run in taken["load"])
    stages = {name: min(t["stages"][name] for t in told) for name in told[0]["stages"]}
    rules = {code: min(t["rules"][code] for t in told) for code in told[0]["rules"]}
    total = min(sum(t["rules"].values()) for t in told)
    print("rules, CPU seconds")
    for name, seconds in {**stages, f"{len(rules)} rules": total}.items():
        print(f"  {name:<24} min {seconds:8.3f} s")
    flows = min(
        sum(s for code, s in t["rules"].items() if code[:3] in ("WFL", "TIM", "SOD")) for t in told
    )
    print(f"  {'bare load':<24} min {bare:8.3f} s")
    print(f"  rules / reading = {total / stages['reading']:.2f}, rules / load = {total / bare:.2f}")
    print(f"  workflows, {told[0]['steps']} steps: {flows:.3f} s, / load = {flows / bare:.2f}")
    for code in sorted(rules, key=lambda code: -rules[code])[:15]:
        print(f"  {code:<24} min {rules[code] * 1000:8.1f} ms")


def measure_start(runs: int) -> None:
    """`orgspec --version` and `--help` against a Python that does nothing."""
    print("start")
    best = report(
        in_turns(
            runs,
            version=lambda: process("-m", "orgspec", "--version"),
            help=lambda: process("-m", "orgspec", "--help"),
            bare=lambda: process("-c", "pass"),
        )
    )
    for name in ("version", "help"):
        print(f"  {name} / bare = {best[name] / best['bare']:.2f}")


def measure_documents(folder: Path, runs: int, scratch: Path) -> None:
    """Job descriptions in each format: CPU seconds of one core, against the bare load; memory.

    Then the whole build of them as PDF in one process and in two, by the clock.
    """
    script = str(Path(__file__).with_name("documents.py"))

    def one(format_: str) -> Callable[[], Run]:
        return lambda: process(script, str(folder), format_)

    taken = in_turns(
        runs,
        pdf=one("pdf"),
        docx=one("docx"),
        html=one("html"),
        load=lambda: process("-c", LOAD.replace("perf_counter", "process_time"), str(folder)),
    )
    bare = min(float(run.output) for run in taken.pop("load"))
    print(f"documents, CPU seconds of one core (bare load {bare:.3f} s)")
    for format_, made in taken.items():
        told = [json.loads(run.output) for run in made]
        best = min(told, key=lambda each: each["seconds"])
        print(
            f"  {best['documents']} job descriptions as {format_:<5} min {best['seconds']:7.2f} s   "
            f"/ load = {best['seconds'] / bare:5.1f}   memory {best['early']:.0f} MB, at the end "
            f"{best['late']:.0f} MB ({best['late'] / best['early'] - 1:+.0%})"
        )
    arguments = ["-m", "orgspec", "build", str(folder), "--only", "job-descriptions"]
    arguments += [
        "--format",
        "pdf",
        "--locale",
        "zh",
        "-o",
        str(scratch / "jobs"),
        "--no-cache",
        "--jobs",
    ]
    best_of = report(
        in_turns(
            runs,
            **{f"--jobs {n}": lambda n=n: process(*arguments, str(n)) for n in (1, 2)},
        )
    )
    print(f"  --jobs 1 / --jobs 2 = {best_of['--jobs 1'] / best_of['--jobs 2']:.2f}")


def measure_build(folder: Path, only: str, scratch: Path) -> None:
    """`orgspec build`: documents a second, the process's start-up included."""
    out = scratch / "documents"
    arguments = ["-m", "orgspec", "build", str(folder), "-o", str(out)]
    taken = process(*arguments, *(["--only", only] if only else []))
    documents = [path for path in out.rglob("*") if path.is_file() and path.name != "manifest.json"]
    size = sum(path.stat().st_size for path in documents)
    print(
        f"build {only or 'all'}: {len(documents)} documents, {size / 1e6:.1f} MB "
        f"in {taken.seconds:.1f} s: {len(documents) / taken.seconds:.1f} a second"
    )
    by_format: dict[str, int] = {}
    for path in documents:
        by_format[path.suffix] = by_format.get(path.suffix, 0) + 1
    print(f"  {json.dumps(by_format)}")


def main() -> None:
    """Read the command line, make the organisations, measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--roles", type=int, default=10_000, help="roles of what is checked")
    parser.add_argument("--runs", type=int, default=5, help="how often each is run")
    parser.add_argument(
        "--build-roles", type=int, default=100, help="roles of what is built; 0: no build"
    )
    parser.add_argument(
        "--only", default="", help="kinds of documents to build, as of `build --only`"
    )
    parser.add_argument("--folder", type=Path, help="check this folder instead of a made-up one")
    parser.add_argument("--parts", default="check,rules,start,build", help="what to measure")
    parser.add_argument(
        "--sizes", default="1000,10000", help="roles of the part `growth`; 100000 takes minutes"
    )
    parser.add_argument(
        "--document-roles", type=int, default=1000, help="roles of the part `documents`"
    )
    arguments = parser.parse_args()
    parts = set(arguments.parts.split(","))
    print(machine())
    with tempfile.TemporaryDirectory(prefix="orgspec-benchmark-") as name:
        scratch = Path(name)
        folder = arguments.folder or scratch / "checked"
        if arguments.folder is None and parts & {"check", "rules", "again", "changed", "memory"}:
            write(arguments.roles, folder)
        if "check" in parts:
            measure_check(folder, arguments.runs)
        if "again" in parts:
            measure_again(folder, arguments.runs, scratch)
        if "changed" in parts:
            measure_changed(folder, arguments.runs, scratch)
        if "memory" in parts:
            measure_memory(folder, arguments.roles)
        if "growth" in parts:
            sizes = tuple(int(size) for size in arguments.sizes.split(","))
            measure_growth(scratch, sizes, arguments.runs)
        if "rules" in parts:
            measure_rules(folder, arguments.runs)
        if "start" in parts:
            measure_start(max(arguments.runs, 10))
        if "documents" in parts:
            described = arguments.folder or scratch / "described"
            if arguments.folder is None:
                write(arguments.document_roles, described)
            measure_documents(described, arguments.runs, scratch)
        if "build" in parts and arguments.build_roles:
            built = scratch / "built"
            write(arguments.build_roles, built)
            measure_build(built, arguments.only, scratch)
        if "build-again" in parts and arguments.build_roles:
            again = scratch / "built-again"
            write(arguments.build_roles, again)
            measure_build_again(again, arguments.only, scratch)


if __name__ == "__main__":
    main()
