"""Files read by several processes, the trees in order.

All take batches of files from one row. This process does what it is asked for meanwhile (it lowers
the trees that are there) and reads a batch itself whenever the next one is not there yet; so
neither waits for the other, however fast each is.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Generator, Sequence
from pathlib import Path

from orgspec.processes import MOST_TICKETS, Fork, Send, Tickets, forks, wait_for
from orgspec.syntax.packing import from_bytes, pack, to_bytes, unpack
from orgspec.syntax.reader import Tree

_BATCH = 1 << 17
_NUMBER = struct.Struct("<I")

Read = Callable[[Path], Tree]


def read_together(
    files: Sequence[tuple[Path, int]], read: Read, processes: int
) -> Generator[Tree, None, None]:
    """The trees of some files, each given with its size in bytes, in order.

    What another process could not read without a problem is read here again, and so is all that
    it did not deliver.
    """
    batches = _batches(files)
    tickets = Tickets(range(len(batches)))

    def work(send: Send) -> None:
        while (number := tickets.take()) is not None:
            packed = [pack(read(path)) for path in batches[number]]
            send(_NUMBER.pack(number) + to_bytes(packed))

    try:
        with forks(work, min(processes, len(batches)) - 1) as others:
            ready: dict[int, list[Tree]] = {}
            for number in range(len(batches)):
                while number not in ready:
                    _next(number, batches, tickets, read, others, ready)
                yield from ready.pop(number)
    finally:
        tickets.close()


def _next(
    number: int,
    batches: Sequence[Sequence[Path]],
    tickets: Tickets,
    read: Read,
    others: Sequence[Fork],
    ready: dict[int, list[Tree]],
) -> None:
    """Come nearer to a batch: take what has arrived, else read one, else wait."""
    for fork in others:
        for piece in fork.arrived():
            index = _NUMBER.unpack_from(piece)[0]
            ready[index] = [
                read(path) if packed is None else unpack(packed)
                for path, packed in zip(
                    batches[index], from_bytes(piece[_NUMBER.size :]), strict=True
                )
            ]
    if number in ready:
        return
    mine = tickets.take()
    if mine is not None:
        ready[mine] = [read(path) for path in batches[mine]]
        return
    if not wait_for(others):
        ready[number] = [read(path) for path in batches[number]]


def _batches(files: Sequence[tuple[Path, int]]) -> list[list[Path]]:
    """The files in order, in batches that are worth the way."""
    enough = max(_BATCH, sum(size for _, size in files) // (MOST_TICKETS // 2))
    batches: list[list[Path]] = []
    most = max(256, len(files) // (MOST_TICKETS // 2))
    room = 0
    for path, size in files:
        if room <= 0 or len(batches[-1]) >= most:
            batches.append([])
            room = enough
        batches[-1].append(path)
        room -= size
    return batches
