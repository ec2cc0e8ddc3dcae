"""Why the post exists, what it takes, where it leads, what its work is like."""

from __future__ import annotations

from orgspec.document import (
    Block,
    Cell,
    Column,
    Emphasis,
    Facts,
    Heading,
    Inline,
    Paragraph,
    Row,
    Table,
    inline,
)
from orgspec.graph.graph import Graph
from orgspec.model.cooperation import Term
from orgspec.model.role import Role
from orgspec.model.text import Text
from orgspec.view.job.duties import rows_shown
from orgspec.view.job.standing import names
from orgspec.view.words import Words


def purpose(graph: Graph, role: Role, locale: str) -> tuple[Block, ...]:
    """Why the post exists."""
    text = role.purpose or role.description
    return (Paragraph(inline(text.in_(locale))),) if text else ()


def _facts(locale: str, rows: list[tuple[str, str]]) -> tuple[Block, ...]:
    """One labelled row for each value that is there."""
    words = Words(locale)
    pairs = tuple((words(key), inline(value)) for key, value in rows if value)
    return (Facts(pairs, across=1),) if pairs else ()


def _listed(texts: tuple[Text, ...], locale: str) -> str:
    """Several texts in one row."""
    return Words(locale)("semicolon").join(text.in_(locale) for text in texts)


def qualifications(graph: Graph, role: Role, locale: str) -> tuple[Block, ...]:
    """What a holder must bring."""
    wanted = role.qualifications
    if wanted is None:
        return ()
    keys = ("education", "experience", "skills", "languages", "certificates", "traits")
    return _facts(locale, [(key, _listed(getattr(wanted, key), locale)) for key in keys])


def conditions(graph: Graph, role: Role, locale: str) -> tuple[Block, ...]:
    """Where, when and how the work is done."""
    given = role.conditions
    if given is None:
        return ()
    keys = ("location", "hours", "travel", "environment", "equipment")
    texts = [(key, getattr(given, key)) for key in keys]
    return _facts(locale, [(key, text.in_(locale)) for key, text in texts if text])


def career(graph: Graph, role: Role, locale: str) -> tuple[Block, ...]:
    """Posts that lead here and onwards, and programs that holders go through."""
    links = graph.links.of(role.address, "career")
    came = [x.target for x in links if x.target and x.route[1:2] == ("from",)]
    goes = [x.target for x in links if x.target and x.route[1:2] == ("to",)]
    programs = graph.links.targets(role.address, "development")
    return _facts(
        locale,
        [
            ("career_from", names(graph, locale, came)),
            ("career_to", names(graph, locale, goes)),
            ("development", names(graph, locale, programs)),
        ],
    )


def scenarios(graph: Graph, role: Role, locale: str) -> tuple[Block, ...]:
    """Typical cases of the work, each as a small labelled grid."""
    words = Words(locale)
    blocks: list[Block] = []
    for scenario in role.scenarios:
        rows = [
            (words(key), inline(text.in_(locale)))
            for key in ("situation", "actions", "coordination", "result")
            if (text := getattr(scenario, key)) is not None
        ]
        if scenario.name is not None:
            blocks.append(Heading(scenario.name.in_(locale), 2))
        if rows:
            blocks.append(Facts(tuple(rows), across=1))
    return tuple(blocks)


def terms(graph: Graph, role: Role, locale: str) -> tuple[Block, ...]:
    """The terms of the glossary that the duties of the post use, in any language: all editions of
    a job description explain the same terms.
    """
    if not graph.organisation.glossary:
        return ()
    words = Words(locale)
    used = {each: _own_words(graph, role, each) for each in graph.organisation.locales}
    rows: list[Row] = []
    for term in graph.organisation.glossary.values():
        if term.definition is None:
            continue
        if any(_met(term, each, said) for each, said in used.items()):
            # The spelling that the document itself uses is in the document's language.
            shown = next(iter(_met(term, locale, used.get(locale, ""))), term.in_(locale))
            name: Inline = inline(shown[:1].upper() + shown[1:], Emphasis.STRONG)
            said = Cell((inline(term.definition.in_(locale)),))
            rows.append(Row((Cell((name,)), said), key=term.address))
    if not rows:
        return ()
    return (Table((Column(words("term"), 1), Column(words("definition"), 4)), tuple(rows)),)


def _met(term: Term, locale: str, said: str) -> list[str]:
    """The spellings of a term in a locale that stand in what is said there."""
    spellings = (term.in_(locale), *term.also_called(locale))
    return [spelling for spelling in spellings if spelling and spelling.lower() in said]


def _own_words(graph: Graph, role: Role, locale: str) -> str:
    """The words of the post and of the duties that it is told of, for finding terms in them."""
    texts: list[Text | None] = [role.name, role.purpose, role.description]
    for row in rows_shown(graph, role):
        duty = graph.organisation.find(row.address)
        texts += [row.of.name, row.of.description]
        texts += [task.name for task in getattr(duty, "tasks", ())]
    for use in graph.links.targets(role.address, "kpis"):
        kpi = graph.organisation.find(use)
        texts.append(kpi.name if kpi else None)
    for scenario in role.scenarios:
        texts += [scenario.name, scenario.situation, scenario.actions, scenario.result]
    return "\n".join(text.in_(locale) for text in texts if text is not None).lower()
