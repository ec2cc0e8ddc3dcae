"""Roles (posts, 岗位) and the people who hold them."""

from decimal import Decimal
from typing import Annotated, ClassVar

from orgspec.model.entity import Entity, entity
from orgspec.model.fields import (
    Date,
    Flag,
    LocalText,
    Many,
    Number,
    Percent,
    Reference,
    Texts,
    Word,
    about,
    choice,
)
from orgspec.model.measures import KpiUses
from orgspec.model.shorthand import named_by

RoleRefs = Annotated[tuple[Annotated[Word, Reference("role")], ...], Many()]


@entity
class Headcount:
    """How many posts a role has. Half posts count (0.5)."""

    planned: Number = about(
        "Planned",
        "编制",
        "Posts established (定编); 1 by default.",
        "定编人数；默认 1。",
        default=Decimal(1),
    )
    current: Number | None = about(
        "Current",
        "在岗",
        "Posts filled, where no people are declared.",
        "在岗人数；仅在未声明人员时填写。",
    )


@entity
class Qualifications:
    """What a holder must bring, or a person brings."""

    education: Texts = about("Education", "学历", default=())
    experience: Texts = about("Experience", "经验", default=())
    skills: Texts = about("Skills", "技能", default=())
    languages: Texts = about("Languages", "语言", default=())
    certificates: Texts = about("Certificates", "证书", default=())
    traits: Texts = about("Traits", "素质", default=())


@entity
class Conditions:
    """Where, when and how the work is done."""

    location: LocalText | None = about("Location", "工作地点")
    hours: LocalText | None = about("Hours", "工作时间")
    travel: LocalText | None = about("Travel", "出差")
    environment: LocalText | None = about("Environment", "工作环境")
    equipment: LocalText | None = about("Equipment", "工具设备")


@entity
class Career:
    """Posts that lead to this one, and posts that it leads to."""

    from_: RoleRefs = about(
        "From",
        "来自",
        "Posts that lead here.",
        "可由哪些岗位晋升或转任而来。",
        default=(),
        alias="from",
    )
    to: RoleRefs = about(
        "To", "去向", "Posts that this one leads to.", "可晋升或转任至哪些岗位。", default=()
    )


@entity
class Scenario:
    """A typical case of the work: what happened, what was done, with whom, to what end."""

    name: LocalText | None = about("Name", "名称")
    situation: LocalText | None = about("Situation", "背景与任务")
    actions: LocalText | None = about("Actions", "工作操作")
    coordination: LocalText | None = about("Coordination", "沟通协调")
    result: LocalText | None = about("Result", "交付成果")


@entity
class Development:
    """A program that holders of a role or a person go through."""

    program: Annotated[Word, Reference("program")] = about("Program", "培养项目", required=True)
    goal: LocalText | None = about("Goal", "目标")


@entity
class Role(Entity):
    """A post (岗位), not a person."""

    kind: ClassVar[str] = "role"

    department: Annotated[Word, Reference("department")] | None = about(
        "Department", "所属部门", "The department that the post belongs to.", "岗位所属的部门。"
    )
    reports_to: Annotated[
        tuple[Annotated[Word, Reference("role", words=("none",))], ...], Many()
    ] = about(
        "Reports to",
        "直接上级",
        "The one direct superior; `none` marks the top.",
        "唯一的直接上级；`none` 表示最高层。",
        default=(),
    )
    dotted_to: RoleRefs = about(
        "Dotted to", "虚线汇报", "Dotted-line superiors.", "虚线上级。", default=()
    )
    number: Word | None = about("Number", "岗位编号")
    assistant: Flag = about(
        "Assistant",
        "助理",
        "Drawn beside its superior, not counted in spans.",
        "画在上级旁边，不计入管理幅度。",
        default=False,
    )
    nature: Annotated[str, choice("human", "ai-agent", "system")] = about(
        "Kind",
        "类型",
        "Who fills the post.",
        "由谁承担。",
        default="human",
        alias="kind",
        choices=("human", "ai-agent", "system"),
    )
    headcount: Annotated[
        Headcount,
        named_by("planned", {"type": "number", "minimum": 0}),
    ] = about(
        "Headcount",
        "定编",
        "Planned (and current) posts.",
        "编制与在岗人数。",
        default_factory=Headcount,
    )
    grade: Word | None = about(
        "Grade", "职级", "A grade or a range: P3-P5.", "职级或区间，例如 P3-P5。"
    )
    purpose: LocalText | None = about(
        "Purpose", "岗位目的", "Why the post exists.", "设立该岗位的目的。"
    )
    qualifications: Qualifications | None = about("Qualifications", "任职资格")
    kpis: KpiUses = about(
        "KPIs",
        "考核指标",
        "What holders are measured by; weights make 100 %.",
        "考核任职者的指标；权重合计 100%。",
        default=(),
    )
    deputy: Annotated[tuple[Annotated[Word, Reference("role", "person")], ...], Many()] = about(
        "Deputy",
        "代理人",
        "Who stands in (AB 角), in order.",
        "缺席时的代理（AB 角），按先后排列。",
        default=(),
    )
    conditions: Conditions | None = about("Conditions", "工作条件")
    career: Career | None = about("Career", "职业发展")
    scenarios: Annotated[tuple[Scenario, ...], Many()] = about("Scenarios", "典型场景", default=())
    development: Annotated[
        tuple[
            Annotated[Development, named_by("program")],
            ...,
        ],
        Many(),
    ] = about(
        "Development",
        "培养",
        "Programs that holders go through.",
        "任职者参加的培养项目。",
        default=(),
    )


@entity
class Hold:
    """A post that a person holds."""

    role: Annotated[Word, Reference("role")] = about("Role", "岗位", required=True)
    share: Percent | None = about(
        "Share",
        "占比",
        "Share of the person's time; what is left of 100 % by default.",
        "占用的工时比例；默认为剩余部分。",
    )
    since: Date | None = about("Since", "起始", "First day.", "第一天。")
    until: Date | None = about("Until", "截止", "Last day.", "最后一天。")
    primary: Flag = about("Primary", "主岗", "The person's main post.", "是否主岗。", default=False)
    boundary: LocalText | None = about(
        "Boundary",
        "权责界限",
        "Where this post ends for this person.",
        "此人兼任该岗时的权责界限。",
    )
    acting: Flag = about(
        "Acting",
        "代理",
        "Covers the post without filling it.",
        "临时代理，不算到岗。",
        default=False,
    )


@entity
class Contact:
    """How to reach a person."""

    email: Word | None = about("E-mail", "邮箱")
    phone: Word | None = about("Phone", "电话")
    address: LocalText | None = about("Address", "地址")


@entity
class Person(Entity):
    """Somebody who holds posts."""

    kind: ClassVar[str] = "person"

    holds: Annotated[
        tuple[Annotated[Hold, named_by("role")], ...],
        Many(),
    ] = about("Holds", "任职", "Posts that the person holds.", "此人担任的岗位。", default=())
    qualifications: Qualifications | None = about("Qualifications", "资格")
    photo: Word | None = about("Photo", "照片", "A file beside the spec.", "规范旁的图片文件。")
    contact: Contact | None = about("Contact", "联系方式")
    development: Annotated[
        tuple[
            Annotated[Development, named_by("program")],
            ...,
        ],
        Many(),
    ] = about("Development", "培养", default=())
