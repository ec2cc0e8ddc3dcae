"""What every entity of an organisation has."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from orgspec.model.fields import (
    Date,
    Duration,
    LocalText,
    Many,
    Reference,
    Texts,
    Word,
    about,
    choice,
)
from orgspec.model.record import entity as entity
from orgspec.model.record import given
from orgspec.model.shorthand import named_by
from orgspec.model.text import Text


@entity
class Allowance:
    """A finding that is accepted on the element that bears it."""

    code: Word = about(
        "Code", "代码", "Code or name of the check.", "检查的代码或名称。", required=True
    )
    reason: LocalText | None = about("Reason", "理由", "Why it is accepted.", "为何接受。")
    owner: Annotated[Word, Reference("role", "person")] | None = about(
        "Owner", "负责人", "Who answers for accepting it.", "谁对接受此项负责。"
    )
    until: Date | None = about(
        "Until", "截止", "The last day of the acceptance.", "接受的最后一天。"
    )


@entity
class DocumentHeader:
    """What stands in the head and the revision record of a printed document."""

    version: Word | None = about("Version", "版本")
    prepared_by: Annotated[Word, Reference("role", "person", "department")] | None = about(
        "Prepared by", "编制", "Who wrote it.", "编制该文件的岗位、人员或部门。"
    )
    prepared_on: Date | None = about("Prepared on", "编制日期")
    reviewed_by: Annotated[Word, Reference("role", "person", "department")] | None = about(
        "Reviewed by", "审核", "Who looked it over.", "审核该文件的岗位、人员或部门。"
    )
    reviewed_on: Date | None = about("Reviewed on", "审核日期")
    approved_by: Annotated[Word, Reference("role", "person")] | None = about(
        "Approved by", "批准人", "The role or person that approved it.", "批准该文件的岗位或人员。"
    )
    approved_on: Date | None = about("Approved on", "批准日期")
    effective: Date | None = about(
        "Effective", "生效日期", "The first day it is in force.", "生效的第一天。"
    )
    review_every: Duration | None = about(
        "Review every", "复审周期", "How often it is reviewed.", "多久复审一次。"
    )
    review_by: Date | None = about(
        "Review by", "复审截止", "The day by which it is reviewed.", "应在此日之前复审。"
    )
    number: Word | None = about("Number", "文件编号")
    confidentiality: LocalText | None = about(
        "Confidentiality", "密级", "Who may read it.", "何人可以阅读。"
    )
    changes: Annotated[tuple[LocalText, ...], Many()] = about(
        "Changes", "修订记录", "What changed, newest first.", "修订内容，最新的在前。", default=()
    )
    revisions: Annotated[str, choice("written", "git", "none")] | None = about(
        "Revisions",
        "修订记录来源",
        "What the revision record is made of: `changes` alone, the commits too, or nothing.",
        "修订记录取自何处：仅 `changes`、另加 git 提交，或不打印。",
        choices=("written", "git", "none"),
    )


@entity
class Entity:
    """The fields that every entity has.

    `id` is what it was declared under; for functions and steps it holds the id of the department
    or workflow and a slash before it. `extra` keeps the user's own `x-` keys; those
    inside a part of the entity under their route (`headcount.x-source`). `address` is the one
    address of the entity, `kind/id`: the reader's own string, for it is a key of every relation.
    """

    kind: ClassVar[str] = ""

    id: str = given("@id")
    address: str = given("@address")
    extra: Mapping[str, Any] = given("@extra", default_factory=dict)
    name: LocalText | None = about(
        "Name", "名称", "What people call it; the id by default.", "人们对它的称呼；默认为其 id。"
    )
    description: LocalText | None = about("Description", "说明", "What it is.", "它是什么。")
    aliases: Texts = about(
        "Aliases",
        "别名",
        "Other names of it; one that a single language has as `{en: Sales team}`.",
        "它的其他名称；只用于一种语言的写作 `{zh: 销售团队}`。",
        default=(),
    )
    previously: Word | None = about(
        "Previously", "原名", "Its former id or address.", "原来的 id 或地址。"
    )
    document: DocumentHeader | None = about(
        "Document", "文件信息", "Header of what is printed about it.", "打印文件的版本与批准信息。"
    )
    allow: Annotated[
        tuple[
            Annotated[Allowance, named_by("code")],
            ...,
        ],
        Many(),
    ] = about(
        "Allow", "接受的发现", "Findings accepted here.", "在此处接受的检查发现。", default=()
    )

    @property
    def label(self) -> Text:
        """The name, or the id where no name is given."""
        return self.name or Text(self.id.rpartition("/")[2])

    def in_(self, locale: str) -> str:
        """The label in `locale`: entities may stand in messages as they are."""
        return self.label.in_(locale)

    def also_called(self, locale: str) -> tuple[str, ...]:
        """Its other names that are meant for `locale`."""
        return tuple(alias.in_(locale) for alias in self.aliases if alias.has(locale))

    @property
    def names(self) -> tuple[str, ...]:
        """All that people call it, in every language: its other names, then its name."""
        every = (*self.aliases, self.name) if self.name is not None else self.aliases
        return tuple(written for text in every for written in text.written())
