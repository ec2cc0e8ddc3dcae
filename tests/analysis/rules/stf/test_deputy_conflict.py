"""STF008: deputy-conflict."""

from orgspec.testing import check, findings

TEXT = """
roles:
  boss: {}
  clerk: {name: Clerk, deputy: checker}
  checker: {}
duties:
  make: {raci: {A: boss, R: clerk}}
  check: {raci: {A: boss, R: checker}}
separations:
  papers: {between: [make, check]}
"""


def conflicts(text: str) -> int:
    return len(findings(text, select="STF008"))


def test_a_deputy_would_do_both_sides() -> None:
    marked = TEXT.replace("checker}\n", "checker}\n  #" + 28 * " " + "^^^^^^^ STF008\n", 1)
    (found,) = check(marked, select="STF008")
    assert found.message.in_("en") == (
        "standing in for `Clerk`, `checker` does two things that `papers` keeps apart: duty `make`"
        " and duty `check`"
    )
    assert found.message.in_("zh") == (
        "`checker` 代理 `Clerk` 时，兼任了 `papers` 要求分离的两方：职责 `make`与职责 `check`"
    )


def test_each_of_mutual_deputies_is_judged() -> None:
    assert conflicts(TEXT.replace("checker: {}", "checker: {deputy: clerk}")) == 2


def test_a_deputy_of_a_deputy_does_not_step_in() -> None:
    text = TEXT.replace("deputy: checker", "deputy: boss")
    assert not conflicts(text.replace("boss: {}", "boss: {deputy: checker}"))


def test_a_person_as_deputy_is_judged_by_their_posts() -> None:
    text = TEXT.replace("deputy: checker", "deputy: lin")
    people = "people: {lin: {holds: checker}, wu: {holds: clerk}}\n"
    assert conflicts(text + people) == 1
    assert not conflicts(text + people.replace("holds: checker", "holds: boss"))


def test_a_holder_of_the_deputy_who_has_another_post_is_judged() -> None:
    text = TEXT.replace("deputy: checker", "deputy: boss")
    people = "people: {lin: {holds: [checker, boss]}, wu: {holds: clerk}}\n"
    (found,) = findings(text + people, select="STF008")
    assert "`lin`" in found.message.in_("en")
    assert "person/lin" in {x.address for x in found.related}


def test_what_is_broken_without_standing_in_is_not_said_again() -> None:
    assert not conflicts(TEXT.replace("R: checker", "R: [clerk, checker]"))
    assert not conflicts(TEXT + "people: {lin: {holds: [clerk, checker]}}\n")


def test_what_is_accepted_is_silent() -> None:
    accepted = "accepted: {control: c, owner: boss, until: 2026-12-31, for: checker}"
    assert not conflicts(TEXT.replace("check]}", f"check], {accepted}}}"))
