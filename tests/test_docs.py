"""The documentation is as true as the code: generated pages, commands, examples, links."""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from orgspec.cli.app import COMMANDS, application, run
from orgspec.testing import compiled
from scripts.generate_docs import ROOT, generated, stale

WRITTEN = sorted(
    path
    for pattern in ("*.md", "docs/*.md", "samples/*/README.md", "benchmarks/*.md")
    for path in ROOT.glob(pattern)
)
NAMES = [path.relative_to(ROOT).as_posix() for path in WRITTEN]
_BLOCK = re.compile(r"^ *```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")


def blocks(path: Path, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return [body for tag, body in _BLOCK.findall(path.read_text("utf-8")) if tag == language]


def commands(path: Path) -> Iterator[list[str]]:
    """The arguments of every `orgspec …` line in the blocks of a page."""
    for language in ("sh", "console"):
        for body in blocks(path, language):
            for line in body.splitlines():
                words = shlex.split(line.removeprefix("$ "), comments=True)
                if words and words[0] == "orgspec":
                    yield words[1:]


def slug(title: str) -> str:
    """The anchor that a heading gets."""
    kept = (c for c in title.strip().lower() if c in "- _" or unicodedata.category(c)[0] in "LNM")
    return "".join(kept).replace(" ", "-")


def anchors(path: Path) -> set[str]:
    """The anchors of a page."""
    text = re.sub(_BLOCK, "", path.read_text("utf-8"))
    return {slug(title) for title in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}


def test_generated_files_are_what_the_code_generates() -> None:
    assert stale() == [], "run: python -m scripts.generate_docs"


def test_every_page_of_a_check_has_a_chinese_twin() -> None:
    pages = [path for path in generated() if path.startswith("docs/checks/")]
    english = {path for path in pages if not path.endswith(".zh.md")}
    assert {path.replace(".md", ".zh.md") for path in english} == set(pages) - english


def test_the_first_two_shell_blocks_of_the_readme_are_the_job_and_the_tests() -> None:
    job, tests = (block.strip() for block in blocks(ROOT / "README.md", "sh")[:2])
    for command in (job, tests):
        assert "\n" not in command
        assert shlex.split(command)[:3] == ["python3", "-m", "venv"]
    words = shlex.split(job)
    assert (ROOT / words[words.index("build") + 1] / "orgspec.yaml").is_file()
    assert tests.endswith("python -m pytest")


@pytest.mark.parametrize("name", NAMES)
def test_every_command_that_a_page_shows_is_one_that_parses(name: str) -> None:
    group = application("en")
    for called, *arguments in commands(ROOT / name):
        command = group.get_command(click.Context(group), called)
        assert command is not None, called
        command.make_context(called, arguments)


@pytest.mark.parametrize("name", NAMES)
def test_every_example_in_a_page_is_well_written(name: str) -> None:
    for text in blocks(ROOT / name, "yaml"):
        found = [d for d in compiled(text).diagnostics if d.code[:3] == "SYN" or d.code == "REF004"]
        assert [(d.code, d.message.in_("en")) for d in found] == []


@pytest.mark.parametrize("path", [*WRITTEN, *sorted((ROOT / "docs/checks").glob("*.md"))], ids=str)
def test_every_link_leads_somewhere(path: Path) -> None:
    text = re.sub(_BLOCK, "", path.read_text("utf-8"))
    for found in _LINK.finditer(text):
        target, _, fragment = (found[1] or found[2]).partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        page = (path.parent / target).resolve() if target else path
        assert page.exists(), found[0]
        if fragment:
            assert fragment in anchors(page), found[0]


@pytest.mark.parametrize(("name", "locale"), [("README.md", "en"), ("README.zh.md", "zh")])
def test_the_readme_shows_the_finding_that_its_example_has(
    name: str, locale: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "orgspec.yaml").write_text(blocks(ROOT / name, "yaml")[0], "utf-8")
    shown = blocks(ROOT / name, "console")[0].splitlines()
    assert run(["check", str(tmp_path), "--lang", locale, "--no-color"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[:-1] == shown[1:-1]
    assert said[-1].split()[:2] == shown[-1].split()[:2]  # the number of errors


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_in_chinese_has_no_english_headings(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*filter(None, [command]), "--help", "--lang", "zh"]) == 0
    said = capsys.readouterr().out
    assert "用法" in said
    assert not re.search(r"Usage|Options:|Commands:|Show |default:|required", said)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_in_english_has_no_chinese(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*filter(None, [command]), "--help", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "Usage:" in said
    assert not re.search(r"[\u4e00-\u9fff]", said)


def test_wrong_use_is_explained_in_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--format", "nonsense", "--lang", "zh"]) == 2
    said = capsys.readouterr().err
    assert "'nonsense' 不在可选之列" in said
    assert "Error" not in said


def test_every_command_documents_each_of_its_options() -> None:
    for locale in ("en", "zh"):
        group = application(locale)
        for name in COMMANDS:
            command = group.get_command(click.Context(group), name)
            assert command is not None
            options = [p for p in command.params if isinstance(p, click.Option)]
            assert [option.name for option in options if not option.help] == []
