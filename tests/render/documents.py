"""Documents that the tests of every renderer share, in Chinese and in English.

Each function takes a locale (`zh` or `en`) and returns a whole `Document` with finished text.
"""

from __future__ import annotations

from orgspec.document import (
    Block,
    Document,
    inline,
)
from tests.render.samples.chart import chart
from tests.render.samples.job_en import job_description_en
from tests.render.samples.job_zh import job_description_zh
from tests.render.samples.matrix import matrix
from tests.render.samples.words import PAGE_LABELS, cell, strong

__all__ = [
    "PAGE_LABELS",
    "cell",
    "chart",
    "every_block",
    "inline",
    "job_description",
    "matrix",
    "strong",
]


def job_description(locale: str) -> Document:
    """A job description of two pages with every kind of block but a matrix."""
    return job_description_zh() if locale == "zh" else job_description_en()


def every_block(locale: str) -> Document:
    """A document with every kind of block, the matrix and the charts included."""
    blocks: tuple[Block, ...] = (
        *job_description(locale).blocks,
        *matrix(locale).blocks,
        *chart(locale).blocks,
    )
    return Document("Everything", locale, "orgspec", blocks, labels=PAGE_LABELS[locale])
