"""RSK002: untreated-risk."""

from orgspec.testing import check


def test_a_risk_that_is_only_listed_is_found() -> None:
    (found,) = check(
        """
        roles: {clerk: {}}
        risks:
          theft: {owner: clerk, indicator: stock is short, controls: []}
        # ^^^^^ RSK002
        """,
        select="RSK002",
    )
    assert "没有任何应对" in found.message.in_("zh")


def test_a_control_a_contingency_or_an_acceptance_is_an_answer() -> None:
    check(
        """
        risks:
          a: {controls: [{name: locks}]}
          b: {contingency: emergency}
          c: {accepted: {reason: small}}
          d: {control: [{name: locks}]}
        workflows: {emergency: {steps: {call: {end: true}}}}
        """,
        select="RSK002",
    )
