"""Stronger to weaker: command line, `allow`, the department's checks, `per_file`, the manifest."""

import pytest

from orgspec.config import Overrides
from orgspec.diagnostics import Diagnostic
from orgspec.workspace import compile_text

TEXT = """
checks: {manifest}
departments:
  top: {{mission: lead, checks: {top}}}
  sub: {{mission: sell, parent: top, checks: {sub}}}
roles:
  a: {{reports_to: none}}
  b: {{reports_to: none}}
  c: {{reports_to: [a, b], department: sub, allow: {allow}}}
"""


def told(overrides: Overrides | None = None, code: str = "ORG004", **at: str) -> list[Diagnostic]:
    levels = {"manifest": "{}", "top": "{}", "sub": "{}", "allow": "[]", **at}
    compilation = compile_text(TEXT.format(**levels), overrides or Overrides())
    assert not [d for d in compilation.diagnostics if d.code in ("PLG002", "SYN010", "SYN007")]
    return [d for d in compilation.diagnostics if d.code == code]


def per_file(settings: str, more: str = "") -> str:
    return f"{{per_file: {{'**': {settings}}}{more}}}"


# --- on and off ---


def test_each_level_can_switch_a_check_off() -> None:
    assert len(told()) == 1
    off = "{ignore: [ORG004]}"
    assert told(manifest=off) == []
    assert told(manifest=per_file(off)) == []
    assert told(top=off) == []
    assert told(sub=off) == []
    assert told(allow="[{code: ORG004, reason: x}]") == []
    assert told(Overrides(ignore=("ORG004",))) == []


def test_settings_for_files_are_stronger_than_the_manifest() -> None:
    assert len(told(manifest=per_file("{select: [ORG004]}", ", ignore: [ORG004]"))) == 1
    assert len(told(manifest=per_file("{select: [ORG]}", ", select: [RAC]"))) == 1
    assert told(manifest=per_file("{select: [RAC]}")) == []
    assert told(manifest=per_file("{select: [ORG], ignore: [ORG004]}")) == []


def test_of_several_patterns_that_fit_the_later_one_holds() -> None:
    order = "{per_file: {'**': {ignore: ORG004}, 'orgspec.yaml': {select: ORG004}}}"
    assert len(told(manifest=order)) == 1
    order = "{per_file: {'**': {select: ORG004}, 'orgspec.yaml': {ignore: ORG004}}}"
    assert told(manifest=order) == []
    assert len(told(manifest="{per_file: {'org/**': {ignore: ORG004}}}")) == 1


def test_a_department_is_stronger_than_settings_for_files() -> None:
    assert told(manifest=per_file("{select: [ORG004]}"), top="{ignore: [ORG004]}") == []


def test_the_command_line_chooses_before_departments_files_and_the_manifest() -> None:
    chosen = Overrides(select=("ORG004",))
    off = "{ignore: [ORG004]}"
    for where in ({"manifest": off}, {"manifest": per_file(off)}, {"top": off}, {"sub": off}):
        assert len(told(chosen, **where)) == 1
    assert told(Overrides(select=("ORG",), ignore=("ORG004",))) == []
    assert told(Overrides(ignore=("ORG004",)), manifest=per_file("{select: [ORG004]}")) == []


def test_what_somebody_accepted_stays_accepted_whatever_checks_are_chosen() -> None:
    assert told(Overrides(select=("ORG004",)), allow="[{code: ORG004, reason: x}]") == []


# --- severity ---


@pytest.mark.parametrize(
    ("at", "overrides", "severity"),
    [
        ({}, {}, "error"),
        ({"manifest": "{severity: {ORG004: info}}"}, {}, "info"),
        ({"manifest": "{severity: {ORG: info}}"}, {}, "info"),
        ({"manifest": per_file("{severity: {ORG004: warning}}", ", severity: {ORG004: info}")}, {}, "warning"),
        ({"manifest": per_file("{severity: {ORG004: warning}}"), "top": "{severity: {ORG004: info}}"}, {}, "info"),
        ({"top": "{severity: {ORG004: info}}", "sub": "{severity: {ORG004: warning}}"}, {}, "warning"),
        ({"sub": "{severity: {ORG004: info}}"}, {"several-superiors": "warning"}, "warning"),
    ],
)  # fmt: skip
def test_the_nearest_severity_holds(
    at: dict[str, str], overrides: dict[str, str], severity: str
) -> None:
    (found,) = told(Overrides(severity=overrides), **at)
    assert found.severity.value == severity


# --- thresholds ---

WIDE = """
checks: {manifest}
departments:
  top: {{head: boss, mission: lead, checks: {top}}}
  sub: {{head: boss, mission: sell, parent: top, checks: {sub}}}
roles:
  boss: {{reports_to: none, department: sub}}
  a: {{reports_to: boss, department: sub}}
  b: {{reports_to: boss, department: sub}}
  c: {{reports_to: boss, department: sub}}
"""


@pytest.mark.parametrize(
    ("manifest", "top", "sub", "is_wide"),
    [
        ("{}", "{}", "{}", False),
        ("{options: {span_of_control: 2}}", "{}", "{}", True),
        (per_file("{options: {span_of_control: 2}}", ", options: {span_of_control: 9}"), "{}", "{}", True),
        (per_file("{options: {span_of_control: 2}}"), "{options: {span_of_control: 9}}", "{}", False),
        ("{}", "{options: {span_of_control: 9}}", "{options: {span_of_control: 2}}", True),
        ("{}", "{options: {span_of_control: 2}}", "{options: {span_of_control: 9}}", False),
    ],
)  # fmt: skip
def test_the_nearest_threshold_holds(manifest: str, top: str, sub: str, is_wide: bool) -> None:
    text = WIDE.format(manifest=manifest, top=top, sub=sub)
    found = compile_text(text, Overrides("strict")).diagnostics
    assert ("wide-span" in {d.name for d in found}) is is_wide


# --- profiles ---


def test_the_command_lines_profile_is_stronger_than_the_manifests() -> None:
    text = "checks: {profile: strict}\nroles: {a: {reports_to: none}}"
    assert len(compile_text(text, Overrides()).visible) == 3
    assert len(compile_text(text, Overrides("starter")).visible) == 1


def test_a_finding_made_an_error_is_told_under_the_starter_profile() -> None:
    text = TEXT.format(manifest="{profile: starter, severity: {CHG005: error}}", top="{}", sub="{}",
                       allow="[{code: ORG004}]")  # fmt: skip
    assert [d.code for d in compile_text(text, Overrides()).shown] == ["CHG005"]
