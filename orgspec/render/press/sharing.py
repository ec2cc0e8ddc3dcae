"""Short parts of a bound document that share a page: a record of one line takes no paper alone."""

from __future__ import annotations

from collections.abc import Sequence

from orgspec.render.press.reading import Data

_ENDS_OF_FORM, _ENDS = 102.0, 84.0  # above and below what stands on a page, as in the template
_TITLES = 68.0  # the title of a part and what stands below it, with the space above
_MOST = 0.85  # of the page: heights are reckoned, and a page that is full is no gain


def runs(parts: Sequence[Data]) -> list[list[int]]:
    """The places of the parts, those together that share a page.

    They are single documents on the same paper, and all of them find room on one page.
    """
    found: list[list[int]] = []
    left = 0.0
    for place, part in enumerate(parts):
        high = _height(part)
        if found and high <= left and _paper(part) == _paper(parts[place - 1]):
            found[-1].append(place)
            left -= high
        else:
            found.append([place])
            left = _room(part) - high
    return found


def _height(part: Data) -> float:
    """How high a part is that may share a page; endless if it may not."""
    if not part["one"] or len(part["documents"]) != 1:
        return float("inf")
    sheets = part["documents"][0]["sheets"]
    if len(sheets) != 1 or sheets[0]["bands"]:
        return float("inf")
    heights: list[float] = [block.get("height", float("inf")) for block in sheets[0]["blocks"]]
    return _TITLES + sum(heights)


def _paper(part: Data) -> tuple[float, float]:
    """The paper of the last sheet of a part."""
    sheet = part["documents"][-1]["sheets"][-1]
    return sheet["width"], sheet["height"]


def _room(part: Data) -> float:
    """How much of a page may be filled with parts, in points."""
    sheet = part["documents"][-1]["sheets"][-1]
    ends = _ENDS_OF_FORM if sheet["form"] else _ENDS
    return _MOST * float(sheet["height"] - ends)
