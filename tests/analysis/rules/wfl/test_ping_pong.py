"""WFL018: ping-pong."""

import time

from orgspec.testing import check, findings

ROLES = "roles: {ann: {}, bob: {}, eve: {}}\n"


def workflow(owners: str, **more: str) -> str:
    """A chain of steps s0, s1, … done by ann, bob and eve in turn, as their initials say."""
    who = {"a": "raci: ann", "b": "raci: bob", "e": "raci: eve", "g": "kind: gateway", "-": ""}
    lines = [ROLES, "workflows:", "  w:", "    steps:"]
    for n, initial in enumerate(owners):
        way = more.get(f"s{n}") or ("end: true" if n == len(owners) - 1 else f"next: s{n + 1}")
        lines.append(f"      s{n}: {{{', '.join(x for x in (who[initial], way) if x)}}}")
    return "\n".join(lines) + "\n"


def test_four_changes_between_two_roles_are_found_at_the_step_before_the_first() -> None:
    (found,) = check(
        """
    roles: {ann: {name: Ann}, bob: {name: Bob}}
    workflows:
      w:
        steps:
          s: {raci: ann, next: t}
          t: {raci: ann, next: u}
    #     ^ WFL018
          u: {raci: bob, next: v}
          v: {raci: ann, next: x}
          x: {raci: bob, next: y}
          y: {raci: ann, end: true}
    """,
        select="WFL018",
    )
    assert "goes to and fro 4 times between `Ann` and `Bob`" in found.message.in_("en")
    assert "来回 4 次" in found.message.in_("zh")
    assert [x.address for x in found.related] == [f"step/w/{x}" for x in "uvxy"]


def test_three_changes_or_a_third_role_in_between_are_sound() -> None:
    assert not findings(workflow("abab"), select="WFL018")
    assert not findings(workflow("abeaba"), select="WFL018")


def test_gateways_are_passed_over_and_steps_of_nobody_are_not() -> None:
    assert len(findings(workflow("agbgagbggga"), select="WFL018")) == 1
    assert not findings(workflow("ab-aba"), select="WFL018")


def test_a_loop_of_rework_is_no_ping_pong() -> None:
    back = "next: [{to: s0, when: rejected, at_most: 9}, {to: s2, otherwise: true}]"
    assert not findings(workflow("aba", s1=back), select="WFL018")


def test_the_path_that_changes_most_is_told_once() -> None:
    (found,) = findings(
        workflow("abababe", s0="next: [{to: s4, when: x}, {to: s1, otherwise: true}]"),
        select="WFL018",
    )
    assert "5 times" in found.message.in_("en")


def test_the_owner_is_the_first_who_is_responsible() -> None:
    text = workflow("ababa").replace("raci: bob", "raci: {A: bob, R: [ann, bob]}")
    assert not findings(text, select="WFL018")


def test_the_limit_can_be_set_for_all_and_for_a_department() -> None:
    text = workflow("ababab").replace("{ann: {}", "{ann: {department: d}")
    text = text.replace("  w:\n", "  w:\n    owner: ann\n")
    assert not findings(text + "checks: {options: {ping_pong: 6}}\n", select="WFL018")
    unit = "departments: {d: {checks: {options: {ping_pong: 6}}}}\n"
    assert not findings(text + unit, select="WFL018")
    assert findings(text + "departments: {d: {}}\n", select="WFL018")


def test_thousands_of_steps_in_a_tangle_take_no_time() -> None:
    count = 2000
    ways = {
        f"s{n}": f"next: [{', '.join(f's{(n + k) % count}' for k in (1, 2, 3, 997))}]"
        for n in range(count - 1)
    }
    text = workflow("abgeab" * (count // 6) + "ab", **ways)
    begin = time.perf_counter()
    found, *_ = findings(text, select="WFL018")
    assert "goes to and fro" in found.message.in_("en")
    assert time.perf_counter() - begin < 10
