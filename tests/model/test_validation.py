"""One entity: what is wrong is reported at its place, and costs nothing else."""

import pytest

from orgspec.diagnostics import Diagnostic
from orgspec.testing import check, compiled, findings


def shown(diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    return place.source.text[place.span.start : place.span.end]


def reader(text: str) -> list[tuple[str, str]]:
    return [(d.code, shown(d)) for d in findings(text, select="SYN,REF002,REF003,REF004")]


def help_of(text: str) -> str:
    (found,) = findings(text, select="REF004")
    assert found.help is not None
    return found.help.in_("en")


# --- unknown fields ---


def test_a_mistyped_field_names_the_one_that_was_meant() -> None:
    check(
        """
        roles:
          ceo:
            report_to: none
        #   ^^^^^^^^^ REF004
        """,
        select="REF004",
    )
    assert "`reports_to`" in help_of("roles: {a: {report_to: b}}")


def test_the_suggestion_is_a_field_of_that_very_place() -> None:
    assert "`planned`" in help_of("roles: {a: {headcount: {planed: 1}}}")
    assert "`share`" in help_of("people: {p: {holds: [{role: a, shar: 50%}]}}")
    assert "`within`" in help_of("workflows: {w: {steps: {s: {end: true, withn: 1 hour}}}}")


def test_a_field_like_none_lists_what_there_is() -> None:
    assert "x-" in help_of("roles: {a: {zzzzzz: b}}")


def test_the_pythonic_name_of_a_field_is_no_field() -> None:
    for field in ("nature: human", "id: x", "extra: {}", "address: x", "label: x"):
        assert [code for code, _ in reader(f"roles: {{a: {{{field}}}}}")] == ["REF004"]


def test_a_field_that_a_later_version_reads_says_so() -> None:
    assert "does not read" in help_of("roles: {a: {extends: b}}")


# --- cut texts ---


def test_a_text_that_a_comma_cut_is_shown_at_what_is_left_over() -> None:
    text = "people: {p: {holds: [{role: a, boundary: 只制单,不审单}]}}"
    (found,) = findings(text, select="SYN,REF004")
    assert (found.code, shown(found)) == ("SYN011", "不审单")
    assert found.fix is not None
    assert not found.fix.safe
    (edit,) = found.fix.edits
    assert text[edit.span.start : edit.span.end] == "只制单,不审单"
    assert edit.text == '"只制单,不审单"'


def test_a_cut_locale_text_is_one_finding() -> None:
    text = (
        "organization: {name: {zh: 远航, en: Voyage}, locales: [zh, en], description: {zh: 甲,乙}}"
    )
    assert reader(text) == [("SYN011", "乙")]


def test_the_fix_of_a_cut_text_leaves_none_to_mend() -> None:
    text = "roles: {a: {purpose: lead the firm, decide}}"
    (found,) = findings(text, select="SYN,REF004")
    assert found.fix is not None
    (edit,) = found.fix.edits
    mended = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert reader(mended) == []
    purpose = compiled(mended).organisation.roles["a"].purpose
    assert purpose is not None
    assert purpose.bare == "lead the firm, decide"


def test_an_unknown_key_without_value_in_a_block_is_an_unknown_field() -> None:
    assert reader("roles:\n  a:\n    zzz:\n") == [("REF004", "zzz")]


# --- types ---


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("roles: {a: {headcount: several}}", "several"),
        ("roles: {a: {name: [x]}}", "name"),
        ("roles: {a: {assistant: maybe}}", "maybe"),
        ("roles: {a: {kind: robot}}", "robot"),
        ("roles: {a: {reports_to: {b: c}}}", "reports_to"),
        ("duties: {d: {frequency: [daily]}}", "frequency"),
        ("duties: {d: {raci: [a]}}", "raci"),
        ("departments: {d: {functions: [{a: b}]}}", "functions"),
        ("workflows: {w: {within: soon}}", "soon"),
        ("people: {p: {holds: [{role: a, since: yesterday}]}}", "yesterday"),
        ("organization: {name: A, calendar: {hours_per_day: eight}}", "eight"),
        ("organization: [A]", "organization"),
        ("outputs: {raci: perhaps}", "perhaps"),
    ],
)
def test_a_value_of_the_wrong_type_is_shown_at_the_value(text: str, at: str) -> None:
    assert reader(text) == [("SYN007", at)]


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "1"])
def test_a_flag_is_true_or_false_as_in_yaml_1_2(word: str) -> None:
    assert reader(f"roles: {{a: {{assistant: {word}}}}}") == [("SYN007", word)]


def test_a_word_that_is_no_choice_suggests_a_near_one() -> None:
    (found,) = findings("departments: {d: {kind: divison}}", select="SYN")
    assert "`division`" in found.message.in_("en")
    assert "`division`" in found.message.in_("zh")


@pytest.mark.parametrize("scalar", ["no", "1:30", "1.10", "2026", "true", "1.0"])
def test_in_a_text_a_scalar_is_the_text_as_written(scalar: str) -> None:
    name = compiled(f"roles: {{a: {{name: {scalar}}}}}").organisation.roles["a"].name
    assert name is not None
    assert name.bare == scalar


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("people: {p: {holds: [{share: 50%}]}}", "role"),
        ("workflows: {w: {steps: {a: {next: [{when: x}]}}}}", "to"),
        ("roles: {a: {allow: [{reason: x}]}}", "code"),
        ("duties: {d: {tasks: [{effort: 1 hour}]}}", "name"),
    ],
)
def test_a_required_key_that_is_missing_is_named(text: str, key: str) -> None:
    (found,) = findings(text, select="SYN")
    assert found.code == "SYN008"
    assert f"`{key}`" in found.message.in_("en")


# --- one slip costs one field ---


def test_a_bad_field_does_not_empty_its_entity() -> None:
    text = "roles: {a: {name: Clerk, headcount: many, reports_to: none, grade: P3}}"
    role = compiled(text).organisation.roles["a"]
    assert role.name is not None
    assert (role.name.bare, role.grade, role.reports_to) == ("Clerk", "P3", ("none",))


def test_several_faults_of_one_entity_are_reported_together() -> None:
    text = "roles: {a: {headcount: many, kind: robot, zzz: 1, deputy: {x: y}, name: ok}}"
    found = findings(text, select="SYN,REF004")
    assert [d.code for d in found] == ["SYN007", "SYN007", "REF004", "SYN007"]
    name = compiled(text).organisation.roles["a"].name
    assert name is not None
    assert name.bare == "ok"


def test_a_bad_item_of_a_list_leaves_the_others() -> None:
    text = "people: {p: {holds: [{role: a, share: x}, {role: b}, {zzz: c, role: d}]}}"
    person = compiled(text).organisation.people["p"]
    assert [hold.role for hold in person.holds] == ["a", "b", "d"]


def test_faults_in_each_of_many_items_are_all_reported() -> None:
    items = ", ".join(f"{{role: r{n}, share: x{n}, zz: 1}}" for n in range(20))
    text = f"people: {{p: {{holds: [{items}]}}}}"
    assert len(findings(text, select="SYN,REF004")) == 40
    assert len(compiled(text).organisation.people["p"].holds) == 20


def test_an_entity_full_of_faults_is_still_there_to_be_named() -> None:
    text = "duties: {d: {raci: [x], tasks: {a: b}, kpis: {c: d}, frequency: [], inputs: {e: [f]}, zz: 1}}"
    assert list(compiled(text).organisation.duties) == ["d"]


def test_a_bad_manifest_setting_leaves_the_others() -> None:
    text = "organization: {name: A, currency: [x]}\nchecks: {profile: sloppy, ignore: [DUT]}\nraci: RASCI"
    got = compiled(text).organisation
    assert (got.name, got.manifest.checks.ignore, got.scheme.name) == ("A", ("DUT",), "RASCI")


def test_a_fault_is_reported_once() -> None:
    text = "roles: {a: {headcount: {planned: x, current: y}}}"
    assert reader(text) == [("SYN007", "x"), ("SYN007", "y")]


def test_own_keys_inside_a_part_are_kept_under_their_route() -> None:
    text = "roles: {a: {reports_to: none, x-id: 7, headcount: {planned: 2, x-source: [hr, plan]}}}"
    compilation = compiled(text)
    assert compilation.program.problems == []
    role = compilation.organisation.roles["a"]
    assert role.extra == {"x-id": "7", "headcount.x-source": ["hr", "plan"]}
    assert role.headcount.planned == 2
