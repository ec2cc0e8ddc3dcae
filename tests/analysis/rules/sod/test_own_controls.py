"""SOD003, SOD004 and SOD005: who controls whose work within a workflow."""

import pytest

from orgspec.testing import check, findings

TEXT = """
roles: {boss: {}, clerk: {name: Clerk, reports_to: boss}, other: {reports_to: boss}}
workflows:
  w:
    object: papers
    steps:
      make: {raci: {A: boss, R: clerk}, action: prepare, next: look}
      look: {raci: {A: boss, R: clerk}, action: check, next: sign}
      sign: {raci: boss, action: sign, end: true}
"""


def codes(text: str) -> list[str]:
    return [d.code for d in findings(text, select="SOD003, SOD004, SOD005")]


def test_a_role_of_one_head_checks_its_own_work() -> None:
    marked = TEXT.replace("next: sign}\n", "next: sign}\n      #" + 41 * " " + "^^^^^ SOD003\n")
    (found,) = check(marked, select="SOD003, SOD004, SOD005")
    assert found.message.in_("en") == (
        "`Clerk` checks its own work: step `look` checks what step `make` made"
    )
    assert found.message.in_("zh").startswith("`Clerk` 审核自己的工作：")
    assert {x.address for x in found.related} == {"step/w/make", "step/w/look", "role/clerk"}


@pytest.mark.parametrize(
    "change",
    [
        ("name: Clerk", "headcount: 2"),
        ("A: boss, R: clerk}, action: check", "A: boss, R: [clerk, other]}, action: check"),
        ("A: boss, R: clerk}, action: prepare", "A: boss, R: [clerk, other]}, action: prepare"),
        ("action: check", "action: check, object: other papers"),
        ("action: check", "action: record"),
        ("action: prepare", "action: record"),
    ],
)
def test_where_another_may_check_or_nothing_is_checked_it_is_silent(
    change: tuple[str, str],
) -> None:
    assert not codes(TEXT.replace(*change))


def test_the_same_step_earlier_or_on_another_branch_is_no_control() -> None:
    text = TEXT.replace("steps:\n", "steps:\n      go: {next: [{to: make, when: a}, look]}\n")
    assert not codes(text.replace("prepare, next: look", "prepare, end: true"))


def test_an_artifact_that_the_first_step_gave_counts_as_its_object() -> None:
    text = TEXT.replace("    object: papers\n", "") + "artifacts: {sheet: {}}\n"
    assert not codes(text)
    text = text.replace("action: prepare", "action: prepare, outputs: sheet")
    assert codes(text.replace("action: check", "action: check, object: sheet")) == ["SOD003"]
    assert codes(text.replace("action: check", "action: check, inputs: sheet")) == ["SOD003"]


PEOPLE = """
people:
  lin: {name: Lin, holds: [{role: clerk}, {role: other}]}
  wu: {holds: boss}
"""


def test_a_person_who_alone_holds_both_roles_checks_their_own_work() -> None:
    text = TEXT.replace("R: clerk}, action: check", "R: other}, action: check")
    assert not codes(text)
    (found,) = findings(text + PEOPLE, select="SOD003")
    assert "`Lin` checks its own work" in found.message.in_("en")
    assert "person/lin" in {x.address for x in found.related}
    assert not codes(text + PEOPLE.replace("holds: boss", "holds: [boss, other]"))


def test_who_asks_or_makes_does_not_approve() -> None:
    text = TEXT.replace("raci: boss, action: sign", "raci: {A: clerk, R: clerk}, action: sign")
    assert codes(text) == ["SOD004"]  # and no SOD003 for the same work
    text = text.replace("action: prepare", "action: request")
    (found,) = findings(text, select="SOD")
    assert found.message.in_("en").startswith("`Clerk` approves its own work: step `sign`")
    assert found.message.in_("zh").startswith("`Clerk` 自己审批自己：")
    assert "such as its superior `boss`" in (found.help.in_("en") if found.help else "")


def test_what_a_declared_separation_judges_is_left_to_it() -> None:
    declared = "separations: {s: {between: [w/make, w/look]}}\n"
    assert [d.code for d in findings(TEXT + declared, select="SOD")] == ["SOD001"]
    accepted = "w/look], accepted: {control: c, owner: boss, until: 2026-12-31}"
    assert not findings(TEXT + declared.replace("w/look]", accepted), select="SOD")


JUDGED = """
roles:
  boss: {reports_to: none}
  chief: {name: Chief, reports_to: boss}
  aide: {name: Aide, reports_to: lead}
  lead: {reports_to: chief}
workflows:
  w:
    object: papers
    steps:
      make: {raci: chief, action: prepare, next: look}
      look: {raci: {A: boss, R: aide}, action: check, end: true}
"""


def test_who_checks_reports_to_who_made() -> None:
    (found,) = findings(JUDGED, select="SOD005")
    assert found.message.in_("en") == (
        "`Aide` reports to `Chief`, whose work it is to judge: step `look` comes after step `make`"
    )
    assert found.message.in_("zh").startswith("`Aide` 向 `Chief` 汇报，却要评判其工作")


@pytest.mark.parametrize(
    "change",
    [
        ("raci: chief", "raci: boss"),
        ("R: aide", "R: [aide, boss]"),
        ("R: aide}, action: check", "R: aide}, action: approve"),
        ("action: check", "action: record"),
        ("reports_to: chief}", "reports_to: boss}"),
    ],
)
def test_top_roles_and_independent_checkers_are_fine(change: tuple[str, str]) -> None:
    assert not findings(JUDGED.replace(*change), select="SOD005")
