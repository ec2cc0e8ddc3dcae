"""The handbook (组织手册): all that the other views make, in the order in which one reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from orgspec.diagnostics import Diagnostic
from orgspec.document import (
    Band,
    Binding,
    Block,
    BoundDocument,
    BoundPart,
    Document,
    Facts,
    IndexEntry,
    Paragraph,
    inline,
)
from orgspec.graph.graph import Graph
from orgspec.view.frame import framed
from orgspec.view.handbook.parts import (
    Binder,
    agreements,
    charters,
    job_descriptions,
    kpis,
    matrices,
    organisation,
    record,
    registers,
    workflows,
)
from orgspec.view.handbook.volumes import volume
from orgspec.view.head import head_of
from orgspec.view.words import Words

Part = Callable[[Binder], tuple[BoundDocument, ...]]

_PARTS: tuple[tuple[str, str, Part], ...] = (
    ("charts", "hb_organisation", organisation),
    ("departments", "hb_departments", charters),
    ("job-descriptions", "hb_jobs", job_descriptions),
    ("raci", "hb_matrices", matrices),
    ("workflows", "hb_workflows", workflows),
    ("agreements", "hb_agreements", agreements),
    ("kpis", "hb_kpis", kpis),
    ("authorities", "hb_authorities", registers("authorities")),
    ("risks", "hb_risks", registers("risks")),
    ("meetings", "hb_meetings", registers("meetings")),
    ("glossary", "hb_glossary", registers("glossary")),
    ("", "s_revisions", record),
)


def handbook(
    graph: Graph,
    locale: str,
    unit: str | None = None,
    *,
    without: Iterable[str] = (),
    findings: Iterable[Diagnostic] = (),
    draft: bool = False,
    transposed: bool = False,
) -> Document:
    """Everything about an organisation as one document; parts without content are left out.

    A large one is divided: what it tells of some departments stands in volumes of their own
    (`volumes`), which are the handbooks of these.

    Args:
        graph: the organisation.
        locale: the language.
        unit: the department whose handbook it is, with all below it; None for the organisation.
        without: kinds of document that are left out too (`kpis`).
        findings: what is wrong, marked in the matrices.
        draft: whether every page is marked as a draft.
        transposed: whether the matrices have the parties as rows.
    """
    words = Words(locale)
    binder = Binder(
        graph, locale, words, frozenset(without), tuple(findings), draft,
        volume(graph, unit), transposed,
    )  # fmt: skip
    parts: list[BoundPart] = []
    said = head_of(graph, locale)
    for kind, title, part in _PARTS:
        bound = part(binder) if kind not in binder.without else ()
        bound = tuple(_unsaid(each, said) for each in bound)
        if bound:
            number = words("hb_part", n=words.numeral(len(parts)))
            parts.append(BoundPart(words(title), bound, number))
    about = graph.department(unit).in_(locale) if unit is not None else ""
    cover = framed(
        graph, locale, words("hb_of_unit", name=about) if about else words("handbook"),
        _cover(graph, locale, words), subject=about,
        subtitle=graph.organisation.profile.in_(locale), draft=draft,
    )  # fmt: skip
    binding = Binding(tuple(parts), words("hb_index"), _index(binder, parts))
    labels = {**cover.labels, "contents": words("contents")}
    return replace(cover, binding=binding, labels=labels, head=())


def _cover(graph: Graph, locale: str, words: Words) -> tuple[Block, ...]:
    """What the organisation is, and which edition of its handbook this is."""
    profile = graph.organisation.profile
    pairs = [pair for band in head_of(graph, locale) for pair in band]
    if profile.legal_name:
        pairs.insert(0, (words("hb_legal_name"), profile.legal_name.in_(locale)))
    facts = tuple((label, inline(value)) for label, value in pairs)
    said = profile.description.in_(locale) if profile.description else ""
    blocks: tuple[Block, ...] = (Paragraph(inline(said)),) if said else ()
    return (*blocks, Facts(facts, across=1)) if facts else blocks


def _unsaid(bound: BoundDocument, said: tuple[Band, ...]) -> BoundDocument:
    """A document without the head that the cover says already."""
    if bound.document.head != said:
        return bound
    return replace(bound, document=replace(bound.document, head=()))


def _index(binder: Binder, parts: Iterable[BoundPart]) -> tuple[IndexEntry, ...]:
    """The posts by name, each with the documents about it."""
    bound = {each.address for part in parts for each in part.documents}
    entries = []
    for role in binder.graph.organisation.roles.values():
        about = tuple(f"{kind}/{role.id}" for kind in ("role", "kpis"))
        found = tuple(address for address in about if address in bound)
        if found:
            entries.append(IndexEntry(role.in_(binder.locale), binder.unit_of(role), found))
    return tuple(sorted(entries, key=_place))


def _place(entry: IndexEntry) -> tuple[bytes, str]:
    """Where an entry stands: by alphabet; the code of Chinese characters goes by their sound."""
    return entry.name.casefold().encode("gb18030", "replace"), entry.note
