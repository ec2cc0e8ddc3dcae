"""Duties: what is to be done, by whom, with whom, and what comes of it."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from orgspec.late import late
from orgspec.model.entity import Entity, entity
from orgspec.model.fields import (
    TEXT_SCHEMA,
    Duration,
    Flag,
    Frequency,
    LocalText,
    Many,
    Percent,
    Reference,
    Short,
    Word,
    about,
    choice,
)
from orgspec.model.mistakes import expected
from orgspec.model.shorthand import ID_SCHEMA, named_by

PARTIES = ("role", "department", "person", "partner", "system")

Artifacts = Annotated[tuple[Annotated[Word, Reference("artifact")], ...], Many()]
KpiRefs = Annotated[tuple[Annotated[Word, Reference("kpi")], ...], Many()]


def _letters(value: Any) -> Any:
    """`raci: x` stands for `{A/R: x}`: it answers, and does the work."""
    if isinstance(value, str):
        return {"A/R": value}
    if isinstance(value, list):
        raise expected(
            "letters with their parties, `{A: …, R: …}`",
            "字母及其承担方，例如 `{A: …, R: …}`",
            value,
        )
    return value


Cells = Annotated[tuple[Annotated[Word, Reference(*PARTIES)], ...], Many()]
Raci = Annotated[Mapping[str, Cells], Short(_letters, ID_SCHEMA)]


_TASK_FIELDS = frozenset(("name", "description", "effort", "frequency"))
_LANGUAGE = late(r"[a-z]{2}(-|\Z)")


def _named(value: Any) -> Any:
    """A text stands for a task of that name; a locale map too.

    One key that looks like a language will do: the others may be what a comma cut off.
    """
    if isinstance(value, str):
        return {"name": value}
    if not isinstance(value, Mapping) or _TASK_FIELDS & value.keys():
        return value
    return {"name": value} if any(_LANGUAGE.match(key) for key in value) else value


@entity
class Task:
    """A piece of a duty."""

    name: LocalText = about("Name", "名称", required=True)
    description: LocalText | None = about("Description", "说明")
    effort: Duration | None = about("Effort", "工时", "Time for one time.", "单次所需时间。")
    frequency: Frequency | None = about("Frequency", "频率")


@entity
class Coordination:
    """With whom a duty is coordinated, and about what."""

    with_: Annotated[tuple[Annotated[Word, Reference(*PARTIES)], ...], Many()] = about(
        "With", "对象", "The other party.", "协调的对象。", required=True, alias="with"
    )
    about: LocalText | None = about("About", "事项", "What it is about.", "协调的事项。")


def _effort(value: Any) -> Any:
    """One share stands for every R role."""
    return {"*": value} if isinstance(value, str) else value


@entity
class Duty(Entity):
    """Something that must be done, again and again, and who carries it."""

    kind: ClassVar[str] = "duty"

    priority: Annotated[str, choice("primary", "secondary", "routine")] | None = about(
        "Priority",
        "优先级",
        "primary, secondary or routine (主要 / 次要 / 日常).",
        "主要、次要或日常。",
        choices=("primary", "secondary", "routine"),
    )
    fulfils: Annotated[tuple[Annotated[Word, Reference("function")], ...], Many()] = about(
        "Fulfils",
        "承接职能",
        "Functions (`department/function`) that it carries.",
        "它所承接的部门职能（`部门/职能`）。",
        default=(),
    )
    raci: Raci = about(
        "RACI", "责任矩阵", "Letters and their parties.", "字母及其承担方。", default_factory=dict
    )
    department: Annotated[Word, Reference("department")] | None = about(
        "Department",
        "部门",
        "That of its A by default, else of its first R.",
        "默认为 A 所在部门，否则为首个 R 所在部门。",
    )
    object: Annotated[Word, Reference("artifact", free=True)] | None = about(
        "Object", "对象", "What it is about.", "职责所针对的对象。"
    )
    action: Word | None = about(
        "Action", "动作", "What is done with the object.", "对该对象做什么。"
    )
    exclusive: Flag = about(
        "Exclusive",
        "排他",
        "Nobody else may do this to this object.",
        "他人不得对该对象做同样的事。",
        default=False,
    )
    split_by: Any = about(
        "Split by",
        "分工方式",
        "How several R divide it: region, segment, product, stage, or free text.",
        "多个 R 如何划分：区域、客群、产品、阶段，或自由文字。",
    )
    effort: Annotated[Mapping[str, Percent], Short(_effort, {"type": ["string", "number"]})] = (
        about(
            "Effort",
            "工时占比",
            "Share of each R role's time.",
            "占每个 R 岗位工时的比例。",
            default_factory=dict,
        )
    )
    frequency: Frequency | None = about(
        "Frequency", "频率", "How often it is done.", "多久做一次。"
    )
    tasks: Annotated[tuple[Annotated[Task, Short(_named, TEXT_SCHEMA)], ...], Many()] = about(
        "Tasks", "工作任务", "What is done, step by step.", "具体做什么。", default=()
    )
    inputs: Artifacts = about(
        "Inputs", "输入", "Artifacts that it takes.", "它使用的产物。", default=()
    )
    coordination: Annotated[
        tuple[
            Annotated[Coordination, named_by("with")],
            ...,
        ],
        Many(),
    ] = about("Coordination", "协调沟通", default=())
    deliverables: Artifacts = about(
        "Deliverables", "工作成果", "Artifacts that it gives.", "它交付的产物。", default=()
    )
    kpis: KpiRefs = about("KPIs", "考核指标", default=())
    systems: Annotated[tuple[Annotated[Word, Reference("system")], ...], Many()] = about(
        "Systems", "使用系统", default=()
    )
    authorities: Annotated[tuple[Annotated[Word, Reference("authority")], ...], Many()] = about(
        "Authorities", "所需权限", "What doing it takes.", "履行该职责所需的权限。", default=()
    )
    risks: Annotated[tuple[Annotated[Word, Reference("risk")], ...], Many()] = about(
        "Risks", "相关风险", default=()
    )
