"""The context of a form: everything that a template of the user's own may name."""

from __future__ import annotations

from typing import Any

from orgspec.document import Block, Document, Facts, Heading, Matrix, plain
from orgspec.graph.graph import Graph
from orgspec.model.entity import Entity
from orgspec.view.form.job import duties, scenarios
from orgspec.view.form.own_keys import own_keys
from orgspec.view.form.reading import Record, blank, blocks_in, facted, listed, signers, told
from orgspec.view.form.sections import sections
from orgspec.view.form.shape import Listed, Shape
from orgspec.view.form.shapes import SHAPES
from orgspec.view.head import head_of, header_of
from orgspec.view.label import key_of

VERSION = 1
"""The version of the context: raised where a name goes or means another thing, not for new ones."""

HEAD = ("number", "version", "effective", "review", "confidentiality", "prepared", "reviewed",
        "approved")  # fmt: skip
"""What the head of a document says, as fields of `document`; dates of days are ISO 8601."""

REVISIONS = {
    "doc_version": "version", "date": "date", "change": "change", "rev_author": "author",
    "rev_commit": "commit",
}  # fmt: skip


def form_context(graph: Graph, kind: str, address: str, document: Document) -> dict[str, Any]:
    """What a form may name, as plain data: text, numbers, lists, and mappings with text keys.

    It is read from the document that prints, so that a form and our own pages say the same. What
    is not said is empty, never absent: a name that is there for one role is there for all.
    """
    entity = graph.organisation.find(address)
    locale = document.locale
    data: dict[str, Any] = {
        "context": VERSION,
        "kind": kind,
        "address": address,
        "id": address.partition("/")[2],
        "locale": locale,
        "document": _document(graph, document, entity),
        "signatures": signers(document.blocks),
        "revisions": _revisions(document.blocks),
        "x": own_keys(entity, locale),
        "organisation": {
            "name": document.organisation,
            "x": own_keys(graph.organisation.profile, locale),
        },
    }
    shape = SHAPES.get(kind)
    if shape is not None:
        data |= _shaped(shape, document.blocks)
        data |= _made(graph, kind, address, document)
    return data


def _document(graph: Graph, document: Document, entity: Entity | None) -> Record:
    """What the document says of itself, and its sections."""
    header = header_of(graph, entity)
    head = {
        key_of(label).removeprefix("head_"): value
        for band in (document.head or head_of(graph, document.locale, entity))
        for label, value in band
    }
    return {
        "title": str(document.title),
        "subject": document.subject,
        "subtitle": document.subtitle,
        "organisation": document.organisation,
        "locale": document.locale,
        **{key: head.get(key, "") for key in HEAD},
        "approved_on": header.approved_on.isoformat() if header.approved_on else "",
        "running": document.running,
        "footer": list(document.footer),
        "draft": str(document.draft),
        "sections": sections(document.blocks),
    }


def _revisions(blocks: tuple[Block, ...]) -> list[Record]:
    """The revision record, whatever the section is called in this kind of document."""
    found: list[Record] = []
    for section in ("s_revisions", "c_revisions", "p_revisions"):
        found += listed(blocks, Listed("revisions", section, REVISIONS, ("", "")))
    return found


def _shaped(shape: Shape, blocks: tuple[Block, ...]) -> dict[str, Any]:
    """What is read from tables, labels and text."""
    return {
        **{each.name: facted(blocks, each) for each in shape.facts},
        **{each.name: told(blocks, each.section) for each in shape.texts},
        **{each.name: listed(blocks, each) for each in shape.lists},
    }


def _made(graph: Graph, kind: str, address: str, document: Document) -> dict[str, Any]:
    """What no table holds in the parts that a form wants."""
    if kind == "job-descriptions":
        role = graph.role(address.partition("/")[2])
        superior = facted(document.blocks, SHAPES[kind].facts[0])["superior"]
        return {
            "superior": superior,
            "duties": duties(graph, role, document.locale),
            "scenarios": scenarios(role, document.locale),
        }
    if kind == "agreements":
        return {"handoffs": _handoffs(document.blocks)}
    if kind == "raci":
        return _matrix(document.blocks)
    return {}


def _handoffs(blocks: tuple[Block, ...]) -> list[Record]:
    """The cards of an agreement: a direction, a name, and the terms below them."""
    fields = SHAPES["agreements"].made["handoffs"][0]
    direction, name = "", ""
    found: list[Record] = []
    for block in blocks_in(blocks, "p_handoffs"):
        if isinstance(block, Heading):
            direction, name = (block.title, "") if block.level == 2 else (direction, block.title)
        elif isinstance(block, Facts):
            record = blank(fields) | {"direction": direction, "name": name}
            record |= {
                key: plain(value)
                for label, value in block.pairs
                if (key := key_of(label)) in record
            }
            found.append(record)
    return found


def _matrix(blocks: tuple[Block, ...]) -> dict[str, Any]:
    """The matrix: parties, letters, and the activities with a text for each party."""
    every = [block for block in blocks if isinstance(block, Matrix)]
    if not every:
        return {"parties": [], "letters": [], "activities": []}
    matrix = every[0]
    return {
        "parties": [{"name": c.title, "department": c.department} for c in matrix.columns],
        "letters": [{"sign": letter.sign, "name": letter.name} for letter in matrix.letters],
        "activities": [
            {
                "name": row.title,
                "group": row.group,
                "letters": ["/".join(cell.letters) for cell in row.cells],
            }
            for row in matrix.rows
        ],
    }
