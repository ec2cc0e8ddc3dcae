"""The digest of a document: equal for equal documents, in every process."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest

from orgspec.document import Document, Emphasis, Facts, Paragraph, inline
from orgspec.workspace import compile_path
from orgspec.workspace.fingerprint import fingerprint
from orgspec.workspace.plan import Wanted, document_of, plan

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "small-firm"
DOCUMENT = Document(
    "Title", "en", "Shop", (Facts((("Post", inline("Buyer")),), wide=frozenset("abc")),)
)


@dataclass(frozen=True)
class Empty:
    """A dataclass without fields."""


@dataclass(frozen=True)
class Other:
    """Another one."""


@pytest.mark.parametrize(
    "other",
    [
        replace(DOCUMENT, title="Other"),
        replace(DOCUMENT, subject="Title"),
        replace(DOCUMENT, blocks=(Paragraph(inline("Buyer")),)),
        replace(DOCUMENT, blocks=(Facts((("Post", inline("Buyer", Emphasis.STRONG)),)),)),
        replace(DOCUMENT, labels={"page": "p"}),
        replace(DOCUMENT, exported={"bpmn": b"x"}),
    ],
)
def test_whatever_differs_makes_another_digest(other: Document) -> None:
    assert fingerprint(other) != fingerprint(DOCUMENT)


def test_equal_documents_have_one_digest_shared_parts_or_not() -> None:
    text = "a text that is " + str(len("twice"))
    shared = (text, text)
    apart = (text, "".join(text))
    assert fingerprint(shared) == fingerprint((str(apart[0]), "a text that is 5"))
    assert fingerprint(frozenset("xyz")) == fingerprint(frozenset("zyx"))
    assert fingerprint([1, 2]) == fingerprint((1, 2))


def test_values_of_different_kinds_differ() -> None:
    values: list[object] = [
        None, "", b"", 0, False, 1.5, "1.5", Decimal("1.5"), dt.date(2026, 1, 1), "2026-01-01",
        (), {}, frozenset(), Empty(), Other(), Emphasis.PLAIN, "plain", ("a",), "a", {"a": "b"},
        (("a", "b"),),
    ]  # fmt: skip
    digests = [fingerprint(value) for value in values]
    assert len(set(digests)) == len(values)


def test_the_order_of_a_mapping_counts_as_it_is_printed_in_it() -> None:
    assert fingerprint({"a": 1, "b": 2}) != fingerprint({"b": 2, "a": 1})


def test_every_document_of_a_sample_has_the_same_digest_in_another_process() -> None:
    code = (
        "import sys\n"
        "from orgspec.workspace import compile_path\n"
        "from orgspec.workspace.fingerprint import fingerprint\n"
        "from orgspec.workspace.plan import Wanted, document_of, plan\n"
        "found = compile_path(sys.argv[1])\n"
        "for job in plan(found, Wanted()):\n"
        "    print(job.path(''), fingerprint(document_of(found, job)))\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, str(SAMPLE)],
        env={**os.environ, "PYTHONHASHSEED": "7"}, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    there = dict(line.rsplit(" ", 1) for line in said.splitlines())
    found = compile_path(SAMPLE)
    here = {job.path(""): fingerprint(document_of(found, job)) for job in plan(found, Wanted())}
    assert here == there
    assert len(set(here.values())) == len(here)
