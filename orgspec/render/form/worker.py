"""The process in which forms are filled: it has little memory and time, and writes no file.

A template may ask for endless work in more ways than a sandbox can foresee; a process can be
ended. It reads tasks from standard input and answers each on standard output until the input
ends. Numbers before the messages are their lengths, eight bytes, the highest first.
"""

from __future__ import annotations

import json
import os
import pickle
import sys
from typing import BinaryIO

from orgspec.diagnostics import say
from orgspec.render.form.task import Task, fill
from orgspec.render.form.trouble import TemplateTrouble

MEMORY = 1_500_000_000
"""Bytes of address space, where the system can hold a process to it."""

LARGEST = 64_000_000
"""Bytes of a filled form."""


def main() -> None:
    """Answer tasks until the input ends."""
    source = sys.stdin.buffer
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    _confine()
    while (head := source.read(16)) and len(head) == 16:
        seconds = int.from_bytes(head[:8], "big")
        # From our own process: it made the task, and nobody else can write here.
        task: Task = pickle.loads(source.read(int.from_bytes(head[8:], "big")))
        _allow(seconds)
        _answer(answers, *_made(task))


def _made(task: Task) -> tuple[bytes, bytes]:
    """What went wrong as JSON, or nothing; and the filled form."""
    try:
        data = fill(task)
        if len(data) > LARGEST:
            raise TemplateTrouble(task.name, say("what it makes is too large", "生成的文件过大"))
        return b"", data
    except TemplateTrouble as found:
        return _told(found), b""
    except MemoryError:
        return _told(
            TemplateTrouble(task.name, say("it needs too much memory", "所需内存过大"))
        ), b""
    except Exception as error:
        why = f"{type(error).__name__}: {error}"[:300]
        cannot = say("it cannot be filled: {why}", "模板无法填写：{why}", why=why)
        return _told(TemplateTrouble(task.name, cannot)), b""


def _told(found: TemplateTrouble) -> bytes:
    """A trouble as JSON: the reader takes data from here, never objects."""
    said = {"en": found.why.in_("en"), "zh": found.why.in_("zh")}
    return json.dumps({"name": found.name, "line": found.line, "near": found.near, **said}).encode()


def _answer(answers: BinaryIO, wrong: bytes, data: bytes) -> None:
    """Write an answer."""
    for part in (wrong, data):
        answers.write(len(part).to_bytes(8, "big"))
        answers.write(part)
    answers.flush()


def _confine() -> None:
    """Bound the memory, and keep the process from writing files."""
    try:
        import resource
    except ImportError:
        return  # Windows: the time alone is bounded
    for limit, value in (
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (getattr(resource, "RLIMIT_AS", None), MEMORY),
    ):
        if limit is None:
            continue
        try:
            resource.setrlimit(limit, (value, value))
        except (ValueError, OSError):
            continue  # a system that has no such bound, or one that is tighter already


def _allow(seconds: int) -> None:
    """Grant so much processor time for the next task."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (spent + 1 + seconds, hard))


if __name__ == "__main__":
    main()
