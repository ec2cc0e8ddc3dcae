"""CHG005: stale-suppression."""

from pathlib import Path

import pytest

from orgspec.analysis.baseline import Entry, text_of
from orgspec.config import Overrides
from orgspec.diagnostics import Diagnostic
from orgspec.testing import check, compiled, findings
from orgspec.workspace import compile_path, compile_text
from tests.workspace.specs import spec

TWO = """
roles:
  a: {reports_to: none}
  b: {reports_to: none}
  c: {reports_to: [a, b], allow: %s}
"""


def stale(entry: str, **settings: str) -> list[str]:
    """What CHG005 says of an `allow` on a role with two superiors."""
    every = compiled(TWO % entry, **settings).diagnostics
    return [d.message.in_("en") for d in every if d.code == "CHG005"]


def codes(text: str, overrides: Overrides) -> list[str]:
    return [d.code for d in compile_text(text, overrides).diagnostics]


# --- each thing that may be wrong with an `allow` ---


def test_an_acceptance_of_what_is_not_found_is_stale() -> None:
    check("""
    roles:
      a: {reports_to: none, allow: [{code: ORG004, reason: once there were two}]}
      #                                    ^^^^^^ CHG005
    """)


def test_one_that_silences_something_is_sound() -> None:
    assert stale("[{code: ORG004, reason: a matrix}]") == []
    assert stale("[{code: several-superiors, reason: a matrix}]") == []


def test_without_a_reason_nobody_can_review_it() -> None:
    assert stale("[{code: ORG004}]") == ["`ORG004` is accepted without a reason"]
    assert stale("ORG004") == ["`ORG004` is accepted without a reason"]


def test_one_past_its_last_day_is_stale_and_silences_nothing() -> None:
    entry = "[{code: ORG004, reason: a matrix, until: 2026-03-31}]"
    assert stale(entry, as_of="2026-03-31") == []
    assert stale(entry, as_of="2026-04-01") == ["the acceptance of `ORG004` ended on 2026-03-31"]
    assert "ORG004" in [d.code for d in findings(TWO % entry, as_of="2026-04-01")]


@pytest.mark.parametrize("code", ["ORG999", "several-bosses", "org004"])
def test_one_of_an_unknown_check_is_stale(code: str) -> None:
    assert stale(f"[{{code: {code}, reason: x}}]") == [f"no check is called `{code}`"]


def test_a_prefix_is_no_code() -> None:
    text = TWO % "[{code: ORG, reason: x}]"
    (found,) = (d for d in compiled(text).diagnostics if d.code == "CHG005")
    assert found.help is not None
    assert "no prefix" in found.help.in_("en")
    assert "前缀" in found.help.in_("zh")


def test_what_cannot_be_accepted_is_said() -> None:
    assert stale("[{code: SYN012, reason: x}]") == ["`SYN012` cannot be accepted"]


def test_an_entry_is_told_of_once_with_the_first_thing_that_is_wrong() -> None:
    assert len(stale("[{code: ORG999, until: 2020-01-01}]")) == 1
    assert len(stale("[{code: ORG002}]")) == 1


def test_it_speaks_chinese() -> None:
    (found,) = findings(TWO % "[{code: ORG004}]", select="CHG005,ORG004")
    assert found.message.in_("zh") == "接受 `ORG004` 却没有理由"


# --- although its check ran ---


def test_a_check_that_did_not_run_leaves_its_acceptances_alone() -> None:
    text = TWO % "[{code: ORG002, reason: x}]"
    assert stale("[{code: ORG002, reason: x}]")
    assert "CHG005" not in codes(text, Overrides(select=("CHG005", "RAC")))
    assert "CHG005" not in codes(text, Overrides(ignore=("ORG002",)))
    assert "CHG005" not in codes("checks: {ignore: [ORG002]}" + text, Overrides())
    assert "CHG005" in codes(text, Overrides(select=("CHG005", "ORG002")))


def test_while_a_file_cannot_be_parsed_nothing_is_called_unused(tmp_path: Path) -> None:
    folder = spec(tmp_path, {"orgspec.yaml": TWO % "[{code: ORG002, reason: x}]"})
    assert "CHG005" in [d.code for d in compile_path(folder).diagnostics]
    spec(folder, {"broken.yaml": "roles: ["})
    assert "CHG005" not in [d.code for d in compile_path(folder).diagnostics]


def test_an_acceptance_of_an_info_counts_though_the_profile_hides_it() -> None:
    text = "checks: {severity: {ORG004: info}}" + TWO % "[{code: ORG004, reason: x}]"
    assert "CHG005" not in codes(text, Overrides("starter"))


def test_one_that_a_weaker_setting_would_spare_is_still_used() -> None:
    text = "checks: {per_file: {'**': {ignore: ORG004}}}" + TWO % "[{code: ORG004, reason: x}]"
    assert "CHG005" not in codes(text, Overrides())


def test_nested_elements_are_covered_from_outside() -> None:
    text = """
    departments:
      sales: {functions: [selling, caring], allow: [{code: DUT004, reason: outsourced}]}
    roles:
      seller: {department: sales, reports_to: none}
    duties:
      contracting: {raci: seller, fulfils: sales/selling}
    """
    assert findings(text, select="DUT004,CHG005") == ()
    covered = text.replace("fulfils: sales/selling", "fulfils: [sales/selling, sales/caring]")
    assert [d.code for d in findings(covered, select="DUT004,CHG005")] == ["CHG005"]


def test_what_several_entities_share_through_an_anchor_is_judged_once() -> None:
    text = """
    roles:
      a: {reports_to: none}
      b: {reports_to: none}
      c: &c {reports_to: [a, b], allow: [{code: ORG004, reason: x}]}
      d: {<<: *c, reports_to: a}
    """
    assert findings(text, select="ORG004,CHG005") == ()
    assert len(findings(text.replace("[a, b]", "a"), select="ORG004,CHG005")) == 1


def test_a_stale_acceptance_may_itself_be_accepted() -> None:
    both = "[{code: ORG002, reason: x}, {code: CHG005, reason: kept until the merger}]"
    assert stale(both) == []


def test_it_can_be_switched_off() -> None:
    text = "checks: {ignore: [CHG005]}" + TWO % "[{code: ORG002, reason: x}]"
    assert "CHG005" not in codes(text, Overrides())


def test_its_fix_takes_the_entry_out_and_is_safe() -> None:
    text = TWO % "[{code: ORG004, reason: x}, {code: ORG002, reason: x}]"
    (found,) = (d for d in compiled(text).diagnostics if d.code == "CHG005")
    assert found.fix is not None
    assert found.fix.safe


# --- the baseline ---


def told(folder: Path, code: str) -> list[Diagnostic]:
    entries = {Entry(code, "role/gone"): 1}
    spec(folder, {"orgspec.yaml": TWO % "[]", "orgspec-baseline.json": text_of(entries)})
    return [d for d in compile_path(folder).diagnostics if d.code == "CHG005"]


def test_an_entry_of_the_baseline_that_matches_nothing_is_stale(tmp_path: Path) -> None:
    (found,) = told(tmp_path, "ORG002")
    assert found.place.source.path == "orgspec-baseline.json"
    span = found.place.span
    assert found.place.source.text[span.start : span.end] == '"ORG002"'
    assert len(told(tmp_path, "XYZ001")) == 1


def test_an_entry_whose_check_did_not_run_is_left_alone(tmp_path: Path) -> None:
    told(tmp_path, "ORG002")
    found = compile_path(tmp_path, Overrides(select=("CHG005",))).diagnostics
    assert [d.code for d in found] == []
