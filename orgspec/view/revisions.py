"""The revision record of a document: the changes that were written down, and the commits."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from orgspec.document import Block, Cell, Column, Emphasis, Row, Table, inline
from orgspec.graph.graph import Graph
from orgspec.model.entity import Entity
from orgspec.model.revisions import Revision
from orgspec.view.head import Header, header_of
from orgspec.view.job.tables import filled_table
from orgspec.view.words import Words

MOST = 10  # commits that a record lists
_SHORT = 8  # characters by which a commit is called


def revisions(
    graph: Graph, entity: Entity | None, locale: str, about: Collection[str] = ()
) -> tuple[Block, ...]:
    """What changed in what is printed about an entity (None: the whole organisation).

    The changes that its own header writes down stand alone: who keeps a record by hand means that.
    Else those of the manifest stand first, and where `revisions: git` holds, below them the commits
    that the lines of the entity and of the addresses `about` come from, the newest first.
    """
    words = Words(locale)
    header = header_of(graph, entity)
    if header.revisions == "none":
        return ()
    rows, commits = _written(header, locale), []
    own = entity.document if entity is not None else None
    if header.revisions == "git" and not (own is not None and own.changes):
        addresses = {*about, *((entity.address,) if entity is not None else ())}
        commits = _committed(graph, addresses, words)
    columns = (
        Column(words("doc_version"), 0.8),
        Column(words("date"), 1.25),
        Column(words("rev_author"), 1.4),
        Column(words("change"), 5),
        Column(words("rev_commit"), 1.2),
    )
    if commits:
        return (replace(filled_table(columns, [*rows, *commits], least=0), record=True),)
    plain = tuple(Row((*row.cells[:2], row.cells[3])) for row in rows)
    return (Table((*columns[:2], columns[3]), plain, record=True),) if rows else ()


def _written(header: Header, locale: str) -> list[Row]:
    """The changes of a header; the version and the day in force belong to the newest."""
    day = header.approved_on or header.effective
    return [
        _row(
            header.version or "" if index == 0 else "",
            day.isoformat() if day and index == 0 else "",
            "",
            change.in_(locale),
        )
        for index, change in enumerate(header.changes)
    ]


def _committed(graph: Graph, addresses: Collection[str], words: Words) -> list[Row]:
    """The newest commits, what is not committed before them, and how many more there are."""
    found = graph.beside.record.of(addresses)
    rows = [_commit(each) for each in found[:MOST]]
    if graph.beside.record.is_pending(addresses):
        rows.insert(0, _row("", "", "", words("rev_pending"), muted=True))
    more = len(found) - MOST
    if more > 0:
        rows.append(_row("", "", "", words.counted("rev_earlier", more), muted=True))
    return rows


def _commit(each: Revision) -> Row:
    """A commit."""
    return _row("", each.day, each.author, each.subject, each.commit[:_SHORT])


def _row(
    version: str, day: str, author: str, change: str, commit: str = "", *, muted: bool = False
) -> Row:
    """One row of the record."""
    emphasis = Emphasis.MUTED if muted else Emphasis.PLAIN
    return Row(
        tuple(
            Cell((inline(text, emphasis),)) if text else Cell()
            for text in (version, day, author, change, commit)
        )
    )
