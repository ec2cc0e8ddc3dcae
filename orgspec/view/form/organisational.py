"""The data of charters, workflows and agreements."""

from __future__ import annotations

from orgspec.view.form.shape import Facted, Listed, Shape, Told

MEETING = {
    "meeting": "name|note", "when": "when", "chair": "chair", "attendees": "attendees",
    "result_of_meeting": "result",
}  # fmt: skip
KPI = {
    "kpi": "name|note", "kpi_weight": "weight", "target": "target", "formula": "formula",
    "source": "source", "period": "period", "assessor": "assessor",
}  # fmt: skip
HANDOFF = {
    "c_handoff": "name|between", "h_artifacts": "artifacts[]", "h_limit": "limit",
    "h_acceptance": "accepted_when[]", "h_reject": "on_reject",
}  # fmt: skip
_PASSED = {
    "other_side": "with", "passes": "passes", "trigger": "trigger", "interface_limit": "limit",
    "accepted_when": "accepted_when[]",
}  # fmt: skip

CHARTER = Shape(
    facts=(
        Facted(
            "unit",
            "c_identification",
            {
                "unit_name": "name", "unit_kind": "kind", "unit_category": "category",
                "unit_above": "above", "unit_head": "head", "unit_posts": "headcount",
                "units_below": "below",
            },
            ("the department", "部门基本信息"),
        ),
    ),
    texts=(Told("mission", "c_mission", ("why the department exists", "部门使命")),),
    lists=(
        Listed(
            "duties",
            "c_functions",
            {
                "number": "number", "carrying_duty": "name|note", "accountable": "accountable[]",
                "done_by": "done_by[]", "deliverables": "deliverables[]",
            },
            ("the functions with the duties that carry them", "部门职能及承接的职责"),
            group="function",
        ),
        Listed(
            "posts",
            "c_posts",
            {
                "post": "name|note", "post_number": "number", "grade": "grade",
                "planned": "planned", "in_post": "in_post", "empty": "vacant", "over": "over",
                "holders": "holders",
            },
            ("posts, then the departments below", "岗位，之后为下级部门"),
            group="group",
        ),
        Listed("kpis", "c_kpis", KPI, ("KPIs of the department", "部门考核指标")),
        Listed(
            "receives", "c_interfaces", _PASSED,
            ("what the department receives", "接收的交接"), after="interface_in",
        ),
        Listed(
            "gives", "c_interfaces", _PASSED,
            ("what the department gives", "移交的交接"), after="interface_out",
        ),
        Listed(
            "workflows",
            "c_workflows",
            {"step": "step", "step_done_by": "done_by[]", "limit": "limit", "output": "output"},
            ("steps that the department does", "部门承担的流程步骤"),
            group="workflow",
        ),
        Listed("meetings", "c_meetings", MEETING, ("meetings", "会议")),
        Listed(
            "systems",
            "c_systems",
            {"system": "name|product", "used_for": "used_for", "system_owner": "owner"},
            ("systems in use", "使用的系统"),
        ),
        Listed(
            "risks",
            "c_risks",
            {
                "risk": "name|note", "risk_level": "level[]", "owner": "owner",
                "indicator": "indicator", "controls": "controls[]",
            },
            ("risks that it owns or keeps down", "负责或控制的风险"),
        ),
        Listed(
            "authorities",
            "c_authorities",
            {"authority": "name", "held_by": "held_by", "extent": "extent"},
            (
                "what its posts may decide; `name` stands once for several rows",
                "各岗位权限；同一事项连续多行时 `name` 只写一次",
            ),
        ),
    ),
)  # fmt: skip

WORKFLOW = Shape(
    facts=(
        Facted(
            "workflow",
            "s_facts",
            {
                "f_owner": "owner", "f_kind": "kind", "f_trigger": "trigger",
                "f_within": "within", "f_object": "object", "f_longest": "longest",
                "f_escalation": "escalation", "f_purpose": "purpose",
            },
            ("what holds of the whole; its name is `document.title`", "流程基本信息；名称为 `document.title`"),
        ),
    ),
    lists=(
        Listed(
            "steps",
            "s_steps",
            {
                "number": "number", "step": "name|note", "c_owner": "owner[]", "limit": "limit",
                "c_inputs": "inputs[]", "c_outputs": "outputs[]", "c_next": "next[]",
                "c_handoff": "handoffs[]", "c_escalation": "escalation[]",
            },
            ("the steps", "流程步骤"),
            group="group",
        ),
        Listed("handoffs", "s_handoffs", HANDOFF, ("its handoffs", "流程中的交接")),
        Listed(
            "all_handoffs", "s_all_handoffs", HANDOFF,
            ("all handoffs, on the map of the organisation", "全组织的交接（交接关系图）"),
        ),
    ),
)  # fmt: skip

AGREEMENT = Shape(
    texts=(
        Told("scope", "p_scope", ("what the agreement covers", "协议范围")),
        Told("terms", "p_terms", ("its terms, one on a line", "协议条款，每行一条")),
    ),
    lists=(
        Listed(
            "parties", "p_parties", {}, ("both sides, one fact a row", "双方信息，每行一项"),
            unkeyed=("label", "one", "other"),
        ),
        Listed(
            "steps",
            "p_workflows",
            {"step": "name", "limit": "limit", "output_and_handover": "output[]"},
            ("steps of joint workflows", "共同流程的步骤"),
            group="workflow",
            unkeyed=("one", "other"),
        ),
        Listed(
            "duties",
            "p_duties",
            {"number": "number", "item_of_work": "name", "others": "others"},
            ("duties in which both have letters", "双方都有字母的职责"),
            group="group",
            unkeyed=("one", "other"),
        ),
        Listed(
            "matters",
            "p_coordination",
            {
                "about": "about", "raised_by": "raised_by[]", "talks_with": "talks_with[]",
                "within_duty": "duty",
            },
            ("matters to coordinate", "协调事项"),
            holding="raised_by",
        ),
        Listed(
            "meetings", "p_coordination", MEETING, ("joint meetings", "联合会议"),
            holding="meeting",
        ),
        Listed(
            "contacts",
            "p_contacts",
            {
                "contact_post": "post", "unit_holder": "holder|details",
                "contact_for": "about",
            },
            ("whom to turn to", "联系人"),
            group="department",
        ),
        Listed(
            "levels",
            "p_escalation",
            {"ladder_level": "level", "ladder_who": "who", "ladder_when": "when"},
            ("levels of decision", "决策层级"),
            holding="ladder_level",
        ),
        Listed(
            "late",
            "p_escalation",
            {"late_by": "late_by", "goes_to": "goes_to"},
            ("where late steps go", "超时步骤的上报"),
            group="group",
            holding="late_by",
        ),
    ),
    made={
        "handoffs": (
            (
                "direction", "name", "passes", "trigger", "given_within", "needed_within",
                "giver", "taker", "channel", "escalation", "accepted_when", "on_reject",
            ),
            ("what each hands to the other, on which terms", "双方的交接及条件"),
        ),
    },
)  # fmt: skip
