"""What a duty or a step is about: its object and its act, as declared or as its name says."""

from __future__ import annotations

from typing import NamedTuple

from orgspec.graph.graph import Graph
from orgspec.model.duty import Duty
from orgspec.model.values.likeness import likeness_of_acts, likeness_of_objects
from orgspec.model.values.saying import Saying, help_word, saying
from orgspec.model.values.script import plain
from orgspec.model.values.verb_kin import act, same_act
from orgspec.model.workflow import Step, Workflow


class Meaning(NamedTuple):
    """What is declared of a duty or a step, and its name for what is not.

    Attributes:
        object: the address of the artifact or the normalised word that it declares; None if none.
        act: what its declared verb does (see `verb_kin.act`); None if it declares none.
        name: its name in the default locale.
    """

    object: str | None
    act: str | None
    name: str

    @property
    def said(self) -> Saying:
        """What the name says."""
        return saying(self.name)


def meaning_of(graph: Graph, duty: Duty) -> Meaning:
    """The meaning of a duty."""
    locale = graph.organisation.locales[0]
    name = duty.name.in_(locale) if duty.name else duty.id.replace("-", " ").replace("_", " ")
    return Meaning(declared_object(graph, duty), declared_act(duty), name)


def declared_act(of: Duty | Step) -> str | None:
    """What the declared verb of a duty or step does."""
    return act(of.action) if of.action else None


def declared_object(graph: Graph, of: Duty | Step | Workflow) -> str | None:
    """The address of the artifact that something is about, or the normalised word."""
    if not of.object:
        return None
    for link in graph.links.by_field.get("object", {}).get(of.address, ()):
        if link.target is not None:
            return link.target
    return plain(of.object)


def in_force(graph: Graph, step: Step) -> tuple[str | None, str | None]:
    """The object and the act of a step: its own, else its duty's; last the workflow's object."""
    organisation = graph.organisation
    duties = graph.links.targets(step.address, "duty")
    duty = organisation.duties.get(duties[0].partition("/")[2]) if duties else None
    workflow = organisation.workflows.get(step.workflow)
    holders = [each for each in (step, duty, workflow) if each is not None]
    found = next((x for x in (declared_object(graph, each) for each in holders) if x), None)
    verb = declared_act(step) or (declared_act(duty) if duty is not None else None)
    return found, verb


def likeness(one: Meaning, other: Meaning) -> float:
    """How much two duties are one: 1 where both declare one object and one act.

    What both declare decides. Where one of them declares no object, or no verb, the names are
    compared in it instead. A duty that only helps is like none.
    """
    known = likeness_of_declared(one, other)
    if known is not None:
        return known
    declared = one.object is not None and other.object is not None
    if one.act is not None and other.act is not None:
        in_act = 1.0  # or what is declared would have decided
    else:
        acts, others = _acts(one), _acts(other)
        in_act = likeness_of_acts(acts, others) if acts or others or not declared else 0.0
    if not in_act:
        return 0.0
    return in_act if declared else min(in_act, likeness_of_objects(one.said, other.said))


def likeness_of_declared(one: Meaning, other: Meaning) -> float | None:
    """The same without reading the names, which takes a tokeniser; None where they decide."""
    declared = one.object is not None and other.object is not None
    if declared and one.object != other.object:
        return 0.0
    acting = one.act is not None and other.act is not None
    if acting and not same_act(one.act or "", other.act or ""):
        return 0.0
    if _only_helps(one) or _only_helps(other):
        return 0.0
    return 1.0 if declared and acting else None


def _only_helps(meaning: Meaning) -> bool:
    """Whether a name begins with a word of helping."""
    return bool(help_word(plain(meaning.name)))


def _acts(meaning: Meaning) -> frozenset[str]:
    """The acts of a duty: the declared one, else those that its name says."""
    return frozenset((meaning.act,)) if meaning.act is not None else meaning.said.acts
