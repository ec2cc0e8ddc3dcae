"""`orgspec check --watch`: as a real process."""

import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.workspace.specs import DIRECTOR, spec

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30.0


@contextmanager
def watching(folder: Path) -> Iterator[tuple["subprocess.Popen[str]", "queue.Queue[str]"]]:
    """A check that watches a folder, and the lines that it writes; it ends with the test."""
    arguments = [sys.executable, "-m", "orgspec", "--lang", "en", "check", str(folder), "--watch"]
    process = subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT
    )
    lines: queue.Queue[str] = queue.Queue()

    def read() -> None:
        assert process.stdout is not None
        for line in process.stdout:
            lines.put(line)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    try:
        yield process, lines
    finally:
        process.kill()
        process.wait()
        reader.join()


def wait_for(lines: "queue.Queue[str]", text: str) -> str:
    """All that was written up to a line that holds a text."""
    seen = ""
    while text not in seen:
        seen += lines.get(timeout=PATIENCE)
    return seen


def test_it_checks_again_on_every_change_and_ends_with_the_last_status(tmp_path: Path) -> None:
    spec(tmp_path, {"orgspec.yaml": DIRECTOR})
    with watching(tmp_path) as (process, lines):
        assert "no problems" in wait_for(lines, "waiting for changes")
        spec(tmp_path, {"more.yaml": "roles: {clerk: {reports_to: nobody-known}}\n"})
        seen = wait_for(lines, "waiting for changes")
        assert "REF001" in seen
        assert "\x1b" not in seen
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 1


def test_it_outlives_a_manifest_that_is_gone_for_a_while(tmp_path: Path) -> None:
    spec(tmp_path, {"orgspec.yaml": DIRECTOR})
    with watching(tmp_path) as (process, lines):
        wait_for(lines, "waiting for changes")
        (tmp_path / "orgspec.yaml").rename(tmp_path / "aside.txt")
        assert "orgspec init" in wait_for(lines, "waiting for changes")
        (tmp_path / "aside.txt").rename(tmp_path / "orgspec.yaml")
        assert "no problems" in wait_for(lines, "waiting for changes")
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0


def test_what_cannot_be_read_at_the_start_ends_it(tmp_path: Path) -> None:
    with watching(tmp_path) as (process, _):
        assert process.wait(PATIENCE) == 2
