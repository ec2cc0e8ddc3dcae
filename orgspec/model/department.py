"""Departments: units of the organisation and the functions that they exist for."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from orgspec.model.entity import Entity, entity
from orgspec.model.fields import LocalText, Many, Reference, Word, about, choice
from orgspec.model.measures import KpiUses


@entity
class Function(Entity):
    """What a department must get done; a duty carries it (`fulfils`)."""

    kind: ClassVar[str] = "function"

    serves: Annotated[tuple[Annotated[Word, Reference("objective")], ...], Many()] = about(
        "Serves", "服务目标", "Objectives that it serves.", "它所服务的目标。", default=()
    )


KINDS = ("company", "division", "department", "group", "team", "region", "branch", "committee")


@entity
class UnitChecks:
    """Settings of the checks for a department and all below it."""

    options: Mapping[str, Any] = about(
        "Options", "选项", "Thresholds of checks.", "检查的阈值。", default_factory=dict
    )
    severity: Mapping[str, Word] = about(
        "Severity",
        "级别",
        "Severity of checks by code.",
        "按代码设定检查的级别。",
        default_factory=dict,
    )
    ignore: Annotated[tuple[Word, ...], Many()] = about(
        "Ignore", "忽略", "Codes, code prefixes or names.", "代码、代码前缀或名称。", default=()
    )


@entity
class Department(Entity):
    """A unit of the organisation."""

    kind: ClassVar[str] = "department"

    unit: Annotated[str, choice(*KINDS)] = about(
        "Kind",
        "类型",
        "What kind of unit it is.",
        "单位的类型。",
        default="department",
        alias="kind",
        choices=KINDS,
    )
    category: Annotated[str, choice("core", "support")] | None = about(
        "Category",
        "类别",
        "Core or support (核心 / 辅助).",
        "核心或辅助部门。",
        choices=("core", "support"),
    )
    parent: Annotated[Word, Reference("department")] | None = about(
        "Parent", "上级部门", "The department that it belongs to.", "它所隶属的部门。"
    )
    head: Annotated[Word, Reference("role")] | None = about(
        "Head", "负责人", "The role that leads it.", "领导该部门的岗位。"
    )
    mission: LocalText | None = about("Mission", "使命", "What it exists for.", "它为何而设。")
    functions: tuple[Function, ...] = about(
        "Functions",
        "职能",
        "What it must get done; each is carried by a duty.",
        "部门必须完成的事；每一项都由职责承接。",
        default=(),
    )
    kpis: KpiUses = about(
        "KPIs", "考核指标", "What it is measured by.", "考核它的指标。", default=()
    )
    checks: UnitChecks | None = about(
        "Checks",
        "检查设置",
        "Settings of the checks for it and all below.",
        "对本部门及下级的检查设置。",
    )
