"""The fixed words of documents."""

from __future__ import annotations

from collections import Counter
from string import Formatter

from orgspec.view import words
from orgspec.view.agreement_words import AGREEMENT_WORDS
from orgspec.view.charter_words import CHARTER_WORDS
from orgspec.view.table_words import TABLE_WORDS
from orgspec.view.words import Words


def test_no_word_of_one_document_takes_the_place_of_another() -> None:
    tables = (TABLE_WORDS, CHARTER_WORDS, AGREEMENT_WORDS)
    counts = Counter(word for table in tables for word in table)
    assert [word for word, count in counts.items() if count > 1] == []
    for table in tables:
        for word, texts in table.items():
            assert words._WORDS[word] == texts, word


def test_both_languages_are_filled_in_from_the_same_values() -> None:
    for word, (english, chinese) in words._WORDS.items():
        fields = [{f for _, f, _, _ in Formatter().parse(text) if f} for text in (english, chinese)]
        assert fields[1] <= fields[0] or fields[0] <= fields[1], word


def test_names_that_hold_commas_are_parted_by_semicolons() -> None:
    assert Words("en").join(["Clerk", "", "Manager"]) == "Clerk, Manager"
    assert Words("en").join(["Manager, Labels", "Clerk"]) == "Manager, Labels; Clerk"
    assert Words("en").join(["Manager, Labels"]) == "Manager, Labels"
    assert Words("zh").join(["询价、报价", "合同"]) == "询价、报价；合同"
