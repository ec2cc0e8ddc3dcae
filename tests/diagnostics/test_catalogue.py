"""A third language is a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from orgspec.diagnostics import say
from orgspec.diagnostics.catalogue import VARIABLE, languages, plural, translated

GERMAN: dict[str | tuple[str, str], str | tuple[str, str]] = {
    "nothing is declared as `{name}`": "`{name}` ist nirgends erklärt",
    "{a} before {b}": "{b} nach {a}",
    "broken {name}": "kaputt {nmae}",
    "brace {name}": "Klammer {name",
    ("{n} role", "{n} roles"): ("{n} Stelle", "{n} Stellen"),
}


def dropped_in(
    folder: Path, language: str, sentences: dict[str | tuple[str, str], str | tuple[str, str]]
) -> None:
    """A catalogue as `pybabel compile` or msgfmt would write it."""
    catalogue = Catalog(locale=language)
    for key, text in sentences.items():
        catalogue.add(key, text)
    target = folder / language / "LC_MESSAGES" / "orgspec.mo"
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        write_mo(file, catalogue)


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a German catalogue, named to orgspec."""
    dropped_in(tmp_path, "de", GERMAN)
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    yield tmp_path


def test_a_sentence_speaks_it_with_its_values(german: Path) -> None:
    said = say("nothing is declared as `{name}`", "`{name}` 没有声明", name="ghost")
    assert said.in_("de") == "`ghost` ist nirgends erklärt"
    assert said.in_("de-AT") == "`ghost` ist nirgends erklärt"
    assert said.in_("en") == "nothing is declared as `ghost`"
    assert said.in_("zh-CN") == "`ghost` 没有声明"


def test_values_may_change_places(german: Path) -> None:
    assert say("{a} before {b}", "", a=1, b=2).in_("de") == "2 nach 1"


def test_what_it_lacks_is_english(german: Path) -> None:
    assert say("not translated", "未翻译").in_("de") == "not translated"
    assert translated("", "de") == ""


@pytest.mark.parametrize("sentence", ["broken {name}", "brace {name}"])
def test_a_translation_with_wrong_values_gives_way_to_english(german: Path, sentence: str) -> None:
    assert say(sentence, "", name="x").in_("de") == sentence.format(name="x")


def test_numbers_take_the_forms_of_the_language(german: Path) -> None:
    assert plural("{n} role", "{n} roles", 1, "de") == "1 Stelle"
    assert plural("{n} role", "{n} roles", 3, "de") == "3 Stellen"
    assert plural("{n} role", "{n} roles", 1, "en") == "1 role"
    assert plural("{n} duty", "{n} duties", 2, "de") == "2 duties"


def test_it_is_listed_among_the_languages(german: Path) -> None:
    assert languages() == ("zh", "en", "de")


def test_of_several_folders_the_first_is_asked_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    dropped_in(tmp_path / "a", "de", {"one": "eins", "two": ""})
    dropped_in(tmp_path / "b", "de", {"one": "uno", "two": "zwei"})
    monkeypatch.setenv(VARIABLE, os.pathsep.join([str(tmp_path / "a"), "", str(tmp_path / "b")]))
    assert (translated("one", "de"), translated("two", "de")) == ("eins", "zwei")


@pytest.mark.parametrize("content", [b"", b"no catalogue", b"\xde\x12\x04\x95\x00\x00"])
def test_a_damaged_file_is_no_language(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dropped_in(tmp_path, "de", GERMAN)
    (tmp_path / "de" / "LC_MESSAGES" / "orgspec.mo").write_bytes(content)
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert languages() == ("zh", "en")
    assert translated("one", "de") == "one"


def test_a_folder_that_is_not_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/no/such/folder")
    assert languages() == ("zh", "en")
