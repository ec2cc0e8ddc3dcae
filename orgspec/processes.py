"""Work done by a second process of this machine: a fork, which has all that was read already.

What a fork does must be such that this process could do it as well: whatever does not come back,
for whatever reason, is done here. So no answer depends on how many processes there are.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import struct
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from queue import SimpleQueue

MOST = 4
"""How many processes are taken where nobody says how many."""

PAYS = 1_000_000
"""Bytes of YAML from which a second process pays for its start."""

Send = Callable[[bytes], None]
_LENGTH = struct.Struct("<Q")
_TICKET = struct.Struct("<I")
MOST_TICKETS = 4096
"""So many tickets fit into a pipe everywhere."""


def usable_cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def may_fork() -> bool:
    """Whether a fork is safe: there is such a thing, and no other thread could hold a lock.

    On macOS the system's own libraries may have threads that nobody sees.
    """
    return hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1


def processes_for(jobs: int, size: int) -> int:
    """How many processes work on so many bytes of YAML: `jobs`, or for 0 as many as pay."""
    if not may_fork():
        return 1
    return jobs or (min(MOST, usable_cores()) if size >= PAYS else 1)


class Fork:
    """Another process, and what it sends, piece by piece."""

    def __init__(self, pid: int, descriptor: int) -> None:
        self.pid = pid
        self._descriptor = descriptor
        self._bytes = bytearray()
        self.at_end = False

    def arrived(self) -> Iterator[bytes]:
        """The pieces that are here by now, without waiting. What was cut off is no piece."""
        while not self.at_end and _readable([self._descriptor], 0):
            data = os.read(self._descriptor, 1 << 20)
            self.at_end = not data
            self._bytes += data
        yield from self._pieces()

    def _pieces(self) -> Iterator[bytes]:
        """Take whole pieces off what has arrived."""
        at, held = 0, self._bytes
        while len(held) - at >= _LENGTH.size:
            start = at + _LENGTH.size
            end = start + _LENGTH.unpack_from(held, at)[0]
            if end > len(held):
                break
            yield bytes(memoryview(held)[start:end])
            at = end
        self._bytes = held[at:]

    @property
    def descriptor(self) -> int:
        """Where what it sends is read."""
        return self._descriptor

    def end(self) -> None:
        """End it if it is still there, and leave nothing of it behind."""
        os.close(self._descriptor)
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self.pid, 0)


def wait_for(some: Iterable[Fork]) -> bool:
    """Wait until one of some has sent something or ended; False if all have ended before."""
    going_on = [fork.descriptor for fork in some if not fork.at_end]
    return bool(going_on) and _readable(going_on, None)


def _readable(descriptors: Iterable[int], milliseconds: int | None) -> bool:
    """Whether one of some pipes can be read, within so much time. `select` knows 1024 files only."""
    poll = select.poll()
    for each in descriptors:
        poll.register(each, select.POLLIN)
    return bool(poll.poll(milliseconds))


@contextmanager
def forks(work: Callable[[Send], None], count: int) -> Iterator[list[Fork]]:
    """So many more processes that do some work and send what comes of it.

    Fewer, or none, where the system gives no more. None is left when the block ends.
    """
    made: list[Fork] = []
    try:
        for _ in range(count):
            try:
                made.append(_forked(work))
            except OSError:
                break
        yield made
    finally:
        for each in made:
            each.end()


def _forked(work: Callable[[Send], None]) -> Fork:
    """Start one.

    Raises:
        OSError: the system gives no process or no pipe.
    """
    reading, writing = os.pipe()
    try:
        pid = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        raise
    if pid == 0:
        _live(work, writing)
    os.close(writing)
    return Fork(pid, reading)


def _live(work: Callable[[Send], None], descriptor: int) -> None:
    """The life of a fork. It never returns into what its parent was doing.

    Ctrl-C ends it without a word, for its parent says what is to be said. A thread of its own
    writes, so that the work goes on while the parent is busy.
    """
    from queue import SimpleQueue

    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        gc.disable()
        pieces: SimpleQueue[bytes | None] = SimpleQueue()
        writer = threading.Thread(target=_write, args=(descriptor, pieces))
        writer.start()
        work(pieces.put)
        pieces.put(None)
        writer.join()
        status = 0
    finally:
        os._exit(status)  # what it could not send its parent will do; there is nothing to tell


def _write(descriptor: int, pieces: SimpleQueue[bytes | None]) -> None:
    """Write pieces with their lengths; without a reader there is nothing left to live for."""
    try:
        while (piece := pieces.get()) is not None:
            left = memoryview(_LENGTH.pack(len(piece)) + piece)
            while left:
                left = left[os.write(descriptor, left) :]
    except OSError:
        os._exit(1)


class Tickets:
    """Numbers that several processes take, each number once, in order."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self._descriptor, writing = os.pipe()
        os.write(writing, b"".join(map(_TICKET.pack, numbers)))
        os.close(writing)

    def take(self) -> int | None:
        """The next number; None if all are taken. Four bytes of a pipe are read in one go."""
        taken = os.read(self._descriptor, _TICKET.size)
        return int(_TICKET.unpack(taken)[0]) if taken else None

    def close(self) -> None:
        """Give back what the system lends."""
        os.close(self._descriptor)
