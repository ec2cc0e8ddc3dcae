"""Catalogues for translators: everything that is said, and nothing that cannot be used."""

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from orgspec.cli.app import run
from orgspec.diagnostics.catalogue import VARIABLE
from scripts.translate import main, sentences, template

WRONG = "organization: Voyage\nroles: {director: {reports_to: none, deputy: ghost}}\n"


@pytest.fixture(scope="module")
def keys() -> set[str]:
    return {
        key
        for each in sentences()
        for key in ([each.key] if isinstance(each.key, str) else each.key)
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "nothing is declared as `{name}`",  # a finding
        "Validate a specification.",  # the help of a command
        "{n} roles",  # a number
        "no problems",
        "Missing command.",  # of the library of the command line
    ],
)
def test_all_that_is_said_is_extracted(keys: set[str], sentence: str) -> None:
    assert sentence in keys


def test_translators_see_the_chinese_sentence_and_the_place() -> None:
    message = template().get("nothing is declared as `{name}`")
    assert message is not None
    assert message.auto_comments == ["zh: `{name}` 没有声明"]
    assert message.locations[0][0].startswith("orgspec/analysis/rules/ref/")
    assert "python-brace-format" in message.flags


def test_a_language_is_added_with_three_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = ["--folder", str(tmp_path / "locale")]
    assert main(["update", "de", *folder]) == 0
    path = tmp_path / "locale" / "de" / "LC_MESSAGES" / "orgspec.po"
    translate(path, "nothing is declared as `{name}`", "`{name}` ist nirgends erklärt")
    translate(path, "error", "Fehler")
    assert main(["compile", "de", *folder]) == 0

    (tmp_path / "orgspec.yaml").write_text(WRONG)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "locale"))
    capsys.readouterr()
    assert run(["check", str(tmp_path), "--select", "REF001", "--lang", "de"]) == 1
    said = capsys.readouterr().out
    assert "Fehler[REF001]: `ghost` ist nirgends erklärt" in said
    assert "1 error in 1 file" in said  # not translated: English
    monkeypatch.setenv("LC_ALL", "de_AT.UTF-8")
    run(["check", str(tmp_path), "--select", "REF001"])
    assert "ist nirgends erklärt" in capsys.readouterr().out


def test_translations_survive_an_update(tmp_path: Path) -> None:
    folder = ["--folder", str(tmp_path)]
    main(["update", "de", *folder])
    path = tmp_path / "de" / "LC_MESSAGES" / "orgspec.po"
    translate(path, "no problems", "keine Mängel")
    assert main(["update", "de", *folder]) == 0
    with path.open("rb") as file:
        message = read_po(file).get("no problems")
    assert message is not None
    assert message.string == "keine Mängel"


@pytest.mark.parametrize("text", ["`{nmae}` fehlt", "`{name` fehlt"])
def test_a_translation_with_wrong_values_is_not_compiled(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = ["--folder", str(tmp_path)]
    main(["update", "de", *folder])
    path = tmp_path / "de" / "LC_MESSAGES" / "orgspec.po"
    translate(path, "nothing is declared as `{name}`", text)
    assert main(["compile", "de", *folder]) == 1
    assert text in capsys.readouterr().err
    assert not path.with_suffix(".mo").exists()


def test_the_template_is_written(tmp_path: Path) -> None:
    assert main(["extract", "--folder", str(tmp_path)]) == 0
    assert "nothing is declared as" in (tmp_path / "orgspec.pot").read_text(encoding="utf-8")


def translate(path: Path, sentence: str, text: str) -> None:
    """Write a translation into the file, as a translator does."""
    whole = path.read_text(encoding="utf-8")
    before = f'msgid "{sentence}"\nmsgstr ""'
    assert whole.count(before) == 1
    path.write_text(whole.replace(before, f'msgid "{sentence}"\nmsgstr "{text}"'), encoding="utf-8")
