"""Messages in both languages."""

from orgspec.diagnostics import quoted, say
from orgspec.model.text import Text


def test_a_message_reads_in_the_language_asked_for() -> None:
    message = say("{n} roles", "{n} 个岗位", n=3)
    assert message.in_("en") == "3 roles"
    assert message.in_("zh") == "3 个岗位"


def test_every_chinese_tag_is_chinese_and_every_other_english() -> None:
    message = say("yes", "是")
    assert [message.in_(tag) for tag in ("zh-CN", "ZH", "zh-Hant", "de", "en-GB")] == [
        "是",
        "是",
        "是",
        "yes",
        "yes",
    ]


def test_braces_are_themselves_in_a_message_without_values() -> None:
    assert say("`{A: x}`", "`{A: x}`").in_("en") == "`{A: x}`"


def test_braces_in_a_value_are_not_read_as_a_pattern() -> None:
    assert say("`{key}`", "`{key}`", key="{en} {0}").in_("zh") == "`{en} {0}`"


def test_a_list_has_the_comma_of_its_language() -> None:
    message = say("{names}", "{names}", names=quoted(["a", "b"]))
    assert message.in_("en") == "`a`, `b`"
    assert message.in_("zh") == "`a`、`b`"


def test_a_name_is_shown_in_the_language_of_the_message() -> None:
    name = Text(None, {"zh": "销售部", "en": "Sales"})
    assert say("in {unit}", "在{unit}", unit=name).in_("en") == "in Sales"
    assert say("in {unit}", "在{unit}", unit=name).in_("zh") == "在销售部"
