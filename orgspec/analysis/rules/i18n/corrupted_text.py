"""I18N003: corrupted-text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from orgspec.analysis.context import Context
from orgspec.analysis.rule import Finding, rule
from orgspec.diagnostics import Edit, Fix, Label, Message, Severity, say
from orgspec.graph.places import Written, texts_at
from orgspec.model.values.corruption import Fault, faults, may_be_corrupted, wide_runs
from orgspec.model.values.script import may_be_mixed, traditional_places
from orgspec.source import Source, Span

_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "lost": ("holds a character that was lost (U+FFFD)", "含有已丢失的字符（U+FFFD）"),
        "control": (
            "holds a character that nobody sees (`{code}`)",
            "含有不可见的字符（`{code}`）",
        ),
        "mojibake": ("was read in a wrong encoding: `{text}`", "曾以错误的编码读取：`{text}`"),
        "pinyin": ("holds pinyin that was pasted along: `{text}`", "夹带了拼音：`{text}`"),
        "wide": ("holds full-width letters or digits: `{text}`", "含有全角字母或数字：`{text}`"),
        "mixed": (
            "mixes traditional and simplified characters: `{text}`, `{other}`",
            "混用繁体与简体：`{text}`、`{other}`",
        ),
    }
)
_DO: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "lost": ("write the lost characters again", "请补写丢失的字符"),
        "control": ("take the character out", "请删除该字符"),
        "mojibake": ("copy the text again from its origin, in UTF-8", "请从原处以 UTF-8 重新复制"),
        "pinyin": ("take the pinyin out", "请删除拼音"),
        "wide": ("write them half-width", "请改为半角"),
        "mixed": ("write the text in one of the two scripts", "请统一为繁体或简体"),
    }
)


@rule("I18N003", "corrupted-text", since="0.1", severity=Severity.WARNING)
def corrupted_text(context: Context) -> Iterator[Finding]:
    """
    A text holds U+FFFD, control characters, UTF-8 that was read in another encoding, pinyin with
    tone marks in brackets after Han characters, full-width letters or digits, or characters of
    traditional beside those of simplified Chinese. Punctuation and names of people are not
    judged.

    ## Why
    Such residue of copying is printed as it stands, and a search does not find the word.

    ## Example
    ```yaml
    organization: {name: 远航}
    roles:
      director: {reports_to: none, purpose: 带领团队完成年度绩效（jìxiào）目标}
    ```

    ## Instead
    ```yaml
    organization: {name: 远航}
    roles:
      director: {reports_to: none, purpose: 带领团队完成年度绩效目标}
    ```

    ---
    文字中含有 U+FFFD、控制字符、以错误编码读取的 UTF-8（乱码）、汉字后括号中的带调拼音、
    全角字母或数字，或在同一段文字中混用繁体与简体。标点与人名不判断。

    ## 为什么
    这类复制残留会原样印出，搜索时也找不到该词。

    ## 怎么改
    请改正文字；全角字母与数字可自动改为半角。
    """
    for source, rare in context.graph.rare_characters.items():
        text = source.text
        if not rare and "\\" not in text:
            continue
        # All that shows damage is rare or written as an escape.
        suspected = "\\" in text or any(True for _ in may_be_corrupted(rare))
        offsets = list(may_be_corrupted(text)) if suspected else []
        if source.path in context.graph.traditional_paths and may_be_mixed(rare):
            offsets += traditional_places(text)
        for written in texts_at(context.program, source, sorted(offsets)) if offsets else ():
            if written.entity.kind == "person" and written.route[:1] in (
                (),
                ("name",),
                ("aliases",),
            ):
                continue
            for fault in faults(written.text):
                yield _finding(written, fault)


def _finding(written: Written, fault: Fault) -> Finding:
    """The finding of a fault, at the characters that show it if they are written as they are."""
    at = written.raw.find(fault.text)
    span = written.span
    if at >= 0:
        span = Span(span.start + at, span.start + at + len(fault.text))
    words = _WORDS[fault.kind]
    values = {
        "what": written.entity,
        "text": fault.text,
        "other": fault.mended or "",
        "code": f"U+{ord(fault.text[0]):04X}",
    }
    return Finding(
        Label(written.source, span, None, written.entity.address),
        say(f"the text of `{{what}}` {words[0]}", f"`{{what}}` 的文字{words[1]}", **values),
        say(*_DO[fault.kind]),
        fix=_fix(written, fault, span) if at >= 0 else None,
    )


def _fix(written: Written, fault: Fault, span: Span) -> Fix | None:
    """The edit of the characters alone: quotes and layout stay."""
    source, start = written.source, written.span.start
    if fault.kind == "wide":
        edits = tuple(
            Edit(source, Span(start + m.start(), start + m.end()), _narrow(m[0]))
            for m in wide_runs(written.raw)
        )
        # A bare word that is all of the value may then be no text any more (`ｎｕｌｌ`).
        whole = fault.text == written.raw and fault.text.isalpha()
        return None if whole else Fix(say("write them half-width", "改为半角"), edits, safe=True)
    if fault.kind == "pinyin":
        return _replace(source, span, "", say("take the pinyin out", "删除拼音"))
    if fault.kind == "mojibake" and fault.mended and fault.mended.isalnum():
        title = say("write `{text}`", "改为 `{text}`", text=fault.mended)
        return _replace(source, span, fault.mended, title)
    return None


def _narrow(text: str) -> str:
    """Full-width letters and digits in half width."""
    return text.translate({ord(c): ord(c) - 0xFEE0 for c in text})


def _replace(source: Source, span: Span, text: str, title: Message) -> Fix:
    """An edit that is probably right."""
    return Fix(title, (Edit(source, span, text),))
