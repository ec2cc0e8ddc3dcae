"""How a text is brought to one form before it is read."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

LONGEST = 200
"""Characters of a text that is read for a value; what is longer is prose."""

_MINUS = str.maketrans({"\u2212": "-", "\u00a0": " ", "\u3000": " "})


@lru_cache(maxsize=64)
def is_chinese(locale: str) -> bool:
    """Whether a BCP 47 tag asks for Chinese: `zh`, `zh-CN`, `zh-Hant-TW`."""
    return locale.replace("_", "-").split("-")[0].lower() == "zh"


def normal(text: str) -> str:
    """The text in NFKC, blanks collapsed and stripped; `３ 个工作日 ` becomes `3 个工作日`."""
    if not text.isascii():
        text = normalize("NFKC", text).translate(_MINUS)
    return " ".join(text.split())
