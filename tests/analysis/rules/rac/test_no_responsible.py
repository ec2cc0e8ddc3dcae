"""RAC003: no-responsible."""

from __future__ import annotations

from orgspec.testing import check


def test_what_somebody_answers_for_and_nobody_does_is_found() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    duties:
      pricing: {raci: {A: manager, C: rep}}
      #         ^^^^ RAC003
    """,
        select="RAC003",
    )


def test_support_carries_nothing() -> None:
    check(
        """
    raci: {scheme: RASCI}
    roles: {manager: {}, rep: {}}
    duties:
      pricing: {raci: {A: manager, S: rep}}
      #         ^^^^ RAC003
    """,
        select="RAC003",
    )


def test_an_unresolved_doer_counts() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    duties:
      pricing: {raci: {A: manager, R: nobody}}
      visits: {raci: manager}
    """,
        select="RAC003",
    )


def test_a_step_that_calls_another_workflow_takes_its_owner() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    workflows:
      sale: {owner: manager, steps: {ship: {call: shipping, raci: {A: manager}, end: true}}}
      shipping: {owner: rep, steps: {go: {raci: {A: manager, R: rep}, end: true}}}
    """,
        select="RAC003",
    )
