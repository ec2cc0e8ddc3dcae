"""How the charts of a build are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from orgspec.document import Paper
from orgspec.model.manifest import Output
from orgspec.view.charts.wish import ChartWish


def wish_of(output: Output, asked: Mapping[str, Any] | None = None) -> ChartWish:
    """What the manifest says of charts; what is `asked` for, where it is not None, over that.

    `asked` may have the keys `paper`, `orientation`, `tile`, `by`, `colour`, `dpi` and `whole`.
    """
    over = {key: value for key, value in (asked or {}).items() if value is not None}
    paper = Paper(
        over.get("paper", output.paper or ""),
        over.get("orientation", output.orientation or ""),
        over.get("tile", output.tile),
    )
    return ChartWish(
        over.get("by", output.by or ""),
        over.get("colour", output.colour or "department"),
        over.get("whole", False),
        paper,
        over.get("dpi", output.dpi or 0),
    )
