"""Days: `2026-05-01`, as ISO 8601 writes them."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache

from orgspec.model.values.errors import BadValue, NoSuchDay
from orgspec.model.values.wording import LONGEST, normal


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A date as it is to be written, and one as people write it otherwise."""
    return (
        re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})"),
        re.compile(r"([0-9]{4}) ?[-/.年] ?([0-9]{1,2}) ?[-/.月] ?([0-9]{1,2}) ?日?(?:[ Tt].*)?"),
    )


@lru_cache(maxsize=4096)
def parse(text: str) -> date:
    """Read a day.

    Raises:
        NoSuchDay: it is written as a date, and no calendar has that day.
        BadValue: it is no date; `near` is how to write it where that can be told.
    """
    text = normal(text[:LONGEST])
    exact, loose = _patterns()
    if found := exact.fullmatch(text):
        try:
            return date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            raise NoSuchDay(
                f"there is no day `{text}` in the calendar", f"日历上没有 `{text}` 这一天"
            ) from None
    example = "2026-05-01"
    if found := loose.fullmatch(text):
        example = f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}"
    raise BadValue(
        f"a date is written year-month-day, such as `{example}`",
        f"日期按“年-月-日”书写，例如 `{example}`",
        example if found else "",
    )
