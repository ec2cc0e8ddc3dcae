"""The grammar of ids and the words that none may be."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from orgspec.diagnostics import Message, say

RESERVED = frozenset(("none", "everyone", "superior", "owner", "head"))
MAX_LENGTH = 100
_ASCII = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?\Z")


def normalise(id_: str) -> str:
    """The NFC form of an id."""
    return id_ if id_.isascii() else unicodedata.normalize("NFC", id_)


@lru_cache(maxsize=65536)
def complaint(id_: str) -> Message | None:
    """What is wrong with an id (already NFC), or None if it is a good one.

    A letter or digit of any script, then letters, marks, digits, `-`, `_` and `.`; not ending in
    `.`, at most 100 characters, no word of the language.
    """
    if id_ in RESERVED:
        return say(
            "`{id}` is a word of the language and no id", "`{id}` 是语言的保留词，不能作 id", id=id_
        )
    if len(id_) > MAX_LENGTH:
        return say(
            "an id has at most {n} characters, this one {m}",
            "id 最长 {n} 个字符，此处有 {m} 个",
            n=MAX_LENGTH,
            m=len(id_),
        )
    if _ASCII.match(id_):
        return None
    if not id_:
        return say("an id is missing", "缺少 id")
    if unicodedata.category(id_[0])[0] not in "LN":
        return say(
            "an id begins with a letter or digit, not with `{c}`",
            "id 须以字母或数字开头，不能是 `{c}`",
            c=id_[0],
        )
    bad = next((c for c in id_ if c not in "-_." and unicodedata.category(c)[0] not in "LMN"), None)
    if bad is not None:
        return say(
            "`{c}` may not stand in an id; letters, digits, `-`, `_` and `.` may",
            "id 中不能有 `{c}`；可用字母、数字、`-`、`_`、`.`",
            c=bad,
        )
    if id_.endswith("."):
        return say("an id does not end in `.`", "id 不能以 `.` 结尾")
    return None
