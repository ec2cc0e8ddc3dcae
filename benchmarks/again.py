"""What a second run costs when little or nothing has changed, and how cost grows with size."""

from __future__ import annotations

import math
from pathlib import Path

from benchmarks.changed import change
from benchmarks.generate import write
from benchmarks.runs import LOAD, in_turns, measured, process, report

_COLD = ("check", "--no-cache", "--jobs", "1")


def measure_again(folder: Path, runs: int, scratch: Path) -> None:
    """`orgspec check` of what has not changed, against the bare load; of a small one, against none.

    The first check of each remembers its answer, the others give it. Cold checks of the small one
    and `--help` are held against a Python that does nothing, too.
    """
    small = scratch / "small"
    write(100, small)
    for each in (folder, small):
        process("-m", "orgspec", "check", str(each))
    print("check again, nothing changed")
    best = report(
        in_turns(
            runs,
            again=lambda: process("-m", "orgspec", "check", str(folder)),
            load=lambda: process("-c", LOAD, str(folder)),
            small=lambda: process("-m", "orgspec", "check", str(small)),
            small_cold=lambda: process("-m", "orgspec", "check", "--no-cache", str(small)),
            help=lambda: process("-m", "orgspec", "--help"),
            bare=lambda: process("-c", "pass"),
        )
    )
    print(f"  again / load = {best['again'] / best['load']:.3f}")
    for name in ("small", "small_cold", "help"):
        print(f"  {name} / bare = {best[name] / best['bare']:.2f}   (small: 100 roles)")


def measure_memory(folder: Path, roles: int) -> None:
    """The memory of a cold check at its highest, beyond that of a Python that does nothing."""
    bare, taken = measured()[1], measured(*_COLD, str(folder))[1]
    print(f"memory: check {taken / 1e3:.0f} MB, a bare Python {bare / 1e3:.0f} MB")
    print(f"  {(taken - bare) / roles:.1f} kB a role")


def measure_growth(scratch: Path, sizes: tuple[int, ...], runs: int) -> None:
    """The power of the number of roles with which a cold check grows, in CPU seconds."""
    print("growth of a cold check, CPU seconds")
    taken = {}
    for size in sizes:
        folder = scratch / f"grown{size}"
        write(size, folder)
        times = runs if size < 50_000 else 1
        taken[size] = min(measured(*_COLD, str(folder))[0] for _ in range(times))
        print(f"  {size:<24} min {taken[size]:8.3f} s")
    first, last = min(sizes), max(sizes)
    power = math.log(taken[last] / taken[first]) / math.log(last / first)
    print(f"  seconds grow as roles to the power of {power:.3f}")


def measure_build_again(folder: Path, only: str, scratch: Path) -> None:
    """`orgspec build` a second time: of nothing new, and after one role has another purpose.

    CPU seconds of one process, against those of the first build.
    """
    out = scratch / "again"
    arguments = ["build", str(folder), "-o", str(out), "--jobs", "1", "--locale", "zh"]
    arguments += ["--only", only or "job-descriptions"]
    print(f"build again: {only or 'job-descriptions'}, zh, one process, CPU seconds")
    taken = {}
    for name in ("first", "nothing new", "one role changed"):
        before = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
        if name == "one role changed":
            change(folder)
        taken[name] = measured(*arguments)[0]
        files = [path for path in out.rglob("*") if path.is_file() and path.name != "manifest.json"]
        made = sum(before.get(path) != path.stat().st_mtime_ns for path in files)
        print(
            f"  {name:<24} {taken[name]:8.2f} s   {made} of {len(files)} files made   "
            f"/ first = {taken[name] / taken['first']:.3f}"
        )
