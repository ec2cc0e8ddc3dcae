"""MTG001: incomplete-meeting."""

from orgspec.testing import check

ROLES = "roles: {chief: {}, seller: {}}\n"


def test_a_meeting_that_leaves_something_out_is_found_once() -> None:
    (found,) = check(
        ROLES
        + """
meetings:
  monday: {name: Monday round}
# ^^^^^^ MTG001
""",
        select="MTG001",
    )
    assert "`chair`, `attendees`, `frequency`" in found.message.in_("en")
    assert "未写明" in found.message.in_("zh")


def test_regularly_is_no_cadence() -> None:
    (found,) = check(
        ROLES
        + """
meetings:
  monday: {chair: chief, attendees: seller, frequency: 定期}
  #                                                    ^^ MTG001
""",
        select="MTG001",
    )
    assert "定期" in found.message.in_("en")


def test_a_cadence_in_either_language_or_as_needed_will_do() -> None:
    for often in ("weekly", "每月2次", "每周一", "every 2 weeks", "as needed", "按需"):
        text = f"meetings: {{m: {{chair: chief, attendees: everyone, frequency: {often}}}}}"
        check(ROLES + text, select="MTG001")


def test_one_in_each_department_needs_no_attendees() -> None:
    check(
        ROLES + "meetings: {m: {each: department, chair: head, frequency: weekly}}", select="MTG001"
    )


def test_outputs_are_asked_for_where_half_of_the_meetings_have_them() -> None:
    text = """
meetings:
  one: {chair: chief, attendees: seller, frequency: weekly, outputs: minutes}
  two: {chair: chief, attendees: seller, frequency: weekly}
# ^^^ MTG001
artifacts: {minutes: {}}
"""
    check(ROLES + text, select="MTG001")
    few = text.replace(", outputs: minutes", "")
    check(ROLES + few.replace("# ^^^ MTG001\n", ""), select="MTG001")


def test_names_that_nothing_declares_are_not_missing() -> None:
    check(
        ROLES + "meetings: {m: {chair: ghost, attendees: [ghost], frequency: weekly}}",
        select="MTG001",
    )
