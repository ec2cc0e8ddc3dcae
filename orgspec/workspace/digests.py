"""Digests of the files of a specification, each reckoned once."""

from __future__ import annotations

from typing import cast

from orgspec.remembering import digest_of_bytes, digest_of_text
from orgspec.source import Source

_DIGEST = "digest"


def digest_of(source: Source) -> bytes:
    """The digest of a file by its text."""
    if _DIGEST not in source.found:
        source.found[_DIGEST] = digest_of_text(source.text)
    return cast("bytes", source.found[_DIGEST])


def source_of_digest(
    path: str, data: bytes, digest: bytes, found: dict[str, object]
) -> Source | None:
    """The file of some bytes with what was found out about it, if they are those of a digest."""
    if digest_of_bytes(data) != digest:
        return None
    return Source(path, data.decode("utf-8-sig"), {**found, _DIGEST: digest})
