"""Every rule keeps what its page promises: its example breaks it alone, the alternative nothing."""

import re

import pytest

from orgspec.analysis.registry import registry
from orgspec.analysis.rule import Rule, page_of
from orgspec.testing import compiled

# What no single well-formed text can show: files on disk, bytes, sizes, plugins.
WITHOUT_EXAMPLE = {
    "SYN001": "a file that cannot be read",
    "SYN002": "bytes that are no text",
    "SYN006": "a file beyond a limit",
    "I18N002": "a file beside the manifest",
    "PLG001": "a plugin",
    "PLG002": "a plugin",
}
RULES = list(registry().rules.values())
IDS = [rule.code for rule in RULES]
HAN = re.compile("[\u3400-\u9fff]")


def codes(text: str) -> list[str]:
    return [d.code for d in compiled(text).diagnostics]


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_its_page_speaks_both_languages(rule: Rule) -> None:
    page = page_of(rule)
    english, chinese = page.summary
    assert english and not HAN.match(english)
    assert HAN.search(chinese)
    assert page.why[0], "## Why"
    assert HAN.search(page.why[1]), "## 为什么"
    assert HAN.search(page.sections.get("怎么改", "")), "## 怎么改"


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_its_example_breaks_it_and_nothing_else(rule: Rule) -> None:
    example = page_of(rule).example
    if rule.code in WITHOUT_EXAMPLE:
        assert not example
    else:
        assert example, "## Example"
        assert set(codes(example)) == {rule.code}


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_what_to_write_instead_breaks_nothing(rule: Rule) -> None:
    instead = page_of(rule).instead
    if rule.code not in WITHOUT_EXAMPLE:
        assert instead, "## Instead"
        assert codes(instead) == []


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_its_findings_say_in_both_languages_what_is_wrong_and_what_to_do(rule: Rule) -> None:
    for found in compiled(page_of(rule).example).diagnostics:
        english, chinese = found.message.in_("en"), found.message.in_("zh")
        assert not english.endswith(".")
        assert not re.match(r"[A-Z][a-z]", english)
        assert not chinese.endswith("。")
        assert HAN.search(chinese)
        assert found.help is not None
        assert HAN.search(found.help.in_("zh"))
        for said in (english, chinese, found.help.in_("en"), found.help.in_("zh")):
            assert not re.search(r"\{[a-z_]+\}", said), said


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_a_fix_mends_its_finding_and_breaks_nothing_else(rule: Rule) -> None:
    text = page_of(rule).example
    for found in compiled(text).diagnostics:
        mended = text
        for edit in sorted(found.fix.edits if found.fix else (), key=lambda e: -e.span.start):
            mended = mended[: edit.span.start] + edit.text + mended[edit.span.end :]
        if mended != text:
            assert len(codes(mended)) < len(codes(text))
            assert set(codes(mended)) <= {rule.code}


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_its_places_lie_in_the_text_and_are_no_longer_than_what_is_wrong(rule: Rule) -> None:
    for found in compiled(page_of(rule).example).diagnostics:
        for label in (found.place, *found.related):
            marked = label.source.text[label.span.start : label.span.end]
            assert marked.strip() == marked
            assert marked
            assert marked.count("\n") <= 1


@pytest.mark.parametrize("rule", RULES, ids=IDS)
def test_its_identity_is_well_formed(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z][A-Z0-9]{1,3}\d{3}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert re.fullmatch(r"\d+\.\d+", rule.since)
    assert rule.check.__module__.rpartition(".")[2] == rule.name.replace("-", "_")
    assert rule.check.__module__.split(".")[-2] == rule.family.lower()


def test_no_two_rules_share_a_name() -> None:
    names = [rule.name for rule in RULES]
    assert sorted(set(names)) == sorted(names)


def test_what_a_rule_yields_to_is_a_code() -> None:
    for rule in RULES:
        assert rule.code not in rule.yields_to
        assert all(re.fullmatch(r"[A-Z]{3}\d{3}", code) for code in rule.yields_to)


def test_only_the_families_of_the_reader_and_of_plugins_cannot_be_switched_off() -> None:
    assert {rule.family for rule in RULES if rule.always} <= {"SYN", "PLG"}
    assert all(rule.always for rule in RULES if rule.family in {"SYN", "PLG"})


def test_the_registry_finds_a_rule_by_code_and_name_in_any_case() -> None:
    found = registry()
    rule = found.rules["REF001"]
    assert found.find("ref001") is found.find("Unresolved-Reference") is rule
    assert found.find("REF") is None
    assert found.knows("REF")
    assert not found.knows("XYZ999")
    assert found.failures == ()
