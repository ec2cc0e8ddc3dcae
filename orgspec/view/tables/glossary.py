"""The glossary (术语表): what the words of the organisation mean, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from orgspec.document import Cell, Column, Document, Row, inline
from orgspec.graph.graph import Graph
from orgspec.model.cooperation import Term
from orgspec.model.entity import Entity
from orgspec.model.role import Person
from orgspec.model.texts import every_text
from orgspec.view.frame import framed
from orgspec.view.job.tables import filled_table
from orgspec.view.tables.cells import strong, text
from orgspec.view.words import Words

_MOST_PLACES = 4
_HAN = re.compile("[⺀-鿿豈-﫿]")
_WORD = re.compile("[0-9a-z]")


def glossary(graph: Graph, locale: str, *, draft: bool = False) -> Document:
    """The terms with definition, other names and where they are used."""
    words = Words(locale)
    terms = list(graph.organisation.glossary.values())
    named = [(_names(term, locale), term) for term in terms]
    if not words.chinese:
        named.sort(key=lambda pair: pair[0][0].casefold())
    places = _places(graph, terms)
    rows = [_row(names, term, places[term.id], locale) for names, term in named]
    columns = (
        Column(words("term"), 1.3),
        Column(words("definition"), 3.8),
        Column(words("also_called"), 1.6),
        Column(words("used_in"), 2.6),
    )
    name = graph.organisation.profile.in_(locale) if graph.organisation.profile.name else ""
    size = words.counted("terms_count", len(terms))
    return framed(
        graph, locale, words("glossary_table"), (filled_table(columns, rows, least=2),),
        draft=draft, subtitle=" · ".join(part for part in (name, size) if part),
    )  # fmt: skip


def _names(term: Term, locale: str) -> tuple[str, ...]:
    """The name of a term and its other ones; in a language without Han, one without leads."""
    every = tuple(dict.fromkeys((term.in_(locale), *term.also_called(locale))))
    if Words(locale).chinese or not _HAN.search(every[0]):
        return every
    own = next((name for name in every if not _HAN.search(name)), every[0])
    return (own, *(name for name in every if name != own))


def _row(names: tuple[str, ...], term: Term, places: list[Entity], locale: str) -> Row:
    """One term."""
    words = Words(locale)
    said = term.definition or term.description
    return Row(
        (
            strong(names[0][:1].upper() + names[0][1:]),
            text(said.in_(locale) if said is not None else ""),
            Cell(tuple(map(inline, names[1:]))),
            _used(places, words),
        ),
        key=term.address,
    )


def _used(places: list[Entity], words: Words) -> Cell:
    """Where a term stands: the first places by name, and how many more there are."""
    names = list(dict.fromkeys(entity.in_(words.locale) for entity in places))
    shown = words.join(names[:_MOST_PLACES])
    more = len(names) - _MOST_PLACES
    return text(
        words("and_more", names=shown, n=len(names) if words.chinese else more)
        if more > 0
        else shown
    )


def _places(graph: Graph, terms: Iterable[Term]) -> Mapping[str, list[Entity]]:
    """Term -> the entities whose texts use it, under any of its names and in any language.

    What is said of a person is for nobody to look terms up in.
    """
    patterns = {term.id: _pattern(term) for term in terms}
    found: dict[str, list[Entity]] = {id_: [] for id_ in patterns}
    for entity in graph.organisation.entities():
        if isinstance(entity, Term | Person):
            continue
        said = "\n".join(every_text(entity)).casefold()
        for id_, pattern in patterns.items():
            if pattern.search(said):
                found[id_].append(entity)
    return found


def _pattern(term: Term) -> re.Pattern[str]:
    """Any name of a term: in Han anywhere, else as a word of its own."""
    names = {name.casefold() for name in (*term.label.written(), *term.names) if name}
    return re.compile("|".join(_bounded(name) for name in sorted(names, key=len, reverse=True)))


def _bounded(name: str) -> str:
    """A name as a pattern that does not match inside a longer Latin word; plurals do match."""
    before = r"(?<![0-9a-z])" if _WORD.match(name[0]) else ""
    after = r"(?:e?s)?(?![0-9a-z])" if _WORD.match(name[-1]) else ""
    return before + re.escape(name) + after
