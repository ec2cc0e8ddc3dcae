"""The values of the settings of charts: paper, what cards stand for, what colours tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, cast

from orgspec.model.fields import Read, choice
from orgspec.model.mistakes import expected

PAPERS = ("A4", "A3", "A2", "A1", "A0")
ORIENTATIONS = ("portrait", "landscape")
CHART_BY = ("department", "role", "person", "grade")
CHART_COLOURS = ("department", "grade", "location")
LEAST_DPI, MOST_DPI = 36, 600

_paper = cast(Callable[[Any], str], choice(*PAPERS).read)


def _any_case(value: Any) -> Any:
    """The name of a paper, in whatever case."""
    plain: Any = value.upper() if isinstance(value, str) else value
    return _paper(plain if plain in PAPERS else value)


def _dpi(value: Any) -> int:
    """A whole number of pixels per inch."""
    if isinstance(value, str) and value.isdecimal() and LEAST_DPI <= int(value) <= MOST_DPI:
        return int(value)
    raise expected(
        f"a whole number from {LEAST_DPI} to {MOST_DPI}", f"{LEAST_DPI} 到 {MOST_DPI} 的整数", value
    )


def _one_of(*words: str) -> Read:
    """What admits some words only, in the JSON Schema too."""
    return Read(choice(*words).read, {"type": "string", "enum": list(words)})


PaperName = Annotated[str, Read(_any_case, {"type": "string", "enum": list(PAPERS)})]
Orientation = Annotated[str, _one_of(*ORIENTATIONS)]
ChartBy = Annotated[str, _one_of(*CHART_BY)]
ChartColour = Annotated[str, _one_of(*CHART_COLOURS)]
Dpi = Annotated[
    int,
    Read(_dpi, {"type": "integer", "minimum": LEAST_DPI, "maximum": MOST_DPI}),
]
