"""Seconds of three checks in memory, each after a change in one file, as JSON: `recheck.py DIR JOBS`.

As in `orgspec check --watch`: the collector is off, and runs while the next change is waited for.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.changed import change
from orgspec.cli.collector import collect_while_waiting
from orgspec.workspace import compile_path
from orgspec.workspace.memory import Memory

if __name__ == "__main__":
    gc.disable()
    folder, jobs = Path(sys.argv[1]), int(sys.argv[2])
    memory = Memory()
    seconds = []
    for _ in range(4):
        start = time.perf_counter()
        compile_path(folder, jobs=jobs, memory=memory)
        seconds.append(time.perf_counter() - start)
        collect_while_waiting()
        change(folder)
    sys.stdout.write(json.dumps(seconds[1:]))
    sys.stdout.flush()
    os._exit(0)
