"""What the charter of a department says."""

from __future__ import annotations

from orgspec.document import Chart, Document, Facts, Figure, Section, Signature, Table, plain
from orgspec.view.department_charter import department_charter
from tests.view.organisations import COMPANY, graph

MORE = """
meetings: {weekly: {name: 周会, each: department, chair: head, frequency: weekly}}
systems: {crm: {name: CRM, owner: manager, purpose: 客户档案}}
risks: {fx: {name: 汇率, owner: manager, likelihood: high, impact: low, controls: [{name: 套保, duty: books}]}}
"""


def sections(document: Document) -> dict[str, Section]:
    return {block.title: block for block in document.blocks if isinstance(block, Section)}


def of(department: str = "sales", locale: str = "zh", text: str = COMPANY) -> dict[str, Section]:
    return sections(department_charter(graph(text), department, locale))


def rows(section: Section) -> list[list[str]]:
    return [
        ["\n".join(map(plain, cell.lines)) for cell in row.cells]
        for block in section.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]


def facts(section: Section) -> dict[str, str]:
    (block,) = section.blocks
    assert isinstance(block, Facts)
    return {label: plain(value) for label, value in block.pairs}


def test_the_sections_come_in_their_order_and_empty_ones_are_left_out() -> None:
    text = COMPANY.replace(
        "functions: [signing]", "functions: [signing], mission: 卖, kpis: signed"
    )
    document = department_charter(graph(text + MORE), "sales", "zh")
    assert (document.title, document.subtitle) == ("部门职能说明书", "销售部")
    assert [(b.number, b.title) for b in document.blocks if isinstance(b, Section)] == [
        ("一、", "部门基本信息"), ("二、", "部门使命"), ("三、", "组织位置"),
        ("四、", "部门职能与职责"), ("五、", "岗位与编制"), ("六、", "绩效考核指标"),
        ("七、", "协作接口"), ("八、", "参与的流程"), ("九、", "会议"), ("十、", "使用的系统"),
        ("十一、", "风险与控制"), ("十二、", "部门权限"), ("十三、", "修订记录"),
        ("十四、", "签字确认"),
    ]  # fmt: skip


def test_the_charter_of_the_whole_does_not_name_it_at_both_sides_of_the_head() -> None:
    text = "organization: {name: Firm}\ndepartments: {firm: {name: Firm}, sales: {name: Sales}}"
    assert department_charter(graph(text), "sales", "en").running == "Sales"
    assert department_charter(graph(text), "firm", "en").running == ""


def test_a_department_of_which_nothing_is_said_has_a_charter_all_the_same() -> None:
    bare = graph("departments: {a: {}}")
    assert list(sections(department_charter(bare, "a", "en"))) == [
        "Identification", "Approval and signatures",
    ]  # fmt: skip


def test_the_identification_says_what_it_is_who_leads_it_and_how_many_work_there() -> None:
    found = facts(of()["部门基本信息"])
    assert found["部门名称"] == "销售部"
    assert found["部门类型"] == "部门"
    assert found["部门负责人"] == "销售经理 · 陈明"
    assert found["部门编制"] == "5 人（在岗 4 人，空缺 1 人）"
    assert "版本" not in found  # the head of the document says it


def test_the_headcount_of_departments_below_is_told_apart() -> None:
    text = "departments: {a: {}, b: {parent: a}}\nroles: {x: {department: a}, y: {department: b}}"
    assert facts(of("a", "en", text)["Identification"])["Headcount"] == "1; 2 with all below"


def cards(section: Section) -> list[str]:
    (figure,) = section.blocks
    assert isinstance(figure, Figure)
    assert isinstance(figure.chart, Chart)
    return [card.title for card in figure.chart.cards]


def test_the_figure_shows_the_department_its_posts_and_what_is_above() -> None:
    assert cards(of()["组织位置"]) == ["销售部", "外贸业务员", "助理"]
    text = "departments: {a: {}, b: {parent: a}, c: {parent: b}}"
    assert cards(of("b", "en", text)["Place in the organisation"]) == ["a", "b", "c"]


def test_a_single_post_too_many_has_its_card_where_more_are_counted() -> None:
    def posts(count: int) -> str:
        more = (f"  p{n}: {{name: p{n}, department: finance}}\n" for n in range(count))
        return COMPANY.replace("people:\n", f"{''.join(more)}people:\n", 1)

    assert [c for c in cards(of("finance", text=posts(9))["组织位置"]) if c[0] in "p+"][-1] == "p8"
    assert [c for c in cards(of("finance", text=posts(10))["组织位置"]) if c[0] in "p+"][
        -1
    ] == "+ 2"


def test_departments_in_a_circle_are_drawn_without_one_above() -> None:
    text = "departments: {a: {parent: b}, b: {parent: a}, c: {parent: c}}"
    assert cards(of("a", "en", text)["Place in the organisation"]) == ["a", "b"]
    assert "Place in the organisation" not in of("c", "en", text)


def test_each_function_stands_with_the_duties_that_carry_it_and_who_answers() -> None:
    assert rows(of()["部门职能与职责"]) == [
        ["signing"],
        ["1", "处理外贸合同", "销售经理", "外贸业务员", "合同"],
        ["其他职责"],
        ["2", "归档", "销售经理", "助理", ""],
    ]


def test_a_function_that_no_duty_carries_shows_that() -> None:
    text = "departments: {a: {functions: [f]}}"
    assert rows(of("a", "en", text)["Functions and duties"])[1][1] == "—"


def test_posts_stand_with_what_is_planned_filled_and_vacant_and_their_sum() -> None:
    found = rows(of()["岗位与编制"])
    assert found[1] == ["外贸业务员", "S-02", "P3～P5", "3", "2", "1", "0", "李娜、王强"]
    assert found[-1][3:7] == ["5", "4", "1", "0"]


def test_interfaces_are_told_by_direction() -> None:
    gives = rows(of()["协作接口"])
    takes = rows(of("finance")["协作接口"])
    assert gives == [["财务部", "合同", "4 小时", "条款完整"]]
    assert takes == [["销售部", "合同", "4 小时", "条款完整"]]


def test_only_its_own_steps_are_listed() -> None:
    assert rows(of()["参与的流程"]) == [
        ["订单流程"],
        ["拟合同", "A 销售经理\nR 外贸业务员", "3 个工作日", "合同"],
    ]


def test_meetings_systems_and_risks_are_those_of_the_department() -> None:
    found = of(text=COMPANY + MORE)
    assert rows(found["会议"])[0][2] == "销售经理"
    assert rows(found["使用的系统"]) == [["CRM", "客户档案", "销售经理"]]
    assert rows(found["风险与控制"]) == [
        ["汇率", "可能性：高\n影响：低", "销售经理", "套保（记账）"]
    ]
    # finance keeps the risk down; the system is not its own
    other = of("finance", text=COMPANY + MORE)
    assert "风险与控制" in other
    assert "使用的系统" not in other


def test_a_system_is_named_once_where_its_product_has_its_name() -> None:
    def names(product: str) -> str:
        bought = COMPANY + MORE.replace("{name: CRM,", f"{{name: CRM, product: {product},")
        return rows(of(text=bought)["使用的系统"])[0][0]

    assert names("Odoo") == "CRM\nOdoo"
    assert names("CRM") == "CRM"


def test_authorities_are_those_that_its_posts_hold() -> None:
    assert rows(of()["部门权限"]) == [
        ["折扣", "销售经理", "决定权：高于 3%，不超过 10%"],
        ["", "外贸业务员", "决定权：不超过 3%"],
    ]
    assert "部门权限" not in of("finance")


def test_the_head_the_superior_and_human_resources_sign() -> None:
    (box,) = of(locale="en")["Approval and signatures"].blocks
    assert isinstance(box, Signature)
    assert box.parties == (
        "Head of the department · Sales Manager", "Superior · Director", "Human resources",
    )  # fmt: skip


def test_when_something_is_needed_reads_as_in_workflows() -> None:
    text = COMPANY.replace("within: 4 hours", "within: 4 hours, needed_within: 1 day")
    assert rows(of(text=text)["协作接口"])[0][2] == "4 小时内移交\n1 天内送达"
    assert rows(of(locale="en", text=text)["Interfaces"])[0][2] == "Given: 4 hours\nNeeded: 1 day"


def test_a_committee_without_posts_holds_the_meetings_that_decide_its_duties() -> None:
    text = """
departments: {firm: {head: boss}, council: {kind: committee, parent: firm}}
roles: {boss: {department: firm, reports_to: none}}
duties: {deliberate: {department: council, raci: {A/R: boss}}}
meetings:
  office: {name: Office, each: department, chair: head}
  council: {name: Council, chair: boss, attendees: [boss], decides: [deliberate]}
"""
    held = rows(sections(department_charter(graph(text), "council", "en"))["Meetings"])
    assert [row[0] for row in held] == ["Council"]
    firm = rows(sections(department_charter(graph(text), "firm", "en"))["Meetings"])
    assert [row[0] for row in firm] == ["Office", "Council"]


def test_what_no_person_fills_says_so_and_a_shared_person_has_a_share() -> None:
    text = """
departments: {a: {}}
roles:
  boss: {department: a, reports_to: none}
  clerk: {department: a, reports_to: boss}
  bot: {department: a, reports_to: boss, kind: ai-agent}
people: {li: {name: Li, holds: [{role: boss, share: 60%}, {role: clerk, share: 40%}]}}
"""
    found = rows(of("a", "en", text)["Posts and headcount"])
    assert found[0][-1] == "Li (60%)"
    assert found[2][0] == "bot\nNot counted (AI agent)"


def test_the_signature_of_human_resources_names_no_department_the_firm_may_lack() -> None:
    signature = list(of().values())[-1].blocks[-1]
    assert isinstance(signature, Signature)
    assert signature.parties[-1] == "人力资源"
