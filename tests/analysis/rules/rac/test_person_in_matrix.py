"""RAC021: person-in-matrix."""

from __future__ import annotations

from orgspec.testing import check, findings


def test_a_person_is_found_in_any_letter() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    people: {li-na: {holds: rep}}
    duties:
      quoting: {raci: {A: manager, R: li-na}}
      #                               ^^^^^ RAC021
      pricing: {raci: {A: li-na, R: rep}}
      #                   ^^^^^ RAC021
    """,
        select="RAC021",
    )


def test_one_name_for_two_letters_is_one_finding() -> None:
    check(
        """
    roles: {manager: {}, rep: {}, clerk: {}, lead: {}}
    people: {li-na: {holds: rep}}
    duties:
      quoting: {raci: li-na}
      #               ^^^^^ RAC021
      pricing: {raci: {A/R: li-na}}
      #                     ^^^^^ RAC021
    """,
        select="RAC021",
    )


def test_the_primary_role_is_the_fix() -> None:
    (found,) = findings(
        """
        roles: {rep: {}, clerk: {}, manager: {}}
        people:
          li-na: {holds: [{role: clerk, share: 40%}, {role: rep, primary: true}]}
        duties: {a: {raci: {A: manager, R: li-na}}}
        """,
        select="RAC021",
    )
    assert found.fix is not None and found.fix.edits[0].text == "rep"
    assert found.message.in_("zh") == "`li-na` 是人员；`a` 的字母应写岗位"


def test_a_person_without_a_post_has_no_fix() -> None:
    (found,) = findings(
        """
        roles: {manager: {}}
        people: {li-na: {}}
        duties: {a: {raci: {A: manager, R: li-na}}}
        """,
        select="RAC021",
    )
    assert found.fix is None
