"""I18N003: corrupted-text."""

import pytest

from orgspec.testing import check, findings


def faulty(text: str) -> bool:
    return bool(findings(f"roles: {{a: {{purpose: {text}}}}}", select="I18N003"))


def test_full_width_letters_are_found_where_they_stand_and_mended_in_their_quotes() -> None:
    text = 'roles: {a: {purpose: "管理Ａ级客户，每月１２次"}}'
    (found,) = findings(text, select="I18N003")
    place = found.place.span
    assert text[place.start : place.end] == "Ａ"
    assert found.fix is not None and found.fix.safe
    for edit in sorted(found.fix.edits, key=lambda e: -e.span.start):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert text == 'roles: {a: {purpose: "管理A级客户，每月12次"}}'


def test_pinyin_is_found_with_its_brackets() -> None:
    (found,) = check(
        """
    roles:
      a: {purpose: 提升绩效（jìxiào）管理}
      #                ^^^^^^^^ I18N003
    """,
        select="I18N003",
    )
    assert "pinyin" in found.message.in_("en") and "拼音" in found.message.in_("zh")


@pytest.mark.parametrize(
    "text",
    [
        "丢失\ufffd字",
        '"a\\x07b"',
        "cafÃ©",
        "donâ€™t",
        "锟斤拷",
        "鐢ㄦ埛绠＄悊",
        "外貿业务",
        "项\ue004目",
    ],
)
def test_lost_hidden_misread_and_mixed_characters_are_found(text: str) -> None:
    assert faulty(text)


@pytest.mark.parametrize(
    "text",
    [
        "审核流程（SOP），每月 12 次",
        "咖啡馆（café）采购",
        "naïve Ångström größe",
        "負責外貿業務與後台",
        "负责后台与里程",
        "“引号”——破折号……",
        '"tab\\tand\\nline"',
    ],
)
def test_sound_texts_are_silent(text: str) -> None:
    assert not faulty(text)


def test_names_of_people_and_keys_are_not_judged() -> None:
    assert not findings("people: {li: {name: 李娜（lǐnà）}}", select="I18N003")
    assert not findings("roles: {a: {x-note: Ａ}}", select="I18N003")
