"""`orgspec check --jobs`: as a real process."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def checked(*arguments: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "orgspec", "check", "samples/broken", *arguments],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip


def test_the_answer_of_two_processes_is_that_of_one_to_the_byte() -> None:
    one, two = (checked("--jobs", jobs, "--format", "json") for jobs in "12")
    assert one.returncode == two.returncode == 1
    assert one.stdout == two.stdout
    assert two.stderr == b""


def test_the_number_of_processes_is_no_less_than_none() -> None:
    assert checked("--jobs", "-1").returncode == 2
