"""Authorities, separations of duties and risks: who may decide what, and what guards it."""

from typing import Annotated, ClassVar

from orgspec.model.entity import Entity, entity
from orgspec.model.fields import (
    Amount,
    Date,
    LocalText,
    Many,
    Reference,
    Short,
    Word,
    about,
    choice,
)
from orgspec.model.shorthand import ID_SCHEMA, named_by
from orgspec.model.values.incompatible_words import LIBRARIES

RoleList = Annotated[tuple[Annotated[Word, Reference("role")], ...], Many()]


@entity
class Level:
    """Who decides between two amounts: from `over` exclusive up to `up_to` inclusive."""

    role: RoleList = about(
        "Role",
        "岗位",
        "Who decides; several: any of them.",
        "由谁决定；多个表示任一。",
        required=True,
    )
    over: Amount | None = about(
        "Over", "高于", "The level before by default.", "默认为上一级的额度。"
    )
    up_to: Amount | None = about(
        "Up to", "不超过", "Without it the level is open.", "不写表示不设上限。"
    )
    propose: RoleList = about("Propose", "提出", default=())
    review: RoleList = about("Review", "审核", default=())
    condition: LocalText | None = about("Condition", "条件")


@entity
class Stage:
    """A stage of an authority's order: who proposes, who reviews, then the approval."""

    propose: RoleList = about("Propose", "提出", default=())
    review: RoleList = about("Review", "审核", default=())
    approve: RoleList = about(
        "Approve",
        "审批",
        "The lowest level that reaches the amount by default.",
        "默认为额度足够的最低一级。",
        default=(),
    )


def _stage(value: object) -> object:
    """A bare word names the stage, done by whom the level says."""
    return {value: None} if isinstance(value, str) else value


@entity
class Authority(Entity):
    """A right to decide, with limits (权限)."""

    kind: ClassVar[str] = "authority"

    measure: Word | None = about(
        "Measure", "计量", "What its amounts are counted in.", "额度的计量单位。"
    )
    levels: Annotated[
        tuple[Annotated[Level, named_by("role")], ...],
        Many(),
    ] = about("Levels", "权限层级", "From the lowest to the highest.", "由低到高。", default=())
    max: Amount | None = about("Max", "上限", "Nobody may go beyond.", "任何人不得超过。")
    order: Annotated[tuple[Annotated[Stage, Short(_stage, ID_SCHEMA)], ...], Many()] = about(
        "Order",
        "审批顺序",
        "Propose, review, approve (提出 / 审核 / 审批).",
        "提出、审核、审批。",
        default=(),
    )
    denied: RoleList = about(
        "Denied", "禁止", "Roles that must never hold it.", "不得持有该权限的岗位。", default=()
    )
    when_vacant: Annotated[Word, Reference("role", words=("up-one-level",))] | None = about(
        "When vacant", "空缺时", "`up-one-level` or a role.", "`up-one-level` 或某岗位。"
    )


@entity
class Acceptance:
    """A conflict that is known and lived with, and what guards it."""

    control: LocalText | None = about("Control", "控制措施")
    owner: Annotated[Word, Reference("role", "person")] | None = about("Owner", "负责人")
    reason: LocalText | None = about("Reason", "理由")
    until: Date | None = about("Until", "截止")
    for_: Annotated[tuple[Annotated[Word, Reference("role", "person")], ...], Many()] = about(
        "For",
        "适用",
        "Roles or people; all by default.",
        "适用的岗位或人员；默认全部。",
        default=(),
        alias="for",
    )


@entity
class Separation(Entity):
    """Duties that must not lie in one hand (不相容职务)."""

    kind: ClassVar[str] = "separation"

    between: Annotated[tuple[Annotated[Word, Reference("duty", "step")], ...], Many()] = about(
        "Between",
        "分离对象",
        "Duties or steps of which nobody may do two.",
        "任何人不得兼做的职责或步骤。",
        default=(),
    )
    object: Annotated[Word, Reference("artifact", free=True)] | None = about("Object", "对象")
    actions: Annotated[tuple[Word, ...], Many()] = about(
        "Actions", "动作类", "Verb classes on the object.", "对该对象的动作类别。", default=()
    )
    use: Annotated[str, choice(*LIBRARIES)] | None = about(
        "Use", "引用", "A shipped library.", "引用内置的分离清单。", choices=tuple(LIBRARIES)
    )
    accepted: Annotated[tuple[Acceptance, ...], Many()] = about("Accepted", "已接受", default=())


@entity
class Control:
    """What keeps a risk down, and who or what carries it."""

    name: LocalText | None = about("Name", "名称")
    duty: Annotated[Word, Reference("duty")] | None = about("Duty", "职责")
    step: Annotated[Word, Reference("step")] | None = about("Step", "步骤")
    meeting: Annotated[Word, Reference("meeting")] | None = about("Meeting", "会议")
    system: Annotated[Word, Reference("system")] | None = about("System", "系统")
    partner: Annotated[Word, Reference("partner")] | None = about("Partner", "合作方")


LEVELS = ("low", "medium", "high")


@entity
class Risk(Entity):
    """What may go wrong, who watches it, and what is done about it."""

    kind: ClassVar[str] = "risk"

    category: LocalText | None = about("Category", "类别")
    likelihood: Annotated[str, choice(*LEVELS)] | None = about(
        "Likelihood", "可能性", choices=LEVELS
    )
    impact: Annotated[str, choice(*LEVELS)] | None = about("Impact", "影响", choices=LEVELS)
    owner: Annotated[Word, Reference("role")] | None = about("Owner", "负责人")
    indicator: LocalText | None = about(
        "Indicator", "预警指标", "What warns early.", "提前预警的信号。"
    )
    controls: Annotated[
        tuple[Annotated[Control, named_by("name")], ...],
        Many(),
    ] = about("Controls", "控制措施", default=())
    contingency: Annotated[Word, Reference("workflow")] | None = about(
        "Contingency", "应急流程", "A workflow.", "发生时启动的流程。"
    )
    accepted: Acceptance | None = about("Accepted", "已接受")
