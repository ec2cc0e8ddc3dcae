"""REF007: what was to be filled in later."""

import pytest

from orgspec.testing import check, findings


@pytest.mark.parametrize(
    "text",
    [
        "TODO",
        "tbd",
        "FIXME",
        "xxx",
        "'??'",
        "？？",
        "待定",
        "待补充",
        "未定",
        "【待定】",
        "TBD.",
        "lorem ipsum dolor sit amet",
        "To be determined",
    ],
)
def test_a_whole_text_that_only_holds_a_place_is_found(text: str) -> None:
    (found,) = findings(f"roles: {{boss: {{purpose: {text}}}}}", select="REF007")
    assert found.address == "role/boss"


@pytest.mark.parametrize(
    "text", ["见待定事项清单", "TODO list of the week", "处理待定订单", "XXL", "?", "登记未定单"]
)
def test_a_text_that_says_more_is_fine(text: str) -> None:
    check(f"roles: {{boss: {{purpose: '{text}'}}}}", select="REF007")


def test_items_locales_tasks_and_nested_texts_are_looked_at() -> None:
    check(
        """
        organization: {name: {zh: 远航, en: TBD}, locales: [zh, en]}
        #                                 ^^^ REF007
        departments: {d: {functions: {f: {name: 待定}}}}
        #                                       ^^ REF007
        duties:
          x: {tasks: [TODO, {name: xxx}]}
        #             ^^^^         ^^^ REF007, REF007
        systems: {s: TBD}
        #            ^^^ REF007
        """,
        select="REF007",
    )


def test_a_reference_and_a_limit_are_other_matters() -> None:
    text = "roles: {boss: {}, a: {reports_to: TBD}}\nworkflows: {w: {within: TBD}}"
    assert [d.code for d in findings(text, select="REF,SYN")] == ["REF001", "SYN007"]


def test_a_placeholder_beside_an_unknown_name_is_still_told() -> None:
    text = "roles: {boss: {}, a: {reports_to: bos, purpose: TBD}}\nduties: {d: {object: TBD}}"
    assert [d.code for d in findings(text, select="REF")] == ["REF001", "REF007", "REF007"]


def test_own_keys_are_left_alone() -> None:
    check("roles: {boss: {x-note: TODO, x-more: {a: TBD}}}", select="REF007")


@pytest.mark.parametrize("id_", ["pos1", "role2", "role-3", "new-role", "untitled", "岗位1", "tbd"])
def test_an_id_that_nobody_thought_of_is_found(id_: str) -> None:
    (found,) = findings(f"roles: {{{id_}: {{}}}}", select="REF007")
    assert f"`{id_}`" in found.message.in_("zh")


def test_real_ids_step_ids_and_terms_are_fine() -> None:
    check(
        """
        departments: {team-1: {kind: team}, region2: {kind: region}}
        roles: {position-keeper: {}, post-office-clerk: {}, m1: {}}
        workflows: {w: {steps: {step1: {}}}}
        glossary: {tbd: {definition: not yet decided}}
        """,
        select="REF007",
    )
