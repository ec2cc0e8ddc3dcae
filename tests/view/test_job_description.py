"""What a job description says, in the classical order."""

from __future__ import annotations

from orgspec.chart import Chart
from orgspec.document import (
    Cell,
    Document,
    Facts,
    Figure,
    Paragraph,
    Section,
    Signature,
    Table,
    plain,
)
from orgspec.view.job_description import job_description
from tests.view.organisations import COMPANY, graph


def sections(document: Document) -> dict[str, Section]:
    return {block.title: block for block in document.blocks if isinstance(block, Section)}


def facts(section: Section) -> dict[str, str]:
    return {
        label: plain(value)
        for block in section.blocks
        if isinstance(block, Facts)
        for label, value in block.pairs
    }


def lines(cell: Cell) -> list[str]:
    return [plain(line) for line in cell.lines]


def rows(section: Section) -> list[list[list[str]]]:
    return [
        [lines(cell) for cell in row.cells]
        for block in section.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]


def test_the_sections_come_in_the_classical_order_and_are_numbered() -> None:
    document = job_description(graph(), "rep", "zh")
    titles = [(b.number, b.title) for b in document.blocks if isinstance(b, Section)]
    assert titles == [
        ("一、", "岗位基本信息"), ("二、", "岗位目的"), ("三、", "组织位置"),
        ("四、", "主要职责与考核标准"), ("五、", "参与的流程"), ("六、", "岗位权限"),
        ("七、", "工作协作关系"), ("八、", "绩效考核指标"), ("九、", "任职资格"),
        ("十、", "工作条件"), ("十一、", "职业发展与培养"), ("十二、", "典型工作场景"),
        ("十三、", "相关术语"), ("十四、", "修订记录"), ("十五、", "签字确认"),
    ]  # fmt: skip


def test_empty_sections_are_left_out_and_the_numbers_close_up() -> None:
    document = job_description(graph("roles: {a: {reports_to: none}}"), "a", "en")
    titles = [(b.number, b.title) for b in document.blocks if isinstance(b, Section)]
    assert titles == [("1.", "Identification"), ("2.", "Approval and signatures")]


def test_the_identification_says_who_where_and_how_many() -> None:
    found = facts(sections(job_description(graph(), "rep", "zh"))["岗位基本信息"])
    assert found["岗位名称"] == "外贸业务员"
    assert found["岗位编号"] == "S-02"
    assert found["直接上级"] == "销售经理"
    assert found["虚线上级"] == "会计"
    assert found["编制人数"] == "3 人（在岗 2 人，空缺 1 人）"
    assert found["任职者"] == "李娜、王强"
    assert "批准人" not in found  # the head of the document says it


def test_direct_reports_are_listed_with_their_headcount() -> None:
    found = facts(sections(job_description(graph(), "manager", "en"))["Identification"])
    assert found["Direct reports"] == "Sales Rep × 3, Assistant"
    part = graph("roles: {a: {reports_to: none}, b: {reports_to: a, headcount: 0.5}}")
    found = facts(sections(job_description(part, "a", "en"))["Identification"])
    assert found["Direct reports"] == "b"


def test_a_duty_stands_with_tasks_coordination_deliverables_and_measures() -> None:
    found = rows(sections(job_description(graph(), "rep", "zh"))["主要职责与考核标准"])
    assert found == [
        [
            ["1"],
            ["处理外贸合同", "R · 工时 20%"],
            ["起草合同", "跟踪签署", "与会计：付款条款"],
            ["合同"],
            ["合规率\n≥ 100%"],
        ]
    ]


def test_duties_of_others_that_the_post_answers_for_stand_apart() -> None:
    found = rows(sections(job_description(graph(), "manager", "en"))["Duties and standards"])
    assert found[0] == [["Answers for the duties of others"]]
    assert [row[1][0] for row in found[1:]] == ["Handle contracts", "File papers"]


def test_it_is_said_once_what_the_letters_of_the_post_mean() -> None:
    def legends(text: str, role: str) -> list[tuple[str, str]]:
        return [
            (section.title, plain(block.text))
            for section in sections(job_description(graph(text), role, "zh")).values()
            for block in section.blocks
            if isinstance(block, Paragraph) and section.key in ("s_duties", "s_workflows")
        ]

    assert legends(COMPANY, "manager") == [("主要职责与考核标准", "A 负责")]
    steps = "roles: {a: {reports_to: none}}\nworkflows: {w: {steps: {s: {raci: {R: a}}}}}"
    assert legends(steps, "a") == [("参与的流程", "R 执行")]


def test_only_steps_with_a_part_in_them_are_listed() -> None:
    found = rows(sections(job_description(graph(), "rep", "zh"))["参与的流程"])
    assert found == [[["订单流程"]], [["拟合同"], ["R"], ["3 个工作日"], ["合同"]]]


def test_authorities_show_the_limit_of_the_post_itself() -> None:
    rep = rows(sections(job_description(graph(), "rep", "zh"))["岗位权限"])
    manager = rows(sections(job_description(graph(), "manager", "zh"))["岗位权限"])
    director = rows(sections(job_description(graph(), "director", "zh"))["岗位权限"])
    assert rep == [[["折扣"], ["决定权：不超过 3%"]]]
    assert manager == [[["折扣"], ["决定权：高于 3%，不超过 10%"]]]
    assert director == [[["折扣"], ["决定权：高于 10%"]]]


def test_relations_come_from_handoffs_letters_and_coordination() -> None:
    found = rows(sections(job_description(graph(), "rep", "en"))["Working relations"])
    at = found.index([["Gives to"]])
    assert found[at + 1] == [["Finance"], ["Contract (within 4 hours)"]]
    at = found.index([["Works with"]])
    assert found[at + 1] == [["Accountant"], ["terms of payment"]]
    assert found[at + 2] == [["Sales Manager"], ["Handle contracts"]]


def test_kpis_stand_with_weight_target_and_total() -> None:
    found = rows(sections(job_description(graph(), "rep", "zh"))["绩效考核指标"])
    assert found[0][:4] == [["签约数"], ["60%"], ["每月 ≥ 12"], ["签约合同数"]]
    assert found[1][1:3] == [["40%"], ["≥ 100%"]]
    assert found[2][:2] == [["合计"], ["100%"]]


def test_only_terms_that_the_post_uses_are_explained() -> None:
    found = rows(sections(job_description(graph(), "rep", "zh"))["相关术语"])
    assert [row[0] for row in found] == [["外贸"]]


def test_terms_of_duties_in_which_the_post_is_only_asked_or_told_are_not_explained() -> None:
    text = """
roles: {a: {reports_to: none}, b: {reports_to: a}}
duties: {own: {name: Roast, raci: a}, other: {name: Cupping, raci: {R: b, A: b, C: a}}}
glossary: {roast: {definition: Heat}, cupping: {definition: Taste}}
"""
    found = rows(sections(job_description(graph(text), "a", "en"))["Terms"])
    assert [row[0] for row in found] == [["Roast"]]


def test_the_small_figure_shows_superior_post_and_reports() -> None:
    (figure,) = sections(job_description(graph(), "manager", "zh"))["组织位置"].blocks
    assert isinstance(figure, Figure)
    assert isinstance(figure.chart, Chart)
    assert [card.title for card in figure.chart.cards] == [
        "总经理",
        "销售经理",
        "外贸业务员",
        "助理",
    ]


def test_a_single_report_too_many_has_its_card_where_more_are_counted() -> None:
    def last(count: int) -> str:
        more = (f"  p{n}: {{name: p{n}, reports_to: accountant}}\n" for n in range(count))
        text = COMPANY.replace("people:\n", f"{''.join(more)}people:\n", 1)
        [figure] = sections(job_description(graph(text), "accountant", "zh"))["组织位置"].blocks
        assert isinstance(figure, Figure) and isinstance(figure.chart, Chart)
        return [card.title for card in figure.chart.cards if card.title[0] in "p+"][-1]

    assert (last(7), last(8)) == ("p6", "+ 2")


def test_a_draft_is_marked() -> None:
    assert job_description(graph(), "rep", "zh", draft=True).draft == "草稿"
    assert job_description(graph(), "rep", "zh").draft == ""


def test_a_role_in_a_reporting_circle_is_still_described() -> None:
    circle = graph("roles: {a: {reports_to: a}, b: {reports_to: c}, c: {reports_to: b}}")
    for role in "abc":
        assert job_description(circle, role, "en").title == "Job description"


def test_the_header_carries_number_and_version() -> None:
    assert job_description(graph(COMPANY), "rep", "zh").running == "S-02  版本 1.2"


def test_an_agent_is_not_counted_and_who_answers_for_it_signs() -> None:
    bots = "a: {kind: ai-agent, reports_to: b}, b: {kind: system, reports_to: c}"
    part = graph(f"roles: {{{bots}, c: {{name: Lead, reports_to: none}}}}")
    found = sections(job_description(part, "a", "en"))
    assert facts(found["Identification"])["Headcount"] == "Not counted (AI agent)"
    (boxes,) = found["Approval and signatures"].blocks
    assert isinstance(boxes, Signature)
    assert boxes.parties == ("Answers for it · Lead",)
    found = sections(job_description(part, "b", "zh"))
    assert facts(found["岗位基本信息"])["编制人数"] == "不计入定编（系统）"


def test_who_proposes_and_must_not_approve_is_told_so() -> None:
    part = graph(
        "roles: {a: {reports_to: none}, b: {reports_to: a}, c: {reports_to: a}}\n"
        "authorities: {spend: {levels: [{role: a}], order: [{propose: b}, approve], denied: [b, c]}}"
    )
    said = [rows(sections(job_description(part, id_, "en"))["Authorities"])[0][1] for id_ in "bc"]
    assert said == [["Proposes", "Must not approve it"], ["Must not approve it"]]


def test_a_part_in_an_authority_is_told_with_its_limits_and_condition() -> None:
    part = graph("""
roles: {a: {reports_to: none}, b: {reports_to: a}, c: {reports_to: a}}
authorities:
  spend:
    levels: [{role: b, up_to: 500, condition: budgeted}, {role: a, review: c, up_to: 2000}]
    order: [{propose: b}, review, approve]
""")
    said = {
        id_: rows(sections(job_description(part, id_, "en"))["Authorities"])[0][1] for id_ in "bc"
    }
    assert said["b"] == ["Proposes", "Decides up to 500 (budgeted)"]
    assert said["c"] == ["Reviews over 500 up to 2,000"]
