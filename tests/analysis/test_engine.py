"""The engine: which rules run, what becomes of their findings, what a crash costs."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from orgspec.analysis.context import Context
from orgspec.analysis.engine import Result, analyse
from orgspec.analysis.registry import Registry, matches, registry
from orgspec.analysis.rule import REGISTERED, Finding, Rule, rule
from orgspec.analysis.selection import Selection
from orgspec.config import Overrides, selection_of
from orgspec.diagnostics import Severity, say
from orgspec.testing import compiled, findings


@dataclass(frozen=True, slots=True)
class Options:
    """How many roles are many."""

    many_roles: int = 3


def made(check: object) -> Rule:
    found: Rule = getattr(check, REGISTERED)
    return found


@rule("TST001", "named-role", since="0.1", severity=Severity.WARNING)
def named_role(context: Context) -> Iterator[Finding]:
    """Every role is a finding."""
    for role in context.organisation.roles.values():
        yield Finding(context.at(role), say("role `{r}`", "岗位 `{r}`", r=role.id))


@rule("TST002", "crashing", since="0.1")
def crashing(context: Context) -> Iterator[Finding]:
    """Finds one thing and falls over the second."""
    yield Finding(context.everything(), say("found before the crash", "出错之前的发现"))
    raise ZeroDivisionError("no reason")


@rule("TST003", "crowded", since="0.1", severity=Severity.INFO, options=Options)
def crowded(context: Context) -> Iterator[Finding]:
    """More roles in a department than the option admits."""
    for department in context.organisation.departments.values():
        roles = [r for r in context.organisation.roles.values() if r.department == department.id]
        if len(roles) > context.options(Options, department.id).many_roles:
            yield Finding(context.at(department), say("crowded", "拥挤"))


@rule("TST004", "weaker", since="0.1", yields_to=("TST001",))
def weaker(context: Context) -> Iterator[Finding]:
    """What follows from the finding of another rule."""
    for role in context.organisation.roles.values():
        yield Finding(context.at(role), say("follows", "由此而来"))
    yield Finding(context.everything(), say("stands alone", "独立"))


@rule("TST005", "absent", since="0.1", finds_absence=True)
def absent(context: Context) -> Iterator[Finding]:
    """Says that something is nowhere."""
    yield Finding(context.everything(), say("nowhere", "没有"))


@rule("TST006", "unshakeable", since="0.1", always=True)
def unshakeable(context: Context) -> Iterator[Finding]:
    """Can be neither switched off nor allowed."""
    yield Finding(context.everything(), say("always", "总是"))


RULES = [made(c) for c in (named_role, crashing, crowded, weaker, absent, unshakeable)]
TEXT = """
departments:
  top: {}
  sub: {parent: top}
roles:
  a: {department: top, reports_to: none}
  b: {department: sub, reports_to: a}
"""
DAY = dt.date(2026, 1, 1)


def run(text: str = TEXT, *, only: str = "", overrides: Overrides | None = None) -> Result:
    """Run the rules of this file, or those whose codes are given."""
    compilation = compiled(text)
    chosen = {r.code: r for r in RULES if not only or r.code in only.split(",")}
    chosen["PLG002"] = registry().rules["PLG002"]
    selection = selection_of(compilation.organisation, overrides or Overrides())
    return analyse(compilation.program, selection, DAY, Registry(chosen, ()))


def codes(result: Result) -> list[str]:
    return [d.code for d in result.diagnostics]


def spoken(result: Result) -> list[tuple[str, str, str]]:
    return [(d.code, d.address, d.severity.value) for d in result.diagnostics]


# --- crashes ---


def test_a_rule_that_crashes_is_a_finding_and_costs_nothing_else() -> None:
    result = run(only="TST001,TST002")
    assert sorted(codes(result)) == ["PLG002", "TST001", "TST001", "TST002"]
    (crash,) = (d for d in result.diagnostics if d.code == "PLG002")
    for locale in ("en", "zh"):
        said = crash.message.in_(locale)
        assert "TST002" in said
        assert "ZeroDivisionError: no reason" in said
    assert crash.severity is Severity.ERROR


def test_a_crash_cannot_be_ignored_but_its_rule_can() -> None:
    ignored = run("checks: {ignore: [PLG, PLG002]}" + TEXT, only="TST002")
    assert "PLG002" in codes(ignored)
    assert codes(run("checks: {ignore: [TST002]}" + TEXT, only="TST002")) == []


# --- selection ---


@pytest.mark.parametrize(
    ("checks", "kept"),
    [
        ("{}", {"TST001", "TST003", "TST005"}),
        ("{ignore: [TST001]}", {"TST003", "TST005"}),
        ("{ignore: [named-role, absent]}", {"TST003"}),
        ("{ignore: [TST]}", set()),
        ("{select: [TST005]}", {"TST005"}),
        ("{select: [TST00], ignore: [TST003]}", {"TST001", "TST005"}),
        ("{select: []}", {"TST001", "TST003", "TST005"}),
    ],
)
def test_rules_are_chosen_by_code_prefix_or_name(checks: str, kept: set[str]) -> None:
    text = f"checks: {checks}" + TEXT.replace(
        "top: {}", "top: {checks: {options: {many_roles: 0}}}"
    )
    assert set(codes(run(text, only="TST001,TST003,TST005"))) == kept


def test_the_command_line_chooses_last() -> None:
    text = "checks: {ignore: [TST001]}" + TEXT
    assert codes(run(text, only="TST001")) == []
    assert (
        codes(run(text, only="TST001", overrides=Overrides(select=("TST001",)))) == ["TST001"] * 2
    )
    assert codes(run(only="TST001", overrides=Overrides(ignore=("TST",)))) == []


def test_what_must_always_be_said_cannot_be_switched_off() -> None:
    text = (
        "checks: {ignore: [TST], severity: {TST006: info}, per_file: {'**': {ignore: TST}}}" + TEXT
    )
    assert spoken(run(text, only="TST006")) == [("TST006", "organization", "error")]


def test_a_selector_is_a_code_a_prefix_of_codes_or_a_whole_name() -> None:
    it = made(named_role)
    assert all(matches(s, it) for s in ("TST001", "TST", "TST00", "named-role"))
    assert not any(matches(s, it) for s in ("named", "tst001", "TST002", "", "role"))


# --- severity ---


def test_the_severity_can_be_set_for_all_for_a_department_and_on_the_command_line() -> None:
    assert [s for _, _, s in spoken(run(only="TST001"))] == ["warning"] * 2
    text = "checks: {severity: {TST001: error}}" + TEXT
    assert [s for _, _, s in spoken(run(text, only="TST001"))] == ["error"] * 2
    text = text.replace("sub: {parent: top}", "sub: {parent: top, checks: {severity: {TST: info}}}")
    assert [s for _, _, s in spoken(run(text, only="TST001"))] == ["error", "info"]
    forced = run(text, only="TST001", overrides=Overrides(severity={"named-role": "warning"}))
    assert [s for _, _, s in spoken(forced)] == ["warning"] * 2


@pytest.mark.parametrize(
    ("profile", "seen"),
    [
        ("starter", ["error"]),
        ("default", ["error", "warning"]),
        ("strict", ["error", "warning", "info"]),
    ],
)
def test_a_profile_shows_severities(profile: str, seen: list[str]) -> None:
    assert [s.value for s in Severity if Selection(profile).visible(s)] == seen


# --- files ---


@pytest.mark.parametrize("glob", ["*.yaml", "orgspec.yaml", "**", "**/*.yaml", "**/orgspec.yaml"])
def test_findings_in_some_files_can_be_left_out(glob: str) -> None:
    text = f"checks: {{per_file: {{'{glob}': {{ignore: [TST001]}}}}}}" + TEXT
    assert codes(run(text, only="TST001")) == []


def test_settings_of_other_files_do_not_matter() -> None:
    text = "checks: {per_file: {'org/**': {ignore: [TST001], severity: {TST001: error}}}}" + TEXT
    assert [s for _, _, s in spoken(run(text, only="TST001"))] == ["warning"] * 2


def test_the_severity_can_be_set_for_some_files() -> None:
    text = (
        "checks: {severity: {TST001: info}, per_file: {'*.yaml': {severity: {TST001: error}}}}"
        + TEXT
    )
    assert [s for _, _, s in spoken(run(text, only="TST001"))] == ["error"] * 2


# --- departments ---


def test_a_department_leaves_out_checks_for_itself_and_all_below() -> None:
    text = TEXT.replace("top: {}", "top: {checks: {ignore: [TST001]}}")
    assert codes(run(text, only="TST001")) == []
    text = TEXT.replace("sub: {parent: top}", "sub: {parent: top, checks: {ignore: [named-role]}}")
    assert spoken(run(text, only="TST001")) == [("TST001", "role/a", "warning")]


def test_options_come_from_the_manifest_and_the_nearest_department() -> None:
    assert codes(run(only="TST003")) == []
    text = "checks: {options: {many_roles: 0}}" + TEXT
    assert codes(run(text, only="TST003")) == ["TST003"] * 2
    text = text.replace(
        "sub: {parent: top}", "sub: {parent: top, checks: {options: {many_roles: 5}}}"
    )
    assert spoken(run(text, only="TST003")) == [("TST003", "department/top", "info")]
    text = text.replace("top: {}", "top: {checks: {options: {many_roles: 9}}}")
    assert codes(run(text, only="TST003")) == []


def test_departments_in_a_circle_do_not_hang_their_settings() -> None:
    text = TEXT.replace("top: {}", "top: {parent: sub, checks: {ignore: [TST001]}}")
    assert codes(run(text, only="TST001")) == []


# --- allow ---


def allowed(entry: str) -> list[tuple[str, str, str]]:
    text = TEXT.replace("a: {department", f"a: {{allow: {entry}, department")
    return spoken(run(text, only="TST001"))


@pytest.mark.parametrize(
    "entry",
    [
        "[{code: TST001, reason: x}]",
        "{code: named-role, reason: x}",
        "TST001",
        "[{code: TST001, reason: x, until: 2026-01-01}]",
    ],
)
def test_a_finding_is_accepted_where_it_is_allowed(entry: str) -> None:
    assert allowed(entry) == [("TST001", "role/b", "warning")]


@pytest.mark.parametrize(
    "entry", ["[{code: TST001, until: 2025-12-31}]", "[{code: TST}]", "[{code: TST002}]", "[]"]
)
def test_an_acceptance_that_is_over_or_means_another_check_silences_nothing(entry: str) -> None:
    assert len(allowed(entry)) == 2


def test_the_command_line_is_stronger_than_an_acceptance_of_what_must_be_said() -> None:
    text = TEXT.replace("a: {department", "a: {allow: TST006, department")
    assert codes(run(text, only="TST006")) == ["TST006"]


# --- precedence, absence, order ---


def test_what_follows_from_another_finding_is_left_out() -> None:
    assert spoken(run(only="TST004")) != []
    told = [d for d in run(only="TST001,TST004").diagnostics if d.code == "TST004"]
    assert [d.address for d in told] == ["organization"]


def test_absence_is_not_judged_while_a_file_cannot_be_parsed() -> None:
    result = run("roles: {a: [", only="TST001,TST005")
    assert result.withheld == ("TST005",)
    assert codes(result) == []
    assert run(only="TST005").withheld == ()


def test_the_order_is_that_of_the_text_and_the_same_each_time() -> None:
    first, second = run(), run()
    assert spoken(first) == spoken(second)
    places = [(d.place.source.path, d.place.span.start, d.code) for d in first.diagnostics]
    assert places == sorted(places)


def test_options_can_be_set_for_the_files_that_a_pattern_names() -> None:
    spec = """
    checks: {{per_file: {{"{glob}": {{options: {{max_consulted: 1}}}}}}}}
    roles: {{a: {{reports_to: none}}, b: {{reports_to: a}}, c: {{reports_to: a}}}}
    duties:
      d: {{raci: {{A/R: a, C: [b, c]}}}}
    """
    assert [d.code for d in findings(spec.format(glob="*.yaml"), select="RAC006")] == ["RAC006"]
    assert findings(spec.format(glob="org/**"), select="RAC006") == ()
