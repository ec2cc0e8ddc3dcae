"""AUT004: unused-authority."""

from orgspec.testing import check

HEAD = """
roles: {clerk: {}}
duties: {buying: {raci: clerk, authorities: purchase}}
authorities:
  purchase: {levels: clerk}
"""


def test_an_authority_that_no_work_names_is_found_among_such_as_are_named() -> None:
    (found,) = check(
        HEAD
        + """
  discount: {levels: clerk}
# ^^^^^^^^ AUT004
""",
        select="AUT004",
        profile="strict",
    )
    assert "没有职责或步骤" in found.message.in_("zh")


def test_steps_meetings_and_conditions_of_branches_name_authorities() -> None:
    check(
        HEAD
        + """
  discount: {levels: clerk}
  credit: {levels: clerk}
  release: {levels: clerk}
meetings: {board: {chair: clerk, decides: credit}}
workflows:
  w:
    steps:
      a: {authority: discount, next: [{to: b, when: release <= 5}]}
      b: {end: true}
""",
        select="AUT004",
        profile="strict",
    )


def test_a_slip_in_the_name_is_no_second_finding() -> None:
    check(
        HEAD.replace("purchase}", "[purchase, discont]}") + "  discount: {levels: clerk}\n",
        select="AUT004",
        profile="strict",
    )


def test_where_most_are_unnamed_only_strict_asks() -> None:
    text = HEAD + "  discount: {levels: clerk}\n  credit: {levels: clerk}\n"
    check(text, select="AUT004")
    check(
        HEAD
        + """
  discount: {levels: clerk}
# ^^^^^^^^ AUT004
  credit: {levels: clerk}
# ^^^^^^ AUT004
""",
        select="AUT004",
        profile="strict",
    )
