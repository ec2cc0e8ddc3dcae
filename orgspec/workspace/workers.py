"""Who renders the documents of a build: this process, several of this machine, or a cluster."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Generic, Protocol, TypeVar

from orgspec.diagnostics import Message, say
from orgspec.document import Document
from orgspec.processes import may_fork
from orgspec.workspace.plan import Job
from orgspec.workspace.rendering import render_job

PROCESSES = "processes"
DASK = "dask://"
UNDER_WAY = 64
"""How many documents are handed out before one of them is waited for."""

MOST_PROCESSES = 8
_PAYS = 12  # jobs from which a second process pays for its start

Bytes = tuple[bytes, ...]
Ticket = TypeVar("Ticket")


class Making(Protocol):
    """A document that is being made."""

    def result(self) -> Any:
        """Wait for its files, one for each format, or for what a process makes of an order.

        Raises:
            Exception: whatever making them raised.
        """

    def add_done_callback(self, fn: Callable[[Any], Any], /) -> object:
        """Call a function when it is made, or has gone wrong."""


Submit = Callable[[str, Path, Job, Document], Making]
"""Hands out a document under the name of its content."""
Order = Callable[..., Making]
"""Has something made where all that was read is at hand."""


class NoWorkersError(Exception):
    """The executor that was asked for is not there, or no longer."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        """The sentence in English."""
        return self.message.in_("en")


class Crew(Generic[Ticket]):
    """Takes documents, each with a ticket, and gives back their files in whatever order.

    Where its processes have all that was read, as forks do, it takes orders instead: a document
    is made by whoever renders it, and need not travel.
    """

    def __init__(
        self,
        submit: Submit,
        wait: Callable[[SimpleQueue[Ticket]], Ticket],
        order: Order | None = None,
    ) -> None:
        self._submit = submit
        self._wait = wait
        self._order = order
        self._ready: SimpleQueue[Any] = SimpleQueue()
        self._making: dict[int, tuple[Ticket, Making]] = {}
        self._given = 0

    @property
    def under_way(self) -> int:
        """How many documents were given and not taken back."""
        return len(self._making)

    @property
    def is_ready(self) -> bool:
        """Whether there is something to take at once."""
        return not self._ready.empty()

    @property
    def takes_orders(self) -> bool:
        """Whether its processes have all that was read."""
        return self._order is not None

    def give(self, ticket: Ticket, name: str, root: Path, job: Job, document: Document) -> None:
        """Hand out a document under the name of its content."""
        self._await(ticket, self._submit(name, root, job, document))

    def order(self, ticket: Ticket, *what: object) -> None:
        """Have something made by a process that has all that was read."""
        assert self._order is not None
        self._await(ticket, self._order(*what))

    def _await(self, ticket: Ticket, making: Making) -> None:
        """Note what is being made."""
        self._given += 1
        number = self._given
        self._making[number] = ticket, making
        making.add_done_callback(lambda _: self._ready.put(number))

    def take(self) -> tuple[Ticket, Any]:
        """The files of the next document that is ready, or what was ordered; waits for one.

        Raises:
            Exception: whatever making it raised.
        """
        number: Any = self._wait(self._ready)
        ticket, making = self._making.pop(number)
        return ticket, making.result()


@contextmanager
def workers(
    executor: str, processes: int, jobs: int, make: Callable[..., object]
) -> Iterator[Crew[Any]]:
    """What takes documents, for as long as a build lasts.

    `executor` is `processes`, so many of this machine (0: as many as pay), or `dask://host:port`,
    a cluster of dask whose workers have this version of orgspec. Documents go there as they are,
    small and complete; the files come back. Processes that are forks need only be told what to
    `make`. What is left when the build ends early is given up.

    Raises:
        NoWorkersError: there is no such executor, it does not answer, or it was lost.
    """
    if executor.startswith(DASK):
        from orgspec.workspace.cluster import cluster

        with cluster(executor.removeprefix(DASK)) as (submit, wait):
            yield Crew(submit, wait)
        return
    if executor != PROCESSES:
        raise NoWorkersError(
            say(
                "there is no executor `{name}`; there are `processes` and `dask://host:port`",
                "没有执行器 `{name}`；可用 `processes` 或 `dask://host:port`",
                name=executor,
            )
        )
    wanted = processes or min(MOST_PROCESSES, os.cpu_count() or 1)
    with _pool(1 if jobs < _PAYS else wanted, make) as (pool, order):
        yield Crew(
            lambda _, root, job, document: pool.submit(render_job, root, job, document),
            lambda ready: ready.get(),
            order,
        )


@contextmanager
def _pool(processes: int, make: Callable[..., object]) -> Iterator[tuple[Executor, Order | None]]:
    """So many processes, and how they are told what to `make`, if they have all that was read.

    What is left when an error ends it is given up.

    Raises:
        NoWorkersError: one of them was ended from outside.
    """
    pool: Executor
    order: Order | None = None
    if processes == 1:
        pool = Here()
        order = partial(pool.submit, make)
    elif may_fork() or multiprocessing.get_start_method() == "fork":
        forks = multiprocessing.get_context("fork")
        pool = ProcessPoolExecutor(processes, forks, initializer=_begin, initargs=(make,))
        order = partial(pool.submit, _made)
    else:
        pool = ProcessPoolExecutor(processes, initializer=_leave_ctrl_c)
    try:
        yield pool, order
    except BaseException as error:
        pool.shutdown(wait=False, cancel_futures=True)
        if isinstance(error, BrokenExecutor):
            raise NoWorkersError(_ENDED) from None
        raise
    pool.shutdown()


_ENDED = say(
    "one of the processes that make documents was ended by the system, most often because memory "
    "ran out; nothing was changed: try again with `--jobs 1`",
    "有一个生成文件的进程被系统终止，多半是内存不足；原有文件未改动：请用 `--jobs 1` 再试",
)


_make: Callable[..., object] = print
"""What a fork makes, since it has begun."""


def _begin(make: Callable[..., object]) -> None:
    """Begin the life of a fork: what it makes was there before it."""
    global _make
    _make = make
    _leave_ctrl_c()


def _made(*what: object) -> object:
    """What a fork makes.

    Raises:
        Exception: whatever making it raised; what could not travel back is told in its words.
    """
    try:
        return _make(*what)
    except Exception as error:
        if not _travels(error):
            raise RuntimeError(f"{type(error).__name__}: {error}") from None
        raise


def _travels(error: Exception) -> bool:
    """Whether an error can be sent to another process; those of plugins may need what is not kept."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return False
    return True


def _leave_ctrl_c() -> None:
    """Leave Ctrl-C to the process that started this one: it takes back what is not yet begun.

    A process that died at once could hold a lock for which the other would wait for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class Here(Executor):
    """Does the work at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The result, or what went wrong, in a future that is done."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future
