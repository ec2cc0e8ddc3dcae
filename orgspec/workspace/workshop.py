"""Where forms of the user's own are filled: a process of their own that can be ended."""

from __future__ import annotations

import atexit
import json
import os
import pickle
import signal
import subprocess
import sys
import threading
from functools import lru_cache
from typing import IO

from orgspec.diagnostics import say
from orgspec.render.form.task import Task
from orgspec.render.form.trouble import TemplateTrouble

SECONDS = 10
"""Processor time that a form may take; common ones take a twentieth of a second."""

PAGE_SECONDS = 60
"""The same for a page, which may stand around a whole handbook of ours."""

_AT_ONCE = 2.0  # seconds for a process that has closed its pipes to be gone
_PATIENCE = 6  # times as long by the clock: the machine may be busy with other things


class Workshop:
    """A process that fills forms, one after the other. One that runs away is ended."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def fill(self, task: Task, seconds: int = 0) -> bytes:
        """The filled form.

        Raises:
            TemplateTrouble: it cannot be filled, or takes more than `seconds` of processor time.
        """
        seconds = seconds or (PAGE_SECONDS if task.format == "html" else SECONDS)
        process = self._started()
        late = threading.Timer(_PATIENCE * seconds, process.terminate)
        late.daemon = True
        late.start()
        try:
            wrong, data = _asked(process, task, seconds)
        except (OSError, EOFError):
            raise _ended(task, self.close(), seconds) from None
        finally:
            late.cancel()
        if wrong:
            told = json.loads(wrong)
            why = say(str(told["en"]), str(told["zh"]))
            raise TemplateTrouble(str(told["name"]), why, int(told["line"]), str(told["near"]))
        return data

    def _started(self) -> subprocess.Popen[bytes]:
        """The process, begun anew where the last one ended."""
        if self._process is None or self._process.poll() is not None:
            # What can be imported here can be there, and nothing besides: not what lies in the
            # folder in which the command runs.
            path = os.pathsep.join(p for p in sys.path if p)
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "orgspec.render.form.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
            )
        return self._process

    def close(self) -> int:
        """End the process; what it ended with by itself, if it did."""
        process, self._process = self._process, None
        if process is None:
            return 0
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue  # what was left to be written goes nowhere
        try:
            return process.wait(_AT_ONCE)
        except subprocess.TimeoutExpired:
            process.kill()
        return process.wait()


def workshop() -> Workshop:
    """The workshop of this process: one that is forked off has one of its own."""
    return _workshop(os.getpid())


@lru_cache(maxsize=1)
def _workshop(_process: int) -> Workshop:
    """One workshop for a process; it ends with the process."""
    made = Workshop()
    atexit.register(made.close)
    return made


def _asked(process: subprocess.Popen[bytes], task: Task, seconds: int) -> tuple[bytes, bytes]:
    """The answer to a task: what went wrong, and the form.

    Raises:
        EOFError: the process ended.
        OSError: so it did before it had read the task.
    """
    if process.stdin is None or process.stdout is None:
        raise EOFError
    asked = pickle.dumps(task)
    process.stdin.write(seconds.to_bytes(8, "big") + len(asked).to_bytes(8, "big") + asked)
    process.stdin.flush()
    return _part(process.stdout), _part(process.stdout)


def _part(source: IO[bytes]) -> bytes:
    """One part of an answer.

    Raises:
        EOFError: there is less of it than was announced.
    """
    head = source.read(8)
    data = source.read(int.from_bytes(head, "big")) if len(head) == 8 else b""
    if len(head) < 8 or len(data) < int.from_bytes(head, "big"):
        raise EOFError
    return data


def _ended(task: Task, code: int, seconds: int) -> TemplateTrouble:
    """What is said of a form whose process ended with a code."""
    if code in (-getattr(signal, "SIGXCPU", 0), -signal.SIGTERM):
        en, zh = "it was stopped after {n} seconds", "填写超过 {n} 秒，已中止"
        return TemplateTrouble(task.name, say(en, zh, n=seconds))
    why = say("it was stopped: it needs too much memory", "所需内存过大，已中止")
    return TemplateTrouble(task.name, why)
