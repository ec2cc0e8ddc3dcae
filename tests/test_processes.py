"""A second process of this machine: what it sends, how it ends, what is left of it."""

import os
import signal
import time
from pathlib import Path

import pytest

from orgspec.processes import Fork, Send, Tickets, forks, may_fork, processes_for, wait_for
from tests.alone import alone

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
OPEN = Path("/proc/self/fd")


def all_of(fork: Fork) -> list[bytes]:
    """Every piece up to its end."""
    pieces: list[bytes] = []
    while wait_for([fork]):
        pieces += fork.arrived()
    return pieces


def is_gone(pid: int) -> bool:
    """Whether nothing is left of a process, not even its status."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


@alone
def test_what_a_fork_sends_comes_whole_and_in_order() -> None:
    pieces = [b"", b"x" * 300_000, b"last"]

    def work(send: Send) -> None:
        for piece in pieces:
            send(piece)

    with forks(work, 1) as (fork,):
        assert all_of(fork) == pieces


@alone
def test_a_fork_goes_on_while_nobody_listens() -> None:
    reading, writing = os.pipe()

    def work(send: Send) -> None:
        send(b"x" * 3_000_000)  # far more than a pipe holds
        os.write(writing, b"done")

    with forks(work, 1) as (fork,):
        assert os.read(reading, 4) == b"done"
        assert [len(piece) for piece in all_of(fork)] == [3_000_000]


@alone
def test_a_fork_that_fails_says_nothing_and_what_it_sent_stays() -> None:
    def work(send: Send) -> None:
        send(b"one")
        time.sleep(0.1)
        raise RuntimeError("no reason")

    with forks(work, 2) as both:
        assert [all_of(fork) for fork in both] == [[b"one"], [b"one"]]


@alone
def test_a_piece_that_was_cut_off_is_no_piece() -> None:
    def work(send: Send) -> None:
        send(b"whole")
        send(b"x" * 3_000_000)
        time.sleep(60)

    with forks(work, 1) as (fork,):
        assert wait_for([fork])
        time.sleep(0.1)
        os.kill(fork.pid, signal.SIGKILL)
        assert all_of(fork) == [b"whole"]


@alone
def test_no_fork_is_left_whatever_happens_here() -> None:
    before = len(list(OPEN.iterdir())) if OPEN.is_dir() else 0
    pids = []
    with pytest.raises(KeyboardInterrupt), forks(lambda _: time.sleep(60), 2) as made:
        pids = [fork.pid for fork in made]
        raise KeyboardInterrupt
    assert len(pids) == 2
    assert all(is_gone(pid) for pid in pids)
    if before:
        assert len(list(OPEN.iterdir())) == before


@alone
def test_ctrl_c_ends_a_fork_without_a_word() -> None:
    with forks(lambda _: time.sleep(60), 1) as (fork,):
        time.sleep(0.1)
        os.kill(fork.pid, signal.SIGINT)
        assert all_of(fork) == []


@alone
def test_each_ticket_is_taken_once() -> None:
    tickets = Tickets(range(400))

    def work(send: Send) -> None:
        while (number := tickets.take()) is not None:
            send(str(number).encode())

    mine = []
    with forks(work, 2) as others:
        while (number := tickets.take()) is not None:
            mine.append(number)
        theirs = [int(piece) for fork in others for piece in all_of(fork)]
    tickets.close()
    assert sorted(mine + theirs) == list(range(400))
    assert mine == sorted(mine)


@alone
def test_a_small_specification_is_not_worth_a_second_process() -> None:
    assert processes_for(0, 10_000) == 1
    assert processes_for(3, 10_000) == 3


def test_a_process_with_threads_is_not_forked() -> None:
    import threading

    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        assert not may_fork()
        assert processes_for(4, 10**9) == 1
    finally:
        end.set()
        thread.join()
