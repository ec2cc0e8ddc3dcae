"""What shows that a text was damaged on its way: lost characters, wrong encodings, paste residue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from orgspec.late import late
from orgspec.model.values.script import may_be_mixed, mixed

_CONTROL = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\u200b\ufeff\ue000-\uf8ff"
_WIDE = "０-９Ａ-Ｚａ-ｚ"
_CP1252 = "ŒœŠšŽžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"
_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_SYLLABLE = (
    "(?:[bpm](?:a[ino]?|ang|ei|en|eng|i|ia[no]|ie|ing?|iu|ou?|u)|f(?:an?|ang|ei|en|eng|ou?|u)"
    "|(?:[dtnlgkhjqxrzcsyw]|[zcs]h)(?:a[ino]?|ang|ei?|en|eng|er|ia[no]?|iang|ie|ing?|iong|iu|i|ong|ou?"
    "|u[aeino]?|ua[in]|uang|v[en]?|üe?)|a[ino]?|ang|e[inr]?|ou?)"
)
_PINYIN = late(rf"'?{_SYLLABLE}(?:[ '’\-]?{_SYLLABLE})*")
_BRACKETS = late(r"(?<=[\u3400-\u9fff])\s?[（(\[【]([^（）()\[\]【】\n]{1,60})[）)\]】]")
_LATIN = late(rf"[\u0080-\u00ff{_CP1252}]{{2,}}")
_FOREIGN = late(r"[^\x00-\x7f]{3,}")
_CHINESE = late("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+")
_ESCAPE = late(r"\\[xuU0abevf]")
_LOST = late("锟斤拷|(?:烫){3}|(?:屯){3}")


class Fault(NamedTuple):
    """A sign of damage.

    Attributes:
        kind: `lost`, `control`, `mojibake`, `pinyin`, `wide` or `mixed`.
        text: the characters that show it.
        mended: what should stand there, where that can be told; else None.
    """

    kind: str
    text: str
    mended: str | None = None


@cache
def suspicious() -> re.Pattern[str]:
    """What is near every fault but mixed scripts, in raw YAML; fast on whole files."""
    pairs = (
        bytes((lead, trail)) for lead in (*range(0xE4, 0xEA), 0xEF) for trail in range(0x80, 0xA1)
    )
    strange = "".join(pair.decode("gbk", "ignore") for pair in pairs) + "锛銆锟烫屯"
    # One class and no alternatives: that is searched twice as fast.
    return re.compile(
        rf"[\ufffd{_CONTROL}{_WIDE}{_TONES}\u00c2-\u00f4{''.join(sorted(set(strange)))}]"
    )


def may_be_corrupted(text: str) -> Iterator[int]:
    """The places in a whole file near which a text may be damaged."""
    if not text.isascii():
        yield from (found.start() for found in suspicious().finditer(text))
    if "\\" in text:
        yield from (found.start() for found in _ESCAPE.finditer(text))


def faults(text: str) -> Iterator[Fault]:
    """The signs of damage in a text, one of a kind, the first of it."""
    if "\ufffd" in text:
        yield Fault("lost", "\ufffd")
    wrong = _mojibake(text)
    if wrong is not None:
        yield wrong
    elif (found := re.search(f"[{_CONTROL}]", text)) is not None:
        yield Fault("control", found[0])
    if (found := re.search(f"[{_WIDE}]+", text)) is not None:
        yield Fault("wide", found[0], normalize("NFKC", found[0]))
    for bracket in _BRACKETS.finditer(text):
        # With a capital it is how a name is said.
        if not bracket[1].strip()[:1].isupper() and is_pinyin(bracket[1]):
            yield Fault("pinyin", bracket[0], "")
            break
    if may_be_mixed(text) and (both := mixed(text)) is not None:
        yield Fault("mixed", both[0], both[1])


def wide_runs(text: str) -> Iterator[re.Match[str]]:
    """The runs of full-width letters and digits in a text."""
    return re.finditer(f"[{_WIDE}]+", text)


def is_pinyin(text: str) -> bool:
    """Whether a text is pinyin with tone marks: `jìxiào`; not `café`."""
    lower = normalize("NFC", text).strip().casefold()
    if not any(character in _TONES for character in lower):
        return False
    bare = "".join(c for c in normalize("NFD", lower.replace("ü", "v")) if c < "\u0300")
    return _PINYIN.fullmatch(bare) is not None


def _mojibake(text: str) -> Fault | None:
    """The first run of characters that is UTF-8 read in another encoding."""
    if (lost := _LOST.search(text)) is not None:
        return Fault("mojibake", lost[0])
    for run in _LATIN.finditer(text):
        mended = _again(run[0], "latin")
        if mended is not None:
            return Fault("mojibake", run[0], mended)
    for run in _FOREIGN.finditer(text):
        mended = _again(run[0], "gbk")
        if mended is not None and _CHINESE.fullmatch(mended):
            return Fault("mojibake", run[0], mended)
    return None


def _again(run: str, encoding: str) -> str | None:
    """A run as it reads in UTF-8, if its bytes in an encoding are that."""
    try:
        raw = b"".join(map(_byte, run)) if encoding == "latin" else run.encode(encoding)
        return raw.decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None


def _byte(character: str) -> bytes:
    """A character in Windows-1252, where that has none in Latin-1."""
    return character.encode("latin-1" if character < "\u0100" else "cp1252")
