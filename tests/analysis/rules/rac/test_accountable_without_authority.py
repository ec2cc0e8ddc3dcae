"""RAC017: accountable-without-authority."""

from orgspec.testing import check, findings

HEAD = """
departments: {sales: {head: manager}}
roles: {clerk: {}, manager: {department: sales}, director: {}}
authorities:
  discount: {levels: [{role: [manager, director]}]}
duties:
"""


def test_an_authority_that_the_accountable_role_does_not_hold_is_found() -> None:
    (found,) = check(
        HEAD
        + """
  pricing: {raci: {A: clerk, R: manager}, authorities: [discount]}
  #                                                     ^^^^^^^^ RAC017
""",
        select="RAC017",
    )
    assert "`clerk` is accountable for `pricing`" in found.message.in_("en")
    assert "不在 `discount` 的任何层级中" in found.message.in_("zh")
    assert [label.address for label in found.related] == ["duty/pricing", "authority/discount"]


def test_whoever_stands_in_any_level_is_silent() -> None:
    check(
        HEAD
        + """
  pricing: {raci: {A: manager, R: clerk}, authorities: discount}
  leading: {raci: {A: director, R: clerk}, authorities: discount}
  selling: {raci: {A: sales, R: clerk}, authorities: discount}
""",
        select="RAC017",
    )


def test_a_step_is_judged_by_its_own_authority_and_not_again_for_its_duty() -> None:
    check(
        HEAD
        + """
  pricing: {raci: {A: clerk, R: manager}, authorities: discount}
  #                                                    ^^^^^^^^ RAC017
  filing: {raci: clerk}
workflows:
  w:
    steps:
      quote: {duty: pricing, authority: discount, next: file}
      file: {duty: filing, authority: discount, next: sign}
      #                               ^^^^^^^^ RAC017
      sign: {raci: director, authority: discount, end: true}
""",
        select="RAC017",
    )


def test_unknown_names_missing_letters_and_authorities_without_levels_are_left_to_others() -> None:
    text = HEAD + "  pricing: {raci: {A: clerk, R: manager}, authorities: discount}\n"
    assert findings(text, select="RAC017")
    check(text.replace("A: clerk", "A: clark"), select="RAC017")
    check(text.replace("A: clerk, ", ""), select="RAC017")
    check(text.replace("authorities: discount}", "authorities: discont}"), select="RAC017")
    check(text.replace("[manager, director]", "[manager, nobody]"), select="RAC017")
    unheld = text.replace("{levels: [{role: [manager, director]}]}", "{}")
    assert [d.code for d in findings(unheld, select="RAC017,AUT003")] == ["AUT003"]
