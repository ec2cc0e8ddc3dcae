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

    def of(self, row: Row) -> Deed:
        """What is done by a duty or step."""
        deed = self._known.get(row.address)
        if deed is None:
            bearer = next((each for each in self._bearers(row.of) if each.object), None)
            about = self._key(bearer) if bearer is not None else None
            self._known[row.address] = deed = Deed(row, about, self._verb(row.of))
        return deed

    @cached_property
    def by_object(self) -> Mapping[str, tuple[Deed, ...]]:
        """Object → all that is done with it, duties first, in written order."""
        found: dict[str, list[Deed]] = {}
        for row in self.graph.rows.values():
            deed = self.of(row)
            if deed.object is not None:
                found.setdefault(deed.object, []).append(deed)
        return {about: tuple(deeds) for about, deeds in found.items()}

    @cached_property
    def steps_of(self) -> Mapping[str, tuple[Row, ...]]:
        """Address of a duty → the rows of the steps that name it."""
        found: dict[str, list[Row]] = {}
        for step in self.graph.organisation.steps.values():
            if step.duty is not None:
                for duty in self.graph.links.targets(step.address, "duty"):
                    found.setdefault(duty, []).append(self.graph.rows[step.address])
        return {duty: tuple(rows) for duty, rows in found.items()}

    def object_of(self, of: Duty | Step | Workflow) -> str | None:
        """The address of the artifact that something itself names, or the normalised word."""
        return self._key(of) if of.object else None

    def _key(self, of: Duty | Step | Workflow) -> str:
        """What a written object counts as: one word means one thing everywhere."""
        word = of.object or ""
        if word not in self._keys:
            targets = self.graph.links.targets(of.address, "object")
            self._keys[word] = targets[0] if targets else plain(word)
        return self._keys[word]

    def _bearers(self, of: Duty | Step) -> Iterator[Duty | Step | Workflow]:
        """Where the object of a duty or step may be written, nearest first."""
        yield of
        if isinstance(of, Step):
            duty = self._duty(of)
            if duty is not None:
                yield duty
            yield self.graph.organisation.workflows[of.workflow]

    def _verb(self, of: Duty | Step) -> str | None:
        """What the verb of a duty or step counts as."""
        action = of.action
        if action is None and isinstance(of, Step):
            duty = self._duty(of)
            action = duty.action if duty is not None else None
        return verb_key(action) if action is not None else None

    def _duty(self, step: Step) -> Duty | None:
        """The duty of a step."""
        if step.duty is None:
            return None
        duties = self.graph.links.targets(step.address, "duty")
        return self.graph.organisation.duties[bare(duties[0])] if duties else None
