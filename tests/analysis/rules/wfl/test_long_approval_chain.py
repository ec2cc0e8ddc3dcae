"""WFL019: long-approval-chain."""

from orgspec.testing import check, findings

CHAIN = """
workflows:
  w:
    steps:
      claim: {next: one}
      one: {action: review, next: two}
      two: {action: 审批, next: three}
      three: {action: verify, next: four}
      four: {action: approve, next: pay}
      pay: {action: pay, end: true}
"""


def chains(text: str) -> list[str]:
    return [each.message.in_("en").rpartition(": ")[2] for each in findings(text, select="WFL019")]


def test_more_than_three_in_a_row_are_found_at_the_first_too_many() -> None:
    marked = "approve, next: pay}\n#                    ^^^^^^^ WFL019\n"
    (found,) = check(CHAIN.replace("approve, next: pay}\n", marked), select="WFL019")
    assert found.message.in_("en").startswith(
        "4 approvals and checks follow one another in workflow `w`, more than 3"
    )
    assert "连续有 4 个审批或审核步骤" in found.message.in_("zh")
    assert len(found.related) == 3


def test_three_in_a_row_and_work_in_between_are_sound() -> None:
    assert not chains(CHAIN.replace("action: verify", "action: prepare"))
    assert not chains(CHAIN.replace("action: review, ", ""))


def test_a_gateway_in_between_does_not_break_the_chain() -> None:
    text = CHAIN.replace("next: three", "next: g") + "      g: {kind: gateway, next: three}\n"
    assert chains(text) == ["`one`, `two`, `three`, `four`"]


def test_the_action_of_the_duty_counts_unless_the_step_has_its_own() -> None:
    duty = "duties: {checking: {action: check}}\n"
    text = CHAIN.replace("action: verify", "duty: checking")
    assert chains(duty + text) == ["`one`, `two`, `three`, `four`"]
    assert not chains(duty + text.replace("duty: checking", "duty: checking, action: prepare"))


def test_branches_are_alternatives_and_the_longest_chain_is_told() -> None:
    ways = "next: [{to: three, when: small}, {to: four, otherwise: true}]"
    assert not chains(CHAIN.replace("next: three", ways).replace("next: four", "next: pay"))
    ways = "next: [{to: three, when: small}, {to: pay, otherwise: true}]"
    assert chains(CHAIN.replace("next: three", ways)) == ["`one`, `two`, `three`, `four`"]


def test_a_way_back_makes_no_chain_longer() -> None:
    ways = "next: [{to: one, when: rejected, at_most: 2}, {to: pay, otherwise: true}]"
    text = CHAIN.replace("next: four", ways)
    assert not chains(text)


def test_a_loop_of_approvals_is_counted_once() -> None:
    ways = "next: [{to: one, when: rejected, at_most: 2}, {to: pay, otherwise: true}]"
    text = CHAIN.replace("approve, next: pay", f"approve, {ways}")
    assert chains(text) == ["`one`, `two`, `three`, `four`"]


def test_two_chains_apart_are_two_findings() -> None:
    steps = CHAIN.partition("steps:\n")[2]
    for name in ("claim", "one", "two", "three", "four", "pay:", "next: pay"):
        steps = steps.replace(name, name.replace("pay", "cash") if "pay" in name else f"{name}-b")
    assert len(chains(CHAIN.replace("end: true", "next: claim-b") + steps)) == 2


def test_the_limit_can_be_set_for_all_and_for_a_department() -> None:
    assert not chains(CHAIN + "checks: {options: {max_approvals: 4}}\n")
    unit = "departments: {d: {checks: {options: {max_approvals: 4}}}}\n"
    role = "roles: {ann: {department: d}}\n"
    assert chains(unit + role + CHAIN)
    assert not chains(unit + role + CHAIN.replace("  w:\n", "  w:\n    owner: ann\n"))
