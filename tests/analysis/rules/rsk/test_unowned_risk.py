"""RSK001: unowned-risk."""

from orgspec.testing import check


def test_a_risk_without_owner_is_found() -> None:
    (found,) = check(
        """
        roles: {clerk: {}}
        risks:
          theft: {impact: high}
        # ^^^^^ RSK001
        """,
        select="RSK001",
    )
    assert "`theft`" in found.message.in_("en") and "没有负责人" in found.message.in_("zh")


def test_an_owner_that_is_unknown_unread_or_misspelt_is_another_finding() -> None:
    check(
        """
        roles: {clerk: {}}
        risks: {a: {owner: clerk}, b: {owner: nobody}, c: {owner: [clerk, x]}, d: {onwer: clerk}}
        """,
        select="RSK001",
    )
