"""ORG012: departments that do not say what they are for."""

from orgspec.testing import check, findings


def test_it_is_found_where_half_have_a_mission() -> None:
    check(
        """
        departments:
          a: {mission: sell}
          b: {}
        # ^ ORG012
          t: {kind: team}
        """,
        select="ORG012",
    )


def test_it_is_silent_where_fewer_have_one() -> None:
    text = "departments: {a: {mission: sell}, b: {}, c: {}}"
    check(text, select="ORG012")
    assert len(findings(text, select="ORG012", profile="strict")) == 2


def test_a_mission_that_could_not_be_read_is_not_missing() -> None:
    text = "departments: {a: {mission: sell}, b: {mission: [x]}}"
    assert [d.code for d in findings(text)] == ["SYN007"]


def test_both_languages_name_the_department() -> None:
    (found,) = findings(
        "organization: {locales: [zh, en]}\n"
        "departments: {a: {mission: 卖}, b: {name: {zh: 物流部, en: Logistics}}}",
        select="ORG012",
    )
    assert "`Logistics`" in found.message.in_("en")
    assert "`物流部`" in found.message.in_("zh")
