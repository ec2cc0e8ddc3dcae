"""`orgspec rules` and `orgspec explain`."""

import json
from pathlib import Path
from typing import Any

import pytest

from orgspec.analysis.registry import registry
from orgspec.cli.app import run

MANIFEST = """
organization: Voyage
checks:
  ignore: [WFL]
  severity: {RAC001: warning}
  options: {span_of_control: 6}
roles: {director: {reports_to: none}}
"""


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("ORGSPEC_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "orgspec.yaml").write_text(MANIFEST, encoding="utf-8")
    return tmp_path


def listed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, dict[str, Any]]:
    assert run(["rules", "--format", "json", *arguments]) == 0
    return {each["code"]: each for each in json.loads(capsys.readouterr().out)}


def test_every_rule_is_listed_with_all_that_is_known(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = listed(capsys, str(spec))
    assert set(rules) == set(registry().rules)
    keys = ["code", "name", "severity", "default", "since", "options", "summary"]
    assert all(list(each) == keys and each["summary"] for each in rules.values())


def test_severities_are_those_of_the_specification(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = listed(capsys, str(spec))
    assert (rules["RAC001"]["severity"], rules["RAC001"]["default"]) == ("warning", "error")
    assert rules["WFL002"]["severity"] == "off"


def test_options_have_their_default_their_value_and_what_they_mean(
    spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = {
        option["name"]: option
        for rule in listed(capsys, str(spec)).values()
        for option in rule["options"]
    }
    span = options["span_of_control"]
    assert (span["default"], span["value"]) == (15, 6)
    assert "heads" in span["summary"]
    assert options["span_same_work"]["value"] == options["span_same_work"]["default"] == 25


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_every_option_is_explained_in_both_languages(
    locale: str, spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for rule in listed(capsys, str(spec), "--lang", locale).values():
        for option in rule["options"]:
            chinese = any("\u4e00" <= sign <= "\u9fff" for sign in option["summary"])
            assert option["summary"], f"{rule['code']} {option['name']}"
            assert chinese == (locale == "zh"), f"{rule['code']} {option['name']}"


@pytest.mark.parametrize(
    ("locale", "words"), [("en", ("warning", "off")), ("zh", ("警告", "关闭"))]
)
def test_the_list_for_people_has_a_line_a_rule(
    locale: str, words: tuple[str, str], spec: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["rules", str(spec), "--lang", locale]) == 0
    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines()}
    assert set(lines) == set(registry().rules)
    assert words[0] in lines["RAC001"]
    assert words[1] in lines["WFL002"]


def test_without_a_specification_the_defaults_are_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = listed(capsys, str(tmp_path))
    assert all(each["severity"] == each["default"] for each in rules.values())


@pytest.mark.parametrize("name", ["RAC001", "rac001", "no-accountable", "No-Accountable"])
@pytest.mark.parametrize(("locale", "title"), [("en", "## Why"), ("zh", "## 为什么")])
def test_a_check_is_explained_by_code_or_name_in_any_case(
    name: str, locale: str, title: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", name, "--lang", locale]) == 0
    out = capsys.readouterr().out
    assert out.startswith("# RAC001 `no-accountable`")
    assert title in out


@pytest.mark.parametrize(("locale", "words"), [("en", "did you mean"), ("zh", "是否想用")])
def test_an_unknown_check_names_the_near_ones(
    locale: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", "no-acountable", "--lang", locale]) == 2
    err = capsys.readouterr().err
    assert words in err
    assert "`no-accountable`" in err
    assert run(["explain", "zzzzzzzz", "--lang", locale]) == 2
    assert "orgspec rules" in capsys.readouterr().err
