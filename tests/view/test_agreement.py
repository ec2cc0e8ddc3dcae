"""What two departments sign."""

from __future__ import annotations

import pytest

from orgspec.document import (
    Document,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Section,
    Signature,
    Table,
    plain,
)
from orgspec.view.agreement import agreement
from tests.view.organisations import COMPANY, graph


def sections(document: Document) -> dict[str, Section]:
    return {block.title: block for block in document.blocks if isinstance(block, Section)}


def of(locale: str = "zh", text: str = COMPANY) -> dict[str, Section]:
    return sections(agreement(graph(text), "sales", "finance", locale))


def rows(section: Section) -> list[list[str]]:
    return [
        ["\n".join(map(plain, cell.lines)) for cell in row.cells]
        for block in section.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]


def facts(section: Section) -> dict[str, str]:
    return {
        label: plain(value)
        for block in section.blocks
        if isinstance(block, Facts)
        for label, value in block.pairs
    }


def headings(section: Section) -> list[str]:
    return [block.text for block in section.blocks if isinstance(block, Heading)]


def items(section: Section) -> list[str]:
    return [
        plain(item)
        for block in section.blocks
        if isinstance(block, Listing)
        for item in block.items
    ]


def test_the_sections_are_numbered_as_in_a_signed_document() -> None:
    document = agreement(graph(), "finance", "sales", "zh")
    assert (document.title, document.subtitle) == ("分工协作协议", "销售部与财务部")
    assert [(b.number, b.title) for b in document.blocks if isinstance(b, Section)] == [
        ("一、", "协议双方"), ("二、", "目的与范围"), ("三、", "工作交接"), ("四、", "共同流程"),
        ("五、", "职责分工"), ("六、", "沟通协调与会议"), ("七、", "对接人"),
        ("八、", "争议处理与逐级上报"), ("九、", "执行、生效与复审"), ("十、", "修订记录"),
        ("十一、", "双方签署"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("locale", "numbered"),
    [
        ("zh", ["（一）销售部移交财务部", "1. 合同"]),
        ("en", ["3.1 From Sales to Finance", "3.1.1 Contract"]),
    ],
)
def test_clauses_are_numbered_in_the_manner_of_the_language(
    locale: str, numbered: list[str]
) -> None:
    title = {"zh": "工作交接", "en": "Handoffs"}[locale]
    assert headings(of(locale)[title]) == numbered


def test_the_parties_stand_side_by_side_with_heads_and_functions() -> None:
    found = {row[0]: row[1:] for row in rows(of()["协议双方"])}
    assert found["部门负责人"] == ["销售经理 · 陈明", "会计"]
    assert found["涉及职能"] == ["signing", "—"]


def test_a_handoff_says_what_passes_by_when_and_what_is_accepted() -> None:
    assert facts(of()["工作交接"]) == {
        "交接物": "合同",
        "移交时限": "4 小时",
        "移交岗位": "外贸业务员",
        "超时上报": "超时即上报总经理",
        "验收标准": "条款完整",
    }


def test_many_posts_that_hand_over_take_a_row_of_their_own() -> None:
    def wide(text: str) -> set[bool]:
        cards = [b for b in of(text=text)["工作交接"].blocks if isinstance(b, Facts)]
        return {"移交岗位" in card.wide for card in cards}

    names = [f"rep{number}" for number in range(5)]
    reps = "".join(f"  {n}: {{name: {n}, department: sales, reports_to: manager}}\n" for n in names)
    many = COMPANY.replace("people:\n", f"{reps}people:\n", 1)
    many = many.replace("A: manager, R: rep, C", f"A: manager, R: [{', '.join(names)}], C")

    assert wide(COMPANY) == {False}
    assert wide(many) == {True}


def test_a_ladder_of_its_own_takes_the_place_of_the_superior_of_the_head() -> None:
    ladder = "within: 4 hours, escalation: [{after: 2 hours, to: superior}, {after: 1 day, to: director}]"
    found = facts(of("en", COMPANY.replace("within: 4 hours", ladder))["Handoffs"])
    assert found["Escalation"] == "2 hours late: Director"  # the second rung is the same one


def test_joint_workflows_show_the_steps_of_each_side_and_where_work_passes_over() -> None:
    assert rows(of()["共同流程"]) == [
        ["订单流程　流程负责人：销售经理"],
        ["拟合同", "A 销售经理\nR 外贸业务员", "C 会计", "3 个工作日", "合同\n→ 财务部：收款"],
        ["收款", "", "A/R 会计", "", ""],
    ]


def test_only_duties_in_which_both_take_part_are_listed_by_the_department_they_belong_to() -> None:
    section = of()["职责分工"]
    assert rows(section) == [
        ["销售部的职责"],
        ["1", "处理外贸合同", "A 销售经理\nR 外贸业务员", "C 会计"],
    ]
    last = section.blocks[-1]
    assert isinstance(last, Paragraph)
    assert plain(last.text) == "R 执行 · A 负责 · C 咨询 · I 知会"


def test_contacts_are_the_heads_and_those_who_do_the_work_with_addresses_below_names() -> None:
    text = COMPANY.replace("name: 李娜,", "name: 李娜, contact: {email: li@example.com},")
    found = rows(of(text=text)["对接人"])
    assert found[:3] == [
        ["销售部"],
        ["销售经理", "陈明", "部门负责人，统筹协调"],
        ["外贸业务员", "李娜、王强\nli@example.com", "合同；处理外贸合同"],
    ]


def test_the_last_rung_is_the_common_superior_of_both_heads() -> None:
    found = rows(of()["争议处理与逐级上报"])
    assert [row[:2] for row in found] == [
        ["一", "双方对接人"], ["二", "销售经理（陈明）、会计"], ["三", "总经理"],
    ]  # fmt: skip


def test_the_terms_say_how_time_counts_and_when_the_next_review_is_due() -> None:
    text = COMPANY.replace('version: "1.2"', 'version: "1.2", review_every: 12 months')
    found = of(text=text)["执行、生效与复审"]
    assert (
        "时限按工作时间计算（每日 8 小时，每周 5 天）；注明自然时间的，以及应急流程中的时限除外。"
        in items(found)
    )
    assert "本协议自 2026-05-01 起生效。" in items(found)
    assert "本协议每 12 个月复审一次，下次复审不迟于 2027-05-01。" in items(found)


def test_without_a_date_it_is_in_force_from_the_signatures() -> None:
    bare = COMPANY.replace(
        'document: {version: "1.2", approved_by: director, approved_on: 2026-05-01, changes: [首次发布]}',
        "",
    )
    assert "本协议自双方签署之日起生效。" in items(of(text=bare)["执行、生效与复审"])


def test_both_heads_and_their_common_superior_sign_below_what_they_promise() -> None:
    promise, box = of("en")["Signatures"].blocks
    assert isinstance(promise, Paragraph)
    assert isinstance(box, Signature)
    assert box.parties == (
        "Sales · Sales Manager",
        "Finance · Accountant",
        "Approved by · Director",
    )


def test_joint_meetings_are_those_to_which_both_come() -> None:
    text = (
        COMPANY
        + """
meetings:
  both: {name: 对账会, chair: manager, attendees: [accountant], frequency: weekly, duration: 1 hour}
  own: {name: 部门例会, each: department, chair: head}
  other: {name: 销售会, chair: manager, attendees: [rep]}
"""
    )
    section = of(text=text)["沟通协调与会议"]
    assert headings(section) == ["（一）协调事项", "（二）共同会议"]
    assert [row[0] for row in rows(section)] == ["付款条款", "对账会"]


def test_empty_sections_are_left_out() -> None:
    few = graph(
        "departments: {a: {}, b: {}}\nroles: {x: {department: a}, y: {department: b}}\n"
        "duties: {d: {raci: {A/R: x, C: y}}}"
    )
    found = sections(agreement(few, "a", "b", "en"))
    assert list(found) == [
        "The parties", "Purpose and scope", "Division of duties", "Contacts",
        "Disputes and escalation", "Term and review", "Signatures",
    ]  # fmt: skip


def test_a_draft_is_marked() -> None:
    assert agreement(graph(), "sales", "finance", "en", draft=True).draft == "DRAFT"


def test_what_must_be_met_is_a_list_and_one_thing_is_none() -> None:
    def card(text: str) -> Facts:
        return next(x for x in of(text=text)["工作交接"].blocks if isinstance(x, Facts))

    several = card(COMPANY.replace("acceptance: [条款完整]", "acceptance: [条款完整, 已签字]"))
    assert dict(several.pairs)["验收标准"][0].text == "条款完整\n已签字"
    assert several.listed == {"验收标准"}
    assert card(COMPANY).listed == set()


def test_who_heads_a_side_from_a_post_above_it_stands_on_that_side() -> None:
    text = """
departments: {a: {head: chief}, top: {}, b: {parent: top, head: lead}}
roles:
  chief: {department: a, reports_to: none}
  lead: {department: top, reports_to: none}
  doer: {department: b, reports_to: lead}
duties: {work: {department: b, raci: {A: lead, R: doer, C: chief}}}
"""
    found = sections(agreement(graph(text), "a", "b", "en"))["Division of duties"]
    assert rows(found)[-1] == ["1", "work", "C chief", "A lead\nR doer"]


@pytest.mark.parametrize(
    ("locale", "every", "said"),
    [
        ("zh", "1 year", "每年复审一次"),
        ("zh", "2 years", "每 2 年复审一次"),
        ("en", "1 year", "every year."),
        ("en", "6 months", "every 6 months."),
    ],
)
def test_a_single_year_between_reviews_is_not_counted(locale: str, every: str, said: str) -> None:
    text = COMPANY.replace('version: "1.2"', f'version: "1.2", review_every: {every}')
    terms = next(section for section in of(locale, text).values() if section.key == "p_terms")
    assert any(said in item.replace(",", ".") for item in items(terms))


def test_names_that_hold_an_and_of_their_own_are_joined_by_another() -> None:
    text = COMPANY.replace("财务部", "财务与税务部")
    assert agreement(graph(text), "sales", "finance", "zh").subtitle == "销售部和财务与税务部"
    assert agreement(graph(), "sales", "finance", "zh").subtitle == "销售部与财务部"
