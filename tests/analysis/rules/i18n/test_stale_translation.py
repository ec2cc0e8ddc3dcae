"""I18N002: stale-translation."""

from pathlib import Path

import pytest

from orgspec.diagnostics import Diagnostic
from orgspec.model.translations import confirmed
from orgspec.workspace import compile_path, write_lock
from tests.workspace.specs import problems, spec

TEXT = """
organization: {name: 远航, locales: [zh, en, de]}
roles:
  director:
    purpose: {zh: 领导, en: leads, de: leitet}
    name: 总经理
duties:
  signing:
    tasks: [{zh: 甲, en: a}, {zh: 乙, en: b}, {zh: 丙, en: c}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A specification whose translations are confirmed."""
    spec(tmp_path, {"orgspec.yaml": TEXT})
    compilation = compile_path(tmp_path)
    write_lock(compilation.root, confirmed(compilation.organisation))
    return tmp_path


def stale(folder: Path, text: str) -> list[Diagnostic]:
    """What is found once the text has become this one."""
    spec(folder, {"orgspec.yaml": text})
    return [d for d in compile_path(folder).diagnostics if d.code == "I18N002"]


def test_a_default_text_that_changed_is_found_with_its_translations(folder: Path) -> None:
    (found,) = stale(folder, TEXT.replace("领导", "统管"))
    span = found.place.span
    assert found.place.source.text[span.start : span.end] == "统管"
    assert found.address == "role/director"
    assert [x.source.text[x.span.start : x.span.end] for x in found.related] == ["leads", "leitet"]
    assert "`en`, `de`" in found.message.in_("en")
    assert "已改动" in found.message.in_("zh")


def test_unchanged_texts_blanks_and_better_translations_are_silent(folder: Path) -> None:
    assert stale(folder, TEXT) == []
    assert stale(folder, TEXT.replace("zh: 领导,", "zh: '领导 ',").replace("leads", "runs")) == []


def test_items_that_change_places_or_make_place_are_silent(folder: Path) -> None:
    one, two, three = "{zh: 甲, en: a}", "{zh: 乙, en: b}", "{zh: 丙, en: c}"
    tasks = f"[{one}, {two}, {three}]"
    for moved in (f"[{two}, {three}]", f"[{three}, {two}, {one}]", f"[{{zh: 新, en: n}}, {one}]"):
        assert stale(folder, TEXT.replace(tasks, moved)) == [], moved
    assert len(stale(folder, TEXT.replace("zh: 乙", "zh: 改"))) == 1


def test_new_texts_are_not_yet_confirmed_and_silent(folder: Path) -> None:
    assert stale(folder, TEXT.replace("name: 总经理", "name: {zh: 总经理, en: Director}")) == []


def test_without_the_file_nothing_is_found(folder: Path) -> None:
    (folder / "translations.lock").unlink()
    assert stale(folder, TEXT.replace("领导", "统管")) == []


def test_the_file_is_sorted_and_changes_by_lines(folder: Path) -> None:
    before = (folder / "translations.lock").read_text(encoding="utf-8").splitlines()
    keys = [line for line in before if line.startswith("  ")]
    assert keys == sorted(keys)
    assert len(keys) == 4
    spec(folder, {"orgspec.yaml": TEXT.replace("乙", "改")})
    compilation = compile_path(folder)
    write_lock(compilation.root, confirmed(compilation.organisation))
    after = (folder / "translations.lock").read_text(encoding="utf-8").splitlines()
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "SYN007"),
        (b"- a\n", "SYN007"),
        (b"version: 1\ntranslations: [a]\n", "SYN007"),
        (b"version: 1\ntranslations: {a#name: b}\n", "SYN007"),
        (b"version: 2\ntranslations: {}\n", "SYN010"),
        (b"translations: {}\n", "SYN010"),
        (b"<<<<<<< HEAD\nversion: 1\n=======\n", "SYN003"),
        (b"version: \xff\n", "SYN002"),
    ],
)
def test_a_file_that_cannot_be_used_is_a_finding_in_it(
    folder: Path, content: bytes, code: str
) -> None:
    spec(folder, {"translations.lock": content})
    (found,) = problems(folder)
    assert (found.code, found.place.source.path) == (code, "translations.lock")


def test_a_folder_of_that_name_is_a_finding_and_nothing_is_withheld(folder: Path) -> None:
    (folder / "translations.lock").unlink()
    (folder / "translations.lock").mkdir()
    compilation = compile_path(folder)
    assert [d.code for d in compilation.diagnostics if d.code.startswith("SYN")] == ["SYN001"]
    assert compilation.withheld == ()


def test_what_the_file_says_declares_nothing(folder: Path) -> None:
    spec(folder, {"translations.lock": "version: 1\nroles: {ghost: {}}\n"})
    assert list(compile_path(folder).organisation.roles) == ["director"]
