"""Days without work: those of a country, and single ones."""

from __future__ import annotations

from typing import Annotated

from orgspec.late import late
from orgspec.model.fields import Many, Read
from orgspec.model.mistakes import expected, wrong
from orgspec.model.values import date
from orgspec.model.values.errors import BadValue, NoSuchDay

COUNTRY = late(r"[A-Za-z]{2}(-[A-Za-z0-9]{1,3})?")


def _free_day(value: object) -> str:
    """The code of a country (`CN`) or of a part of one (`DE-BY`), or a day (`2026-12-24`)."""
    if isinstance(value, str) and COUNTRY.fullmatch(value):
        return value.upper()
    try:
        return date.parse(value if isinstance(value, str) else "").isoformat()
    except NoSuchDay as bad:
        raise wrong(bad.en, bad.zh, "REF010") from None
    except BadValue:
        raise expected(
            "the code of a country such as `CN`, or a date such as 2026-12-24",
            "国家代码，例如 `CN`，或日期，例如 2026-12-24",
            value,
        ) from None


FreeDays = Annotated[
    tuple[
        Annotated[
            str,
            Read(_free_day, {"type": "string", "examples": ["CN", "DE-BY", "2026-12-24"]}),
        ],
        ...,
    ],
    Many(),
]
