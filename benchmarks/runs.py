"""Processes that are measured: each of its own, taken in turns."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

LOAD = """
import sys, time, yaml
from pathlib import Path
texts = [path.read_bytes() for path in sorted(Path(sys.argv[1]).rglob("*.yaml"))]
start = time.perf_counter()
for text in texts:
    yaml.load(text, yaml.CSafeLoader)
print(time.perf_counter() - start)
"""


MEASURED = """
import resource, sys, time
sys.argv = {arguments!r}
if len(sys.argv) > 1:
    from orgspec.__main__ import answered  # `main` would end the process at once
    try:
        answered(sys.argv[1:])
    except SystemExit:
        pass
kilo = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(time.process_time(), kilo // 1024 if sys.platform == "darwin" else kilo)
"""
"""Runs the command line inside one process; its last words are CPU seconds and kB at most."""


# An installed orgspec has its bytecode; a checkout on a machine that writes none would compile
# every module in every run.
_ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "ORGSPEC_CACHE_DIR": str(Path(tempfile.gettempdir()) / "orgspec-benchmark-records"),
    "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "orgspec-benchmark-bytecode"),
}


def machine() -> str:
    """What the figures were taken on."""
    cores = os.process_cpu_count() if hasattr(os, "process_cpu_count") else os.cpu_count()
    facts = [platform.platform(), f"Python {platform.python_version()}", f"{cores} cores"]
    for path, key in (("/proc/cpuinfo", "model name"), ("/proc/meminfo", "MemTotal")):
        try:
            lines = Path(path).read_text(encoding="utf-8").splitlines()
        except OSError:  # not Linux
            continue
        facts += [line.partition(":")[2].strip() for line in lines if line.startswith(key)][:1]
    return ", ".join(facts)


class Run(NamedTuple):
    """One process: how long it took and what it said."""

    seconds: float
    output: str


def process(*arguments: str) -> Run:
    """Run Python with arguments; exits with what the process said if it goes wrong."""
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+") as errors:
        child = subprocess.Popen(
            [sys.executable, *arguments],
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            env=_ENVIRONMENT,
        )
        output, _ = child.communicate()
        seconds = time.perf_counter() - start
        errors.seek(0)
        if child.returncode not in (0, 1):
            raise SystemExit(f"{' '.join(arguments)}\n{output[-2000:]}{errors.read()[-4000:]}")
    return Run(seconds, output)


def in_turns(runs: int, **jobs: Callable[[], Run]) -> dict[str, list[Run]]:
    """Run every job so many times, one after the other in each round."""
    taken: dict[str, list[Run]] = {name: [] for name in jobs}
    for _ in range(runs):
        for name, job in jobs.items():
            taken[name].append(job())
    return taken


def report(taken: dict[str, list[Run]]) -> dict[str, float]:
    """Print minimum and median of each job; give the minima."""
    best = {}
    for name, runs in taken.items():
        seconds = [run.seconds for run in runs]
        best[name] = min(seconds)
        print(f"  {name:<24} min {min(seconds):8.3f} s   median {median(seconds):8.3f} s")
    return best


def measured(*arguments: str) -> tuple[float, int]:
    """CPU seconds and the highest memory in kB of a run of orgspec, or of nothing."""
    told = process("-c", MEASURED.format(arguments=["orgspec", *arguments])).output.split()
    return float(told[-2]), int(told[-1])
