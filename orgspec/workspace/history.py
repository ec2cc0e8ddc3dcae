"""The history of a specification: for every declaration, the commits that its lines come from.

One `git blame` a file gives the commit of every line; the lines of a declaration are known. Blamed
is what is committed, so that no filter of the repository runs; lines that differ have no commit yet.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from orgspec.model.revisions import Record, Revision
from orgspec.source import Source
from orgspec.syntax.nodes import Origin
from orgspec.workspace.git import Git, git_of

_AT_ONCE = 4  # questions at a time
_MOST_COMPARED = 4000  # lines that differ beyond which none is matched with an older one


@dataclass(frozen=True, slots=True)
class _File:
    """A committed file line by line: the text, and the commit if that is known."""

    lines: tuple[str, ...]
    commits: tuple[Revision | None, ...]


@dataclass(frozen=True, slots=True)
class History:
    """What git knows of a specification.

    `known` says whether it lies in a repository that git can read, `shallow` whether older commits
    are missing from that.
    """

    record: Record
    known: bool = False
    shallow: bool = False


def history_of(root: Path, origins: Mapping[str, Origin]) -> History:
    """The commits of every declaration below `root`; nothing where git has no answer."""
    git = git_of(root)
    state = git.ask("rev-parse", "--is-shallow-repository") if git is not None else None
    listed = git.ask("ls-tree", "-r", "-z", "HEAD") if git is not None and state else None
    if git is None or state is None or listed is None:
        return History(Record())
    shallow = state.strip() == b"true"
    committed = frozenset(_files(listed))
    by_source: dict[Source, list[tuple[str, Origin]]] = {}
    for address, origin in origins.items():
        by_source.setdefault(origin.source, []).append((address, origin))
    wanted = [s for s in by_source if s.path in committed]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        files = dict(
            zip(wanted, pool.map(lambda s: _blamed(git, s.path, shallow), wanted), strict=True)
        )
    commits: dict[str, frozenset[Revision]] = {}
    pending: set[str] = set()
    for source, declared in by_source.items():
        lines = _current(source, files[source]) if source in files else None
        if source in files and lines is None:
            continue  # git would not tell
        for address, found, new in _told(source, declared, lines or {}):
            commits[address] = found
            if new:
                pending.add(address)
    return History(Record(commits, frozenset(pending)), True, shallow)


def _files(listed: bytes) -> Iterator[str]:
    """The paths of ordinary files in what `ls-tree -z` lists; links and modules are none."""
    for entry in listed.split(b"\0"):
        about, _, path = entry.partition(b"\t")
        if about.startswith(b"100"):
            yield path.decode("utf-8", "surrogateescape")


def _blamed(git: Git, path: str, shallow: bool) -> _File | None:
    """A committed file with the commit of each line; None where git will not tell."""
    told = git.ask("blame", "--porcelain", "--no-textconv", "--encoding=UTF-8", "HEAD", "--", path)
    return _parsed(told.decode("utf-8", "replace"), shallow) if told is not None else None


def _parsed(text: str, shallow: bool) -> _File:
    """A file from the porcelain format: what is said of a commit stands where it comes first.

    In a shallow clone the oldest commit stands for all before it, and is not taken for their work.
    """
    said: dict[str, dict[str, str]] = {}
    known: dict[str, Revision | None] = {}
    lines: list[str] = []
    commits: list[Revision | None] = []
    name = ""
    for line in text.split("\n"):
        if line.startswith("\t"):
            lines.append(line[1:].rstrip("\r"))
            if name not in known:
                lost = shallow and "boundary" in said[name]
                known[name] = None if lost else _revision(name, said[name])
            commits.append(known[name])
            name = ""
        elif not name:
            name = line.partition(" ")[0]
            said.setdefault(name, {})
        else:
            key, _, value = line.partition(" ")
            said[name][key] = value
    return _File(tuple(lines), tuple(commits))


def _revision(name: str, said: Mapping[str, str]) -> Revision:
    """A commit from what is said of it; the day is that of its author's clock."""
    moment = int(said.get("author-time") or 0)
    zone = said.get("author-tz") or "+0000"
    minutes = int(zone[1:3]) * 60 + int(zone[3:5])
    shift = dt.timedelta(minutes=-minutes if zone.startswith("-") else minutes)
    day = (dt.datetime(1970, 1, 1) + dt.timedelta(seconds=moment) + shift).date().isoformat()
    return Revision(name, moment, day, said.get("author", ""), said.get("summary", ""))


def _current(source: Source, file: _File | None) -> dict[int, Revision | None] | None:
    """Line of a source, from 0 → its commit; lines that no commit has are left out."""
    if file is None:
        return None
    text = source.text.split("\n")
    now = [line.rstrip("\r") for line in text]
    then = [line.removeprefix("\ufeff") if not at else line for at, line in enumerate(file.lines)]
    return {here: file.commits[there] for here, there in _same(then, now)}


def _same(then: list[str], now: list[str]) -> Iterator[tuple[int, int]]:
    """Lines that stayed as they were: place now, place then."""
    least = min(len(then), len(now))
    start = next((i for i in range(least) if then[i] != now[i]), least)
    rest = least - start
    end = next((i for i in range(rest) if then[-1 - i] != now[-1 - i]), rest)
    yield from ((i, i) for i in range(start))
    yield from ((len(now) - i, len(then) - i) for i in range(end, 0, -1))
    old, new = then[start : len(then) - end], now[start : len(now) - end]
    if max(len(old), len(new)) > _MOST_COMPARED:
        return
    for match in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        for i in range(match.size):
            yield start + match.b + i, start + match.a + i


def _told(
    source: Source,
    declared: Iterable[tuple[str, Origin]],
    lines: Mapping[int, Revision | None],
) -> Iterator[tuple[str, frozenset[Revision], bool]]:
    """Address, commits, and whether there are lines without, of all that a source declares."""
    breaks = [at for at, character in enumerate(source.text) if character == "\n"]
    text = source.text
    for address, origin in declared:
        first = bisect_left(breaks, origin.key.start)
        end = min(len(text), max(origin.value.end, origin.key.end))
        while end > origin.key.start + 1 and text[end - 1].isspace():
            end -= 1
        last = max(first, bisect_left(breaks, end - 1))
        every = range(first, last + 1)
        found = frozenset(c for at in every if (c := lines.get(at)) is not None)
        yield address, found, any(at not in lines for at in every)
