"""Every form of a report: valid by its schema, complete, the same again."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from lxml import etree

from orgspec.cli.reporting import FORMS
from orgspec.diagnostics import Label, say
from orgspec.report.formats import FORMATS, render
from orgspec.source import Source, Span
from orgspec.testing import findings
from tests.report.made import finding, many, odd, report

SCHEMAS = Path(__file__).parent / "schemas"
JSON_SCHEMAS: dict[str, tuple[str, type[Any]]] = {
    "sarif": ("sarif-schema-2.1.0.json", Draft7Validator),
    "gitlab": ("gitlab-codequality.json", Draft202012Validator),
    "rdjson": ("rdjson.json", Draft202012Validator),
}


def assert_valid(form: str, text: str) -> None:
    """The text is what the schema of its form allows; forms without one are text alone."""
    text.encode("utf-8")
    if form in JSON_SCHEMAS:
        name, validator = JSON_SCHEMAS[form]
        schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
        checker = validator(schema, format_checker=validator.FORMAT_CHECKER)
        assert [e.message for e in checker.iter_errors(json.loads(text))] == []
    if form == "junit":
        schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
        schema.assertValid(etree.fromstring(text.encode("utf-8")))


def test_the_command_offers_every_form() -> None:
    assert ("text", *FORMATS) == FORMS


@pytest.mark.parametrize("locale", ["en", "zh"])
@pytest.mark.parametrize("form", FORMATS)
def test_every_form_is_valid_with_odd_findings(form: str, locale: str) -> None:
    assert_valid(form, render(form, report(locale=locale)))


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_is_valid_without_findings(form: str) -> None:
    text = render(form, report(()))
    assert_valid(form, text)
    assert text == "" or text.endswith("\n")


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_is_valid_with_real_findings(form: str) -> None:
    found = findings("roles: {市场: {reports_to: ghost}, a: {purpose: one, two}, A: {}}\n")
    assert {"REF001", "SYN011"} <= {each.code for each in found}
    assert_valid(form, render(form, report(found)))


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_names_every_finding(form: str) -> None:
    text = render(form, report(many(300)))
    numbers = {"github": 300 + 1, "markdown": 300 * 2}  # a notice; table and details
    if form in ("json", "sarif", "gitlab", "rdjson"):
        whole = json.loads(text)
        runs = whole["runs"][0]["results"] if form == "sarif" else whole
        listed = runs if isinstance(runs, list) else runs["diagnostics"]
        assert len(listed) == 300
    elif form == "junit":
        assert text.count("<testcase") == 300
    else:
        lines = [line for line in text.splitlines() if "roles.yaml:" in line or "file=" in line]
        assert len(lines) >= numbers[form] - 1


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_findings_give_the_same_text(form: str) -> None:
    assert render(form, report()) == render(form, report())


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "json"])
def test_paths_start_at_the_root_of_the_repository(form: str) -> None:
    text = render(form, report(odd()[3:4]))
    where = (
        "specs/%E6%80%BB%E9%83%A8/org/duties.yaml"
        if form == "sarif"
        else "specs/总部/org/duties.yaml"
    )
    assert where in text


def test_paths_of_json_start_at_the_manifest() -> None:
    (entry,) = json.loads(render("json", report(odd()[3:4])))["diagnostics"]
    assert entry["path"] == "org/duties.yaml"


@pytest.mark.parametrize("form", FORMATS)
def test_every_form_speaks_both_languages(form: str) -> None:
    one = odd()[:1]
    assert "name one role" in render(form, report(one)) or form == "gitlab"
    assert "nobody answers for" in render(form, report(one))
    assert "无人负责" in render(form, report(one, "zh"))


def test_an_unknown_form_is_the_callers_mistake() -> None:
    with pytest.raises(KeyError):
        render("yaml", report())


ANY = st.text(st.characters(exclude_categories=[]), max_size=40)


@settings(max_examples=60, deadline=None)
@given(
    path=ANY.map(lambda text: text.replace("\0", "") or "a"),
    text=st.text(st.sampled_from("a市😀\r\n\t:`|[]()%\x1b\u2028\ud800"), max_size=30),
    said=ANY.map(lambda text: text or "x"),
    ends=st.tuples(st.integers(0, 40), st.integers(0, 40)),
)
def test_whatever_a_file_is_called_and_says_every_form_is_valid(
    path: str, text: str, said: str, ends: tuple[int, int]
) -> None:
    start, end = sorted(min(each, len(text)) for each in ends)
    place = Label(Source(path, text), Span(start, end), say(said, said))
    found = (finding(place, message=say(said, said), related=(place,), address=said),) * 2
    for form in FORMATS:
        made = render(form, report(found, base=""))
        if not path.startswith("/"):  # a file outside has no place in GitLab's report
            assert_valid(form, made)
        assert not {"\x1b", "\x00"} & set(made)
