"""SOD006: accepted-without-control."""

from orgspec.testing import check, findings

TEXT = """
roles: {boss: {}}
duties: {make: {raci: boss}, check: {raci: boss}}
separations:
  papers:
    name: Papers
    between: [make, check]
    accepted: {control: c, owner: boss, until: 2026-12-31}
"""


def told(text: str) -> list[str]:
    return [d.message.in_("en") for d in findings(text, select="SOD006", as_of="2026-06-01")]


def test_what_is_accepted_needs_a_control_an_owner_and_an_end() -> None:
    assert not told(TEXT)
    (found,) = check(
        """
        roles: {boss: {}}
        duties: {make: {raci: boss}, check: {raci: boss}}
        separations:
          papers:
            between: [make, check]
            accepted: {reason: few people, owner: boss}
        #   ^^^^^^^^ SOD006
        """,
        select="SOD006",
    )
    assert found.message.in_("en") == (
        "a conflict in `papers` is accepted without `control`, `until`"
    )
    assert found.message.in_("zh") == "`papers` 中的冲突已被接受，却未写明 `control`、`until`"


def test_it_is_told_when_the_last_day_is_past() -> None:
    assert not told(TEXT.replace("2026-12-31", "2026-06-01"))
    assert told(TEXT.replace("2026-12-31", "2026-05-31")) == [
        "what `Papers` accepts ended on 2026-05-31"
    ]


def test_each_entry_of_a_list_is_judged() -> None:
    text = TEXT.replace("accepted: {", "accepted: [{reason: r}, {").replace("31}", "31}]")
    assert len(told(text)) == 1


def test_a_value_that_cannot_be_read_is_not_missing() -> None:
    assert not told(TEXT.replace("2026-12-31", "soon"))


def test_an_allow_of_a_check_of_this_family_needs_an_owner_and_an_end() -> None:
    allow = "allow: [{code: role-conflict, reason: few people, owner: boss}]"
    assert told(TEXT.replace("boss: {}", f"boss: {{{allow}}}")) == [
        "`role-conflict` is accepted without `until`"
    ]
    assert not told(
        TEXT.replace("boss: {}", f"boss: {{{allow.replace('role-conflict', 'ORG003')}}}")
    )
    full = allow.replace("owner: boss", "owner: boss, until: 2026-12-31")
    assert not told(TEXT.replace("boss: {}", f"boss: {{{full}}}"))
