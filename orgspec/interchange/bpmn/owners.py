"""Who does each node: its performers, else its lane, else its pool."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from orgspec.interchange.bpmn.elements import Collaboration, Lane, Model, Node, Participant, Scope
from orgspec.interchange.bpmn.parties import Parties


class Owners:
    """The parties of lanes and pools of all files.

    A pool that is one of several and holds lanes is a department, its lanes are roles of it; one
    without lanes is a role. A pool alone is the workflow itself. A pool without process is a
    partner. A lane with lanes in it is a department.
    """

    def __init__(self, parties: Parties) -> None:
        self.parties = parties
        self.pools: dict[tuple[str, str], str] = {}
        self.lanes: dict[tuple[str, str], str] = {}
        self.process_pools: dict[tuple[str, str], str] = {}

    def take_in(self, model: Model) -> None:
        """The pools and lanes of a file."""
        processes = {process.id: process for process in model.processes}
        pooled: set[str] = set()
        for collaboration in model.collaborations:
            for pool in collaboration.participants:
                process = processes.get(pool.process)
                if process is None or not (process.scope.nodes or process.fields):
                    self._black_box(model, pool)
                    continue
                pooled.add(process.id)
                party = self._pool(model, collaboration, pool, process.scope)
                self._lanes(model.path, process.scope.lanes, party if process.scope.lanes else "")
                if party and not process.scope.lanes:
                    for node in process.scope.walk():
                        self.lanes[model.path, node.id] = party
        for process in model.processes:
            if process.id not in pooled:
                self._lanes(model.path, process.scope.lanes, "")
            self._inherit(model.path, process.scope, "")

    def _black_box(self, model: Model, pool: Participant) -> None:
        """A pool of which nothing but its name is known."""
        given = pool.fields.get("party")
        known = isinstance(given, str) and given in self.parties.collections["partners"]
        party = str(given) if known else self.parties.partner(pool.name or pool.id)
        self.pools[model.path, pool.id] = party

    def _pool(
        self, model: Model, collaboration: Collaboration, pool: Participant, scope: Scope
    ) -> str:
        """The party of a pool with a process, "" if it is the workflow itself."""
        given = pool.fields.get("party")
        if isinstance(given, str) and any(given in x for x in self.parties.collections.values()):
            party = given
        elif pool.fields or (len(collaboration.participants) < 2):
            return ""
        elif scope.lanes:
            party = self.parties.department(pool.name or pool.id)
        else:
            party = self.parties.role(pool.name or pool.id)
        self.pools[model.path, pool.id] = party
        self.process_pools[model.path, pool.process] = party
        return "" if pool.fields else party

    def _lanes(self, path: str, lanes: tuple[Lane, ...], department: str) -> None:
        """The lanes of a pool, and those within them."""
        for lane in lanes:
            if lane.lanes:
                below = self.parties.department(lane.name or lane.id, department)
                self._lanes(path, lane.lanes, below)
                continue
            if lane.fields:
                party = str(lane.fields.get("party", ""))
            else:
                party = self.parties.role(lane.name or lane.id, department)
            for node in lane.nodes:
                if party:
                    self.lanes[path, node] = party

    def _inherit(self, path: str, scope: Scope, party: str) -> None:
        """What is in a sub-process is done by whom its lane names, if nothing else is said."""
        for node in scope.nodes:
            own = self.lanes.get((path, node.id), party)
            if own:
                self.lanes[path, node.id] = own
            if node.inner is not None:
                self._inherit(path, node.inner, own)

    def letters(self, path: str, node: Node) -> Mapping[str, Any]:
        """The letters of an activity; a node of our own has those that it says and no others."""
        cells: dict[str, list[str]] = {}
        for performer in node.performers:
            party = self.parties.resource(path, performer)
            if party not in cells.setdefault(performer.letter, []):
                cells[performer.letter].append(party)
        if not cells and not node.fields and (path, node.id) in self.lanes:
            cells["R"] = [self.lanes[path, node.id]]
        return {k: v[0] if len(v) == 1 else v for k, v in cells.items()}
