"""Text within a line: pieces that stand out from their neighbours, or are in another language."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from orgspec.frozen import frozen


class Emphasis(StrEnum):
    """How a piece of text stands out from its neighbours."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"


@frozen
class Run:
    """A piece of text of one emphasis. A line break inside `text` is kept.

    `lang` is its language as a BCP 47 tag, where that is not the document's.
    """

    text: str
    emphasis: Emphasis = Emphasis.PLAIN
    lang: str = ""


Inline = tuple[Run, ...]


def inline(text: str, emphasis: Emphasis = Emphasis.PLAIN) -> Inline:
    """The inline text of one run."""
    return (Run(text, emphasis),)


def plain(runs: Inline) -> str:
    """The characters of an inline text, without emphasis."""
    return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])


def lines_of(runs: Inline) -> tuple[Inline, ...]:
    """The lines of an inline text, each as one of its own."""
    lines: list[Inline] = [()]
    for run in runs:
        first, *rest = (replace(run, text=text) for text in run.text.split("\n"))
        lines[-1:] = [(*lines[-1], first), *((each,) for each in rest)]
    return tuple(lines)
