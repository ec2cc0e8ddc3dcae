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

from orgspec.analysis.registry import registry
from orgspec.analysis.stopwatch import Stopwatch
from orgspec.workspace import compile_path

if __name__ == "__main__":
    gc.disable()
    registry()  # what is imported once counts as start-up
    watch = Stopwatch(clock=time.process_time)
    compilation = compile_path(Path(sys.argv[1]), watch=watch)
    steps = len(compilation.organisation.steps)
    told = {"stages": watch.stages, "steps": steps, "rules": watch.rules}
    sys.stdout.write(json.dumps(told))
