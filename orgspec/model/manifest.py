"""The manifest: who the organisation is, its letters, and the settings of checks and outputs."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from orgspec.model.chart_fields import ChartBy, ChartColour, Dpi, Orientation, PaperName
from orgspec.model.entity import DocumentHeader, Entity, entity
from orgspec.model.fields import (
    LOCALE,
    Flag,
    LocalText,
    Many,
    Number,
    Read,
    Reference,
    Short,
    Texts,
    Whole,
    Word,
    Words,
    about,
    choice,
)
from orgspec.model.free_days import FreeDays
from orgspec.model.mistakes import expected
from orgspec.model.record import given
from orgspec.model.style import Style


def _locale(value: Any) -> str:
    """A language tag: it names folders of documents, so nothing else may stand here."""
    if isinstance(value, str) and LOCALE.match(value):
        return value
    raise expected("a language tag such as `zh` or `en-GB`", "语言标签，例如 `zh`、`en-GB`", value)


Locales = Annotated[tuple[Annotated[str, Read(_locale, {"type": "string"})], ...], Many()]


@entity
class Calendar:
    """Working time: what a day and a week are."""

    timezone: Word = about(
        "Time zone", "时区", "An IANA name.", "IANA 时区名。", default="Asia/Shanghai"
    )
    hours_per_day: Number = about("Hours per day", "每日工时", default=Decimal(8))
    days_per_week: Number = about("Days per week", "每周工作日", default=Decimal(5))
    holidays: FreeDays = about(
        "Holidays",
        "节假日",
        "The code of a country, dates, or both. Dates depend on them, lengths never do.",
        "国家代码、日期，或两者都写。只影响日期，不影响时长。",
        default=(),
    )
    days: Annotated[str, choice("working", "calendar")] | None = about(
        "Days",
        "天的含义",
        "What a bare `day` means.",
        "单写“天”时指工作日还是自然日。",
        choices=("working", "calendar"),
    )


@entity
class Organization(Entity):
    """The organisation as a whole."""

    kind: ClassVar[str] = "organization"

    address: str = given("@address", default="organization")

    legal_name: LocalText | None = about("Legal name", "法定名称")
    locales: Locales = about(
        "Locales",
        "语言",
        "Enabled locales; the first is the default.",
        "启用的语言；第一个为默认。",
        default=(),
    )
    calendar: Calendar = about("Calendar", "日历", default_factory=Calendar)
    currency: Word | None = about("Currency", "币种")
    grades: Words = about("Grades", "职级", "Lowest first.", "由低到高。", default=())
    principles: Texts = about("Principles", "原则", default=())


@entity
class LetterSpec:
    """A letter of the user's own."""

    name: LocalText | None = about("Name", "名称")
    acts_as: Annotated[str, choice("A", "R", "S", "C", "I")] | None = about(
        "Acts as",
        "等同于",
        "How checks read it; the letter itself by default.",
        "检查时按哪个字母理解；默认为其自身。",
        choices=("A", "R", "S", "C", "I"),
    )
    min: Whole | None = about("Min", "最少", "How many a row needs.", "每行至少几个。")
    max: Whole | None = about("Max", "最多", "How many a row may have.", "每行至多几个。")


SCHEMES = ("RACI", "RASCI", "RACI-VS", "DACI", "RAPID")


@entity
class RaciSettings:
    """The letters in force: a scheme by name, or letters of the user's own."""

    scheme: Annotated[str, choice(*SCHEMES)] | None = about("Scheme", "字母体系", choices=SCHEMES)
    letters: Mapping[str, LetterSpec] = about("Letters", "自定义字母", default_factory=dict)


@entity
class Settings:
    """Settings of the checks: for all, or for the files that a pattern names."""

    profile: Annotated[str, choice("starter", "default", "strict", code="SYN010")] | None = about(
        "Profile", "模式", choices=("starter", "default", "strict")
    )
    select: Words = about(
        "Select", "仅检查", "Leave out all others.", "只运行这些检查。", default=()
    )
    ignore: Words = about(
        "Ignore", "忽略", "Codes, code prefixes or names.", "代码、代码前缀或名称。", default=()
    )
    severity: Mapping[str, Word] = about("Severity", "级别", default_factory=dict)
    options: Mapping[str, Any] = about("Options", "选项", default_factory=dict)
    per_file: Mapping[str, Any] = about(
        "Per file", "按文件", "Settings by glob.", "按路径通配符设定。", default_factory=dict
    )


def _templates(value: Any) -> Any:
    """A path alone is the form of the format that it ends in."""
    if isinstance(value, str):
        return {value.rpartition(".")[2].lower() if "." in value else "html": value}
    return value


Templates = Annotated[Mapping[str, Word], Short(_templates, {"type": "string"})]


@entity
class Output:
    """How one kind of document is built."""

    formats: Words = about("Formats", "格式", default=())
    locales: Words = about("Locales", "语言", default=())
    for_: Annotated[
        tuple[Annotated[Word, Reference("department", "role", "workflow")], ...], Many()
    ] = about(
        "For",
        "适用",
        "Departments, roles, workflows.",
        "部门、岗位或流程。",
        default=(),
        alias="for",
    )
    template: Templates = about(
        "Template", "模板", "A form of your own: a .docx, .html or .md file, or one for each format.",
        "自有表单：.docx、.html 或 .md 文件，或按格式分列。", default_factory=dict,
    )  # fmt: skip
    transposed: Flag = about(
        "Transposed",
        "转置",
        "Of `raci`: parties as rows, work as columns.",
        "用于 `raci`：角色为行、活动为列。",
        default=False,
    )
    paper: PaperName | None = about(
        "Paper", "纸张", "Of `charts`: A4 to A0.", "用于 `charts`：A4 至 A0。"
    )
    orientation: Orientation | None = about(
        "Orientation", "方向", "Of `charts`: portrait or landscape.", "用于 `charts`：纵向或横向。"
    )
    tile: Flag = about(
        "Tile", "拼接", "Of `charts`: one poster over several sheets.",
        "用于 `charts`：一张大图分印在多张纸上。", default=False,
    )  # fmt: skip
    by: ChartBy | None = about(
        "By", "按", "Of `charts`: what the cards stand for.", "用于 `charts`：卡片代表什么。"
    )
    colour: ChartColour | None = about(
        "Colour", "颜色", "Of `charts`: what the colours tell.", "用于 `charts`：颜色代表什么。"
    )
    dpi: Dpi | None = about(
        "Resolution", "分辨率", "Of `charts` as PNG: pixels per inch.",
        "用于 `charts` 的 PNG：每英寸像素数。",
    )  # fmt: skip
    enabled: Flag = about("Enabled", "启用", default=True)


def _output(value: Any) -> Any:
    """`false` leaves a kind out, `true` takes it as it is."""
    return {"enabled": value} if isinstance(value, str) else value


def _raci(value: Any) -> Any:
    """Letters may stand beside `scheme`, or the scheme's name alone."""
    if isinstance(value, str):
        return {"scheme": value}
    if isinstance(value, Mapping) and "letters" not in value:
        letters = {k: v for k, v in value.items() if k != "scheme"}
        return {**({"scheme": value["scheme"]} if "scheme" in value else {}), "letters": letters}
    return value


@entity
class Manifest(Entity):
    """What stands in `orgspec.yaml` beside the collections."""

    kind: ClassVar[str] = "manifest"

    address: str = given("@address", default="manifest")

    orgspec: Word | None = about(
        "Version", "语言版本", "Version of the language: 1.", "语言版本：1。"
    )
    organization: Organization | None = about("Organisation", "组织")
    raci: Annotated[RaciSettings, Short(_raci, {"type": "string", "enum": list(SCHEMES)})] = about(
        "RACI",
        "责任字母",
        "The scheme or letters in force.",
        "使用的字母体系。",
        default_factory=RaciSettings,
    )
    document: DocumentHeader | None = about(
        "Document", "文件信息", "Default header of what is printed.", "打印文件的默认信息。"
    )
    style: Style | None = about(
        "Style", "版式", "The house style of what is printed.", "打印文件的统一版式。"
    )
    checks: Settings = about("Checks", "检查设置", default_factory=Settings)
    outputs: Mapping[str, Annotated[Output, Short(_output, {"type": "boolean"})]] = about(
        "Outputs",
        "输出",
        "Which documents `build` makes.",
        "`build` 生成哪些文件。",
        default_factory=dict,
    )
    sources: Words = about(
        "Sources", "源文件", "Globs that narrow the files.", "限定源文件的通配符。", default=()
    )


MANIFEST_KEYS = (
    "orgspec", "organization", "raci", "document", "style", "checks", "outputs", "sources",
)  # fmt: skip
