"""What a document may be asked for in: one enabled locale (`zh`), or two side by side (`zh+en`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from orgspec.diagnostics import Message, quoted, say

_SIGN = "+"


def is_pair(tag: str) -> bool:
    """Whether a tag asks for more than one locale."""
    return _SIGN in tag


def parts(tag: str) -> tuple[str, ...]:
    """The locales of a tag, the one that stands first first."""
    return tuple(part.strip() for part in tag.split(_SIGN))


def fault(tag: str, enabled: Sequence[str]) -> Message | None:
    """Why a tag cannot be built, given the locales that the organisation has; None if it can."""
    named = parts(tag)
    unknown = next((part for part in named if part not in enabled), None)
    if len(named) > 2 or (is_pair(tag) and not all(named)):
        return say(
            "`{tag}`: exactly two locales stand side by side, such as `{pair}`",
            "`{tag}`：双语对照须恰好为两种语言，例如 `{pair}`",
            tag=tag,
            pair=_SIGN.join(enabled[:2]) if len(enabled) > 1 else "zh+en",
        )
    if unknown is not None:
        return say(
            "the organisation has no locale `{name}`; it has {names}",
            "组织没有启用语言 `{name}`；已启用 {names}",
            name=unknown,
            names=quoted(enabled),
        )
    if len({*named}) < len(named):
        return say(
            "`{tag}` names the same locale twice; for one language write `{name}`",
            "`{tag}` 中两种语言相同；只要一种语言时请写 `{name}`",
            tag=tag,
            name=named[0],
        )
    return None


def chosen(
    configured: Iterable[str], enabled: Sequence[str], wanted: Iterable[str]
) -> tuple[str, ...]:
    """The tags in which a kind of document is made.

    Args:
        configured: those that the specification lists for the kind; empty for each enabled one.
        enabled: the locales of the organisation.
        wanted: those that the command line asks for, empty for all; a pair is made of every kind,
            for nobody gets one without asking.
    """
    usual = tuple(tag for tag in configured if fault(tag, enabled) is None) or tuple(enabled)
    asked = frozenset(wanted)
    if not asked:
        return usual
    pairs = sorted(tag for tag in asked if is_pair(tag) and fault(tag, enabled) is None)
    return tuple(dict.fromkeys([*(tag for tag in usual if tag in asked), *pairs]))
