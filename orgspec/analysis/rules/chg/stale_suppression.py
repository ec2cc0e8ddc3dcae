"""CHG005: stale-suppression."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from orgspec.analysis.acceptance import Suppression
from orgspec.analysis.context import Context
from orgspec.analysis.registry import registry
from orgspec.analysis.rule import Finding, Rule, rule
from orgspec.diagnostics import Fix, Label, Message, Severity, quoted, say
from orgspec.diagnostics.near import near
from orgspec.model.entity import Allowance, Entity
from orgspec.source import Source, Span
from orgspec.syntax.removal import removal


@rule(
    "CHG005",
    "stale-suppression",
    since="0.1",
    severity=Severity.WARNING,
    yields_to=("SOD006",),
    last=True,
)
def stale_suppression(context: Context) -> Iterator[Finding]:
    """
    An `allow` that gives no `reason`, is past its `until`, names no known check, or accepts a
    finding that is no longer there although its check ran; an entry of the baseline that matches
    nothing.

    ## Why
    Who accepts a defect decides something. Without a reason nobody can review the decision; once
    the defect is gone, what is left of it would hide the next one.

    ## Example
    ```yaml
    roles:
      director:
        reports_to: none
        allow: [{code: ORG004, reason: two owners lead the house}]
    ```

    ## Instead
    ```yaml
    roles:
      founder: {reports_to: none}
      partner: {reports_to: none}
      director:
        reports_to: [founder, partner]
        allow: [{code: ORG004, reason: two owners lead the house}]
    ```

    ## Source
    Detekt, phpstan and ruff report suppressions that suppress nothing, for the same reason.

    ---
    `allow` 没有写 `reason`、已过 `until`、写的不是已知检查，或所接受的问题已经不存在（该检查确已运行）；
    基线中的条目不再对应任何发现。

    ## 为什么
    接受一个缺陷也是一项决定。没有理由，就无人能够复核；缺陷消失之后，残留的条目会掩盖下一个缺陷。

    ## 怎么改
    请写明理由或新的期限；已无必要的条目请删去。基线可用 `orgspec check --write-baseline` 重新生成。

    ## 来源
    Detekt、phpstan、ruff 同样会报告不起作用的豁免。
    """
    yield from _allowances(context)
    yield from _entries(context)


class _Written(NamedTuple):
    """An `allow` as it stands in the text: through an anchor several entities may share it."""

    entity: Entity
    nth: int
    allowance: Allowance
    place: Label


def _allowances(context: Context) -> Iterator[Finding]:
    """Each `allow` once, with the first thing that is wrong with it."""
    organisation = context.organisation
    shared: dict[tuple[Source, Span], list[_Written]] = {}
    for entity in (organisation.profile, *organisation.entities()):
        for index, allowance in enumerate(entity.allow):
            place = context.at(entity, "allow", index, "code")
            written = _Written(entity, index, allowance, place)
            shared.setdefault((place.source, place.span), []).append(written)
    for uses in shared.values():
        first = uses[0]
        judged = _judge(context, first, uses)
        if judged is not None:
            message, advice, fix = judged
            yield Finding(first.place, message, advice, fix=fix)


def _judge(
    context: Context, written: _Written, uses: list[_Written]
) -> tuple[Message, Message, Fix | None] | None:
    """What is wrong with an `allow`, what to do, and the fix; None where nothing is."""
    allowance = written.allowance
    meant = _rule_of(allowance.code)
    if meant is None:
        what = say("no check is called `{code}`", "没有名为 `{code}` 的检查", code=allowance.code)
        return what, _advice(allowance.code), None
    if meant.always:
        what = say("`{code}` cannot be accepted", "`{code}` 不能被接受", code=allowance.code)
        return what, say("mend what it finds", "请改正它所指出的问题"), None
    if allowance.until is not None and allowance.until < context.today:
        what = say(
            "the acceptance of `{code}` ended on {until}",
            "对 `{code}` 的接受已于 {until} 到期",
            code=allowance.code,
            until=allowance.until,
        )
        return (
            what,
            say("mend the finding, or decide on a new date", "请改正问题，或另定期限"),
            None,
        )
    if _is_unused(context, meant, uses):
        what = say(
            "`{code}` finds nothing here that would have to be accepted",
            "`{code}` 在此处已没有需要接受的问题",
            code=allowance.code,
        )
        return what, say("delete the entry", "请删去该条目"), _fix(context, written)
    if allowance.reason is None:
        what = say(
            "`{code}` is accepted without a reason", "接受 `{code}` 却没有理由", code=allowance.code
        )
        return what, say("write `reason: …`", "请写上 `reason: …`"), None
    return None


def _is_unused(context: Context, meant: Rule, uses: list[_Written]) -> bool:
    """Whether the check ran over all that there is, and the `allow` covered nothing.

    What accepts this very check cannot be judged by it.
    """
    outcome = context.outcome
    if meant.last or meant.code not in outcome.ran or context.program.broken:
        return False
    return not any(Suppression(use.entity.address, use.nth) in outcome.used for use in uses)


def _rule_of(code: str) -> Rule | None:
    """The check of a code or name, exactly as `allow` reads them."""
    rules = registry().rules
    return rules.get(code) or next((each for each in rules.values() if each.name == code), None)


def _advice(code: str) -> Message:
    """Near codes and names; `allow` takes no prefix."""
    known = registry()
    if known.knows(code):
        return say(
            "`allow` takes the code or name of one check, no prefix",
            "`allow` 只接受单个检查的代码或名称，不接受前缀",
        )
    close = near(code, (*known.rules, *(each.name for each in known.rules.values())))
    if close:
        return say("did you mean {names}?", "是否想写 {names}？", names=quoted(close))
    return say("`orgspec rules` lists them", "`orgspec rules` 可列出全部")


def _fix(context: Context, written: _Written) -> Fix | None:
    """Take the entry out; safe, for it does nothing."""
    origin = context.program.origins.get(written.entity.address)
    edit = removal(origin, ("allow", written.nth)) if origin is not None else None
    return Fix(say("delete the entry", "删去该条目"), (edit,), safe=True) if edit else None


def _entries(context: Context) -> Iterator[Finding]:
    """Entries of the baseline that hold nothing back, though their check ran over everything."""
    outcome, rules = context.outcome, registry().rules
    if outcome.baseline is None or not outcome.unmatched or context.program.broken:
        return
    stale = [e for e in outcome.unmatched if e.code in outcome.ran or e.code not in rules]
    places = outcome.baseline.places() if stale else {}
    for entry in stale:
        if entry.code == "CHG005":
            continue  # its own findings are not known yet
        yield Finding(
            Label(outcome.baseline.source, places.get(entry, Span(0, 0))),
            say(
                "the baseline holds back `{code}` of `{address}`, which is no longer found",
                "基线中 `{address}` 的 `{code}` 已不再出现",
                code=entry.code,
                address=entry.address,
            ),
            say(
                "take it out with `orgspec check --write-baseline`",
                "请用 `orgspec check --write-baseline` 去掉它",
            ),
        )
