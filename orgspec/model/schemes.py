"""The letters in force: a shipped scheme, or the manifest's own."""

from __future__ import annotations

from collections.abc import Iterator

from orgspec.diagnostics import Message, say
from orgspec.model.manifest import LetterSpec, RaciSettings
from orgspec.model.values import scheme as schemes
from orgspec.model.values.errors import BadValue
from orgspec.model.values.scheme import Scheme
from orgspec.syntax.nodes import MapNode, Origin
from orgspec.syntax.problems import Problem

DEFAULT = "RACI"


def scheme_of(settings: RaciSettings) -> Scheme:
    """The scheme that the manifest asks for; letters of its own win over a name."""
    if settings.letters:
        letters = {
            sign: {
                "name": spec.name.locales or spec.name.bare if spec.name else None,
                "acts_as": spec.acts_as,
                "min": spec.min,
                "max": spec.max,
            }
            for sign, spec in settings.letters.items()
        }
        try:
            return schemes.own(letters, settings.scheme or "")
        except BadValue:  # a letter without `acts_as`, which `problems` reports
            known = {s: v for s, v in letters.items() if v["acts_as"] or s in schemes.ACTS}
            return schemes.own(known, settings.scheme or "")
    return schemes.parse(settings.scheme or DEFAULT)


def problems(settings: RaciSettings, origin: Origin) -> Iterator[Problem]:
    """What is wrong with letters of the user's own; `origin` is that of the manifest."""
    written = origin.at(("raci",)).node
    longhand = isinstance(written, MapNode) and "letters" in written
    for sign, spec in settings.letters.items():
        found = _complaint(sign, spec)
        if found is not None:
            route = ("raci", "letters", sign) if longhand else ("raci", sign)
            code, message, advice = found
            yield Problem(code, origin.source, origin.span(route, key=True), message, advice)


def _complaint(sign: str, spec: LetterSpec) -> tuple[str, Message, Message] | None:
    """Code, message and advice for a letter that cannot be used as it stands."""
    if not sign.strip() or "/" in sign or sign != sign.strip():
        return (
            "SYN009",
            say("`{sign}` cannot be a letter", "`{sign}` 不能用作字母", sign=sign),
            say("choose a sign without `/` and blanks", "请选用不含 `/` 和空格的符号"),
        )
    if spec.acts_as is None and sign not in schemes.ACTS:
        return (
            "SYN008",
            say(
                "the letter `{sign}` does not say what it acts as",
                "字母 `{sign}` 没有说明其作用",
                sign=sign,
            ),
            say("write for example `acts_as: C`", "请写上作用，例如 `acts_as: C`"),
        )
    if (spec.min or 0) < 0 or (spec.max is not None and spec.max < max(spec.min or 0, 1)):
        return (
            "REF010",
            say(
                "no row can have so many of `{sign}`",
                "任何一行都不可能有这么多 `{sign}`",
                sign=sign,
            ),
            say("let `min` be 0 or more and `max` no less", "`min` 应不小于 0，`max` 不小于 `min`"),
        )
    return None
