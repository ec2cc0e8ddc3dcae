"""The words of the shipped samples as they are printed: names, one language, clean typography."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from orgspec.model.organisation import Organisation
from orgspec.render import markdown
from orgspec.resources import folder
from orgspec.workspace import compile_path
from orgspec.workspace.plan import Wanted, document_of, plan

SOUND = sorted(
    path.parent.name
    for path in folder("samples").glob("*/orgspec.yaml")
    if path.parent.name != "broken"
)
LOCALES = ("zh", "en")
EVERY = [(name, locale) for name in SOUND for locale in LOCALES]

_HAN = "\u2e80-\u2fff\u3007-\u9fff"
_DIAGRAM = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)

SLIPS = {
    "zh": {
        "half-width punctuation": rf"[{_HAN}][,;:!?(]|[,;!?)][{_HAN}]",
        "doubled punctuation": r"[。；，、：！？][。；，、：！？]",
        "two spaces": r"\S  +[^|\s]",
        "a space beside punctuation": r"[^#\s|] [，。、；：！？）]|[，。、；：！？（] (?!\|)",
        "no space between Han and Latin": rf"[{_HAN}][A-Za-z0-9]|[A-Za-z0-9%][{_HAN}]",
        "English": r"(?<![A-Za-z])[a-z]{2,} [A-Za-z]{2,}",
    },
    "en": {
        "Chinese": rf"[{_HAN}，。、；：！？（）《》]",
        "one of several": r"(?<![\d.,–-])1 (?:working )?(?:[a-z]{3,}s)\b",
        "doubled punctuation": r"[,;:][,;:.]|[a-z]\.\.(?!\.)",
        "two spaces": r"\S  +[^|\s]",
        "a space before punctuation": r"[a-z] [,;:!?](?!\w)",
        "a label in lower case": r"^(?:#+ |\| )[a-z]{2,}",
    },
}


@cache
def printed(name: str) -> dict[str, str]:
    """All documents of a sample as text, by locale, without their diagrams and addresses."""
    compilation = compile_path(folder("samples") / name)
    texts: dict[str, list[str]] = {locale: [] for locale in LOCALES}
    for job in plan(compilation, Wanted(formats=frozenset({"md"}))):
        said = markdown.render(document_of(compilation, job)).decode()
        texts[job.locale].append(re.sub(r"\]\([^)]*\)", "]", _DIAGRAM.sub("", said)))
    return {
        locale: "\n".join(parts).replace("<br>", "\n").replace("**", "")
        for locale, parts in texts.items()
    }


def ids(organisation: Organisation, locale: str) -> Iterator[str]:
    """The ids that no reader should meet: of what has another name, and are no words of its own."""
    for entity in organisation.entities():
        id_ = entity.id.rpartition("/")[2]
        slugs = {re.sub(r"\W+", "-", name.casefold()) for name in entity.names}
        own = any(id_ in slug for slug in slugs) if locale == "en" else id_ in slugs
        if entity.name is not None and not own and ("-" in id_ or locale != "en"):
            yield id_


@pytest.mark.parametrize(("name", "locale"), EVERY)
def test_what_has_a_name_is_never_called_by_its_id(name: str, locale: str) -> None:
    organisation = compile_path(folder("samples") / name).organisation
    said = re.sub(r"[\w.]+@[\w.]+", "", printed(name)[locale])
    found = set(re.findall(r"(?<![\w./-])[a-z][\w-]+(?![\w-])", said, re.ASCII))
    assert found & set(ids(organisation, locale)) == set()


@pytest.mark.parametrize(("name", "locale"), EVERY)
def test_a_document_speaks_one_language_in_clean_typography(name: str, locale: str) -> None:
    said = printed(name)[locale]
    for slip, pattern in SLIPS[locale].items():
        found = [
            said[max(0, match.start() - 20) : match.end() + 20]
            for match in re.finditer(pattern, said, re.MULTILINE)
        ]
        assert found == [], slip
