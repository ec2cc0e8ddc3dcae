"""RAC001: no-accountable."""

from __future__ import annotations

from orgspec.testing import check, findings


def test_work_that_nobody_answers_for_is_found_at_its_letters() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    duties:
      quoting: {raci: {R: rep}}
      #         ^^^^ RAC001
    """,
        select="RAC001",
    )


def test_an_unresolved_name_counts_as_accountable() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    duties:
      quoting: {raci: {A: nobody, R: rep}}
    """,
        select="RAC001",
    )


def test_a_key_that_may_have_meant_a_is_left_to_the_letter_check() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    duties:
      quoting: {raci: {a: manager, R: rep}}
      visits: {raci: {Q: manager, R: rep}}
    """,
        select="RAC001",
    )


def test_a_misspelt_consulted_does_not_hide_the_missing_a() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    duties:
      quoting: {raci: {c: manager, R: rep}}
      #         ^^^^ RAC001
    """,
        select="RAC001",
    )


def test_a_step_inherits_the_a_of_its_duty() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    duties:
      quoting: {raci: {A: manager, R: rep}}
    workflows:
      sale: {owner: manager, steps: {quote: {duty: quoting, raci: {R: clerk}, end: true}}}
    """,
        select="RAC001",
    )


def test_a_step_that_gives_its_a_another_letter_has_none() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    duties:
      quoting: {raci: {A: manager, R: rep}}
    workflows:
      sale: {owner: manager, steps: {quote: {duty: quoting, raci: {C: manager}, end: true}}}
      #                                                     ^^^^ RAC001
    """,
        select="RAC001",
    )


def test_what_a_duty_lacks_is_not_repeated_at_its_steps() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    duties:
      quoting: {raci: {R: rep}}
      #         ^^^^ RAC001
    workflows:
      sale: {owner: manager, steps: {quote: {duty: quoting, raci: {R: clerk}, end: true}}}
    """,
        select="RAC001",
    )


def test_an_event_needs_nobody_who_answers() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    workflows:
      sale: {owner: manager, steps: {paid: {kind: event, raci: {R: clerk}, end: true}}}
    """,
        select="RAC001",
    )


def test_the_head_of_the_department_is_proposed_in_both_languages() -> None:
    (found,) = findings(
        """
        departments: {sales: {head: manager}}
        roles: {manager: {department: sales}, rep: {name: {en: Rep, zh: 业务员}, department: sales}}
        duties: {quoting: {name: {en: Quoting, zh: 报价}, raci: {R: rep}}}
        organization: {locales: [en, zh]}
        """,
        select="RAC001",
    )
    assert found.message.in_("en") == "nobody is accountable for `Quoting`"
    assert found.message.in_("zh") == "`报价` 无人负责"
    assert found.help is not None and "A: manager" in found.help.in_("en")
    assert [label.address for label in found.related] == ["role/manager"]


def test_the_letter_of_the_scheme_is_named() -> None:
    (found,) = findings(
        """
        raci: {scheme: RAPID}
        roles: {rep: {}}
        duties: {quoting: {raci: {P: rep}}}
        """,
        select="RAC001",
    )
    assert found.place.message is not None
    assert found.place.message.in_("en") == "no D here"
