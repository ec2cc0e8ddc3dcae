"""The fixed words of documents, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from orgspec.view.agreement_words import AGREEMENT_WORDS
from orgspec.view.chart_words import CHART_WORDS
from orgspec.view.charter_words import CHARTER_WORDS
from orgspec.view.handbook_words import HANDBOOK_WORDS
from orgspec.view.head_words import HEAD_WORDS
from orgspec.view.label import Label
from orgspec.view.matrix_words import MATRIX_WORDS
from orgspec.view.table_words import TABLE_WORDS
from orgspec.view.workflow_words import WORKFLOW_WORDS

_WORDS: Mapping[str, tuple[str, str]] = {
    # documents
    "org_chart": ("Organisation chart", "组织架构图"),
    "department_chart": ("{name}: organisation chart", "{name}组织架构图"),
    "raci": ("Responsibility matrix (RACI)", "责任分配矩阵（RACI）"),
    "raci_scheme": ("Responsibility matrix ({scheme})", "责任分配矩阵（{scheme}）"),
    "job_description": ("Job description", "岗位说明书"),
    "page": ("Page {page} of {pages}", "第 {page} 页 / 共 {pages} 页"),
    "generated": ("Made by orgspec", "由 orgspec 生成"),
    "draft": ("DRAFT", "草稿"),
    "version": ("Version {version}", "版本 {version}"),
    "effective": ("Effective {date}", "生效 {date}"),
    "none": ("—", "—"),
    # chart
    "established": ("Posts {n}", "编制 {n}"),
    "filled": ("Filled {n}", "在岗 {n}"),
    "vacant": ("Vacant {n}", "空缺 {n}"),
    "pill_both": ("{filled} / {planned}", "编 {filled} / {planned}"),
    "pill": ("{n} posts", "编 {n}"),
    "pill_one": ("{n} post", "编 {n}"),
    "recruiting": ("To be filled", "招聘中"),
    "vacant_initial": ("?", "缺"),
    "pill_vacant": ("{pill} · {n} vacant", "{pill} · 空缺 {n}"),
    "vacant_pill": ("Vacant", "空缺"),
    "vacant_post": ("Vacant post", "空缺岗位"),
    "solid": ("Reports to", "直线汇报"),
    "dotted": ("Dotted line", "虚线汇报"),
    "roles_count": ("{n} roles", "{n} 个岗位"),
    "roles_count_one": ("{n} role", "{n} 个岗位"),
    "acting": ("{name} (acting)", "{name}（代理）"),
    # matrix
    "activity": ("Activity", "活动 / 职责"),
    "group": ("Group", "分组"),
    "number": ("No.", "序"),
    "check": ("One A", "A 校验"),
    "total": ("Total", "合计"),
    "filter": ("Filter", "筛选活动"),
    "filter_hint": ("Name of an activity…", "输入活动名称…"),
    "party": ("Party", "角色"),
    "all_parties": ("All parties", "全部角色"),
    "theme": ("Dark", "切换深色"),
    "findings": ("Findings", "检查发现"),
    "accountable_and_responsible": ("Accountable and responsible", "负责并执行"),
    "activities": ("{n} activities", "{n} 项活动"),
    "activities_one": ("{n} activity", "{n} 项活动"),
    "parties": ("{n} parties", "{n} 个角色"),
    "parties_one": ("{n} party", "{n} 个角色"),
    "other": ("Other", "其他"),
    # job description: sections
    "s_identification": ("Identification", "岗位基本信息"),
    "s_purpose": ("Purpose", "岗位目的"),
    "s_position": ("Position in the organisation", "组织位置"),
    "s_duties": ("Duties and standards", "主要职责与考核标准"),
    "s_workflows": ("Part in workflows", "参与的流程"),
    "s_authorities": ("Authorities", "岗位权限"),
    "s_relations": ("Working relations", "工作协作关系"),
    "s_kpis": ("Key performance indicators", "绩效考核指标"),
    "s_qualifications": ("Qualifications", "任职资格"),
    "s_conditions": ("Working conditions", "工作条件"),
    "s_career": ("Career and development", "职业发展与培养"),
    "s_scenarios": ("Typical scenarios", "典型工作场景"),
    "s_terms": ("Terms", "相关术语"),
    "s_revisions": ("Revision record", "修订记录"),
    "s_signatures": ("Approval and signatures", "签字确认"),
    # job description: labels
    "post": ("Post", "岗位名称"),
    "post_number": ("Post number", "岗位编号"),
    "department": ("Department", "所属部门"),
    "grade": ("Grade", "职级"),
    "superior": ("Reports to", "直接上级"),
    "subordinates": ("Direct reports", "直接下级"),
    "dotted_superior": ("Dotted line to", "虚线上级"),
    "headcount": ("Headcount", "编制人数"),
    "deputy": ("Deputy", "代理人"),
    "holders": ("Holders", "任职者"),
    "doc_version": ("Version", "版本"),
    "location": ("Location", "工作地点"),
    "people_count": ("{n}", "{n} 人"),
    "people_full": ("{n} (all filled)", "{n} 人（满编）"),
    "people_full_one": ("{n} (filled)", "{n} 人（满编）"),
    "people_filled": (
        "{n} ({filled} filled, {vacant} vacant)",
        "{n} 人（在岗 {filled} 人，空缺 {vacant} 人）",
    ),
    "duty": ("Duty", "职责"),
    "tasks": ("Tasks", "工作内容"),
    "deliverables": ("Deliverables", "工作成果"),
    "coordination": ("Coordination", "协调沟通"),
    "coordinate_with": ("With {party}: {about}", "与{party}：{about}"),
    "coordinate_only": ("With {party}", "与{party}协调"),
    "standards": ("Standards", "考核标准"),
    "weight": ("{n} of time", "工时 {n}"),
    "priority_primary": ("Primary duties", "主要职责"),
    "priority_secondary": ("Secondary duties", "次要职责"),
    "priority_routine": ("Routine duties", "日常职责"),
    "priority_none": ("Duties", "职责"),
    "answers_for": ("Answers for the duties of others", "对他人执行的职责负责"),
    "letter": ("Letter", "责任"),
    "workflow": ("Workflow", "流程"),
    "step": ("Step", "步骤"),
    "part": ("Part", "承担"),
    "limit": ("Limit", "时限"),
    "output": ("Output", "输出"),
    "authority": ("Authority", "权限"),
    "extent": ("Extent", "范围"),
    "up_to": ("decides up to {amount}", "决定权：不超过 {amount}"),
    "over_up_to": ("decides over {over} up to {amount}", "决定权：高于 {over}，不超过 {amount}"),
    "over_open": ("decides over {over}", "决定权：高于 {over}"),
    "open": ("decides without limit", "决定权：不设上限"),
    "max": ("never beyond {amount}", "任何人不得超过 {amount}"),
    "proposes": ("proposes", "提出"),
    "reviews": ("reviews", "审核"),
    "denied": ("must not hold it", "不得持有"),
    "within": ("{matter} (within {limit})", "{matter}（{limit}内）"),
    "counterpart": ("Counterpart", "对象"),
    "matter": ("What passes, about what", "交接物 / 事项"),
    "upstream": ("Receives from", "上游"),
    "downstream": ("Gives to", "下游"),
    "works_with": ("Works with", "协作"),
    "outside": ("Outside", "外部"),
    "acceptance": ("accepted when {criteria}", "验收：{criteria}"),
    "kpi": ("Indicator", "指标"),
    "kpi_weight": ("Weight", "权重"),
    "target": ("Target", "目标值"),
    "formula": ("Formula or standard", "计算公式 / 评价标准"),
    "source": ("Source", "数据来源"),
    "period": ("Period", "周期"),
    "assessor": ("Assessor", "考核人"),
    "education": ("Education", "学历"),
    "experience": ("Experience", "经验"),
    "skills": ("Skills", "技能"),
    "languages": ("Languages", "语言"),
    "certificates": ("Certificates", "证书"),
    "traits": ("Traits", "素质"),
    "hours": ("Hours", "工作时间"),
    "travel": ("Travel", "出差"),
    "environment": ("Environment", "工作环境"),
    "equipment": ("Equipment", "工具设备"),
    "career_from": ("Comes from", "来源岗位"),
    "career_to": ("Leads to", "发展方向"),
    "development": ("Development", "培养项目"),
    "situation": ("Situation", "背景与任务"),
    "actions": ("Actions", "工作操作"),
    "result": ("Result", "交付成果"),
    "term": ("Term", "术语"),
    "definition": ("Definition", "定义"),
    "date": ("Date", "日期"),
    "change": ("Change", "修订内容"),
    "sign_holder": ("Holder", "任职者"),
    "sign_superior": ("Superior", "直接上级"),
    "sign_hr": ("Human resources", "人力资源部"),
    "sign_name": ("Signature", "签字"),
    "comma": (", ", "、"),
    "semicolon": ("; ", "；"),
    "colon": (": ", "："),
    "numbers": (
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16",
        "一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六",
    ),
    "section": ("{n}. ", "{n}、"),
    **TABLE_WORDS,
    **CHART_WORDS,
    **MATRIX_WORDS,
    **CHARTER_WORDS,
    **AGREEMENT_WORDS,
    **WORKFLOW_WORDS,
    **HANDBOOK_WORDS,
    **HEAD_WORDS,
}


@cache
def _fixed(word: str, chinese: bool) -> Label:
    """A word as it stands in one language."""
    return Label(_WORDS[word][chinese], word)


@cache
def _numerals(chinese: bool) -> tuple[str, ...]:
    """The first numerals in one language."""
    return tuple(_fixed("numbers", chinese).split())


class Words:
    """The fixed words in one language."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.chinese = locale.lower().startswith("zh")

    def __call__(self, word: str, **values: object) -> str:
        """A word, with values filled in; it remembers its key."""
        fixed = _fixed(word, self.chinese)
        return Label(fixed.format_map(values), word) if values else fixed

    def counted(self, word: str, n: Decimal | int, shown: str = "") -> str:
        """A word with a number before it, in the singular up to one; `shown` is how `n` stands."""
        return self(f"{word}_one" if 0 < n <= 1 else word, n=shown or n)

    def section(self, index: int) -> str:
        """The number of a section, from 0, as it is written before its title."""
        return self("section", n=self.numeral(index))

    def numeral(self, index: int) -> str:
        """A place in a row, from 0, as a numeral: 一, 1."""
        numbers = _numerals(self.chinese)
        return numbers[index] if index < len(numbers) else str(index + 1)

    def join(self, texts: list[str] | tuple[str, ...]) -> str:
        """Names in a row."""
        return self("comma").join(text for text in texts if text)
