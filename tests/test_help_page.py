"""Help is kept ready: what is printed is what click would print, and nothing is imported for it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from orgspec.cli.app import COMMANDS
from orgspec.help_page import ready
from scripts.help_pages import page


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wide terminal that speaks English."""
    for name in ("ORGSPEC_LANG", "LC_MESSAGES", "LANG", "ORGSPEC_LOCALE_PATH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setenv("COLUMNS", "120")


@pytest.mark.parametrize("locale", ["en", "zh"])
@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_kept_is_what_click_prints(
    command: str, locale: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", f"{locale}.UTF-8")
    assert ready([command, "--help"]) == ready([command, "-h"]) == page(command, locale)


def test_the_page_without_a_command_lists_all_of_them() -> None:
    whole = ready(["--help"])
    assert whole == page("orgspec", "en")
    assert whole is not None and all(f"\n  {command}" in whole for command in COMMANDS)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["check"],
        ["--help", "check"],
        ["import", "bpmn", "--help"],
        ["--lang=zh", "--help"],
        ["nonsense", "--help"],
        ["../en/check", "--help"],
    ],
)
def test_other_arguments_are_left_to_click(arguments: list[str]) -> None:
    assert ready(arguments) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("COLUMNS", "60"),
        ("LC_ALL", "fr_FR.UTF-8"),
        ("ORGSPEC_LOCALE_PATH", "/nowhere"),
        ("_ORGSPEC_COMPLETE", "bash_source"),
    ],
)
def test_where_another_page_may_be_wanted_click_is_asked(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    assert ready(["--help"]) is None


@pytest.mark.parametrize("said", ["", "C", "C.UTF-8", "POSIX", "en_GB"])
def test_english_is_spoken_where_nothing_else_is_said(
    said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", said)
    assert ready(["--help"]) == page("orgspec", "en")


def test_the_command_prints_the_page_on_any_terminal() -> None:
    def said(columns: str) -> str:
        environment = {**os.environ, "COLUMNS": columns}
        command = [sys.executable, "-m", "orgspec", "--help"]
        return subprocess.run(
            command, env=environment, capture_output=True, check=True, encoding="utf-8"
        ).stdout

    assert said("200") == page("orgspec", "en")
    assert said("60").split() == page("orgspec", "en").split()
