"""The fixed words of responsibility matrices, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

MATRIX_WORDS: Mapping[str, tuple[str, str]] = {
    "raci_plain": ("Responsibility matrix", "责任分配矩阵"),
    "double": ("{first} and {second}", "{first}并{second}"),
    "all_letters": ("All letters", "全部字母"),
    "all_departments": ("All departments", "全部部门"),
    "all_activities": ("All activities", "全部活动"),
    "filter_party": ("Filter", "筛选角色"),
    "filter_party_hint": ("Name of a party…", "输入角色名称…"),
    "reset": ("Show all", "显示全部"),
    "none_found": ("Nothing fits these filters.", "没有符合筛选条件的行。"),
    "shown": ("{shown} of {all} shown", "显示 {shown} / {all}"),
    "sources": ("Where the letters come from", "字母的出处"),
    "step_row": ("Step", "步骤"),
    "all_steps": ("All steps", "全部步骤"),
    "filter_step": ("Filter", "筛选步骤"),
    "filter_step_hint": ("Name of a step…", "输入步骤名称……"),
    "matrix_steps": ("{n} steps", "{n} 个步骤"),
    "matrix_steps_one": ("{n} step", "{n} 个步骤"),
    "with_limit": ("{name} ({limit})", "{name}（{limit}）"),
    # how a letter came to its cell
    "on_duty": ("written on the duty", "写在职责上"),
    "on_step": ("written on the step", "写在步骤上"),
    "over_duty": ("the step overrides its duty", "步骤改写了所属职责"),
    "from_duty": ("taken from the duty: {name}", "沿用职责“{name}”"),
    "from_authority": ("decided by the authority: {name}", "由权限“{name}”的层级决定"),
    "from_workflow": ("owner of the workflow: {name}", "流程“{name}”的负责人"),
    "by_head": ("the department stands for its head, {name}", "部门由其负责人{name}承担"),
    "by_members": ("the department stands for all its members", "知会部门全体成员"),
    "by_post": ("the person stands for the post {name}", "人员按其岗位{name}承担"),
    "unknown_party": ("nothing is declared under this name", "没有声明这一名称"),
}
