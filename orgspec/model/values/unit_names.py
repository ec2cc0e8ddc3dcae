"""Names of units with and without the word for what they are: `财务部`, `财务团队`, `Finance Dept`."""

from __future__ import annotations

import re
from functools import lru_cache

from orgspec.model.values.script import has_han, plain

CHINESE = ("部门", "团队", "小组", "部", "组")
"""Words for a unit at the end of a Chinese name, longer ones first."""

ENGLISH = ("department", "dept.", "dept", "team")
"""The same in English, in lower case."""

_END = re.compile(
    rf"(?:(?<=\S)(?:{'|'.join(CHINESE)})|\s+(?:{'|'.join(map(re.escape, ENGLISH))}))\Z"
)


@lru_cache(maxsize=16384)
def stem(name: str) -> str:
    """A name in plain form without the word for a unit: `財務部` and `财务团队` are `财务`."""
    whole = plain(name)
    found = _END.search(whole)
    if found is None or (has_han(found[0]) and found.start() < 2):
        return whole
    return whole[: found.start()]


def has_suffix(name: str) -> bool:
    """Whether a name ends in a word for a unit."""
    return stem(name) != plain(name)
