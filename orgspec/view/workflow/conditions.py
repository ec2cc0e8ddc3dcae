"""When a way is taken, as it is printed."""

from __future__ import annotations

import re

from orgspec.graph.branches import condition_of
from orgspec.graph.graph import Graph
from orgspec.model.text import Text
from orgspec.model.values.comparison import Comparison
from orgspec.model.values.condition import Term
from orgspec.model.workflow import Transition
from orgspec.view.limits import limit_of, limit_text
from orgspec.view.words import Words


def condition(graph: Graph, transition: Transition, locale: str) -> str:
    """When a way is taken and how often it may be: empty if always.

    An authority, an indicator and a term are called by their names, and the amounts of an
    authority stand in its measure.
    """
    words = Words(locale)
    text = _when(graph, transition.when, locale) if transition.when else ""
    if not text and transition.otherwise:
        text = words("otherwise")
    if transition.at_most is not None:
        key = "at_most" if text else "at_most_only"
        return words(key, text=text, n=transition.at_most)
    return text


def _when(graph: Graph, when: Text, locale: str) -> str:
    """A condition: comparisons in signs, a text as written."""
    found = condition_of(when, locale)
    if not any(term.name in graph.organisation.authorities for term in found.terms):
        return _as_written(graph, when, found.terms, locale)
    low, high = _bounds(found.terms)
    if low is not None and high is not None:
        least = limit_text(limit_of(graph.organisation.authorities[low.name], low.amount), locale)
        sign = "<" if low.comparison is Comparison.ABOVE else "≤"
        return f"{least} {sign} {_term(graph, high, locale)}"
    return Words(locale)("and").join(_term(graph, term, locale) for term in found.terms)


def _as_written(graph: Graph, when: Text, terms: tuple[Term, ...], locale: str) -> str:
    """A text as written; comparisons with names for ids, in the signs that people write by hand."""
    text = when.in_(locale)
    for name in {term.name for term in terms}:
        alone = rf"(?<![\w-]){re.escape(name)}(?![\w-])"
        text = re.sub(alone, _named(graph, name, locale).replace("\\", r"\\"), text)
    return text.replace("<=", "≤").replace(">=", "≥").replace("==", "=") if terms else text


def _named(graph: Graph, name: str, locale: str) -> str:
    """What people call that which a comparison names by its id; else the name as it stands."""
    organisation = graph.organisation
    for table in (organisation.authorities, organisation.kpis, organisation.glossary):
        if name in table:
            return table[name].in_(locale)
    return name


def _bounds(terms: tuple[Term, ...]) -> tuple[Term | None, Term | None]:
    """The two ends, if some comparisons are a stretch of one authority; else neither."""
    if len(terms) != 2 or terms[0].name != terms[1].name:
        return None, None
    ends = sorted(terms, key=lambda term: term.comparison.is_upper)
    sound = not ends[0].comparison.is_upper and ends[1].comparison.is_upper
    sound = sound and Comparison.EQUAL not in (ends[0].comparison, ends[1].comparison)
    return (ends[0], ends[1]) if sound else (None, None)


def _term(graph: Graph, term: Term, locale: str) -> str:
    """One comparison."""
    authority = graph.organisation.authorities.get(term.name)
    if authority is None:
        amount = term.amount.text(locale)
        return f"{_named(graph, term.name, locale)} {term.comparison} {amount}"
    amount = limit_text(limit_of(authority, term.amount), locale)
    return f"{authority.in_(locale)} {term.comparison} {amount}"
