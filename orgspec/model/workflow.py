"""Workflows: steps, who owns each, how long it may take, and what follows."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from orgspec.model.duty import PARTIES, Artifacts, Raci
from orgspec.model.entity import Entity, entity
from orgspec.model.fields import (
    Amount,
    Duration,
    Flag,
    LocalText,
    Many,
    Reference,
    Short,
    Texts,
    Whole,
    Word,
    about,
    choice,
)
from orgspec.model.mistakes import wrong
from orgspec.model.shorthand import ID_SCHEMA, named_by

STEP_KINDS = ("work", "event", "gateway")


@entity
class Rung:
    """A rung of an escalation ladder: to whom, how long after the missed limit."""

    to: Annotated[Word, Reference("role", words=("superior", "owner", "head"))] = about(
        "To",
        "上报给",
        "A role, `superior`, `owner` or `head`.",
        "岗位，或 `superior`、`owner`、`head`。",
        required=True,
    )
    after: Duration | None = about(
        "After", "超时后", "Counted from the missed limit.", "从超过时限起计。"
    )


Ladder = Annotated[
    tuple[Annotated[Rung, named_by("to")], ...],
    Many(),
]


@entity
class Transition:
    """An edge out of a step, to one step or (`all`) to several at once."""

    to: Annotated[Word, Reference("step", local=True)] | None = about("To", "下一步")
    all: Annotated[tuple[Annotated[Word, Reference("step", local=True)], ...], Many()] = about(
        "All", "并行", "Steps that begin together.", "同时开始的步骤。", default=()
    )
    when: LocalText | None = about(
        "When", "条件", "The condition of this branch.", "走此分支的条件。"
    )
    otherwise: Flag = about(
        "Otherwise", "否则", "The branch for all other cases.", "其余情况走此分支。", default=False
    )
    at_most: Whole | None = about(
        "At most", "最多次数", "How often a loop is taken.", "循环最多走几次。"
    )

    @property
    def targets(self) -> tuple[str, ...]:
        """The steps that this edge leads to, as written."""
        return self.all or ((self.to,) if self.to else ())


def _transition(value: Any) -> Any:
    """A step's id stands for an edge to it; an edge must lead somewhere."""
    if isinstance(value, str):
        return {"to": value}
    if isinstance(value, Mapping) and value.get("to") is None and value.get("all") is None:
        raise wrong("the key `to` is missing here", "此处缺少键 `to`", "SYN008")
    return value


@entity
class AuthorityUse:
    """An authority that a step takes, up to an amount."""

    id: Annotated[Word, Reference("authority")] = about("Authority", "权限", required=True)
    up_to: Amount | None = about(
        "Up to", "额度", "The amount that the step goes up to.", "该步骤涉及的最高额度。"
    )


@entity
class Step(Entity):
    """One step of a workflow; its id is `workflow/step`."""

    kind: ClassVar[str] = "step"

    duty: Annotated[Word, Reference("duty")] | None = about(
        "Duty",
        "所属职责",
        "The duty whose letters and artifacts it takes.",
        "沿用其字母与产物的职责。",
    )
    raci: Raci = about(
        "RACI",
        "责任矩阵",
        "Letters that override those of the duty.",
        "覆盖职责中的字母。",
        default_factory=dict,
    )
    nature: Annotated[str, choice(*STEP_KINDS)] = about(
        "Kind",
        "类型",
        "Events and gateways need no owner, limit or artifact.",
        "事件和网关无需负责人、时限或产物。",
        default="work",
        alias="kind",
        choices=STEP_KINDS,
    )
    action: Word | None = about(
        "Action", "动作", "prepare, check, approve, …", "编制、审核、批准等。"
    )
    object: Annotated[Word, Reference("artifact", free=True)] | None = about("Object", "对象")
    authority: Annotated[AuthorityUse, named_by("id")] | None = about("Authority", "所用权限")
    phase: LocalText | None = about(
        "Phase",
        "阶段",
        "The phase that begins with it, and holds for the steps written below it too.",
        "从该步骤开始的阶段，其后书写的步骤同属该阶段，直到另写阶段为止。",
    )
    within: Duration | None = about("Within", "时限", "How long it may take.", "允许的最长时间。")
    inputs: Artifacts | None = about(
        "Inputs",
        "输入",
        "What it takes; without this what its duty takes, with `[]` nothing.",
        "所用产物；不写则取自职责，写 `[]` 则没有。",
    )
    outputs: Artifacts | None = about(
        "Outputs",
        "输出",
        "What it gives; without this what its duty gives if no other step has it, with `[]` nothing.",
        "所出产物；不写则取自职责（别的步骤不属该职责时），写 `[]` 则没有。",
    )
    next: Annotated[
        tuple[Annotated[Transition, Short(_transition, ID_SCHEMA)], ...],
        Many(),
    ] = about(
        "Next",
        "下一步",
        "What follows; several are choices, `all` forks.",
        "后续步骤；多个为选择，`all` 为并行。",
        default=(),
    )
    start: Flag = about("Start", "起点", default=False)
    end: Flag = about("End", "终点", "Its branch ends here.", "分支在此结束。", default=False)
    join: Annotated[str, choice("all")] | None = about(
        "Join",
        "汇合",
        "`all`: waits for every incoming branch.",
        "`all`：等待所有进入的分支。",
        choices=("all",),
    )
    call: Annotated[Word, Reference("workflow")] | None = about(
        "Call", "调用流程", "A workflow as sub-workflow.", "作为子流程调用的流程。"
    )
    trigger: LocalText | None = about(
        "Trigger", "触发", "What begins a run here.", "何事在此启动流程。"
    )
    escalation: Ladder = about("Escalation", "超时上报", default=())
    split_by: Any = about("Split by", "分工方式", "How several R divide it.", "多个 R 如何划分。")
    systems: Annotated[tuple[Annotated[Word, Reference("system")], ...], Many()] = about(
        "Systems", "使用系统", default=()
    )

    @property
    def workflow(self) -> str:
        """The id of the workflow that it belongs to."""
        return self.id.partition("/")[0]

    @property
    def local(self) -> str:
        """Its id inside the workflow."""
        return self.id.partition("/")[2]


@entity
class Workflow(Entity):
    """An order of steps from a trigger to an end."""

    kind: ClassVar[str] = "workflow"

    standing: Annotated[str, choice("standard", "emergency")] = about(
        "Kind",
        "类型",
        "In an emergency bare hours and days are clock time.",
        "应急流程中的小时和天按自然时间计。",
        default="standard",
        alias="kind",
        choices=("standard", "emergency"),
    )
    owner: Annotated[Word, Reference("role")] | None = about(
        "Owner", "流程负责人", "The role that answers for the whole.", "对整个流程负责的岗位。"
    )
    trigger: LocalText | None = about("Trigger", "触发", "What begins it.", "何事启动该流程。")
    within: Duration | None = about(
        "Within", "总时限", "The limit of the whole.", "整个流程的时限。"
    )
    object: Annotated[Word, Reference("artifact", free=True)] | None = about(
        "Object", "对象", "What its steps work on.", "各步骤所处理的对象。"
    )
    escalation: Ladder = about(
        "Escalation",
        "超时上报",
        "For every step without its own.",
        "用于没有自身上报规则的步骤。",
        default=(),
    )
    steps: tuple[Step, ...] = about(
        "Steps",
        "步骤",
        "Steps in order; the first is the start.",
        "按顺序的步骤；第一个为起点。",
        default=(),
    )


@entity
class Handoff(Entity):
    """The interface between two parties or two steps: what passes, when, and what is accepted."""

    kind: ClassVar[str] = "handoff"

    from_: Annotated[Word, Reference(*PARTIES, "step")] | None = about(
        "From", "移交方", "Who gives.", "谁移交。", alias="from"
    )
    to: Annotated[Word, Reference(*PARTIES, "step")] | None = about(
        "To", "接收方", "Who takes.", "谁接收。"
    )
    artifacts: Artifacts = about("Artifacts", "交接物", "What passes.", "交接什么。", default=())
    trigger: LocalText | None = about("Trigger", "触发")
    within: Duration | None = about(
        "Within", "移交时限", "From the trigger until it is given.", "从触发到移交。"
    )
    needed_within: Duration | None = about(
        "Needed within",
        "送达时限",
        "From the trigger until the receiver must have it.",
        "从触发到接收方必须拿到。",
    )
    acceptance: Texts = about("Acceptance", "验收标准", default=())
    channel: Annotated[Word, Reference("channel", "system", "meeting")] | None = about(
        "Channel", "渠道", "A system, a meeting or a channel.", "系统、会议或渠道。"
    )
    on_reject: LocalText | None = about("On reject", "拒收处理")
    escalation: Ladder = about("Escalation", "超时上报", default=())


@entity
class Access:
    """Who may read and write an artifact."""

    read: Annotated[
        tuple[Annotated[Word, Reference(*PARTIES, words=("everyone",))], ...], Many()
    ] = about("Read", "可读", default=())
    write: Annotated[
        tuple[Annotated[Word, Reference(*PARTIES, words=("everyone",))], ...], Many()
    ] = about("Write", "可写", default=())


@entity
class Artifact(Entity):
    """What passes between people: documents, records, goods."""

    kind: ClassVar[str] = "artifact"

    form: Word | None = about(
        "Kind", "类型", "document, record, goods, …", "文件、记录、货物等。", alias="kind"
    )
    system: Annotated[Word, Reference("system")] | None = about(
        "System", "所在系统", "Where it is kept.", "保存于何处。"
    )
    owner: Annotated[Word, Reference("role", "department")] | None = about("Owner", "负责人")
    external: Annotated[LocalText, Reference("partner", free=True)] | None = about(
        "External", "外部来源", "Who outside it comes from.", "来自外部何方。"
    )
    access: Access | None = about("Access", "访问权限")
    template: Word | None = about(
        "Template", "模板", "The form that it is made from.", "所用的模板。"
    )
    retention: LocalText | None = about("Retention", "保存期限")
    confidentiality: LocalText | None = about("Confidentiality", "密级")
