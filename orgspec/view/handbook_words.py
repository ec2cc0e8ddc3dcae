"""The fixed words of the handbook, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

HANDBOOK_WORDS: Mapping[str, tuple[str, str]] = {
    "handbook": ("Organisation handbook", "组织手册"),
    "hb_of_unit": ("{name}: handbook", "{name}组织手册"),
    "contents": ("Contents", "目录"),
    "hb_part": ("Part {n}", "第{n}部分"),
    "hb_organisation": ("Organisation", "组织与编制"),
    "hb_departments": ("Department charters", "部门职能"),
    "hb_jobs": ("Job descriptions", "岗位说明书"),
    "hb_matrices": ("Responsibility matrix", "责任分配矩阵"),
    "hb_workflows": ("Workflows", "业务流程"),
    "hb_agreements": ("Agreements on cooperation", "分工协作协议"),
    "hb_kpis": ("Key performance indicators", "绩效考核"),
    "hb_authorities": ("Authorities", "审批权限"),
    "hb_risks": ("Risks", "风险管理"),
    "hb_meetings": ("Meetings", "会议管理"),
    "hb_glossary": ("Glossary", "术语表"),
    "hb_index": ("Index of posts", "岗位索引"),
    "hb_unit_list": ("Departments", "部门一览"),
    "hb_volumes": ("Volumes of this handbook", "分册一览"),
    "hb_unit": ("Department", "部门"),
    "hb_head": ("Head", "负责人"),
    "hb_mission": ("Mission", "使命"),
    "hb_agreement_list": ("List of agreements", "协议清单"),
    "hb_number": ("No.", "序号"),
    "hb_one": ("First party", "甲方部门"),
    "hb_other": ("Second party", "乙方部门"),
    "hb_handoffs": ("Handoffs", "交接项"),
    "hb_duties": ("Shared duties", "共担职责"),
    "hb_crossings": ("Workflow steps passed on", "流程交接"),
    "hb_legal_name": ("Legal name", "法定名称"),
}
