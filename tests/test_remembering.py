"""A check that is asked again about nothing new answers from what it remembers."""

from __future__ import annotations

import gc
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from orgspec import remembering
from orgspec.__main__ import answered
from orgspec.cli import earlier
from orgspec.cli.app import run
from orgspec.workspace import keeping

MANIFEST = "organization: {name: Shop, locales: [en]}\nroles: {boss: {reports_to: none}}\n"
DUTIES = "duties: {selling: {name: Selling, raci: boss}}\n"
BROKEN = "duties: {selling: {name: Selling, raci: {A: boss, R: nobody-there}}}\n"

Ask = Callable[..., "Answer"]


class Answer:
    """What a check printed, its status, and whether it was remembered."""

    def __init__(self, status: int, text: str, remembered: bool) -> None:
        self.status = status
        self.text = re.sub(r"\d+\.\d\d s", "S s", text)
        self.remembered = remembered


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ORGSPEC_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "spec"
    (folder / "sales").mkdir(parents=True)
    (folder / "orgspec.yaml").write_text(MANIFEST, encoding="utf-8")
    (folder / "sales" / "duties.yaml").write_text(DUTIES, encoding="utf-8")
    return folder


@pytest.fixture
def ask(
    spec: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Ask]:
    """Run `orgspec check` as its own process would."""

    def asked(*options: str, path: Path = spec) -> Answer:
        arguments = ["check", str(path), *options]
        known = remembering.recalled(remembering.key_of(arguments)) is not None
        capsys.readouterr()
        return Answer(answered(arguments), capsys.readouterr().out, known)

    yield asked
    gc.enable()


def test_the_second_answer_is_remembered_and_the_same(ask: Ask) -> None:
    first, second = ask(), ask()
    assert (first.remembered, second.remembered) == (False, True)
    assert (first.status, first.text) == (second.status, second.text)
    assert "in 2 files" in second.text


def test_findings_and_the_exit_status_are_remembered(ask: Ask, spec: Path) -> None:
    (spec / "sales" / "duties.yaml").write_text(BROKEN, encoding="utf-8")
    first, second = ask(), ask()
    assert second.remembered
    assert first.status == second.status == 1
    assert first.text == second.text
    assert "REF001" in second.text


def change_a_text(spec: Path) -> None:
    (spec / "sales" / "duties.yaml").write_text(BROKEN, encoding="utf-8")


def add_a_file(spec: Path) -> None:
    (spec / "more.yaml").write_text("glossary: {x: {}}\n", encoding="utf-8")


def add_a_file_in_a_new_folder(spec: Path) -> None:
    (spec / "store").mkdir()
    (spec / "store" / "more.yaml").write_text("glossary: {x: {}}\n", encoding="utf-8")


def remove_a_file(spec: Path) -> None:
    (spec / "sales" / "duties.yaml").unlink()


def rename_a_file(spec: Path) -> None:
    (spec / "sales" / "duties.yaml").rename(spec / "sales" / "work.yaml")


def hide_a_folder_behind_a_manifest(spec: Path) -> None:
    (spec / "sales" / "orgspec.yaml").write_text(MANIFEST, encoding="utf-8")


def confirm_translations(spec: Path) -> None:
    (spec / "translations.lock").write_text("version: 1\n", encoding="utf-8")


def write_a_baseline(spec: Path) -> None:
    (spec / "orgspec-baseline.json").write_text('{"version": 1, "findings": []}', encoding="utf-8")


@pytest.mark.parametrize(
    "change",
    [
        change_a_text,
        add_a_file,
        add_a_file_in_a_new_folder,
        remove_a_file,
        rename_a_file,
        hide_a_folder_behind_a_manifest,
        confirm_translations,
        write_a_baseline,
    ],
)
def test_whatever_changes_is_seen(change: Callable[[Path], None], ask: Ask, spec: Path) -> None:
    ask()
    change(spec)
    assert not ask().remembered
    assert ask().remembered, "and what it is now is remembered in its turn"


def test_a_file_that_was_only_touched_has_not_changed(ask: Ask, spec: Path) -> None:
    ask()
    os.utime(spec / "sales" / "duties.yaml", (1, 1))
    (spec / "README.md").write_text("not read")
    (spec / ".hidden").mkdir()
    (spec / "README.md").unlink()
    assert ask().remembered


def test_a_change_that_keeps_size_and_time_is_seen(ask: Ask, spec: Path) -> None:
    path = spec / "sales" / "duties.yaml"
    before = path.stat()
    ask()
    path.write_text(DUTIES.replace("Selling", "Telling"), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert not ask().remembered


def test_a_photo_that_vanishes_is_seen(ask: Ask, spec: Path) -> None:
    (spec / "boss.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    people = "people: {ann: {name: Ann, holds: [boss], photo: boss.png}}\n"
    (spec / "people.yaml").write_text(people, encoding="utf-8")
    ask()
    assert ask().remembered
    (spec / "boss.png").unlink()
    answer = ask()
    assert not answer.remembered
    assert "boss.png" in answer.text
    assert not ask().remembered, "what cannot be read is looked for again each time"


def test_a_manifest_nearer_by_is_seen(ask: Ask, spec: Path) -> None:
    ask(path=spec / "sales")
    assert ask(path=spec / "sales").remembered
    (spec / "sales" / "orgspec.yaml").write_text(MANIFEST, encoding="utf-8")
    assert not ask(path=spec / "sales").remembered


@pytest.mark.parametrize("option", ["--strict", "--profile=starter", "--lang=zh", "--format=json"])
def test_another_question_has_another_answer(option: str, ask: Ask) -> None:
    ask()
    assert not ask(option).remembered
    assert ask(option).remembered


@pytest.mark.parametrize(
    "option", ["--no-cache", "--diff", "--statistics", "--format=sarif", "--help"]
)
def test_some_questions_are_always_asked_anew(option: str, ask: Ask) -> None:
    ask(option)
    assert not ask(option).remembered


def test_with_the_day_the_answer_ends(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, spec: Path
) -> None:
    ask()
    ask("--as-of", "2026-01-01")
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 86_400)
    assert not ask().remembered
    assert ask("--as-of", "2026-01-01").remembered, "it was told the day"


@pytest.mark.parametrize("damage", [b"", b"x", b"\0" * 400])
def test_a_damaged_record_is_none(damage: bytes, ask: Ask, tmp_path: Path) -> None:
    ask()
    (record,) = (tmp_path / "cache" / "checks").iterdir()
    record.write_bytes(damage)
    assert not ask().remembered
    data = record.read_bytes()
    record.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    assert not ask().remembered


def test_where_nothing_can_be_kept_nothing_is_lost(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    for place in (str(tmp_path / "file"), "", "/dev/full"):
        monkeypatch.setenv("ORGSPEC_CACHE_DIR", place)
        assert ask().status == 0
        assert not ask().remembered


def test_two_runs_at_once_do_not_meet_in_one_record(spec: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "ORGSPEC_CACHE_DIR": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "orgspec", "check", str(spec)]
    runs = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    said = {re.sub(r"\d+\.\d\d s", "", run.communicate()[0]) for run in runs}
    assert len(said) == 1
    names = [path.name for path in (tmp_path / "cache" / "checks").iterdir()]
    assert len(names) == 1, "and nothing is left beside it"


def test_few_records_are_kept(ask: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(remembering.MOST, remembering.CHECKS, 2)
    for day in ("2026-01-01", "2026-01-02", "2026-01-03"):
        ask("--as-of", day)
    assert len(list((tmp_path / "cache" / "checks").iterdir())) == 2


def test_the_cache_can_be_shown_and_cleaned(
    ask: Ask, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    ask()
    assert run(["cache", "path"]) == 0
    assert capsys.readouterr().out.strip() == str(tmp_path / "cache")
    assert run(["cache", "clean"]) == 0
    assert "records removed: 1" in capsys.readouterr().err
    assert not ask().remembered


def test_whatever_is_edited_a_remembered_answer_is_that_of_a_fresh_check(
    ask: Ask, spec: Path
) -> None:
    """Edits at random, back and forth: with and without the cache the same is printed."""
    chance = random.Random(7)
    path = spec / "sales" / "duties.yaml"
    remembered = 0
    for _ in range(12):
        path.write_text(chance.choice((DUTIES, BROKEN, "duties: [", "")), encoding="utf-8")
        if chance.random() < 0.3:
            (spec / "extra.yaml").write_text("glossary: {x: {}}\n", encoding="utf-8")
        else:
            (spec / "extra.yaml").unlink(missing_ok=True)
        for _ in range(chance.choice((1, 2))):
            answer, fresh = ask(), ask("--no-cache")
            assert (answer.status, answer.text) == (fresh.status, fresh.text)
            remembered += answer.remembered
    assert remembered >= 3


def test_what_was_loaded_for_an_earlier_answer_changes_none(
    ask: Ask, spec: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A large specification leaves what it had loaded when it is asked about for the second time."""
    monkeypatch.setattr(earlier, "PAYS", 0)
    monkeypatch.setattr(keeping, "_PAYS", 0.0)
    chance = random.Random(11)
    path, left = spec / "sales" / "duties.yaml", tmp_path / "cache" / remembering.ORGANISATIONS
    for turn in range(12):
        manifest = MANIFEST.replace("boss", chance.choice(("boss", "chief")))
        (spec / "orgspec.yaml").write_text(manifest, encoding="utf-8")
        path.write_text(
            chance.choice((DUTIES, BROKEN, "duties: [")) + f"# {turn}\n", encoding="utf-8"
        )
        answer, fresh = ask(), ask("--no-cache")
        assert (answer.status, answer.text) == (fresh.status, fresh.text)
        assert left.exists() == (turn > 0)


def test_a_disk_that_is_full_changes_no_answer(
    ask: Ask, spec: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(earlier, "PAYS", 0)
    ask()
    change_a_text(spec)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert ask().text == ask("--no-cache").text
    assert not list((tmp_path / "cache" / remembering.ORGANISATIONS).iterdir())


def test_an_answer_imports_nothing_of_what_checks(spec: Path, tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "import orgspec.__main__ as m\n"
        "m.answered(['check', sys.argv[1]])\n"
        "print(sorted(n for n in sys.modules if n.startswith(('orgspec', 'pydantic', 'click', 'typing'))))"
    )
    environment = {**os.environ, "ORGSPEC_CACHE_DIR": str(tmp_path / "cache")}
    command = [sys.executable, "-c", code, str(spec)]
    said = [
        subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    assert "pydantic" in said[0]
    loaded = said[1].splitlines()[-1]
    assert loaded == "['orgspec', 'orgspec.__main__', 'orgspec.remembering', 'orgspec.version']"
