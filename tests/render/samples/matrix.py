"""The sample responsibility matrix."""

from __future__ import annotations

from orgspec.document import (
    Document,
    Letter,
    Matrix,
    MatrixCell,
    MatrixColumn,
    MatrixRow,
)
from tests.render.samples.words import PAGE_LABELS

_LETTERS = {
    "zh": (
        Letter("A", "最终负责", "A"),
        Letter("R", "执行", "R"),
        Letter("C", "咨询", "C"),
        Letter("I", "知会", "I"),
    ),
    "en": (
        Letter("A", "Accountable", "A"),
        Letter("R", "Responsible", "R"),
        Letter("C", "Consulted", "C"),
        Letter("I", "Informed", "I"),
    ),
}

_MATRIX_LABELS = {
    "zh": {
        "activity": "活动 / 交付",
        "group": "阶段",
        "number": "序",
        "check": "检查",
        "total": "合计",
        "filter": "筛选",
        "filter_hint": "输入活动名称",
        "party": "角色",
        "all_parties": "全部角色",
        "theme": "切换深浅色",
        "findings": "发现的问题",
        "accountable_and_responsible": "负责并执行",
    },
    "en": {
        "activity": "Activity / deliverable",
        "group": "Phase",
        "number": "No.",
        "check": "Check",
        "total": "Total",
        "filter": "Filter",
        "filter_hint": "Type the name of an activity",
        "party": "Party",
        "all_parties": "All parties",
        "theme": "Dark or light",
        "findings": "Findings",
        "accountable_and_responsible": "Accountable and responsible",
    },
}

_ROW_FINDING = {
    "zh": "RAC014 · 负责人不在本部门",
    "en": "RAC014 · accountable from another department",
}

_PARTIES = (
    ("外贸部经理", "Head of foreign trade", "外贸部", "Foreign trade", 0),
    ("海外市场主管", "Overseas market supervisor", "市场开发组", "Market development", 1),
    ("外贸业务员", "Trade representative", "市场开发组", "Market development", 1),
    ("客服与订单主管", "Customer and order supervisor", "客户服务组", "Customer service", 2),
    ("跟单员", "Order clerk", "客户服务组", "Customer service", 2),
    ("单证员", "Documents clerk", "单证与物流组", "Documents and logistics", 3),
    ("物流与报关专员", "Logistics and customs", "单证与物流组", "Documents and logistics", 3),
    ("风控合规主管", "Risk and compliance", "风控组", "Risk", 4),
    ("财务部", "Finance", "财务部", "Finance", 5),
    ("生产计划部", "Production planning", "生产计划部", "Production planning", 5),
)

_ACTIVITIES = (
    (
        "市场调研与客户筛选",
        "Market research",
        "客户开发",
        "Winning customers",
        "I A R - - - - C - -",
    ),
    (
        "询盘响应与首次报价",
        "Enquiry and first quotation",
        "客户开发",
        "Winning customers",
        "I A R C - - - - C -",
    ),
    (
        "客户信用评估与授信",
        "Credit assessment",
        "客户开发",
        "Winning customers",
        "A C C - - - - R C -",
    ),
    (
        "报价审批（毛利率 < 12%）",
        "Approval of margins < 12%",
        "签约",
        "Contract",
        "A R C - - - - C C -",
    ),
    ("合同起草与会签", "Contract and countersigning", "签约", "Contract", "A C R I - C - C C -"),
    ("订单确认与系统录入", "Order confirmation", "订单执行", "Order", "I I C A R I - - I C"),
    ("排产与交期确认", "Production slot and date", "订单执行", "Order", "I - I A R - I - - C"),
    (
        "生产进度跟踪与质检协调",
        "Progress and quality control",
        "订单执行",
        "Order",
        "I - I A R - - - - C",
    ),
    (
        "订舱、装柜与报关",
        "Booking, loading and customs",
        "出运",
        "Shipment",
        "- - I C C C AR I - I",
    ),
    ("制单与审单（L/C、T/T）", "Documents (L/C, T/T)", "出运", "Shipment", "- I C I C AR C - I -"),
    ("收汇、核销与退税", "Receipt and tax refund", "收汇", "Payment", "I - C - - R - I A -"),
    ("应收逾期预警与催收", "Overdue receivables", "收汇", "Payment", "A C R - - - - R C -"),
    ("客户投诉与售后处理", "Complaints", "售后", "After sales", "I C C A R - I I - C"),
    ("月度经营分析会", "Monthly business review", "管理", "Management", "A R C R I - - C C I"),
)


def _cells(letters: str) -> tuple[MatrixCell, ...]:
    """The cells of a row from its letters, `-` for none."""
    return tuple(
        MatrixCell() if sign == "-" else MatrixCell(tuple(sign)) for sign in letters.split()
    )


def _with_finding(row: MatrixRow, index: int, finding: str) -> MatrixRow:
    """A row with a finding in one of its cells."""
    cells = list(row.cells)
    cells[index] = MatrixCell(cells[index].letters, finding)
    return MatrixRow(row.title, tuple(cells), row.group, row.finding)


def matrix(locale: str) -> Document:
    """A responsibility matrix of fourteen activities and ten parties, with two findings."""
    zh = locale == "zh"
    titles = [row[0] if zh else row[1] for row in _ACTIVITIES]
    groups = [row[2] if zh else row[3] for row in _ACTIVITIES]
    cells = [_cells(row[4]) for row in _ACTIVITIES]
    rows = [
        MatrixRow(title, row, group)
        for title, row, group in zip(titles, cells, groups, strict=True)
    ]
    rows[1] = _with_finding(rows[1], 2, "RAC010 · " + ("执行者过多" if zh else "too many do it"))
    rows[9] = MatrixRow(
        rows[9].title, rows[9].cells, rows[9].group, _ROW_FINDING["zh" if zh else "en"]
    )
    columns = tuple(
        MatrixColumn(column[0] if zh else column[1], column[2] if zh else column[3], column[4])
        for column in _PARTIES
    )
    block = Matrix(columns, tuple(rows), _LETTERS[locale], _MATRIX_LABELS[locale])
    return Document(
        title="RACI 责任分配矩阵" if zh else "RACI responsibility matrix",
        locale=locale,
        organisation="××进出口有限公司" if zh else "Harbour Trading Ltd",
        blocks=(block,),
        subject="外贸部" if zh else "Foreign trade",
        subtitle="外贸部 · 14 项活动 × 10 个角色"
        if zh
        else "Foreign trade · 14 activities × 10 roles",
        running="版本 2025.10 · 生效 2025-10-01" if zh else "Version 2025.10 · in force 2025-10-01",
        footer=("外贸部 RACI 矩阵", "内部资料 · 请勿外传")
        if zh
        else ("Foreign trade RACI", "Internal · do not pass on"),
        landscape=True,
        labels=PAGE_LABELS[locale],
    )
