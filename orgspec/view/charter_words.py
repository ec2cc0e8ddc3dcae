"""The fixed words of the charters of departments, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

CHARTER_WORDS: Mapping[str, tuple[str, str]] = {
    "charter": ("Department charter", "部门职能说明书"),
    # sections
    "c_identification": ("Identification", "部门基本信息"),
    "c_mission": ("Mission", "部门使命"),
    "c_position": ("Place in the organisation", "组织位置"),
    "c_functions": ("Functions and duties", "部门职能与职责"),
    "c_posts": ("Posts and headcount", "岗位与编制"),
    "c_kpis": ("Key performance indicators", "绩效考核指标"),
    "c_interfaces": ("Interfaces", "协作接口"),
    "c_workflows": ("Part in workflows", "参与的流程"),
    "c_meetings": ("Meetings", "会议"),
    "c_systems": ("Systems", "使用的系统"),
    "c_risks": ("Risks", "风险与控制"),
    "c_authorities": ("Authorities", "部门权限"),
    "c_revisions": ("Revision record", "修订记录"),
    "c_signatures": ("Approval and signatures", "签字确认"),
    # identification
    "unit_name": ("Department", "部门名称"),
    "unit_kind": ("Kind", "部门类型"),
    "unit_category": ("Category", "部门类别"),
    "category_core": ("Core", "核心"),
    "category_support": ("Support", "辅助"),
    "units_below": ("Departments below", "下级部门"),
    "unit_posts": ("Headcount", "部门编制"),
    "unit_posts_below": ("{own}; {all} with all below", "{own}；含下级共 {all}"),
    # functions
    "carrying_duty": ("Duty", "承接职责"),
    "accountable": ("Answers for it", "负责人"),
    "done_by": ("Done by", "执行"),
    "serves": ("serves: {names}", "服务于{names}"),
    "no_function": ("Further duties", "其他职责"),
    # posts
    "below": ("Departments below, with all below them", "下级部门（含其下级）"),
    # interfaces
    "interface_in": ("Receives", "接收"),
    "interface_out": ("Gives", "移交"),
    "other_side": ("Counterpart", "协作方"),
    "interface_limit": ("Limit", "时限"),
    # workflows
    "step_done_by": ("Post", "岗位"),
    # systems
    "system": ("System", "系统"),
    "used_for": ("Used for", "用途"),
    "system_owner": ("Owner", "责任人"),
    # risks
    "risk_level": ("Level", "风险等级"),
    # authorities
    "held_by": ("Held by", "持有岗位"),
    # signatures
    "sign_head": ("Head of the department", "部门负责人"),
    "sign_above": ("Superior", "上级领导"),
}
"""Word -> how it reads in English and in Chinese."""
