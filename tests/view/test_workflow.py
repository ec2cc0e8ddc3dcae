"""The document of a workflow: its diagram and the table of its steps."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook

from orgspec.document import Document, Facts, NodeKind, RowKind, Section, Swimlane, Table, plain
from orgspec.graph.graph import Graph
from orgspec.render.xlsx import render
from orgspec.testing import compiled
from orgspec.view.workflow.document import workflow
from orgspec.view.workflow.handoff_map import handoff_map

SHOP = """
organization: {name: {zh: 小店, en: Shop}, locales: [zh, en]}
departments:
  company: {name: {zh: 公司, en: Company}, kind: company, head: boss}
  sales: {name: {zh: 销售部, en: Sales}, parent: company, head: lead}
  store: {name: {zh: 仓储部, en: Store}, parent: company, head: keeper}
roles:
  boss: {name: {zh: 老板, en: Boss}, department: company, reports_to: none}
  lead: {name: {zh: 销售主管, en: Lead}, department: sales, reports_to: boss}
  rep: {name: {zh: 销售员, en: Rep}, department: sales, reports_to: lead}
  keeper: {name: {zh: 仓管, en: Keeper}, department: store, reports_to: boss}
workflows:
  sale:
    name: {zh: 销售流程, en: Sale}
    owner: lead
    trigger: {zh: 客户询价, en: A customer asks}
    within: 5 working days
    escalation: [{after: 1 hour, to: superior}, {to: boss}]
    steps:
      ask: {name: {zh: 询价, en: Ask}, raci: {A: lead, R: rep}, within: 4 hours, outputs: inquiry, next: size}
      size:
        name: {zh: 金额, en: Size}
        kind: gateway
        next: [{to: offer, when: discount <= 10}, {to: refuse, otherwise: true}]
      offer:
        name: {zh: 报价, en: Offer}
        raci: rep
        within: 1 working day
        next:
          - {all: [pick, bill], when: {zh: 接受, en: accepted}}
          - {to: ask, otherwise: true, at_most: 2}
      refuse: {name: {zh: 谢绝, en: Refused}, kind: event, end: true}
      pick: {name: {zh: 拣货, en: Pick}, raci: keeper, within: 2 hours, outputs: [a, b, c], next: close}
      bill: {name: {zh: 开票, en: Bill}, call: billing, next: close}
      close: {name: {zh: 结案, en: Close}, raci: {A/R: lead}, join: all, within: 1 hour, end: true}
  billing:
    name: {zh: 开票流程, en: Billing}
    owner: lead
    within: 3 hours
    kind: emergency
    steps:
      write: {raci: rep, within: 1 hour, end: true}
handoffs:
  order: {name: {zh: 下单, en: Order}, from: sales, to: store, artifacts: inquiry, within: 30 minutes, acceptance: [{zh: 齐全, en: complete}]}
artifacts: {inquiry: {name: {zh: 询价单, en: Inquiry}}, a: {}, b: {}, c: {}}
authorities:
  discount: {name: {zh: 折扣, en: Discount}, measure: "%", levels: [{role: rep, up_to: 10}, lead]}
"""


def shop(text: str = SHOP) -> Graph:
    """The relations of the shop."""
    return compiled(text).graph


def diagram(
    locale: str = "en", lanes: str = "role", id_: str = "sale", text: str = SHOP
) -> Swimlane:
    """The diagram of one of its workflows."""
    found = workflow(shop(text), id_, locale, lanes=lanes).blocks[0]
    assert isinstance(found, Swimlane)
    return found


def labels(drawn: Swimlane) -> dict[tuple[str, str], str]:
    """Way → its label."""
    return {(p.source, p.target): p.label for p in drawn.passages}


def table(document: Document, title: str) -> list[list[str]]:
    """The rows of a section's table: a cell is its lines with line breaks."""
    section = next(b for b in document.blocks if isinstance(b, Section) and b.title == title)
    found = section.blocks[0]
    assert isinstance(found, Table)
    return [["\n".join(plain(x) for x in cell.lines) for cell in row.cells] for row in found.rows]


def test_a_lane_stands_for_the_first_role_that_does_the_work() -> None:
    drawn = diagram()
    assert [lane.title for lane in drawn.lanes] == ["Rep", "Keeper", "Lead"]
    lane = {node.id: drawn.lanes[node.lane].title for node in drawn.nodes}
    assert lane["sale/pick"] == "Keeper"


def test_lanes_can_stand_for_departments() -> None:
    drawn = diagram(lanes="department")
    assert [lane.title for lane in drawn.lanes] == ["Sales", "Store"]
    assert {lane.department for lane in drawn.lanes} == {""}


def test_each_department_of_a_diagram_has_a_colour_of_its_own() -> None:
    drawn = diagram()
    colours = {lane.department: lane.colour for lane in drawn.lanes}
    assert len(set(colours.values())) == len(colours) == 2


def test_what_nobody_does_stands_in_the_lane_of_the_step_before() -> None:
    drawn = diagram()
    lane = {node.id: drawn.lanes[node.lane].title for node in drawn.nodes}
    assert lane["sale/size"] == lane["sale/refuse"] == "Rep"


def test_a_called_workflow_stands_in_the_lane_of_its_owner_with_its_limit() -> None:
    drawn = diagram()
    bill = next(node for node in drawn.nodes if node.id == "sale/bill")
    assert (bill.kind, drawn.lanes[bill.lane].title, bill.note) == (
        NodeKind.CALL,
        "Lead",
        "3 hours",
    )


def test_a_run_begins_at_a_mark_with_its_trigger_and_ends_at_marks() -> None:
    drawn = diagram("zh")
    start = next(node for node in drawn.nodes if node.kind is NodeKind.START)
    assert start.title == "客户询价"
    assert [n.id for n in drawn.nodes if n.kind is NodeKind.END or n.ends] == [
        "sale/refuse",
        "sale/close",
    ]


def test_conditions_stand_on_the_ways_and_the_rest_is_called_otherwise() -> None:
    english, chinese = labels(diagram()), labels(diagram("zh"))
    assert english["sale/size", "sale/refuse"] == "otherwise"
    assert chinese["sale/size", "sale/refuse"] == "否则"
    assert english["sale/offer", "sale/ask"] == "otherwise (at most 2×)"
    assert chinese["sale/offer", "sale/ask"] == "否则（最多 2 次）"


def test_an_authority_in_a_condition_is_called_by_its_name_and_measure() -> None:
    assert labels(diagram())["sale/size", "sale/offer"] == "Discount ≤ 10%"
    assert labels(diagram("zh"))["sale/size", "sale/offer"] == "折扣 ≤ 10%"


def test_the_unit_of_an_authority_is_told_in_the_language_of_the_document() -> None:
    text = SHOP.replace('measure: "%"', "measure: hours")
    assert labels(diagram(text=text))["sale/size", "sale/offer"] == "Discount ≤ 10 hours"
    assert labels(diagram("zh", text=text))["sale/size", "sale/offer"] == "折扣 ≤ 10 小时"


def test_an_indicator_or_a_term_in_a_condition_is_called_by_its_name() -> None:
    for table in ("kpis", "glossary"):
        text = SHOP.replace("when: discount <= 10", "when: 3 <= error-rate <= 5")
        text += f"\n{table}: {{error-rate: {{name: {{zh: 错误率, en: Share of errors}}}}}}\n"
        assert labels(diagram(text=text))["sale/size", "sale/offer"] == "3 ≤ Share of errors ≤ 5"
        assert labels(diagram("zh", text=text))["sale/size", "sale/offer"] == "3 ≤ 错误率 ≤ 5"


def test_other_comparisons_stand_in_signs_and_words_as_they_are_written() -> None:
    signs = SHOP.replace("when: discount <= 10", "when: {zh: 3 <= 错误率 <= 5, en: rate >= 3}")
    assert labels(diagram(text=signs))["sale/size", "sale/offer"] == "rate ≥ 3"
    assert labels(diagram("zh", text=signs))["sale/size", "sale/offer"] == "3 ≤ 错误率 ≤ 5"
    words = SHOP.replace("when: discount <= 10", "when: {zh: 错误率不超过5, en: it <= all right}")
    assert labels(diagram(text=words))["sale/size", "sale/offer"] == "it <= all right"
    assert labels(diagram("zh", text=words))["sale/size", "sale/offer"] == "错误率不超过5"


def test_a_choice_that_forks_leads_to_a_bar_with_its_condition() -> None:
    drawn = diagram()
    bar = next(node for node in drawn.nodes if node.kind is NodeKind.FORK)
    assert labels(drawn)["sale/offer", bar.id] == "accepted"
    assert {p.target for p in drawn.passages if p.source == bar.id} == {"sale/pick", "sale/bill"}


def test_a_step_that_waits_for_all_has_a_bar_before_it() -> None:
    assert [node.id for node in diagram().nodes if node.join] == ["sale/close"]


def test_a_way_to_another_department_bears_the_name_and_limit_of_its_handoff() -> None:
    drawn = diagram()
    assert {p.target: p.handoff for p in drawn.passages if p.handoff} == {
        "sale/pick": "Order\n30 minutes"
    }


def test_of_many_papers_the_card_says_how_many_more() -> None:
    assert {n.id: n.papers for n in diagram().nodes if n.papers}["sale/pick"] == ("a", "+2")


def test_the_longest_path_is_marked_without_its_rounds() -> None:
    drawn = diagram()
    assert [n.id for n in drawn.nodes if n.critical] == [
        "sale/ask",
        "sale/size",
        "sale/offer",
        "sale/pick",
        "sale/close",
    ]
    assert not any(p.critical and p.bounded for p in drawn.passages)


def test_the_legend_has_only_what_the_diagram_shows() -> None:
    kinds = {entry.kind for entry in diagram(id_="billing").legend}
    assert kinds == {"swim-start", "swim-end", "swim-critical", "swim-back", "swim-link"}
    assert {"swim-choice", "swim-fork", "swim-back", "swim-call"} <= {
        entry.kind for entry in diagram().legend
    }


def test_an_emergency_says_so() -> None:
    drawn = diagram("zh", id_="billing")
    assert drawn.emergency
    assert drawn.facts == ("应急流程", "总时限 3 小时", "负责人 销售主管")


def test_the_table_of_steps_says_who_does_what_until_when_and_what_follows() -> None:
    rows = table(workflow(shop(), "sale", "en"), "Steps")
    assert rows[0][:4] == ["1", "Ask", "Does: Rep\nAnswers: Lead", "4 hours"]
    assert rows[1][1:3] == ["Size\nChoice", ""]
    assert "Discount ≤ 10%: 3 Offer\nOtherwise: 4 Refused" in rows[1]
    assert "accepted: 5 Pick, 6 Bill (in parallel)\nOtherwise (at most 2×): 1 Ask" in rows[2]
    assert rows[5][1] == "Bill\nWorkflow: Billing"
    assert rows[6][1] == "Close\nWaits for all of: 5, 6"
    assert "End" in rows[6]


def test_the_numbers_of_steps_are_figures_that_a_sheet_can_sort_by() -> None:
    book = load_workbook(BytesIO(render(workflow(shop(), "sale", "en"))))
    heads = [(sheet, each) for sheet in book for row in sheet for each in row if each.value == "#"]
    ((sheet, head),) = heads
    assert sheet.cell(head.row + 1, head.column).value == 1


def test_the_overview_says_who_is_told_of_a_missed_limit() -> None:
    document = workflow(shop(), "sale", "zh")
    section = next(b for b in document.blocks if isinstance(b, Section))
    facts = section.blocks[0]
    assert isinstance(facts, Facts)
    pairs = {label: plain(value) for label, value in facts.pairs}
    assert pairs["超时上报"] == "超时 1 小时：直接上级；一旦超时：老板"
    assert pairs["关键路径"] == "1 → 2 → 3 → 5 → 7"
    assert pairs["总时限"] == "5 个工作日"


def test_the_handoffs_of_a_workflow_stand_in_a_table() -> None:
    rows = table(workflow(shop(), "sale", "en"), "Handoffs between departments")
    assert rows == [["Order\nSales → Store", "Inquiry", "30 minutes", "complete"]]


def test_a_workflow_without_steps_has_no_diagram() -> None:
    graph = shop("workflows: {empty: {name: Empty}}")
    assert not any(isinstance(b, Swimlane) for b in workflow(graph, "empty", "en").blocks)


def test_steps_that_nobody_does_have_a_lane_that_says_so() -> None:
    graph = shop("workflows: {odd: {steps: {a: {next: b}, b: {end: true}}}}")
    drawn = workflow(graph, "odd", "en").blocks[0]
    assert isinstance(drawn, Swimlane)
    assert [lane.title for lane in drawn.lanes] == ["No owner"]
    assert not any(node.critical for node in drawn.nodes)


def test_the_map_of_handoffs_has_a_card_a_department_and_a_way_for_all_that_passes() -> None:
    document = handoff_map(shop(), "en")
    drawn = document.blocks[0]
    assert isinstance(drawn, Swimlane)
    assert [(n.title, n.papers) for n in drawn.nodes] == [
        ("Sales", ("gives 1", "takes 0")),
        ("Store", ("gives 0", "takes 1")),
    ]
    assert [(p.source, p.target, p.handoff) for p in drawn.passages] == [
        ("department/sales", "department/store", "Inquiry")
    ]
    assert document.title == "Handoffs between departments"


def test_of_many_artifacts_a_way_of_the_map_names_the_first_and_the_number() -> None:
    text = SHOP.replace("artifacts: inquiry", "artifacts: [inquiry, a, b]")
    drawn = handoff_map(shop(text), "zh").blocks[0]
    assert isinstance(drawn, Swimlane)
    assert drawn.passages[0].handoff == "询价单、a等 3 项"
    english = handoff_map(shop(text), "en").blocks[0]
    assert isinstance(english, Swimlane)
    assert english.passages[0].handoff == "Inquiry, a and 1 more"


def test_handoffs_of_roles_and_steps_are_those_of_their_departments() -> None:
    text = SHOP.replace("from: sales, to: store", "from: rep, to: sale/pick")
    drawn = handoff_map(shop(text), "en").blocks[0]
    assert isinstance(drawn, Swimlane)
    assert [node.id for node in drawn.nodes] == ["department/sales", "department/store"]


def test_a_handoff_of_a_step_that_several_departments_do_is_drawn_and_told_for_all_of_them() -> (
    None
):
    text = """
organization: {name: Both}
departments: {north: {name: North}, south: {name: South}, hub: {name: Hub}}
roles: {n: {department: north}, s: {department: south}, h: {department: hub}}
workflows:
  call:
    steps:
      find: {name: Find, raci: {R: [n, s]}, next: help}
      help: {name: Help, raci: {A/R: h}, end: true}
handoffs: {cry: {from: call/find, to: call/help}}
"""
    document = handoff_map(shop(text), "en")
    drawn = document.blocks[0]
    assert isinstance(drawn, Swimlane)
    assert [(p.source, p.target) for p in drawn.passages] == [
        ("department/north", "department/hub"),
        ("department/south", "department/hub"),
    ]
    rows = table(document, "All handoffs")
    assert rows[0][0] == "North, South → Hub\nFind → Help"


PHASES = SHOP.replace("size:\n", "size:\n        phase: {zh: 报价阶段, en: Quoting}\n", 1).replace(
    "      close: {", "      close: {phase: {zh: 收尾, en: Closing}, ", 1
)


def test_a_phase_holds_for_the_steps_written_below_it() -> None:
    graph = compiled(PHASES).graph
    diagram = workflow(graph, "sale", "en", lanes="phase").blocks[0]
    assert isinstance(diagram, Swimlane)
    assert [lane.title for lane in diagram.lanes] == ["No phase", "Quoting", "Closing"]
    assert diagram.ordered, "phases follow one another, whatever makes the ways short"
    lane = {node.id: diagram.lanes[node.lane].title for node in diagram.nodes}
    assert lane["sale/ask"] == "No phase"
    assert lane["sale/offer"] == lane["sale/bill"] == "Quoting"
    assert lane["sale/close"] == "Closing"


def test_phases_of_one_name_are_one_lane() -> None:
    text = PHASES.replace("bill: {", "bill: {phase: 收尾, ", 1)
    diagram = workflow(compiled(text).graph, "sale", "zh", lanes="phase").blocks[0]
    assert isinstance(diagram, Swimlane)
    assert [lane.title for lane in diagram.lanes] == ["未分阶段", "报价阶段", "收尾"]


def test_a_card_says_who_does_the_step_where_its_lane_does_not() -> None:
    graph = compiled(PHASES).graph
    for lanes, doer in (("phase", "Keeper"), ("department", "Keeper"), ("role", "")):
        diagram = workflow(graph, "sale", "en", lanes=lanes).blocks[0]
        assert isinstance(diagram, Swimlane)
        assert next(node.doer for node in diagram.nodes if node.id == "sale/pick") == doer


def test_the_table_of_steps_has_the_titles_of_the_phases() -> None:
    section = next(
        block
        for block in workflow(compiled(PHASES).graph, "sale", "en").blocks
        if isinstance(block, Section) and block.title == "Steps"
    )
    table = section.blocks[0]
    assert isinstance(table, Table)
    titles = [plain(r.cells[0].lines[0]) for r in table.rows if r.kind is RowKind.GROUP]
    assert titles == ["Quoting", "Closing"]
    assert table.group == "Phase"


def test_steps_that_follow_together_stand_in_the_order_of_their_numbers() -> None:
    graph = shop(
        "workflows: {w: {steps: {a: {next: {all: [c, b]}}, b: {end: true}, c: {end: true}}}}"
    )
    assert "2 b, 3 c (in parallel)" in table(workflow(graph, "w", "en"), "Steps")[0]
