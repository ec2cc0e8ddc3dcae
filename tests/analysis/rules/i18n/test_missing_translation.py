"""I18N001: missing-translation."""

from orgspec.testing import check, findings

LOCALES = "organization: {name: Voyage, locales: [zh, en]}\n"


def test_one_finding_an_entity_lists_its_fields() -> None:
    (found,) = check(
        LOCALES
        + """
duties:
  signing: {name: {zh: 签约}, tasks: [{zh: 甲, en: a}, {name: {en: b}}]}
# ^^^^^^^ I18N001
""",
        select="I18N001",
    )
    assert "`name`, `tasks.2.name`" in found.message.in_("en")
    assert "缺少 `zh`、`en` 文字" in found.message.in_("zh")
    assert len(found.related) == 2


def test_bare_and_complete_texts_are_silent() -> None:
    check(
        LOCALES + "roles: {a: {name: 总经理, purpose: {zh: 领导, en: leads}}, b: Seller}",
        select="I18N001",
    )


def test_an_empty_translation_is_none() -> None:
    check(
        LOCALES
        + """
roles:
  a: {name: {zh: 甲, en: ""}}
# ^ I18N001
""",
        select="I18N001",
    )


def test_functions_and_steps_are_entities_of_their_own() -> None:
    found = check(
        LOCALES
        + """
departments:
  sales: {functions: {deals: {name: {zh: 成交}}}}
  #                   ^^^^^ I18N001
workflows:
  w: {steps: {one: {name: {en: One}, end: true}}}
  #           ^^^ I18N001
""",
        select="I18N001",
    )
    assert [each.address for each in found] == ["function/sales/deals", "step/w/one"]


def test_one_language_has_nothing_to_translate() -> None:
    check(
        "organization: {name: {zh: 远航}, locales: zh}\nroles: {a: {name: {zh: 甲}}}",
        select="I18N001",
    )


def test_the_organisation_and_the_manifest_have_texts_too() -> None:
    text = """
    organization: {name: {zh: 远航}, locales: [zh, en]}
    document: {confidentiality: {zh: 内部}}
    """
    found = findings(text, select="I18N001")
    assert [each.address for each in found] == ["organization", "manifest"]


def test_a_name_that_one_language_alone_has_lacks_no_translation() -> None:
    check(LOCALES + "roles: {a: {name: 总经理, aliases: [{zh: 掌柜}]}}", select="I18N001")
