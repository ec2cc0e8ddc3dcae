"""RSK005: uncovered-risk-category."""

from orgspec.testing import check


def test_a_category_of_the_option_that_no_risk_has_is_found_where_it_is_asked_for() -> None:
    (found,) = check(
        """
        risks: {theft: {category: Loss}}
        checks:
          options: {risk_categories: [loss, market]}
        #                                   ^^^^^^ RSK005
        """,
        select="RSK005",
    )
    assert "`market`" in found.message.in_("en") and "类别" in found.message.in_("zh")
    assert found.help is not None and "`Loss`" in found.help.in_("en")


def test_a_single_category_may_be_written_without_list() -> None:
    check(
        """
        checks:
          options: {risk_categories: 市场}
        #                            ^^ RSK005
        """,
        select="RSK005",
    )


def test_by_default_nothing_is_asked_for() -> None:
    check("risks: {theft: {category: loss}}", select="RSK005", profile="strict")


def test_it_is_withheld_where_a_file_cannot_be_parsed() -> None:
    check("checks: {options: {risk_categories: [market]}}\nrisks: {\n", select="RSK005")


def test_a_category_counts_in_any_language() -> None:
    check(
        """
        organization: {locales: [zh, en]}
        risks: {theft: {category: {zh: 损失, en: loss}}}
        checks:
          options: {risk_categories: [loss, 损失, 市场]}
        #                                       ^^ RSK005
        """,
        select="RSK005",
    )
