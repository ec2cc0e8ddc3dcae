"""WFL023: unowned-workflow."""

from orgspec.testing import check


def test_steps_with_different_accountable_roles_need_an_owner() -> None:
    (found,) = check(
        """
    roles: {boss: {}, clerk: {}}
    workflows:
      order:
    # ^^^^^ WFL023
        steps: {enter: {raci: clerk, next: sign}, sign: {raci: boss, end: true}}
    """,
        select="WFL023",
    )
    assert found.help is not None and "`clerk`, `boss`" in found.help.in_("en")


def test_an_owner_even_an_unknown_one_or_one_shared_a_is_enough() -> None:
    check(
        """
    roles: {boss: {}, clerk: {}}
    duties: {signing: {raci: {A: boss, R: clerk}}}
    workflows:
      owned: {owner: boss, steps: {enter: {raci: clerk, next: sign}, sign: {raci: boss, end: true}}}
      slip: {owner: bos, steps: {enter: {raci: clerk, next: sign}, sign: {raci: boss, end: true}}}
      shared:
        steps:
          enter: {raci: {A: boss, R: clerk}, next: [{all: [sign, told]}]}
          sign: {duty: signing, end: true}
          told: {kind: event, end: true}
    """,
        select="WFL023",
    )
