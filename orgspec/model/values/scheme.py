"""Letter schemes of responsibility matrices, as data: RACI, RASCI, RACI-VS, DACI, RAPID."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

from orgspec.frozen import frozen
from orgspec.model.values.errors import BadValue
from orgspec.model.values.wording import normal

Act = Literal["A", "R", "S", "C", "I"]
"""What a letter amounts to: accountable, responsible, supports, consulted, informed."""

ACTS: tuple[Act, ...] = ("A", "R", "S", "C", "I")
"""All that a letter can amount to, the stronger first."""


@frozen
class Letter:
    """One letter or symbol of a scheme.

    Attributes:
        sign: what stands in the cell.
        names: what it is called, by locale.
        acts_as: what checks read it as.
        least, most: how many parties a row has under it; `most` None is without limit.
    """

    sign: str
    names: tuple[tuple[str, str], ...]
    acts_as: Act
    least: int = 0
    most: int | None = None

    def text(self, locale: str) -> str:
        """Its name in `locale`, else in the locale's language, else the first, else the sign."""
        names = dict(self.names)
        language = locale.partition("-")[0]
        return names.get(locale) or names.get(language) or next(iter(names.values()), self.sign)

    in_ = text


@frozen
class Scheme:
    """A set of letters, in the order of a legend."""

    name: str
    letters: tuple[Letter, ...]

    def letter(self, sign: str) -> Letter | None:
        """The letter of that sign, exactly as written."""
        return next((letter for letter in self.letters if letter.sign == sign), None)

    def acts_as(self, sign: str) -> Act | None:
        """What the letter amounts to, None if the scheme has no such letter."""
        letter = self.letter(sign)
        return letter.acts_as if letter else None

    def signs(self, key: str) -> tuple[str, ...]:
        """The letters that a key of a row stands for: `A/R` for both, none if any is unknown.

        In a scheme of other signs `A/R` means its first letters that act as A and as R: the
        shorthand `raci: x` is understood whatever the letters are called.
        """
        if self.letter(key):
            return (key,)
        signs = tuple(part.strip() for part in key.split("/"))
        if signs == ("A", "R") and not all(map(self.letter, signs)):
            signs = (*self.acting_as("A")[:1], *self.acting_as("R")[:1])
        known = all(map(self.letter, signs)) and len(set(signs)) == len(signs) > 1
        return signs if known else ()

    def acting_as(self, act: Act) -> tuple[str, ...]:
        """The signs of all letters that amount to `act`."""
        return tuple(letter.sign for letter in self.letters if letter.acts_as == act)

    def near(self, key: str) -> str:
        """The key that was probably meant by one that is none (`a`, full-width `Ａ`), or ""."""
        signs = {normal(letter.sign).casefold(): letter.sign for letter in self.letters}
        for letter in self.letters:
            for _, name in letter.names:
                signs.setdefault(normal(name).casefold(), letter.sign)
        parts = normal(key).casefold().replace(",", "/").replace("、", "/").split("/")
        meant = [signs.get(part.strip(), "") for part in parts]
        if not all(meant) and len(parts) == 1:
            meant = [signs.get(sign, "") for sign in parts[0].strip()]
        if not all(meant) or len(set(meant)) < len(meant):
            return ""
        return "/".join(meant)


_WORDS: dict[str, tuple[str, str]] = {
    "accountable": ("Accountable", "负责"),
    "responsible": ("Responsible", "执行"),
    "support": ("Supports", "支持"),
    "consulted": ("Consulted", "咨询"),
    "informed": ("Informed", "知会"),
}


def _letter(sign: str, acts_as: Act, en: str, zh: str = "", most: int | None = None) -> Letter:
    """A letter with its names in both languages."""
    en, zh = _WORDS.get(en, (en, zh))
    return Letter(sign, (("en", en), ("zh", zh)), acts_as, most=most)


_R, _A = _letter("R", "R", "responsible"), _letter("A", "A", "accountable")
_S = _letter("S", "S", "support")
_C, _I = _letter("C", "C", "consulted"), _letter("I", "I", "informed")

SCHEMES: Mapping[str, Scheme] = MappingProxyType(
    {
        scheme.name: scheme
        for scheme in (
            Scheme("RACI", (_R, _A, _C, _I)),
            Scheme("RASCI", (_R, _A, _S, _C, _I)),
            Scheme(
                "RACI-VS",
                (
                    _R, _A, _C, _I,
                    _letter("V", "C", "Verifies", "核验"),
                    _letter("S", "C", "Signs off", "签核"),
                ),
            ),
            Scheme(
                "DACI",
                (
                    _letter("D", "R", "Driver", "推动", most=1),
                    _letter("A", "A", "Approver", "批准"),
                    _letter("C", "C", "Contributor", "贡献"),
                    _I,
                ),
            ),
            Scheme(
                "RAPID",
                (
                    _letter("R", "R", "Recommends", "建议"),
                    _letter("A", "C", "Agrees", "会签"),
                    _letter("P", "R", "Performs", "执行"),
                    _letter("I", "C", "Gives input", "提供意见"),
                    _letter("D", "A", "Decides", "决定"),
                ),
            ),
        )
    }
)  # fmt: skip
"""The schemes that ship, by name. How many A and R a row has is for the checks, not for them."""


def parse(name: str) -> Scheme:
    """The shipped scheme of that name.

    Raises:
        BadValue: there is none; `near` is one that differs only in case or punctuation.
    """
    if name in SCHEMES:
        return SCHEMES[name]
    folded = normal(name).upper().replace("_", "-").replace(" ", "-")
    names = ", ".join(SCHEMES)
    raise BadValue(
        f"a scheme is one of {names}, or letters of your own",
        f"字母方案为 {names} 之一，或自定义字母",
        folded if folded in SCHEMES else {"RACIVS": "RACI-VS", "RASIC": "RASCI"}.get(folded, ""),
    )


def own(letters: Mapping[str, Mapping[str, Any]], name: str = "") -> Scheme:
    """A scheme of the user's own letters, in their order.

    `letters` maps a sign to `{name, acts_as, min, max}`: `name` a string or a map from locale to
    string, `acts_as` one of `ACTS` (default: the sign itself), `min` and `max` whole numbers. The
    caller has checked the types.

    Raises:
        BadValue: a sign without `acts_as` is none of A, R, S, C, I.
    """
    return Scheme(name, tuple(_own(sign, fields) for sign, fields in letters.items()))


def _own(sign: str, fields: Mapping[str, Any]) -> Letter:
    """One letter of the user's own."""
    act = fields.get("acts_as") or sign
    if act not in ACTS:
        raise BadValue(
            f"the letter `{sign}` must say what it acts as, such as `acts_as: C`",
            f"字母 `{sign}` 须说明其作用，例如 `acts_as: C`",
        )
    name = fields.get("name") or {}
    names = tuple(name.items()) if isinstance(name, Mapping) else (("", str(name)),)
    most = fields.get("max")
    return Letter(
        sign,
        names,
        ACTS[ACTS.index(act)],
        int(fields.get("min") or 0),
        None if most is None else int(most),
    )
