"""Fingerprints follow a finding wherever its lines go."""

from orgspec.report.fingerprint import fingerprints
from orgspec.testing import findings

TEXT = "roles:\n  a: {reports_to: none, deputy: ghost}\n  b: {reports_to: a, deputy: ghost}\n"


def marks(text: str) -> dict[str, str]:
    """Entity → fingerprint."""
    found = findings(text, select="REF001")
    return dict(zip((f.address for f in found), fingerprints(found), strict=True))


def test_lines_do_not_matter() -> None:
    assert marks(TEXT) == marks("# one more\n\n" + TEXT.replace("  b:", "\n  # moved\n  b:"))


def test_the_order_of_entities_does_not_matter() -> None:
    lines = TEXT.splitlines(keepends=True)
    assert marks(TEXT) == marks(lines[0] + lines[2] + lines[1])


def test_another_finding_before_it_changes_nothing() -> None:
    assert marks(TEXT).items() <= marks(TEXT + "  c: {reports_to: gone}\n").items()


def test_another_mistake_is_another_finding() -> None:
    assert marks(TEXT)["role/a"] != marks(TEXT.replace("ghost", "gone"))["role/a"]


def test_findings_alike_are_told_apart() -> None:
    (found,) = findings(TEXT.replace("deputy: ghost}\n  b", "}\n  b"), select="REF001")
    assert len(set(fingerprints((found, found, found)))) == 3
