"""RAC004: nobody-works."""

from __future__ import annotations

from orgspec.testing import check, findings


def test_a_duty_without_letters_is_found() -> None:
    check(
        """
    roles: {manager: {}}
    duties: {quoting: {raci: manager}, pricing: {}}
    #                                  ^^^^^^^ RAC004
    """,
        select="RAC004",
    )


def test_a_duty_that_only_informs_is_found_at_its_letters() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    duties:
      quoting: {raci: manager}
      pricing: {raci: {C: rep, I: clerk}}
      #         ^^^^ RAC004
    """,
        select="RAC004",
    )


def test_a_specification_without_letters_is_not_judged() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    duties: {pricing: {}}
    """,
        select="RAC004",
    )


def test_the_strict_profile_judges_all() -> None:
    found = findings("duties: {pricing: {}}", select="RAC004", profile="strict")
    assert [each.address for each in found] == ["duty/pricing"]
    assert found[0].message.in_("zh") == "`pricing` 既无人负责，也无人执行"
    assert found[0].help is not None
    assert "raci: {A: …, R: …}" in found[0].help.in_("en")


def test_a_mistyped_raci_is_left_to_the_reader() -> None:
    assert not findings(
        """
        roles: {rep: {}}
        duties: {quoting: {raci: rep}, pricing: {raci: [rep]}}
        """,
        select="RAC004",
    )
