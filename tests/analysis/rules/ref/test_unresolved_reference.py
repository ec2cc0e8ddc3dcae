"""REF001: names that nothing is declared under."""

from __future__ import annotations

from pathlib import Path

from orgspec.testing import check
from orgspec.workspace import compile_path


def test_every_place_of_a_name_that_is_not_declared_is_shown() -> None:
    found = check(
        """
        roles:
          director: {reports_to: none}
          rep: {reports_to: directr, deputy: directr}
          #                 ^^^^^^^          ^^^^^^^ REF001
        """,
        select="REF001",
    )
    assert found[0].help is not None
    assert "`director`" in found[0].help.in_("en")


def test_a_name_of_two_kinds_must_be_an_address() -> None:
    (found,) = check(
        """
        channels: {weekly: {}}
        meetings: {weekly: {}}
        handoffs:
          h: {channel: weekly}
          #            ^^^^^^ REF001
          i: {channel: meeting/weekly}
        """,
        select="REF001",
    )
    assert found.help is not None
    assert "weekly" in found.help.in_("zh")


def test_a_step_is_named_within_its_workflow_or_with_it() -> None:
    check(
        """
        workflows:
          a: {steps: {x: {next: y}, y: {next: b/z}}}
          #                                   ^^^ REF001
          b: {steps: {x: {next: [{to: q}]}}}
          #                           ^ REF001
        """,
        select="REF001",
    )


def test_what_a_broken_file_may_declare_is_not_missed(tmp_path: Path) -> None:
    """Functions and steps are named with their owner and declared below it."""
    (tmp_path / "orgspec.yaml").write_text(
        "duties: {d: {fulfils: [sales/signing], raci: {A: boss, R: nobody}}}\n", encoding="utf-8"
    )
    (tmp_path / "units.yaml").write_text(
        "departments:\n  sales:\n    functions: {signing: {}}\n   head: boss\n", encoding="utf-8"
    )
    found = [d for d in compile_path(tmp_path).diagnostics if d.code == "REF001"]
    assert [d.message.in_("en") for d in found] == ["nothing is declared as `nobody`"]
