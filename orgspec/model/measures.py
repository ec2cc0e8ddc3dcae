"""KPIs, how roles and departments use them, and the objectives that they serve."""

from typing import Annotated, ClassVar

from orgspec.model.entity import Entity, entity
from orgspec.model.fields import (
    Frequency,
    LocalText,
    Many,
    Percent,
    Reference,
    Short,
    Target,
    Word,
    about,
    choice,
)
from orgspec.model.shorthand import ID_SCHEMA

Targets = Annotated[tuple[Target, ...], Many()]


@entity
class KpiUse:
    """A KPI in the list of a role or department, with its weight and target there."""

    kpi: Annotated[Word, Reference("kpi")] = about(
        "KPI", "指标", "The KPI.", "所用的指标。", required=True
    )
    weight: Percent | None = about(
        "Weight",
        "权重",
        "Its share of the appraisal; all make 100 %.",
        "在考核中的占比；合计 100%。",
    )
    target: Targets = about(
        "Target",
        "目标值",
        "The target here, per holder; the KPI's own by default.",
        "此处的目标值，按每位任职者计；默认为指标自身的目标。",
        default=(),
    )
    of: Annotated[str, choice("holder", "team")] | None = about(
        "Of",
        "口径",
        "`team` where the target is the team's and not each holder's.",
        "`team` 表示目标属于团队，而非每位任职者。",
        choices=("holder", "team"),
    )


def _kpi_use(value: object) -> object:
    """`x` stands for `{kpi: x}`."""
    return {"kpi": value} if isinstance(value, str) else value


KpiUses = Annotated[tuple[Annotated[KpiUse, Short(_kpi_use, ID_SCHEMA)], ...], Many()]


@entity
class Kpi(Entity):
    """A figure by which work is measured."""

    kind: ClassVar[str] = "kpi"

    category: Word | None = about(
        "Category",
        "类别",
        "performance, process or risk (业绩 / 过程 / 风险控制).",
        "业绩、过程或风险控制。",
        choices=("performance", "process", "risk"),
    )
    formula: LocalText | None = about("Formula", "计算公式", "How it is computed.", "如何计算。")
    target: Targets = about(
        "Target", "目标值", "What is to be reached.", "要达到的值。", default=()
    )
    standard: LocalText | None = about(
        "Standard",
        "评价标准",
        "How the assessor judges it where it is no number.",
        "无法量化时评估人如何评判。",
    )
    unit: LocalText | None = about("Unit", "单位", "For display only.", "仅用于显示。")
    measures: Annotated[Word, Reference("duty", "step", "workflow")] | None = about(
        "Measures",
        "衡量对象",
        "The duty, step or workflow that it times or counts.",
        "它计时或计数的职责、步骤或流程。",
    )
    frequency: Frequency | None = about(
        "Frequency", "考核周期", "How often it is taken.", "多久统计一次。"
    )
    source: (
        Annotated[
            LocalText, Reference("system", "artifact", "meeting", "channel", "duty", free=True)
        ]
        | None
    ) = about("Source", "数据来源", "Where the figure comes from.", "数据出自何处。")
    owner: Annotated[Word, Reference("role")] | None = about(
        "Owner", "数据责任人", "Who keeps the figure.", "由谁维护该数据。"
    )
    assessor: Annotated[Word, Reference("role")] | None = about(
        "Assessor",
        "考核人",
        "Who judges it; the superior by default.",
        "由谁评定；默认为直接上级。",
    )
    rolls_up_to: Annotated[Word, Reference("kpi")] | None = about(
        "Rolls up to", "汇总到", "The KPI that this one adds to.", "它所汇入的上级指标。"
    )
    incentive: Annotated[Word, Reference("program")] | None = about(
        "Incentive", "激励", "The program that rewards it.", "与它挂钩的激励方案。"
    )


@entity
class KeyResult:
    """A KPI and the value that makes an objective reached."""

    kpi: Annotated[Word, Reference("kpi")] = about("KPI", "指标", required=True)
    target: Targets = about("Target", "目标值", default=())


@entity
class Objective(Entity):
    """What the organisation wants to reach in a period."""

    kind: ClassVar[str] = "objective"

    owner: Annotated[Word, Reference("role")] | None = about("Owner", "负责人")
    period: LocalText | None = about(
        "Period", "周期", "The period that it is for.", "目标所属的周期。"
    )
    key_results: Annotated[tuple[Annotated[KeyResult, Short(_kpi_use, ID_SCHEMA)], ...], Many()] = (
        about("Key results", "关键结果", default=())
    )
