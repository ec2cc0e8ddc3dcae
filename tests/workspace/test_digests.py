"""Digests of the files of a specification."""

from __future__ import annotations

from orgspec.remembering import digest_of_text
from orgspec.source import Source
from orgspec.workspace.digests import digest_of, source_of_digest


def test_a_file_is_taken_up_by_its_bytes_whatever_mark_they_begin_with() -> None:
    text = "roles: {销售: {}}\r\n"
    for mark in ("", "\ufeff"):
        source = source_of_digest("a.yaml", (mark + text).encode(), digest_of_text(text), {})
        assert source is not None
        assert (source.text, digest_of(source)) == (text, digest_of_text(text))


def test_other_bytes_are_another_file() -> None:
    assert source_of_digest("a.yaml", b"roles: {}", digest_of_text("roles: { }"), {}) is None
    assert digest_of(Source("a.yaml", "roles: {}")) == digest_of_text("roles: {}")
