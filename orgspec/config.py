"""Settings put together: the manifest's and those of the command line."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from orgspec.analysis.selection import Selection
from orgspec.frozen import frozen
from orgspec.model.organisation import Organisation


@frozen
class Overrides:
    """What the command line says; it is stronger than the manifest.

    Attributes:
        baseline: the file of the baseline; None for the one beside the manifest.
        with_baseline: whether a baseline holds findings back at all.
    """

    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict, hash=False)
    as_of: dt.date | None = None
    baseline: Path | None = None
    with_baseline: bool = True


def selection_of(organisation: Organisation, overrides: Overrides) -> Selection:
    """Which rules run and how bad their findings are."""
    settings = organisation.manifest.checks
    return Selection(
        profile=overrides.profile or settings.profile or "default",
        select=settings.select,
        ignore=settings.ignore,
        severity=settings.severity,
        options=settings.options,
        per_file={
            glob: each for glob, each in settings.per_file.items() if isinstance(each, Mapping)
        },
        forced_select=overrides.select,
        forced_ignore=overrides.ignore,
        forced_severity=overrides.severity,
    )


def today_of(organisation: Organisation, overrides: Overrides) -> dt.date:
    """The day of a check: `--as-of`, else `SOURCE_DATE_EPOCH`, else today in the organisation."""
    if overrides.as_of is not None:
        return overrides.as_of
    zone = _zone(organisation.profile.calendar.timezone)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return dt.datetime.fromtimestamp(int(epoch), zone).date()
    except (ValueError, OverflowError, OSError):  # not set, or no second that a calendar has
        return dt.datetime.now(zone).date()


def end_of_day(organisation: Organisation, overrides: Overrides, today: dt.date) -> float | None:
    """When the day of a check is over, in seconds since the epoch; None if it was told the day."""
    if overrides.as_of is not None or os.environ.get("SOURCE_DATE_EPOCH"):
        return None
    zone = _zone(organisation.profile.calendar.timezone)
    return dt.datetime.combine(today + dt.timedelta(days=1), dt.time(), zone).timestamp()


def _zone(name: str) -> dt.tzinfo:
    """The time zone of an IANA name; UTC if the machine does not know it."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return dt.UTC
