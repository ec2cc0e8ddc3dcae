"""The document of a workflow: its diagram, what it is about, its steps, its handoffs."""

from __future__ import annotations

from orgspec.document import Block, Document, Facts, Inline, Section, inline
from orgspec.graph.flow import Flow
from orgspec.graph.graph import Graph
from orgspec.model.text import Text
from orgspec.view.frame import framed
from orgspec.view.job.standing import names
from orgspec.view.revisions import revisions
from orgspec.view.words import Words
from orgspec.view.workflow.diagram import swimlane
from orgspec.view.workflow.handoffs import handoff_table, served_by
from orgspec.view.workflow.path import path_of, timing_of
from orgspec.view.workflow.steps import ladder, step_table


def workflow(
    graph: Graph, workflow_id: str, locale: str, *, lanes: str = "role", draft: bool = False
) -> Document:
    """The diagram, with its lanes by `role`, `department` or `phase`, then what it does not say."""
    words = Words(locale)
    flow = graph.flows[workflow_id]
    entity = flow.workflow
    found = timing_of(graph, flow)
    path = path_of(found) if found is not None else ()
    used = list(dict.fromkeys(served_by(graph, flow).values()))
    parts = (
        ("s_facts", _facts(graph, flow, path, locale)),
        ("s_steps", step_table(graph, flow, locale)),
        ("s_handoffs", handoff_table(graph, used, locale)),
        ("s_revisions", revisions(graph, entity, locale, [f"handoff/{h}" for h in used])),
    )
    sections = [Section(words(title), blocks, key=title) for title, blocks in parts if blocks]
    blocks: list[Block] = [*sections]
    if flow.steps:
        blocks.insert(0, swimlane(graph, flow, locale, by=lanes, critical=path))
    name = graph.organisation.profile.in_(locale) if graph.organisation.profile.name else ""
    size = words.counted("workflow_steps", len(flow.steps))
    return framed(
        graph, locale, entity.in_(locale), tuple(blocks), entity=entity, landscape=True,
        draft=draft, subtitle=" · ".join(part for part in (name, size) if part),
        usual=words.characters("workflow"),
    )  # fmt: skip


def _facts(graph: Graph, flow: Flow, path: tuple[str, ...], locale: str) -> tuple[Block, ...]:
    """What holds of the whole: owner, kind, trigger, limit, escalation, the longest path."""
    words = Words(locale)
    entity, links = flow.workflow, graph.links
    number = {step.id: str(place) for place, step in enumerate(flow.steps, 1)}
    about = links.targets(entity.address, "object")
    rungs = words("semicolon").join(ladder(graph, entity.address, entity.escalation, locale))
    rows = (
        ("f_owner", names(graph, locale, links.targets(entity.address, "owner"))),
        ("f_kind", words(f"kind_{entity.standing}")),
        ("f_trigger", _text(entity.trigger, locale)),
        ("f_within", entity.within.text(locale) if entity.within is not None else ""),
        ("f_object", names(graph, locale, about) or entity.object or ""),
        ("f_longest", " → ".join(number[step] for step in path if step in number)),
        ("f_escalation", rungs),
        ("f_purpose", _text(entity.description, locale)),
    )
    pairs: list[tuple[str, Inline]] = [(words(k), inline(v)) for k, v in rows if v]
    wide = frozenset(words(key) for key in ("f_escalation", "f_purpose", "f_trigger"))
    return (Facts(tuple(pairs), wide=wide),)


def _text(words: Text | None, locale: str) -> str:
    """An optional text."""
    return words.in_(locale) if words is not None else ""
