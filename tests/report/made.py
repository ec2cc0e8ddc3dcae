"""Findings made by hand: every odd place and text that a form of a report has to bear."""

from orgspec.diagnostics import Diagnostic, Edit, Fix, Label, Message, Severity, say
from orgspec.report.report import Report
from orgspec.source import Source, Span

ROLES = Source("组织/岗位 表#1.yaml", "roles:\r\n  市场😀经理: {a: b}\r\n  外贸: {}\r\n")
PLAIN = Source("org/duties.yaml", "duties:\n  a: {raci: x}\n  b: {}\n")


def label(source: Source, text: str, said: Message | None = None, address: str = "") -> Label:
    """The place of a piece of text."""
    start = source.text.index(text)
    return Label(source, Span(start, start + len(text)), said, address)


def finding(
    place: Label,
    severity: Severity = Severity.ERROR,
    *,
    code: str = "RAC001",
    name: str = "no-accountable",
    message: Message | None = None,
    related: tuple[Label, ...] = (),
    address: str = "",
    fix: Fix | None = None,
) -> Diagnostic:
    """A finding with something to do."""
    said = message or say("nobody answers for `合同`", "`合同` 无人负责")
    advice = say("name one role", "请指定一个岗位")
    return Diagnostic(code, name, severity, said, place, advice, related, address, fix)


def odd() -> tuple[Diagnostic, ...]:
    """Chinese names, CRLF, wide characters, several lines, control characters, fixes, nothing."""
    spot = label(ROLES, "经理")
    edit = Edit(ROLES, spot.span, "主管\n")
    two = (Edit(ROLES, spot.span, ""), Edit(PLAIN, label(PLAIN, "x").span, "y"))
    hostile = "a\x1b[2J\x00\x0b|`<b>@team #1 ::error::x ##[error]y 100% [l](x) \ud800\n::warning::z"
    everything = Label(ROLES, Span(0, len(ROLES.text)))
    return (
        finding(spot, fix=Fix(say("rename", "改名"), (edit,)), address="role/市场经理"),
        finding(
            label(ROLES, "{a: b}\r\n  外贸"),
            Severity.WARNING,
            code="ORG005",
            name="headless-department",
            related=(label(PLAIN, "b: {}", say("here", "此处"), "duty/b"), label(PLAIN, "a")),
            fix=Fix(say("both", "两处"), two, safe=True),
        ),
        finding(everything, message=say(hostile, hostile)),
        finding(label(PLAIN, "x"), Severity.INFO, code="ZZZ999", name="of-a-plugin"),
        finding(label(PLAIN, "x"), Severity.INFO, code="ZZZ999", name="of-a-plugin"),
        finding(Label(Source("not/read.yaml", ""), Span(0, 0)), code="SYN001", name="unreadable"),
    )


def report(
    findings: tuple[Diagnostic, ...] | None = None, locale: str = "en", base: str = "specs/总部"
) -> Report:
    """A report of some findings, by default of the odd ones."""
    return Report(odd() if findings is None else findings, 3, 9, locale, base, ("DUT005",))


def many(count: int, severity: Severity = Severity.ERROR) -> tuple[Diagnostic, ...]:
    """So many findings on lines of their own."""
    text = "".join(f"  role-{n}: {{}}\n" for n in range(count))
    source = Source("roles.yaml", text)
    return tuple(finding(label(source, f"role-{n}:"), severity) for n in range(count))
