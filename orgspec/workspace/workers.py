"""Who renders the documents of a build: this process, several of this machine, or a cluster."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from orgspec.diagnostics import Message, say
from orgspec.document import Document
from orgspec.version import __version__
from orgspec.workspace.plan import Job
from orgspec.workspace.rendering import render_job

PROCESSES = "processes"
DASK = "dask://"
UNDER_WAY = 64
"""How many documents are handed out before the first of them is waited for."""

MOST_PROCESSES = 8
_PAYS = 12  # jobs from which a second process pays for its start
_WAITING = 10  # seconds for a cluster to answer
_RETRIES = 3  # how often the work of a worker that was lost is done again

Bytes = tuple[bytes, ...]


class Making(Protocol):
    """A document that is being made."""

    def result(self) -> Bytes:
        """Wait for its files, one for each format.

        Raises:
            Exception: whatever making them raised.
        """


Submit = Callable[[str, Path, Job, Document], Making]
"""Hands out a document under the name of its content."""


class NoWorkersError(Exception):
    """The executor that was asked for is not there."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.in_("en"))
        self.message = message


@contextmanager
def workers(executor: str, processes: int, jobs: int) -> Iterator[Submit]:
    """What takes documents, for as long as a build lasts.

    `executor` is `processes`, so many of this machine (0: as many as pay), or `dask://host:port`,
    a cluster of dask whose workers have this version of orgspec. Documents go there as they are,
    small and complete; the files come back. A worker that is lost is no loss: its documents are
    given to another. What is left when the build ends early is given up.

    Raises:
        NoWorkersError: there is no such executor, or it does not answer.
    """
    if executor.startswith(DASK):
        with _cluster(executor.removeprefix(DASK)) as submit:
            yield submit
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
    pool: Executor = _Here() if wanted == 1 or jobs < _PAYS else ProcessPoolExecutor(wanted)

    def submit_here(name: str, root: Path, job: Job, document: Document) -> Making:
        return pool.submit(render_job, root, job, document)

    try:
        yield submit_here
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


class _Here(Executor):
    """Does the work at once, in this process."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The result, or what went wrong, in a future that is done."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def _cluster(address: str) -> Iterator[Submit]:
    """What takes documents for a cluster of dask."""
    try:
        from distributed import Client
    except ImportError:
        raise NoWorkersError(
            say(
                "`dask://` needs dask: pip install 'orgspec[dask]'",
                "`dask://` 需要 dask：pip install 'orgspec[dask]'",
            )
        ) from None
    try:
        connect: Callable[..., Any] = Client
        client = connect(f"tcp://{address}", timeout=_WAITING, set_as_default=False)
    except (OSError, ValueError) as error:
        raise NoWorkersError(
            say(
                "no cluster of dask answers at `{address}`: {reason}",
                "`{address}` 处没有可用的 dask 集群：{reason}",
                address=address,
                reason=error,
            )
        ) from None
    with client:
        _refuse_other_versions(client, address)
        own = _Here()

        def submit(name: str, root: Path, job: Job, document: Document) -> Making:
            if job.template or (root / "templates").is_dir():
                return own.submit(render_job, root, job, document)  # its forms lie on this machine
            making: Making = client.submit(
                render_job, Path(), job, document,
                key=f"orgspec-{name}-{'-'.join(job.formats)}", retries=_RETRIES,
            )  # fmt: skip
            return making

        yield submit


def _refuse_other_versions(client: Any, address: str) -> None:
    """A worker of another version would make other files."""
    found = client.run(_version)
    if not found:
        raise NoWorkersError(
            say(
                "the cluster at `{address}` has no workers",
                "`{address}` 处的集群没有工作进程",
                address=address,
            )
        )
    other = sorted({version for version in found.values() if version != __version__})
    if other:
        raise NoWorkersError(
            say(
                "the workers at `{address}` have orgspec {other}, and this is {own}",
                "`{address}` 处的工作进程使用 orgspec {other}，而本机为 {own}",
                address=address,
                other=", ".join(other),
                own=__version__,
            )
        )


def _version() -> str:
    """The version of orgspec where this runs."""
    return __version__
