"""Makes and keeps the catalogues of languages beside English and Chinese. Needs Babel.

python -m scripts.translate extract             # templates/locale/orgspec.pot
python -m scripts.translate update de           # templates/locale/de/LC_MESSAGES/orgspec.po
python -m scripts.translate compile de          # … and orgspec.mo, which orgspec reads
python -m scripts.translate update de --folder ~/orgspec-locale     # somewhere of your own
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from orgspec.diagnostics.catalogue import DOMAIN
from scripts import messages

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "templates" / "locale"

_SENTENCES = ("say", "t", "Message")
"""Functions whose first two arguments are a sentence in English and Chinese."""


class Sentence(NamedTuple):
    """A sentence of the code.

    Attributes:
        key: the English sentence, or its forms for one and many.
        chinese: the Chinese one, shown to translators as a second opinion.
        place: file and line.
        values: whether `{…}` in it stands for a value.
    """

    key: str | tuple[str, str]
    chinese: str
    place: tuple[str, int]
    values: bool


def sentences(root: Path = ROOT) -> Iterator[Sentence]:
    """All that orgspec says, in the order of the files."""
    for path in sorted((root / "orgspec").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and len(node.args) >= 1:
                found = _sentence(node, path.relative_to(root).as_posix())
                if found is not None:
                    yield found
    for text, chinese in messages.WORDS.items():
        yield Sentence(text, chinese, ("scripts/messages.py", 1), "{" in text)
    for forms, chinese in messages.PLURALS.items():
        yield Sentence(forms, chinese, ("scripts/messages.py", 1), True)


def _sentence(node: ast.Call, path: str) -> Sentence | None:
    """The sentence that a call says; None if it says none."""
    called = node.func
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    place = (path, node.lineno)
    if name in _SENTENCES and len(texts) == len(node.args) == 2:
        return Sentence(texts[0], texts[1], place, bool(node.keywords))
    if name == "plural" and len(texts) == 2:
        return Sentence((texts[0], texts[1]), "", place, True)
    if name == "translated" and len(texts) == 1:
        return Sentence(texts[0], "", place, False)
    return None


def template() -> Catalog:
    """The catalogue without translations."""
    catalogue = Catalog(project="orgspec", charset="utf-8")
    for each in sentences():
        if each.key:
            catalogue.add(
                each.key,
                locations=[each.place],
                auto_comments=[f"zh: {each.chinese}"] if each.chinese else [],
                flags=["python-brace-format"] if each.values else [],
            )
    return catalogue


def mistakes(catalogue: Catalog) -> Iterator[str]:
    """Translations whose values are not those of the English sentence."""
    for message in catalogue:
        if message.id and "python-brace-format" in message.flags and not message.fuzzy:
            forms = (message.id,) if isinstance(message.id, str) else tuple(message.id)
            known = {name for form in forms for name in _values(form) or ()}
            for text in _translations(message):
                values = _values(text)
                if values is None or not values <= known:
                    yield f"{DOMAIN}.po:{message.lineno}: {text}"


def _translations(message: Message) -> list[str]:
    """The forms of a translation that are written."""
    forms = [message.string] if isinstance(message.string, str) else list(message.string or ())
    return [form for form in forms if form]


def _values(text: str) -> set[str] | None:
    """The names in braces of a sentence; None if its braces do not close."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def main(arguments: list[str] | None = None) -> int:
    """Run a command; 1 if a translation cannot be used."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=["extract", "update", "compile"])
    parser.add_argument("language", nargs="?")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    asked = parser.parse_args(arguments)
    if asked.command == "extract":
        return _written(asked.folder / f"{DOMAIN}.pot", template())
    if not asked.language:
        parser.error("name a language, such as de or pt_BR")
    path = asked.folder / asked.language / "LC_MESSAGES" / f"{DOMAIN}.po"
    if asked.command == "update":
        return _written(path, _updated(path, asked.language))
    return _compiled(path)


def _updated(path: Path, language: str) -> Catalog:
    """The catalogue of a language with the sentences of today; what was translated is kept."""
    if path.exists():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language)
        catalogue.update(template())
        return catalogue
    fresh = Catalog(locale=language, project="orgspec", charset="utf-8", fuzzy=False)
    fresh.update(template())
    return fresh


def _written(path: Path, catalogue: Catalog) -> int:
    """Write a catalogue as text."""
    buffer = BytesIO()
    write_po(buffer, catalogue, width=100, sort_output=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(buffer.getvalue())
    print(path)
    return 0


def _compiled(path: Path) -> int:
    """Compile a catalogue beside itself, unless a translation in it cannot be used."""
    with path.open("rb") as file:
        catalogue = read_po(file)
    wrong = list(mistakes(catalogue))
    for line in wrong:
        print(f"{path.parent}/{line}", file=sys.stderr)
    if wrong:
        return 1
    buffer = BytesIO()
    write_mo(buffer, catalogue)
    path.with_suffix(".mo").write_bytes(buffer.getvalue())
    print(path.with_suffix(".mo"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
