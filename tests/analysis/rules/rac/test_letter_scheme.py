"""RAC016: letter-scheme."""

from __future__ import annotations

from orgspec.testing import check, findings


def test_a_key_that_is_no_letter_is_found() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    duties:
      quoting: {raci: {A: manager, R: rep, X: clerk}}
      #                                    ^ RAC016
    """,
        select="RAC016",
    )


def test_two_letters_in_one_key_are_fine() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    duties:
      quoting: {raci: {A/R: manager}}
    """,
        select="RAC016",
    )


def test_a_step_is_read_too() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    workflows:
      sale: {owner: manager, steps: {quote: {raci: {A: manager, R: rep, q: clerk}, end: true}}}
      #                                                                 ^ RAC016
    """,
        select="RAC016",
    )


def test_more_than_the_scheme_allows_are_found() -> None:
    check(
        """
    raci: {scheme: DACI}
    roles: {manager: {}, rep: {}, clerk: {}}
    duties:
      quoting: {raci: {A: manager, D: [rep, clerk]}}
      #                            ^ RAC016
    """,
        select="RAC016",
    )


def test_fewer_than_the_scheme_asks_are_found() -> None:
    check(
        """
    raci: {A: {}, R: {}, C: {min: 1}}
    roles: {manager: {}, rep: {}}
    duties:
      quoting: {raci: {A: manager, R: rep}}
      #         ^^^^ RAC016
    """,
        select="RAC016",
    )


def test_several_accountable_are_said_once() -> None:
    check(
        """
    raci: {A: {max: 1}, R: {}}
    roles: {manager: {}, rep: {}}
    duties:
      quoting: {raci: {A: [manager, rep], R: rep}}
      #                             ^^^ RAC002
    """,
        select="RAC016,RAC002",
    )


def test_a_near_letter_is_proposed_and_mended() -> None:
    text = "roles: {a: {}, b: {}}\nduties: {q: {raci: {a: a, R: b}}}\n"
    (found,) = findings(text, select="RAC016")
    assert found.help is not None and found.help.in_("zh") == "是否想写 `A`？"
    assert found.fix is not None and found.fix.edits[0].text == "A"


def test_a_letter_of_a_larger_scheme_names_it() -> None:
    text = "roles: {a: {}, b: {}}\nduties: {q: {raci: {A: a, R: a, S: b}}}\n"
    (found,) = findings(text, select="RAC016")
    assert found.help is not None and "RASCI" in found.help.in_("en")


def test_one_party_for_a_row_is_understood_whatever_the_letters_are_called() -> None:
    for scheme in ("{scheme: DACI}", "{★: {acts_as: A}, ▲: {acts_as: R}}"):
        for row in ("clerk", "{A/R: clerk}"):
            text = f"raci: {scheme}\nroles: {{clerk: {{}}}}\nduties: {{quoting: {{raci: {row}}}}}\n"
            assert not findings(text, select="RAC")
