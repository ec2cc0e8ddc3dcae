"""What became of the findings of a check: for rules that judge how findings are silenced."""

from __future__ import annotations

from dataclasses import field

from orgspec.analysis.acceptance import Suppression
from orgspec.analysis.baseline import Baseline, Entry
from orgspec.frozen import frozen


@frozen
class Outcome:
    """What is known once all rules but the last have run.

    Attributes:
        ran: the codes of the rules that ran to their end.
        used: the entries of `allow` that covered a finding, be it told in the end or not.
        baseline: what holds findings back, if anything does.
        unmatched: the entries of the baseline that held nothing back.
    """

    ran: frozenset[str] = field(default_factory=frozenset)
    used: frozenset[Suppression] = field(default_factory=frozenset)
    baseline: Baseline | None = None
    unmatched: tuple[Entry, ...] = ()
