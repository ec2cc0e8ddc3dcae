"""What a change of the organisation brings: all that is found after it and was not before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from orgspec.diagnostics import Diagnostic, Severity
from orgspec.graph.graph import Graph
from orgspec.graph.lacking import Lack, lacks
from orgspec.graph.supposing.deputising import TakingOver
from orgspec.model.entity import Entity
from orgspec.model.role import Role

# What `lacks` tells, row by row and with what stands behind.
_TOLD = frozenset(
    (
        *("RAC001", "RAC003", "RAC004", "RAC023", "WFL012", "WFL014"),
        *("STF001", "STF011", "AUT003", "DUT004", "ORG005"),
    )
)
# What is written, and not what is done: a change in memory leaves no text to be judged.
_ABOUT_TEXT = ("SYN", "PLG", "REF", "CHG", "I18N", "JD", "GLO")
# What follows from a deputy being in a post for a day, and no more.
_ABOUT_HOLDS = frozenset(("STF004", "STF005", "STF007", "STF011"))
# Several findings of one of these about one entity are several matters.
_EACH_BY_ITSELF = ("SOD", "STF008", "WFL020")


@dataclass(frozen=True, slots=True)
class Consequences:
    """What a change brings.

    Attributes:
        before: the organisation as it is.
        after: as it would be, deputies in the posts that they stand in for.
        removed: what goes, as it was asked for.
        merged: the role that stays and the one that becomes part of it, or None.
        lacks: what nobody is left for.
        taken: the posts whose work a deputy takes over.
        findings: what else is found that was not before; errors and warnings, infos only
            where the profile shows them.
        withheld: codes that could not be judged, since a file could not be parsed.
    """

    before: Graph
    after: Graph
    removed: tuple[Entity, ...]
    merged: tuple[Role, Role] | None
    lacks: tuple[Lack, ...]
    taken: tuple[TakingOver, ...]
    findings: tuple[Diagnostic, ...]
    withheld: tuple[str, ...] = ()

    @property
    def harmless(self) -> bool:
        """Whether nothing new is an error or a warning."""
        return not self.lacks and all(x.severity is Severity.INFO for x in self.findings)


def new_lacks(before: Graph, after: Graph, merged: tuple[Role, Role] | None) -> tuple[Lack, ...]:
    """What nobody is left for after a change, and somebody was there for before."""
    known = {lack.key for lack in lacks(before)}
    if merged is not None:
        kept, absorbed = merged
        names = {absorbed.address: kept.address, absorbed.id: kept.id}
        known |= {tuple(names.get(x, x) for x in key) for key in known}
    return tuple(lack for lack in lacks(after) if lack.key not in known)


def new_findings(
    before: Iterable[Diagnostic],
    after: Iterable[Diagnostic],
    told: Iterable[Lack],
    taken: Iterable[TakingOver],
    merged: tuple[Role, Role] | None,
    visible: frozenset[Severity],
) -> tuple[Diagnostic, ...]:
    """The findings after a change that were not there before, in their order.

    Left out is what `told` says already, and what is said of texts only. One finding of a code
    about an entity stands for another: that it has grown or shrunk is nothing new.
    """
    known = Counter(_key(each, merged) for each in before)
    wanted = visible | {Severity.ERROR, Severity.WARNING}
    lacking = {x for lack in told for x in (lack.address, *(f"role/{r}" for r in lack.roles))}
    standing = {person.address for each in taken for person in each.people}
    standing |= {x for each in taken for x in each.deputised}
    found = []
    for each in after:
        key = _key(each, None)
        if known[key] > 0:
            known[key] -= 1
        elif each.severity in wanted and not _is_known(each, lacking, standing):
            found.append(each)
    return tuple(found)


def _is_known(finding: Diagnostic, lacking: set[str], standing: set[str]) -> bool:
    """Whether a finding is told otherwise, or is none of the change itself."""
    if finding.code.startswith(_ABOUT_TEXT):
        return True
    if finding.code in _ABOUT_HOLDS and finding.address in standing:
        return True
    return finding.code in _TOLD and finding.address in lacking


def _key(finding: Diagnostic, merged: tuple[Role, Role] | None) -> tuple[str, ...]:
    """What tells one finding from another; that of an absorbed role counts as the kept one's."""
    address, message = finding.address, ""
    if finding.code.startswith(_EACH_BY_ITSELF):
        message = finding.message.in_("en")
    if merged is not None:
        kept, absorbed = merged
        address = kept.address if address == absorbed.address else address
        message = message.replace(absorbed.in_("en"), kept.in_("en"))
    return (finding.code, address, message)
