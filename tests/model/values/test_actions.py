"""Verbs and their classes."""

import pytest

from orgspec.model.values.action_words import WORDS
from orgspec.model.values.actions import CLASSES, class_name, known_verbs, verb_class


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["prepare", "handle", "Draft", "编制", "制作", "办理", "起草"], "handle"),
        (
            [
                "check",
                "review",
                "REVIEW",
                "ｒｅｖｉｅｗ",
                "审核",
                "复核",
                "检查",
                "会签",
                "reviewing",
            ],
            "check",
        ),
        (
            ["approve", "authorise", "authorize", "sign off", "approved", "审批", "批准", "授权"],
            "authorise",
        ),
        (["record", "登记", "记账"], "record"),
        (["hold", "keep", "保管"], "hold"),
        (["pay", "pays", "支付", "付款"], "pay"),
        (["request", "propose", "apply", "申请", "提出"], "ask"),
    ],
)
def test_verbs_of_both_languages_share_a_class(words: list[str], expected: str) -> None:
    for word in words:
        assert verb_class(word) == expected, word


@pytest.mark.parametrize("word", ["", "fly", "飞", "审", "ing", "合同"])
def test_other_words_have_no_class(word: str) -> None:
    assert verb_class(word) is None


def test_no_verb_has_two_classes() -> None:
    words = [word for words in WORDS.values() for word in words.split()]
    assert len(words) == len(set(words)) == len(known_verbs())


def test_every_class_is_a_verb_of_its_own_and_has_a_name_in_both_languages() -> None:
    for name in CLASSES:
        assert verb_class(name) == name
        assert verb_class(class_name(name, "zh")) == name
        assert class_name(name, "en") == name
    assert class_name("other", "zh") == "other"
