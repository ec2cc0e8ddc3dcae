"""Meetings, channels, systems, partners, segments, chains, programs and terms."""

import re
from typing import Annotated, ClassVar

from orgspec.model.department import KINDS
from orgspec.model.duty import PARTIES, Artifacts
from orgspec.model.entity import Entity, entity
from orgspec.model.fields import (
    Duration,
    Frequency,
    LocalText,
    Many,
    Read,
    Reference,
    Texts,
    Word,
    about,
    choice,
)
from orgspec.model.mistakes import expected

EACH = tuple(kind for kind in KINDS)
PartyRefs = Annotated[tuple[Annotated[Word, Reference(*PARTIES, words=("everyone",))], ...], Many()]


def _clock(value: object) -> str:
    """A time of day, `09:00`."""
    if isinstance(value, str) and re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", value):
        return value.zfill(5)
    raise expected("a time of day such as 09:00", "时刻，例如 09:00", value)


@entity
class Meeting(Entity):
    """People who come together at a cadence."""

    kind: ClassVar[str] = "meeting"

    each: Annotated[str, choice(*EACH)] | None = about(
        "Each",
        "每个",
        "`department` or a kind of department holds one each.",
        "`department` 或某类部门各开一次。",
        choices=EACH,
    )
    chair: Annotated[Word, Reference("role", words=("head",))] | None = about("Chair", "主持人")
    attendees: PartyRefs = about(
        "Attendees", "参加者", "Parties or `everyone`.", "各方，或 `everyone`。", default=()
    )
    frequency: Frequency | None = about("Frequency", "频率")
    day: LocalText | None = about("Day", "日期", "monday, last friday, …", "星期几或每月几号。")
    time: Annotated[str, Read(_clock, {"type": ["string", "number"]})] | None = about(
        "Time", "时间"
    )
    duration: Duration | None = about("Duration", "时长")
    location: LocalText | None = about("Location", "地点")
    inputs: Artifacts = about("Inputs", "输入", default=())
    outputs: Artifacts = about("Outputs", "输出", default=())
    agenda: Texts = about("Agenda", "议程", default=())
    decides: Annotated[
        tuple[Annotated[Word, Reference("duty", "step", "authority")], ...], Many()
    ] = about("Decides", "决定事项", default=())
    channel: Annotated[LocalText, Reference("channel", "system", free=True)] | None = about(
        "Channel", "渠道"
    )


@entity
class System(Entity):
    """A tool or information system."""

    kind: ClassVar[str] = "system"

    owner: Annotated[Word, Reference("role")] | None = about("Owner", "负责人")
    purpose: LocalText | None = about("Purpose", "用途")
    product: LocalText | None = about("Product", "产品")


@entity
class Partner(Entity):
    """An outside party."""

    kind: ClassVar[str] = "partner"

    sort: Word | None = about(
        "Kind", "类型", "supplier, logistics, finance, …", "供应商、物流、金融等。", alias="kind"
    )
    mode: Word | None = about(
        "Mode", "合作模式", "strategic, project, technical, …", "战略、项目、技术合作等。"
    )
    contact: Annotated[Word, Reference("role", "person")] | None = about(
        "Contact", "对接人", "Who keeps the contact on our side.", "我方对接的岗位。"
    )


@entity
class Segment(Entity):
    """A tier or group of customers (客户分级)."""

    kind: ClassVar[str] = "segment"

    criteria: LocalText | None = about("Criteria", "划分标准")
    policy: LocalText | None = about("Policy", "服务策略")
    served_by: Annotated[tuple[Annotated[Word, Reference(*PARTIES)], ...], Many()] = about(
        "Served by", "服务方", default=()
    )


@entity
class ChainStage:
    """A stage of an end-to-end chain, and the workflows that do it."""

    name: LocalText | None = about("Name", "名称")
    workflow: Annotated[tuple[Annotated[Word, Reference("workflow")], ...], Many()] = about(
        "Workflow", "流程", default=()
    )
    description: LocalText | None = about("Description", "说明")


@entity
class Chain(Entity):
    """An end-to-end chain of stages."""

    kind: ClassVar[str] = "chain"

    stages: Annotated[tuple[ChainStage, ...], Many()] = about("Stages", "阶段", default=())


@entity
class Channel(Entity):
    """A way in which people tell each other things."""

    kind: ClassVar[str] = "channel"

    form: Word | None = about(
        "Kind", "类型", "report, chat, mail, …", "报告、即时通讯、邮件等。", alias="kind"
    )
    system: Annotated[Word, Reference("system")] | None = about("System", "系统")
    frequency: Frequency | None = about("Frequency", "频率")


PROGRAMS = (
    "training",
    "incentive",
    "recognition",
    "team-building",
    "culture",
    "innovation",
    "improvement",
    "social-responsibility",
)


@entity
class Program(Entity):
    """Training, incentives, recognition and the like."""

    kind: ClassVar[str] = "program"

    sort: Annotated[str, choice(*PROGRAMS)] | None = about(
        "Kind", "类型", alias="kind", choices=PROGRAMS
    )
    owner: Annotated[Word, Reference("role")] | None = about("Owner", "负责人")
    frequency: Frequency | None = about("Frequency", "频率")
    for_: PartyRefs = about(
        "For", "面向", "Who it is for.", "面向的对象。", default=(), alias="for"
    )
    budget: LocalText | None = about("Budget", "预算")
    criteria: LocalText | None = about("Criteria", "标准", "What it takes.", "参加或获得的条件。")


@entity
class Term(Entity):
    """A word of the organisation and what it means."""

    kind: ClassVar[str] = "term"

    definition: LocalText | None = about("Definition", "定义")
