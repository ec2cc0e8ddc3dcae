"""CPU seconds and memory of one kind of document in one format, as JSON: `documents.py DIR FORMAT`.

One process makes the job descriptions of a specification one after another, as `orgspec build
--jobs 1` does, and keeps none of them.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # for `python benchmarks/…`

from orgspec.cli.collector import collect_from_here
from orgspec.workspace import compile_path
from orgspec.workspace.plan import Wanted, document_of, plan
from orgspec.workspace.rendering import render_job

MARK = 200
"""After so many documents the memory is read first."""


def memory() -> float:
    """The memory of this process in MB: now where the system tells it, else at its highest."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * resource.getpagesize() / 1e6
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def measured(folder: Path, format_: str, most: int) -> dict[str, float]:
    """Make at most so many job descriptions in Chinese: their number, CPU seconds, MB."""
    compilation = compile_path(folder)
    wanted = Wanted(
        kinds=frozenset(("job-descriptions",)), formats=frozenset((format_,)),
        locales=frozenset(("zh",)),
    )  # fmt: skip
    jobs = plan(compilation, wanted)[:most]
    collect_from_here()
    os.environ.setdefault("RAYON_NUM_THREADS", "1")
    render_job(compilation.root, jobs[0], document_of(compilation, jobs[0]))
    early = memory()
    begun = time.process_time()
    for number, job in enumerate(jobs):
        render_job(compilation.root, job, document_of(compilation, job))
        if number + 1 == MARK:
            early = memory()
    taken = time.process_time() - begun
    return {"documents": len(jobs), "seconds": taken, "early": early, "late": memory()}


if __name__ == "__main__":
    most = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
    sys.stdout.write(json.dumps(measured(Path(sys.argv[1]), sys.argv[2], most)))
