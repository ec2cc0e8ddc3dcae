"""AUT005: granted-and-denied."""

from orgspec.testing import check


def test_a_role_in_a_level_and_in_denied_is_found_at_its_denial() -> None:
    (found,) = check(
        """
        roles: {clerk: {}, manager: {}, helper: {}}
        authorities:
          discount:
            levels: [{role: [manager, clerk], up_to: 3}, {role: manager}]
            denied: [helper, clerk]
        #                    ^^^^^ AUT005
        """,
        select="AUT005",
    )
    assert "`clerk` must never hold `discount`" in found.message.in_("en")
    assert "不得持有" in found.message.in_("zh")
    (label,) = found.related
    assert label.source.text[label.span.start : label.span.end] == "clerk"


def test_who_proposes_reviews_or_stands_in_another_authority_may_be_denied() -> None:
    check(
        """
        roles: {clerk: {}, manager: {}}
        authorities:
          discount:
            levels: [{role: manager, propose: clerk}]
            order: [{propose: clerk}, {review: clerk}, approve]
            denied: [clerk, nobody]
          purchase: {levels: [{role: clerk}]}
        """,
        select="AUT005",
    )
