from __future__ import annotations

import pytest

from orgspec.document import Document, Paragraph, inline
from orgspec.render.press import compiler
from orgspec.render.press.characters import is_printable, printable_document
from orgspec.render.press.data import document_data


def document(text: str, locale: str) -> Document:
    return Document("Title", locale, "Harbour", (Paragraph(inline(text)),))


def is_all_printable(made: Document) -> bool:
    return is_printable(compiler.written(document_data(made)), made)


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("外贸业务员：“报价”、合同　≥ 10 家", "zh"),
        ('He said "yes"\nand C:\\work', "en"),
        ("Zoë, Ñandú, Ελλαδα", "en"),
        ("https://example.com/" + "a" * 300, "en"),  # gets places to break
    ],
)
def test_what_stays_as_it_is_need_not_be_looked_at_text_by_text(text: str, locale: str) -> None:
    made = document(text, locale)
    assert is_all_printable(made)
    assert printable_document(made) == made


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("✔ done", "en"),
        ("Ṩ", "en"),
        ("𠮷野家", "zh"),
        ("it’s", "en"),
        ("a\tb", "zh"),
        ("a\r\nb", "zh"),
        ("a\x07b", "zh"),
        ("a\x7fb", "zh"),
        ("a\u200db", "zh"),
        ("Zoe\u0308", "en"),  # e and its dots apart
        ("\u1112\u1161\u11ab", "en"),  # a syllable in three letters
        ("\ud800", "zh"),
    ],
)
def test_what_prints_as_something_else_is_never_overlooked(text: str, locale: str) -> None:
    made = document(text, locale)
    assert printable_document(made) != made
    assert not is_all_printable(made)
