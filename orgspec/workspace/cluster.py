"""Documents made by a cluster of dask: scheduler and workers run elsewhere, the files come back."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from orgspec.diagnostics import say
from orgspec.document import Document
from orgspec.version import __version__
from orgspec.workspace.forms import FOLDER
from orgspec.workspace.plan import Job
from orgspec.workspace.rendering import render_job
from orgspec.workspace.workers import Bytes, Here, Making, NoWorkersError, Submit

_WAITING = 5  # seconds for a cluster to answer
_PATIENCE = 30  # seconds without any worker before the work is given up

Wait = Callable[[SimpleQueue[Any]], Any]


@contextmanager
def cluster(address: str) -> Iterator[tuple[Submit, Wait]]:
    """What hands out documents to a cluster, and what waits for them.

    Every worker must have this version of orgspec. The work of a worker that is lost is given to
    another. Documents with a form of the user's own are made here, where the form is.

    Raises:
        NoWorkersError: no cluster answers, it has no workers or others, or it was lost.
    """
    try:
        import distributed
    except ImportError:
        raise NoWorkersError(
            say(
                "`dask://` needs dask: pip install 'orgspec[dask]'",
                "`dask://` 需要 dask：pip install 'orgspec[dask]'",
            )
        ) from None
    lost = (
        distributed.scheduler.KilledWorker,
        distributed.CancelledError,
        distributed.client.FutureCancelledError,
        distributed.comm.core.CommClosedError,
        asyncio.CancelledError,
    )
    with _silence(), _client(distributed, address) as client:
        _refuse_other_versions(client, address)
        try:
            yield _submit_to(client), lambda ready: _wait_for(ready, client, address)
        except lost as error:
            raise NoWorkersError(
                say(
                    "the cluster at `{address}` was lost: {reason}",
                    "与 `{address}` 处集群的连接已中断：{reason}",
                    address=address,
                    reason=type(error).__name__,
                )
            ) from None


@contextmanager
def _silence() -> Iterator[None]:
    """Dask logs every step; what matters is said by us, and once."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)


@contextmanager
def _client(distributed: Any, address: str) -> Iterator[Any]:
    """A connection to the scheduler; what is under way is given up at its end."""
    client: Any = distributed.Client.__new__(distributed.Client)
    try:
        _knock(address)
        client.__init__(f"tcp://{address}", timeout=_WAITING, set_as_default=False)
    except Exception as error:  # what answers there may be anything
        client.status = "closed"  # else it tries to take leave of nobody, and complains
        raise NoWorkersError(
            say(
                "no cluster of dask answers at `{address}`: {reason}",
                "`{address}` 处没有可用的 dask 集群：{reason}",
                address=address,
                reason=getattr(error, "strerror", None) or str(error) or type(error).__name__,
            )
        ) from None
    try:
        yield client
    finally:
        client.close(timeout=_WAITING)


def _knock(address: str) -> None:
    """See at once whether anybody is there, where dask would go on trying.

    Raises:
        OSError: nobody is.
        ValueError: that is no address.
    """
    host, colon, port = address.rpartition(":")
    if not (host and colon and port.isdecimal() and int(port) < 1 << 16):
        raise ValueError("host:port")
    socket.create_connection((host.strip("[]"), int(port)), timeout=_WAITING).close()


def _submit_to(client: Any) -> Submit:
    """What hands out documents to a cluster."""
    own = Here()

    def submit(name: str, root: Path, job: Job, document: Document) -> Making:
        if job.template or (root / FOLDER).is_dir():
            return own.submit(render_job, root, job, document)  # its forms lie on this machine
        key = f"orgspec-{name}-{'-'.join(job.formats)}"
        making: Making = client.submit(_render_there, job, document, key=key)
        return making

    return submit


def _render_there(job: Job, document: Document) -> Bytes:
    """The document of a job on a worker, whose folder has no say in it."""
    return render_job(Path(os.devnull), job, document)


def _wait_for(ready: SimpleQueue[Any], client: Any, address: str) -> Any:
    """The next that is ready, as long as there is anybody to make it.

    Raises:
        NoWorkersError: all workers have gone, and none has come.
    """
    alone = 0
    while alone < _PATIENCE:
        try:
            return ready.get(timeout=_WAITING)
        except Empty:
            alone = 0 if client.nthreads() else alone + _WAITING
    raise _no_workers(address)


def _no_workers(address: str) -> NoWorkersError:
    """A cluster of nobody."""
    return NoWorkersError(
        say(
            "the cluster at `{address}` has no workers",
            "`{address}` 处的集群没有工作进程",
            address=address,
        )
    )


def _refuse_other_versions(client: Any, address: str) -> None:
    """A worker of another version would make other files."""
    try:
        found = client.run(_version)
    except Exception as error:  # whatever a worker without orgspec makes of it
        raise NoWorkersError(
            say(
                "the workers at `{address}` cannot run orgspec: {reason}",
                "`{address}` 处的工作进程无法运行 orgspec：{reason}",
                address=address,
                reason=error,
            )
        ) from None
    if not found:
        raise _no_workers(address)
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
