"""DUT014: one-sided-coordination."""

from orgspec.testing import check, findings

TEXT = """
roles: {boss: {}, seller: {}, buyer: {}}
duties:
  selling: {raci: {A: boss, R: seller}, coordination: [{with: buyer, about: stock}]}
  buying: {raci: {R: buyer}, coordination: [{with: forwarder}]}
partners: {forwarder: {}}
"""


def silent(text: str) -> bool:
    return not findings(text, select="DUT014")


def test_a_party_that_does_not_answer_is_found_at_its_name() -> None:
    (found,) = check(
        """
    roles: {boss: {}, seller: {}, buyer: {}}
    duties:
      selling: {raci: {A: boss, R: seller}, coordination: [{with: buyer, about: stock}]}
      #                                                           ^^^^^ DUT014
      buying: {raci: {R: buyer}, coordination: [{with: forwarder}]}
    partners: {forwarder: {}}
    """,
        select="DUT014",
    )
    assert found.severity == "info"
    assert "没有任何一处" in found.message.in_("zh")


def test_coordination_cells_handoffs_meetings_and_next_steps_answer() -> None:
    assert silent(TEXT.replace("with: forwarder", "with: seller"))
    assert silent(TEXT.replace("{R: buyer}", "{R: buyer, I: seller}"))
    assert silent(TEXT + "handoffs: {h: {from: buyer, to: seller}}\n")
    assert silent(TEXT + "meetings: {m: {chair: boss, attendees: [seller, buyer]}}\n")
    steps = "{one: {raci: seller, next: two}, two: {raci: buyer, end: true}}"
    assert silent(TEXT + f"workflows: {{w: {{steps: {steps}}}}}\n")


def test_a_party_without_any_coordination_is_judged_under_strict_only() -> None:
    text = TEXT.replace(", coordination: [{with: forwarder}]", "")
    assert silent(text)
    assert findings(text, select="DUT014", profile="strict")


def test_a_person_in_a_cell_counts_as_the_role_that_is_meant() -> None:
    text = """
    roles: {boss: {}, seller: {}, buyer: {}}
    people: {wu: {holds: [{role: seller, primary: true}]}}
    duties:
      selling: {raci: {A: boss, R: wu, C: buyer}, coordination: [{with: buyer, about: stock}]}
      buying: {raci: {R: buyer}, coordination: [{with: boss}]}
    """
    assert silent(text)
    assert not silent(text.replace(", C: buyer", ""))
