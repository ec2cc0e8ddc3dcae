"""What a check of a large specification had loaded, kept for a later process that checks it again.

Entities and links are kept as plain data, beside the digest of the text that each came from. What
is taken up of them is what holds for the texts as they are now: so a check after a change reads,
lowers and links no more than what has changed, as a `Memory` has it, and tells the same.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from orgspec.frozen import frozen
from orgspec.model.columns import from_columns, to_columns
from orgspec.model.entity import Entity
from orgspec.model.link_columns import links_from, plain_links
from orgspec.model.lowering import Lowering
from orgspec.model.lowering_again import Parts
from orgspec.model.organisation import COLLECTIONS, NESTED, TABLES, Organisation
from orgspec.model.unread import add_table, taken_up
from orgspec.remembering import (
    ORGANISATIONS,
    name_of,
    read_record,
    write_record,
)
from orgspec.source import Source
from orgspec.syntax.limits import Limits
from orgspec.syntax.reader import unread
from orgspec.version import program
from orgspec.workspace.compilation import Compilation
from orgspec.workspace.digests import digest_of, source_of_digest
from orgspec.workspace.discovery import locate
from orgspec.workspace.memory import Memory

_PAYS = 0.75
"""The share of the text that must be as it was for what is kept of it to be taken up."""

_LASTS = 0.95
"""The share from which what is kept need not be kept anew."""


@frozen
class Kept:
    """What was kept of an earlier check, as far as it holds.

    Attributes:
        memory: for the next check.
        organisation: what was checked then.
        sources: the files whose text is still the same.
    """

    memory: Memory
    organisation: Organisation
    sources: frozenset[Source]

    def will_do(self, compilation: Compilation) -> bool:
        """Whether it does for the next check as well: little has changed, and no id."""
        now, before = compilation.organisation, self.organisation
        return size_of(self.sources) >= size_of(compilation.sources) * _LASTS and all(
            list(now.table(kind)) == list(before.table(kind)) for kind in TABLES
        )


def kept_at(path: Path, limits: Limits) -> Kept | None:
    """What was kept of the specification at a path, if enough of it holds."""
    try:
        root, _, _ = locate(path)
        record = read_record(ORGANISATIONS, _name(root, limits))
        return _taken_up(record, root, limits) if record is not None else None
    except Exception:  # nothing is there, or a record that is none of ours: then nothing was kept
        return None


def keep(compilation: Compilation, limits: Limits) -> None:
    """Keep what a check had loaded; where that is not possible, nothing happens."""
    try:
        record = _plain(compilation)
        write_record(ORGANISATIONS, _name(compilation.root, limits), record)
    except ValueError:  # there is something that cannot be kept as plain data
        return


def size_of(sources: Iterable[Source]) -> int:
    """How many characters some files have."""
    return sum(len(source.text) for source in sources)


def _name(root: Path, limits: Limits) -> str:
    """The name of the record of a specification that is read under some limits."""
    return name_of((os.fspath(root), repr(limits), sys.version, program()))


def _plain(compilation: Compilation) -> dict[str, Any]:
    """What is kept of a check. Files of which there was something to report are read each time."""
    program_ = compilation.program
    organisation = program_.organisation
    odd = {problem.source.path for problem in program_.problems}
    files: dict[str, tuple[bytes, dict[str, Any], dict[str, Any], list[str]]] = {}
    paths: dict[str, str] = {}
    keys: dict[tuple[str, ...], tuple[str, ...]] = {}  # one for all that are equal
    for address, origin in program_.origins.items():
        source = origin.source
        if source.path in odd or "/" not in address:
            continue
        if source.path not in files:
            found = {k: v for k, v in source.found.items() if isinstance(v, str | bool)}
            files[source.path] = digest_of(source), found, {}, []
        written = origin.keys()
        files[source.path][2][address] = keys.setdefault(written, written)
        paths[address] = source.path
    all_are_kept = len(paths) == sum(1 for _ in organisation.entities())
    for address in program_.partial:
        if address in paths:
            files[paths[address]][3].append(address)
    return {
        "size": size_of(compilation.sources),
        "locales": organisation.locales,
        "files": files,
        "tables": {cls.kind: _table(organisation, cls, paths) for cls in COLLECTIONS.values()},
        "links": plain_links(program_.links) if all_are_kept else None,
    }


def _table(organisation: Organisation, cls: type[Entity], paths: dict[str, str]) -> Any:
    """The entities of a kind as plain data, and how many of them in turn are of which file.

    Raises:
        ValueError: what is written inside them is not what the organisation has of it.
    """
    table = [each for each in organisation.table(cls.kind).values() if each.address in paths]
    field, inner = NESTED.get(cls.kind, ("", cls))
    if field:
        within = [each for owner in table for each in getattr(owner, field)]
        known = organisation.table(inner.kind).values()
        if within != [each for each in known if each.address in paths]:
            raise ValueError(f"{inner.kind}s without their {cls.kind}")
    runs = [(path, len(list(some))) for path, some in groupby(paths[e.address] for e in table)]
    return runs, to_columns(cls, table)


def _taken_up(record: dict[str, Any], root: Path, limits: Limits) -> Kept | None:
    """What a record holds, for the texts as they are now."""
    files, locales = record["files"], record["locales"]
    found = (_source(root, path, digest, found) for path, (digest, found, _, _) in files.items())
    sources = {source.path: source for source in found if source is not None}
    if size_of(sources.values()) < record["size"] * _PAYS:
        return None
    whole = Lowering(limits)
    tables: dict[str, dict[str, dict[str, Entity]]] = {path: {} for path in files}
    for cls in COLLECTIONS.values():
        runs, columns = record["tables"][cls.kind]
        entities = iter(from_columns(cls, columns))
        for path, count in runs:
            table = {each.id: each for each in islice(entities, count)}
            tables[path][cls.kind] = table
            add_table(whole, cls.kind, table)
    trees = {path: unread(source, limits) for path, source in sources.items()}
    parts = {
        path: (tree, taken_up(tree, locales, tables[path], *files[path][2:]))
        for path, tree in trees.items()
    }
    before = whole.organisation()
    linked = (before, links_from(record["links"])) if record["links"] is not None else None
    memory = Memory(limits, Parts(locales, parts), trees, linked)
    return Kept(memory, before, frozenset(sources.values()))


def _source(root: Path, path: str, digest: bytes, found: dict[str, object]) -> Source | None:
    """A file that still has the text of a digest, with what was found out about that."""
    file = root / path
    try:
        return source_of_digest(path, file.read_bytes(), digest, found) if file.is_file() else None
    except (OSError, UnicodeDecodeError):
        return None
