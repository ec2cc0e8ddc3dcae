"""What can be wished of an organisation chart."""

from __future__ import annotations

from dataclasses import field

from orgspec.document import Paper
from orgspec.frozen import frozen


@frozen
class ChartWish:
    """How a chart is drawn.

    Attributes:
        by: one of `CHART_BY` (`model.chart_fields`); empty for posts with those who hold them, everybody as far as there is room.
        colour: one of `CHART_COLOURS`.
        whole: every post on one sheet however many there are, none behind its department.
        paper: what it is printed on.
        dpi: pixels per inch of a picture; 0 for the usual.
    """

    by: str = ""
    colour: str = "department"
    whole: bool = False
    paper: Paper = field(default_factory=Paper)
    dpi: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing is summed up: a poster shows every post."""
        return self.whole or self.paper.tiled
