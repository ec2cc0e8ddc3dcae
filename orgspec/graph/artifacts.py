"""Who gives and who takes each artifact."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from orgspec.frozen import frozen
from orgspec.graph.reporting import bare
from orgspec.model.program import Link, Program
from orgspec.model.workflow import Step

if TYPE_CHECKING:
    from orgspec.graph.graph import Graph

Passings = Mapping[str, tuple[Link, ...]]

_GIVES = (("duty", "deliverables"), ("step", "outputs"), ("meeting", "outputs"))
_TAKES = (("duty", "inputs"), ("step", "inputs"), ("kpi", "source"), ("meeting", "inputs"))
_HANDS = (("handoff", "artifacts"),)


@frozen
class ArtifactFlow:
    """Where artifacts come from and where they go, by artifact id, as written in the spec.

    Every answer is the link that says so: its `source` is the duty, step, meeting, KPI or handoff,
    its `route` the entry there. What a step inherits from its duty stands at the duty alone.

    Attributes:
        given: links of duties, steps and meetings that make it.
        taken: links of duties, steps and meetings that work from it, of KPIs that are read off it.
        handed: links of handoffs that pass it on.
    """

    given: Passings
    taken: Passings
    handed: Passings

    def givers(self, artifact: str, *kinds: str) -> tuple[Link, ...]:
        """Who gives an artifact, of some kinds only if kinds are named."""
        return _of_kinds(self.given.get(artifact, ()), kinds)

    def takers(self, artifact: str, *kinds: str) -> tuple[Link, ...]:
        """Who takes an artifact, of some kinds only if kinds are named."""
        return _of_kinds(self.taken.get(artifact, ()), kinds)


def _of_kinds(links: tuple[Link, ...], kinds: tuple[str, ...]) -> tuple[Link, ...]:
    """The links whose source is of one of the kinds."""
    if not links or not kinds:
        return links
    return tuple([x for x in links if x.source.partition("/")[0] in kinds])


def artifact_flow(program: Program) -> ArtifactFlow:
    """Collect all that passes."""
    return ArtifactFlow(
        _passings(program, _GIVES), _passings(program, _TAKES), _passings(program, _HANDS)
    )


def _passings(program: Program, places: Iterable[tuple[str, str]]) -> Passings:
    """Artifact → the links to it in some fields of some kinds of entities."""
    found: dict[str, list[Link]] = defaultdict(list)
    for kind, field in places:
        prefix = f"{kind}/"
        for source, links in program.links.by_field.get(field, {}).items():
            if source.startswith(prefix):
                for link in links:
                    target = link.target
                    if target is not None and target.startswith("artifact/"):
                        found[bare(target)].append(link)
    return MappingProxyType({artifact: tuple(links) for artifact, links in found.items()})


def inputs_of_steps(graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """Step → the ids of the artifacts that it takes: its own inputs, else those of its duty."""
    return {step.id: inputs_of(graph, step) for step in graph.organisation.steps.values()}


def inputs_of(graph: Graph, step: Step) -> tuple[str, ...]:
    """The ids of the artifacts that a step takes: its own inputs, else those of its duty."""
    if step.inputs is not None:
        return _own(graph, step, "inputs")
    return _of_duty(graph, step, "inputs")


def outputs_of_steps(graph: Graph) -> Mapping[str, tuple[str, ...]]:
    """Step → the ids of the artifacts that it gives.

    Its own outputs; else those of the workflow that it calls; else the deliverables of its duty,
    if no other step of the workflow names that duty.
    """
    uses: Counter[tuple[str, str]] = Counter()
    for step in graph.organisation.steps.values():
        uses.update((step.workflow, duty) for duty in _duties(graph, step))
    return {step.id: _outputs(graph, step, uses) for step in graph.organisation.steps.values()}


def outputs_of(graph: Graph, step: Step) -> tuple[str, ...]:
    """The ids of the artifacts that one step gives; see `outputs_of_steps`."""
    others = graph.organisation.workflows[step.workflow].steps if step.duty is not None else ()
    named = Counter((step.workflow, duty) for other in others for duty in _duties(graph, other))
    return _outputs(graph, step, named)


def _outputs(graph: Graph, step: Step, uses: Mapping[tuple[str, str], int]) -> tuple[str, ...]:
    """What a step gives; `uses` counts the steps of its workflow that name a duty."""
    if step.outputs is not None:
        return _own(graph, step, "outputs")
    outputs: tuple[str, ...] = ()
    if step.call is not None:
        outputs = tuple(dict.fromkeys(_of_called(graph, step)))
    if not outputs and all(uses[step.workflow, d] == 1 for d in _duties(graph, step)):
        outputs = _of_duty(graph, step, "deliverables")
    return outputs


def _duties(graph: Graph, step: Step) -> tuple[str, ...]:
    """The address of the duty of a step, as a tuple of none or one."""
    return graph.links.targets(step.address, "duty") if step.duty is not None else ()


def _own(graph: Graph, step: Step, field: str) -> tuple[str, ...]:
    """The artifacts that a step names itself."""
    return tuple(bare(target) for target in graph.links.targets(step.address, field))


def _of_duty(graph: Graph, step: Step, field: str) -> tuple[str, ...]:
    """The artifacts that the duty of a step names."""
    return tuple(bare(t) for d in _duties(graph, step) for t in graph.links.targets(d, field))


def _of_called(graph: Graph, step: Step) -> Iterator[str]:
    """The artifacts that the steps of the called workflow give themselves."""
    for called in graph.links.targets(step.address, "call"):
        for inner in graph.organisation.workflows[bare(called)].steps:
            yield from _own(graph, inner, "outputs")
