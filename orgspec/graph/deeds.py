"""Who does what to which object: the facts that separations of duties are judged by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from orgspec.graph.reporting import bare
from orgspec.graph.rows import Cell, Row
from orgspec.model.duty import Duty
from orgspec.model.values.actions import verb_class
from orgspec.model.values.script import plain
from orgspec.model.workflow import Step, Workflow

if TYPE_CHECKING:
    from orgspec.graph.controls import Stage
    from orgspec.graph.graph import Graph

DECIDING = "authorise"
"""The class of verbs that whoever is accountable does too."""


class Deed(NamedTuple):
    """A duty or a step as something that is done.

    Attributes:
        row: who bears which letter for it.
        object: the address of the artifact or the normalised word that it is about; None if none.
        verb: the class of its verb; the verb itself where its class is not known; None if none.
    """

    row: Row
    object: str | None
    verb: str | None

    @property
    def address(self) -> str:
        """The address of the duty or step."""
        return self.row.address

    @property
    def doers(self) -> tuple[Cell, ...]:
        """The cells of the roles that do it, each role once.

        Whoever is R does it; whoever is A of what authorises does it too.
        """
        found: dict[str, Cell] = {}
        for cell in self.row.cells:
            if cell.role is not None and _does(cell, self.verb):
                found.setdefault(cell.role, cell)
        return tuple(found.values())


def _does(cell: Cell, verb: str | None) -> bool:
    """Whether who bears a letter does what the verb says."""
    return cell.acts_as == "R" or (cell.acts_as == "A" and verb == DECIDING)


def verb_key(word: str) -> str:
    """What a verb counts as: its class, or the normalised word where that is not known."""
    return verb_class(word) or plain(word)


class Deeds:
    """The deeds of an organisation. What a step does not say it takes from its duty.

    The last resort for the object of a step is that of its workflow.
    """

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self._keys: dict[str, str] = {}
        self._known: dict[str, Deed] = {}
        self._on: dict[str, tuple[Deed, ...]] = {}

    def of(self, row: Row) -> Deed:
        """What is done by a duty or step."""
        of = row.of
        address = of.address
        deed = self._known.get(address)
        if deed is None:
            duty = self._duty(of) if isinstance(of, Step) and of.duty is not None else None
            bearer = of if of.object else self._lender(of, duty)
            about = self._key(bearer) if bearer is not None else None
            action = of.action or (duty.action if duty is not None else None)
            verb = verb_key(action) if action is not None else None
            self._known[address] = deed = Deed(row, about, verb)
        return deed

    def on(self, about: str) -> tuple[Deed, ...]:
        """All that is done with an object, those that name it in written order."""
        if about not in self._on:
            rows = {r.address: r for x in self.objects.get(about, ()) for r in self._lent(x)}
            deeds = (self.of(row) for row in rows.values())
            self._on[about] = tuple([deed for deed in deeds if deed.object == about])
        return self._on[about]

    def _lent(self, bearer: Duty | Step | Workflow) -> Iterator[Row]:
        """The rows of what names an object, and of the steps that may take it from there."""
        if not isinstance(bearer, Workflow):
            yield self.graph.row(bearer)
        if isinstance(bearer, Step):
            return
        steps = self.graph.steps_of(bearer) if isinstance(bearer, Duty) else bearer.steps
        yield from (self.graph.row(step) for step in steps)

    @cached_property
    def objects(self) -> Mapping[str, tuple[Duty | Step | Workflow, ...]]:
        """Object → the duties, steps and workflows that name it, in written order."""
        organisation = self.graph.organisation
        found: dict[str, list[Duty | Step | Workflow]] = {}
        for table in (organisation.duties, organisation.steps, organisation.workflows):
            for bearer in table.values():
                if bearer.object:
                    found.setdefault(self._key(bearer), []).append(bearer)
        return {about: tuple(bearers) for about, bearers in found.items()}

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """The workflows in which something is made and then controlled."""
        from orgspec.graph.controls import stages

        return tuple(stages(self.graph))

    def _lender(self, of: Duty | Step, duty: Duty | None) -> Duty | Workflow | None:
        """What gives its object to a step that says none: its duty, else its workflow."""
        if duty is not None and duty.object:
            return duty
        if not isinstance(of, Step):
            return None
        workflow = self.graph.organisation.workflows[of.workflow]
        return workflow if workflow.object else None

    def _key(self, of: Duty | Step | Workflow) -> str:
        """What a written object counts as: one word means one thing everywhere."""
        word = of.object or ""
        if word not in self._keys:
            targets = self.graph.links.targets(of.address, "object")
            self._keys[word] = targets[0] if targets else plain(word)
        return self._keys[word]

    def _duty(self, of: Duty | Step) -> Duty | None:
        """The duty of a step."""
        if not isinstance(of, Step) or of.duty is None:
            return None
        duties = self.graph.links.targets(of.address, "duty")
        return self.graph.organisation.duties[bare(duties[0])] if duties else None
