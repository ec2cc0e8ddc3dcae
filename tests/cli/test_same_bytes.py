"""The same specification gives the same files: wherever, whenever and by whomever it is built."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

# Few documents, but in every format, and enough of them for a second process.
SPEC = """
organization: {name: 远航, locales: [zh]}
departments: {sales: {head: manager}}
roles:
  manager: {name: 经理, reports_to: none, department: sales}
  clerk: {reports_to: manager, department: sales, headcount: 2}
duties: {letters: {name: Letters, raci: {A: manager, R: clerk}}}
"""
FAR = {"LC_ALL": "zh_CN.UTF-8", "LANG": "zh_CN.UTF-8", "TZ": "America/New_York",
       "PYTHONHASHSEED": "1", "USER": "zhang", "LOGNAME": "zhang"}  # fmt: skip
NEAR = {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "0", "USER": "smith", "LOGNAME": "smith"}


def built(folder: Path, jobs: int, world: dict[str, str]) -> list[dict[str, Any]]:
    """What `manifest.json` says of a build in a process of its own."""
    (folder / "home").mkdir(parents=True)
    spec = folder / "spec"
    spec.mkdir()
    (spec / "orgspec.yaml").write_text(SPEC, encoding="utf-8")
    stamp = 1_000_000_000 * jobs
    os.utime(spec / "orgspec.yaml", (stamp, stamp))
    kept = {"PATH": os.environ["PATH"], "HOME": str(folder / "home"), **world}
    kept |= {name: os.environ[name] for name in ("SYSTEMROOT", "PYTHONPATH") if name in os.environ}
    command = [sys.executable, "-m", "orgspec", "build", ".", "-o", "../out", "--jobs", str(jobs)]
    done = subprocess.run(command, cwd=spec, env=kept, capture_output=True, timeout=300)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    listing = json.loads((folder / "out" / "manifest.json").read_text(encoding="utf-8"))
    artifacts: list[dict[str, Any]] = listing["artifacts"]
    return artifacts


def test_time_place_language_user_and_processes_do_not_matter(tmp_path: Path) -> None:
    near = built(tmp_path / "near", 1, NEAR)
    far = built(tmp_path / "far 远" / "deep", 2, FAR)
    assert {each["format"] for each in near} >= {"pdf", "docx", "xlsx", "html", "svg", "png"}
    assert [each for each in far if each not in near] == []
    assert len(near) == len(far)
