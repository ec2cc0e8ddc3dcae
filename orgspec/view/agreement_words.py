"""The fixed words of agreements between departments, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

AGREEMENT_WORDS: Mapping[str, tuple[str, str]] = {
    "agreement": ("Agreement on cooperation", "分工协作协议"),
    "agreement_between": ("between {both}", "{both}"),
    "both": ("{one} and {other}", "{one}与{other}"),
    "both_apart": ("{one} and {other}", "{one}和{other}"),
    # sections
    "p_parties": ("The parties", "协议双方"),
    "p_scope": ("Purpose and scope", "目的与范围"),
    "p_handoffs": ("Handoffs", "工作交接"),
    "p_workflows": ("Joint workflows", "共同流程"),
    "p_duties": ("Division of duties", "职责分工"),
    "p_coordination": ("Coordination and meetings", "沟通协调与会议"),
    "p_contacts": ("Contacts", "对接人"),
    "p_escalation": ("Disputes and escalation", "争议处理与逐级上报"),
    "p_terms": ("Term and review", "执行、生效与复审"),
    "p_signatures": ("Signatures", "双方签署"),
    "clause": ("{section}.{n}", "（{n}）"),
    "item": ("{section}.{clause}.{n}", "{n}."),
    # parties and scope
    "unit_head": ("Head", "部门负责人"),
    "unit_holder": ("Held by", "现任"),
    "unit_above": ("Belongs to", "上级部门"),
    "unit_mission": ("Mission", "部门使命"),
    "unit_functions": ("Functions concerned", "涉及职能"),
    "purpose_text": (
        "This agreement settles how {both} divide their work, what each hands to the "
        "other and by when, and who answers for what, so that every task has somebody who answers "
        "for it and every handoff can be held against what was agreed.",
        "为明确{both}之间的分工、交接与时限，做到每项工作有人负责、每次交接有据可查，"
        "双方经协商订立本协议，共同遵守。",
    ),
    "scope_title": ("This agreement covers:", "本协议适用于以下事项："),
    "scope_handoffs": (
        "handoffs between the parties ({n}): {names}",
        "双方之间的工作交接（{n} 项）：{names}",
    ),
    "scope_workflows": (
        "workflows in which work passes between the parties ({n}): {names}",
        "工作在双方之间流转的流程（{n} 个）：{names}",
    ),
    "scope_duties": (
        "duties in which both parties take part ({n})",
        "双方共同承担或参与的职责（{n} 项）",
    ),
    "scope_coordination": (
        "matters that the parties coordinate ({n})",
        "需要双方协调沟通的事项（{n} 项）",
    ),
    "scope_rest": (
        "Whatever is not listed here follows the charters of the two departments and the "
        "responsibility matrix.",
        "本协议未列明的事项，按两部门的职能说明书和责任分配矩阵执行。",
    ),
    # handoffs
    "gives_to": ("From {giver} to {taker}", "{giver}移交{taker}"),
    "passes": ("Handed over", "交接物"),
    "trigger": ("Trigger", "触发条件"),
    "given_within": ("Given within", "移交时限"),
    "needed_within": ("Needed within", "送达时限"),
    "giver": ("Given by", "移交岗位"),
    "taker": ("Received by", "接收岗位"),
    "channel": ("Channel", "交接渠道"),
    "accepted_when": ("Accepted when", "验收标准"),
    "on_reject": ("If rejected", "拒收处理"),
    "escalation": ("Escalation", "超时上报"),
    "rung_after": ("{after} late: {to}", "超时 {after}，上报{to}"),
    "rung_at_once": ("when late: {to}", "超时即上报{to}"),
    "among_others": ("{names} and {n} more", "{names}等 {n} 项"),
    # joint workflows
    "flow_facts": ("Owner: {owner}", "流程负责人：{owner}"),
    "flow_within": ("overall limit: {limit}", "总时限：{limit}"),
    "output_and_handover": ("Output and handover", "输出与移交"),
    "hands_on": ("→ {unit}: {step}", "→ {unit}：{step}"),
    # duties
    "item_of_work": ("Duty", "工作事项"),
    "others": ("Others", "其他部门"),
    "duties_of": ("Duties of {unit}", "{unit}的职责"),
    "duties_elsewhere": ("Duties of other departments", "其他部门的职责"),
    # coordination and meetings
    "coordination_matters": ("Matters to coordinate", "协调事项"),
    "joint_meetings": ("Joint meetings", "共同会议"),
    "about": ("Matter", "事项"),
    "raised_by": ("Raised by", "发起方"),
    "talks_with": ("With", "协调对象"),
    "within_duty": ("Part of the duty", "所属职责"),
    # contacts
    "contact_post": ("Post", "岗位"),
    "contact_for": ("For", "对接事项"),
    "head_in_all": ("All matters, as head of the department", "部门负责人，统筹协调"),
    # escalation
    "ladder_level": ("Level", "级别"),
    "ladder_who": ("Decides", "处理人"),
    "ladder_when": ("When", "适用情形"),
    "ladder_contacts": ("The contacts of both parties", "双方对接人"),
    "ladder_contacts_when": (
        "A matter is in dispute, or a limit is about to be missed: they settle it between them.",
        "出现分歧，或预计不能按时完成时，先由双方对接人协商解决。",
    ),
    "ladder_heads_when": (
        "The contacts do not agree, or a limit has been missed.",
        "对接人协商不成，或已经超过时限的，由双方部门负责人协商解决。",
    ),
    "ladder_common_when": (
        "The heads do not agree: the common superior decides, and both parties follow.",
        "部门负责人仍不能达成一致的，由共同上级裁定，双方执行。",
    ),
    "ladder_steps": ("Levels of decision", "逐级处理"),
    "ladder_flows": ("Late steps of joint workflows", "共同流程步骤超时上报"),
    "ladder_handoffs": (
        "Where a handoff states its own escalation, that one applies.",
        "各项交接另行约定超时上报的，从其约定。",
    ),
    "late_by": ("Late by", "超时"),
    "at_once": ("at once", "立即"),
    "result_of_meeting": ("Outcome", "会议成果"),
    "goes_to": ("Goes to", "上报给"),
    "superior_of_step": ("The superior of whoever does the step", "步骤执行人的直接上级"),
    "head_of_step": ("The head of the department that does the step", "步骤执行部门的负责人"),
    "owner_of_flow": ("{owner} (owner of the workflow)", "{owner}（流程负责人）"),
    # terms
    "term_acceptance": (
        "The receiver accepts what is handed over against the criteria stated here. What does not "
        "meet them goes back with the reason given, is put right and handed over again.",
        "接收方按约定的验收标准验收；不符合标准的，应说明理由并按约定退回，移交方补正后重新移交。",
    ),
    "term_time": (
        "Limits count working time, {hours} hours a day and {days} days a week, unless they are "
        "stated in calendar or clock time or belong to an emergency workflow.",
        "时限按工作时间计算（每日 {hours} 小时，每周 {days} 天）；注明自然时间的，以及应急流程中的时限除外。",
    ),
    "term_calendar": (
        "Limits in hours count working time, {hours} hours a day; days are calendar days unless "
        "they are stated as working days.",
        "以小时计的时限按工作时间计算（每日 {hours} 小时）；以天计的时限为自然日，注明工作日的除外。",
    ),
    "term_effective": (
        "This agreement is in force from {date}.",
        "本协议自 {date} 起生效。",
    ),
    "term_signed": (
        "This agreement is in force from the day on which both parties have signed it.",
        "本协议自双方签署之日起生效。",
    ),
    "term_review": ("It is reviewed every{period}.", "本协议每{period}复审一次。"),
    "term_review_by": (
        "It is reviewed every{period}, next by {date}.",
        "本协议每{period}复审一次，下次复审不迟于 {date}。",
    ),
    "term_by": ("It is reviewed by {date} at the latest.", "本协议的下次复审不迟于 {date}。"),
    "term_change": (
        "If functions, posts or workflows of a party change, the parties revise this agreement "
        "before the change takes effect.",
        "任何一方的职能、岗位或流程发生变动，双方应在变动生效前修订本协议。",
    ),
    "term_promise": (
        "We have read this agreement, agree to it, and see to it that it is kept in our departments.",
        "双方已阅读并同意本协议的全部内容，并负责在本部门贯彻执行。",
    ),
    "sign_for": ("{unit} · {post}", "{unit} · {post}"),
    "sign_common": ("Approved by · {post}", "批准 · {post}"),
}
"""Word -> how it reads in English and in Chinese."""
